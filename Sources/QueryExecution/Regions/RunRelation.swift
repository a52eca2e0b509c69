internal import CorpusStore
internal import QuerySemantics

/// Some runs of tokens, ready to be asked whether another run stands in an order or at a distance to
/// one of them.
struct RunRelation: Sendable {

  private enum Runs: Sendable {
    case scoped(ScopedRuns, gap: UInt32)
    case dated(DatedRuns, days: Int)
    case indexed(RegionIndex)
  }

  private let relation: RegionRelation
  private let runs: Runs

  /// Creates the relation to the envelopes of rows; nil for one that looks at pieces.
  init?(
    _ relation: RegionRelation, to rows: Rows, _ corpus: Corpus, _ interruption: Interruption
  ) throws(Interrupted) {
    guard let reach = relation.reach else { return nil }
    self.relation = relation
    let reader = RegionReader(corpus, kind: rows.kind)
    if case .days(let days) = reach {
      let envelopes = rows.ids.indices.lazy.map {
        reader.envelope(of: rows.ids[$0], end: rows.end(at: $0))
      }
      runs = .dated(
        try DatedRuns(envelopes, DocumentDays(corpus), interruption), days: max(0, days))
    } else {
      runs = .scoped(
        try ScopedRuns(rows, reader, scopes: reach.scopes(corpus), interruption), gap: reach.gap)
    }
  }

  /// Creates the relation to a few runs.
  init(
    _ relation: RegionRelation, to few: [TokenRun], _ corpus: Corpus, _ interruption: Interruption
  ) throws(Interrupted) {
    self.relation = relation
    switch relation.reach {
    case nil: runs = .indexed(try RegionIndex(few, interruption))
    case .days(let days)?:
      runs = .dated(try DatedRuns(few, DocumentDays(corpus), interruption), days: max(0, days))
    case let reach?:
      runs = .scoped(
        try ScopedRuns(few, scopes: reach.scopes(corpus), interruption), gap: reach.gap)
    }
  }

  /// Whether a run stands so to one of the runs.
  func isTrue(of run: TokenRun) -> Bool {
    switch runs {
    case .scoped(let runs, let gap):
      switch relation {
      case .before: runs.hasRun(behind: run, gap: gap)
      case .after: runs.hasRun(ahead: run, gap: gap)
      case .near: runs.hasOther(near: run, gap: gap)
      case .within, .containing, .outside, .overlapping: false
      }
    case .dated(let runs, let days):
      switch relation {
      case .before: runs.hasRun(near: run, from: 0, to: days)
      case .after: runs.hasRun(near: run, from: days, to: 0)
      case .near: runs.hasRun(near: run, from: days, to: days)
      case .within, .containing, .outside, .overlapping: false
      }
    case .indexed(let runs): isTrue(of: run, runs)
    }
  }

  private func isTrue(of run: TokenRun, _ runs: RegionIndex) -> Bool {
    switch relation {
    case .within: runs.hasRun(containing: run)
    case .outside: !runs.hasRun(containing: run)
    case .containing: runs.hasRun(inside: run)
    case .overlapping: runs.hasRun(overlapping: run)
    case .before, .after, .near: false
    }
  }
}

extension RegionRelation {

  /// How far apart regions may be; nil for relations of overlap.
  var reach: Reach? {
    switch self {
    case .before(let reach), .after(let reach), .near(let reach): reach
    case .within, .containing, .outside, .overlapping: nil
    }
  }

  /// Whether only the days of two regions count.
  var isInDays: Bool {
    if case .days? = reach { true } else { false }
  }
}

extension RegionRelation.Reach {

  /// The regions of which one must hold both.
  fileprivate func scopes(_ corpus: Corpus) -> Regions {
    let table: Table =
      switch self {
      case .sentence: .sentences
      case .paragraph: .paragraphs
      case .tokens, .document, .days: .documents
      }
    return corpus.regions(of: table) ?? .none
  }

  /// How many tokens may stand between both.
  fileprivate var gap: UInt32 {
    if case .tokens(let count) = self { UInt32(clamping: count) } else { .max }
  }
}
