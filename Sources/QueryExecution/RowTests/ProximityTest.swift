internal import CorpusStore
internal import QuerySemantics

/// True where a row's text holds one text that stands in a relation to another.
struct ProximityTest: RowTest {

  private let text: PlacedText
  private let reader: RegionReader
  private let corpus: Corpus
  private let interruption: Interruption

  init(_ text: PlacedText, kind: Rows.Kind, corpus: Corpus, _ interruption: Interruption) {
    self.text = text
    self.corpus = corpus
    self.interruption = interruption
    reader = RegionReader(corpus, kind: kind)
  }

  func narrow(_ places: inout [Int], of block: RowBlock) throws(Interrupted) {
    try places.keep { (place) throws(Interrupted) in
      let pieces = reader.pieces(of: block.ids[place], end: block.end(at: place))
      return try !text.runs(in: pieces, corpus, interruption).isEmpty
    }
  }
}

/// A text with all the places where it stands in the corpus.
indirect enum PlacedText {

  /// Runs of which starts and ends both ascend.
  case runs(starts: [UInt32], ends: [UInt32])
  /// The first, where it stands so to the second in the same row.
  case related(PlacedText, RegionRelation, PlacedText)
  /// The text, where it stands so to one of some runs anywhere.
  case relatedAnywhere(PlacedText, RunRelation)

  /// Returns the places where the text stands inside one of some pieces.
  func runs(
    in pieces: [TokenRun], _ corpus: Corpus, _ interruption: Interruption
  ) throws(Interrupted) -> [TokenRun] {
    switch self {
    case .runs(let starts, let ends):
      return pieces.flatMap { piece -> [TokenRun] in
        let first = Gallop.partition(starts) { $0 < piece.start }
        let last = Gallop.partition(ends) { $0 <= piece.end }
        guard first < last else { return [] }
        return (first..<last).map { TokenRun(start: starts[$0], end: ends[$0]) }
      }
    case .related(let first, let relation, let second):
      let runs = try first.runs(in: pieces, corpus, interruption)
      if runs.isEmpty { return [] }
      let others = try second.runs(in: pieces, corpus, interruption)
      if others.isEmpty, relation != .outside { return [] }
      try interruption.check()
      let test = try RunRelation(relation, to: others, corpus, interruption)
      return runs.filter { test.isTrue(of: $0) }
    case .relatedAnywhere(let text, let relation):
      return try text.runs(in: pieces, corpus, interruption).filter { relation.isTrue(of: $0) }
    }
  }
}

extension Execution {

  /// Returns a text with its places.
  func placed(_ text: BoundText) throws(Interrupted) -> PlacedText {
    switch text {
    case .phrase(let pattern): return placed(try rows(of: .phrase(pattern)))
    case .pattern(let pattern): return placed(try rows(of: .pattern(pattern)))
    case .related(let first, let relation, let second):
      guard relation.isInDays else {
        return .related(try placed(first), relation, try placed(second))
      }
      // The other text may stand anywhere, and so may what that one stands near.
      let everywhere = [TokenRun(start: 0, end: UInt32(clamping: corpus.tokens.count))]
      let others = try placed(second).runs(in: everywhere, corpus, interruption)
      return .relatedAnywhere(
        try placed(first), try RunRelation(relation, to: others, corpus, interruption))
    }
  }

  private func placed(_ rows: Rows) -> PlacedText {
    .runs(starts: rows.ids.map(\.rawValue), ends: rows.ends)
  }
}
