internal import CorpusStore
internal import Diagnostics
internal import QueryExecution
internal import QuerySemantics
internal import Rendering

/// Why there is nothing to show.
extension Session {

  /// Returns, for a query without a result, how many rows are left behind each clause.
  ///
  /// The list ends at the clause that leaves none, with the rows of which that clause alone holds.
  /// Rows that a step makes of others, such as groups, are counted anew.
  func reasonsForNothing(
    in query: BoundQuery, of source: SourceText, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    var lines: [String] = []
    var left: (count: Int, unit: String)?
    let places = query.steps.indices.filter { query.steps[$0].isFilter }
    let reports = try evaluator.clauseReports(of: query, interruption: interruption)
    for (place, report) in zip(places, reports) {
      let unit = unit(of: BoundQuery(source: query.source, steps: Array(query.steps[..<place])))
      if left?.count != report.rows || left?.unit != unit {
        lines.append(Plural.counted(report.rows, unit))
      }
      for entry in report.entries {
        let rows = entry.cumulative == 0 ? "none" : Numerals.grouped(entry.cumulative)
        lines.append("  \(rows) with " + text(of: entry.clause, in: source))
        guard entry.cumulative == 0 else { continue }
        if entry.clause != report.entries.first?.clause {
          lines.append("  that clause alone: " + Plural.counted(entry.alone, unit))
        }
        return lines + (try linked(by: entry.clause.predicate, interruption: interruption))
      }
      left = (report.entries.last?.cumulative ?? report.rows, unit)
    }
    if lines.isEmpty { lines = try parts(of: query.source, interruption: interruption) }
    return lines + (try endingStep(of: query, interruption: interruption))
  }

  /// Returns, where rows end at a step that is no condition, how many there were in front of it.
  private func endingStep(
    of query: BoundQuery, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    for (place, step) in query.steps.enumerated() {
      guard case .combine(let operation, _) = step else { continue }
      let front = BoundQuery(source: query.source, steps: Array(query.steps[..<place]))
      let behind = BoundQuery(source: query.source, steps: Array(query.steps[...place]))
      let rows = try count(of: front, interruption: interruption)
      guard rows > 0, try count(of: behind, interruption: interruption) == 0 else { continue }
      let name = Plural.counted(rows, unit(of: front))
      return [name, "  none behind `\(operation.rawValue)` with the other rows"]
    }
    return []
  }

  /// Returns, for a condition on rows that belong to a row, how many of them fulfil its parts.
  private func linked(
    by predicate: BoundPredicate, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    guard case .linked(let amount, let table, entityType: _, let condition) = predicate,
      amount.needsRows
    else { return [] }
    var conditions = [condition]
    if case .and(let several) = condition { conditions = several }
    var query = BoundQuery(source: .table(table))
    var lines = [
      "  of " + Plural.counted(try count(of: query, interruption: interruption), table.name)
    ]
    for condition in conditions where condition != .constant(true) {
      query.steps.append(.filter([BoundClause(condition, at: SourceRange(at: 0))]))
      let left = try count(of: query, interruption: interruption)
      let rows = left == 0 ? "none" : Numerals.grouped(left)
      lines.append("    \(rows) " + ReadBack(corpus).text(of: condition))
      if left == 0 { return lines }
    }
    return lines
  }

  // MARK: Sources

  /// Returns, for a source without rows, how many its parts have.
  private func parts(
    of source: BoundSource, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    switch source {
    case .region(let rows, let relation, let others):
      return try sides(rows, relation, others, interruption: interruption)
    case .phrase(let phrase): return words(of: phrase)
    case .pattern(let pattern): return try tokens(of: pattern, interruption: interruption)
    case .table, .query, .compare: return []
    }
  }

  /// Returns, for two sources of which no rows stand together so, how many rows each has.
  private func sides(
    _ rows: BoundSource, _ relation: RegionRelation, _ others: BoundSource,
    interruption: Interruption
  ) throws(Interrupted) -> [String] {
    var counts: [(count: Int, text: String)] = []
    for side in [rows, others] {
      let found = try count(
        of: BoundQuery(source: side, steps: []), interruption: interruption)
      counts.append((found, Plural.counted(found, unit(of: side))))
    }
    guard counts[0].count > 0 else {
      return try parts(of: rows, interruption: interruption)
        + ["  the other side has \(counts[1].text)"]
    }
    return [counts[0].text, "  none \(relation.name) the other side, which has \(counts[1].text)"]
  }

  /// Returns how often each word of a phrase stands in the texts.
  private func words(of phrase: PhrasePattern) -> [String] {
    let words = environment.tokenize(phrase.text)
    guard words.count == phrase.places.count, words.count > 1 else { return [] }
    let postings = corpus.tokens.folds.dictionary.postings
    let counts = zip(words, phrase.places).map { word, codes in
      "`\(word)` " + Plural.times(codes.reduce(0) { $0 + postings.count(of: Int($1)) })
    }
    return ["  " + counts.joined(separator: ", ") + ", never so together"]
  }

  /// Returns how many tokens fulfil each bracket of a pattern.
  private func tokens(
    of pattern: BoundPattern, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    guard case .sequence(let nodes) = pattern.node else { return [] }
    let tests = nodes.filter { if case .token = $0 { true } else { false } }
    let texts = Self.brackets(in: pattern.text)
    guard tests.count == nodes.count, texts.count == nodes.count else { return [] }
    var counts: [String] = []
    for (text, node) in zip(texts, nodes) where node != .token(.any) {
      let alone = BoundQuery(source: .pattern(BoundPattern(text: text, node: node)))
      counts.append(
        "`\(text)` " + Plural.times(try count(of: alone, interruption: interruption)))
    }
    return counts.isEmpty ? [] : ["  " + counts.joined(separator: ", ") + ", never so together"]
  }

  /// Returns the texts between brackets, with them.
  private static func brackets(in pattern: String) -> [String] {
    var texts: [String] = []
    var text = ""
    var isQuoted = false
    for character in pattern {
      if character == "\"" { isQuoted.toggle() }
      if character == "[", !isQuoted { text = "" }
      text.append(character)
      if character == "]", !isQuoted { texts.append(text) }
    }
    return texts
  }
}

// MARK: - How clauses were written

extension Session {

  /// Keeps how the clauses of a definition were written: their own places are forgotten where the
  /// name stands for them.
  func keepTexts(of query: BoundQuery, in source: SourceText) {
    for case .filter(let clauses) in query.steps {
      for clause in clauses where !isName(source.substring(clause.range)) {
        clauseTexts[clause.predicate] = source.substring(clause.range)
      }
    }
  }

  /// Returns how a clause was written, also where a name stands for it; behind a call, which says
  /// nothing of its clauses, what the clause means.
  private func text(of clause: BoundClause, in source: SourceText) -> String {
    let written = source.substring(clause.range)
    if isName(written), let own = clauseTexts[clause.predicate] { return "`\(Self.inLine(own))`" }
    let text = "`\(Self.inLine(written))`"
    return isCall(written)
      ? text + ": " + ReadBack(corpus).text(of: clause.predicate) : text
  }

  private func isName(_ written: String) -> Bool {
    environment.queries[TextFolding.fold(written)] != nil
  }

  private func isCall(_ written: String) -> Bool {
    guard written.hasSuffix(")") else { return false }
    let name = written.prefix { $0 != "(" && !$0.isWhitespace }
    return environment.functions[TextFolding.fold(String(name))] != nil
  }

  /// The most characters of a clause that are shown.
  private static let longestClause = 120

  /// Returns a clause on one line, cut where it is very long.
  private static func inLine(_ clause: String) -> String {
    let start = clause.prefix(longestClause)
    let line = start.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return start.endIndex == clause.endIndex ? line : line + "…"
  }
}

extension Plural {

  /// How often something is there: `never`, `once`, `12 times`.
  fileprivate static func times(_ count: Int) -> String {
    switch count {
    case 0: "never"
    case 1: "once"
    default: counted(count, "times")
    }
  }
}

extension BoundStep {

  fileprivate var isFilter: Bool {
    if case .filter = self { return true }
    return false
  }
}

extension LinkedCount {

  /// Whether there must be a row that fulfils the condition.
  fileprivate var needsRows: Bool {
    switch self {
    case .some: true
    case .no, .every: false
    case .count(let range): range.lowerBound > 0
    }
  }
}
