internal import CorpusStore
internal import Diagnostics
internal import QueryExecution
internal import QueryPlanning
internal import QuerySemantics
internal import QuerySyntax
internal import Rendering

/// One way to go on with a statement that is being typed.
public struct Suggestion: Hashable, Sendable {

  /// What is put into the text.
  public let text: String

  /// A count or a meaning.
  public let note: String

  /// Creates a suggestion.
  public init(_ text: String, note: String = "") {
    self.text = text
    self.note = note
  }
}

/// What can stand at a cursor, best first, and the bytes that it replaces.
public struct Suggestions: Hashable, Sendable {

  /// The UTF-8 bytes that a chosen suggestion replaces.
  public let range: Range<Int>

  /// The suggestions.
  public let items: [Suggestion]
}

extension Session {

  /// The number of values that are counted and offered at most.
  private static let mostValues = 200

  /// Returns what can stand at the byte `cursor` of `text`.
  ///
  /// Values come with their counts among the rows that the clauses already typed leave, the most
  /// frequent first.
  public func suggestions(in text: String, at cursor: Int) -> Suggestions {
    suggestions(in: text, at: cursor, checking: { _ in true })
  }

  /// Returns the one thing that can stand at a cursor; nil where there are none or several.
  ///
  /// It costs little where there are several, so it can be asked for at every key.
  public func onlySuggestion(in text: String, at cursor: Int) -> (Range<Int>, Suggestion)? {
    let found = suggestions(in: text, at: cursor, checking: { $0.count == 1 })
    guard found.items.count == 1, let only = found.items.first else { return nil }
    return (found.range, only)
  }

  private func suggestions(
    in text: String, at cursor: Int, checking isWorthIt: ([Suggestion]) -> Bool
  ) -> Suggestions {
    let expected = Parser.expectations(in: text, at: cursor)
    let bytes = Array(text.utf8)
    func typed(_ start: Int, _ end: Int) -> String {
      String(decoding: bytes[min(start, bytes.count)..<min(end, bytes.count)], as: UTF8.self)
    }
    let values = expected.items.flatMap { valueSuggestions($0, expected) }
    let typedValue = typed(expected.valueRange.start, expected.valueRange.end)
    let fitting = values.filter { $0.completes(typedValue) }
    if !fitting.isEmpty {
      return Suggestions(
        range: expected.valueRange.start..<expected.valueRange.end, items: fitting)
    }
    let word = typed(expected.range.start, expected.range.end)
    let others =
      expected.items.flatMap { wordSuggestions($0, expected) }
      + bases(behind: typed(0, expected.range.start), expected)
    let begun = others.filter { $0.begins(with: word) }
    return Suggestions(
      range: expected.range.start..<expected.range.end,
      items: isWorthIt(begun) ? leadingOn(begun, in: typed(0, expected.range.start)) : begun)
  }

  /// Returns the suggestions that can still become a statement without a mistake, each once.
  ///
  /// A label always can: the tokens of a pattern have attributes to compare.
  private func leadingOn(_ items: [Suggestion], in front: String) -> [Suggestion] {
    var seen: Set<String> = []
    return items.filter { item in
      guard seen.insert(item.text).inserted else { return false }
      if item.note == Self.labelNote { return true }
      var lookahead = Lookahead(corpus: corpus, environment: environment)
      return lookahead.canEnd(front + item.text)
    }
  }

  /// What is said of a label that is offered.
  static let labelNote = "label"

  // MARK: Values of the corpus

  private func valueSuggestions(
    _ item: Expectation, _ expected: Expectations
  ) -> [Suggestion] {
    let front = expected.query?.ended(before: expected.valueRange.start)
    if case .tokenText(let attribute) = item { return tokenTexts(of: attribute, expected) }
    guard let query = front else { return [] }
    switch item {
    case .value(let path, _): return values(of: path, in: query, expected)
    case .ladderValue(let keyword):
      guard let name = ladderAttribute(keyword, of: query) else { return [] }
      let range = query.range
      return values(of: Path([Name(name, at: range)], at: range), in: query, expected)
    default: return []
    }
  }

  private func ladderAttribute(_ keyword: Keyword, of query: Query) -> String? {
    switch keyword {
    case .by: query.source.kind == .rows(.documents) ? "author" : "speaker"
    case .about: "topic"
    case .mentions: "mention"
    default: nil
    }
  }

  private func values(
    of path: Path, in query: Query, _ expected: Expectations
  ) -> [Suggestion] {
    let count = Step(.count(by: [path]), at: path.range)
    let counted = Query(source: query.source, steps: query.steps + [count], at: query.range)
    var analyzer = Analyzer(corpus: corpus, environment: environment, tellsNames: false)
    guard
      case .query(let bound) = analyzer.analyze(Statement(.query(counted), at: query.range))
        .statement,
      let result = try? evaluator.run(planner.plan(bound), rowLimit: Self.mostValues)
    else { return [] }
    return result.table.rows.compactMap { row in
      guard row.count == 2, case .integer(let count) = row[1] else { return nil }
      if case .flag(let flag) = row[0] {
        return Suggestion(flag ? "yes" : "no", note: Numerals.grouped(count))
      }
      guard case .text(let value) = row[0] else { return nil }
      let text = expected.isQuoted ? value + "\"" : Self.written(value)
      return Suggestion(text, note: Numerals.grouped(count))
    }
  }

  /// Returns a value as a query holds it: without quotation marks where it can stand so.
  private static func written(_ value: String) -> String {
    let parsed = Parser.parse("quotes where speaker = \(value)")
    guard parsed.diagnostics.isEmpty, parsed.script.statements.count == 1,
      case .query(let query) = parsed.script.statements[0].kind, query.steps.count == 1,
      case .filter(let predicate) = query.steps[0].kind,
      case .comparison(_, _, let written) = predicate.kind, written.kind == .bareword(value)
    else { return "\"\(value)\"" }
    return value
  }
}

extension Query {

  /// Returns the query without the conditions that reach behind `offset`.
  ///
  /// In `speaker = Ada Mo` the words in front of the cursor are a condition of their own, which is
  /// not meant yet.
  fileprivate func ended(before offset: Int) -> Query {
    let steps = steps.compactMap { step -> Step? in
      let condition: Predicate
      switch step.kind {
      case .filter(let written), .ladder(let written): condition = written
      default: return step
      }
      guard condition.range.end > offset else { return step }
      guard case .and(let conditions) = condition.kind else { return nil }
      let kept = conditions.filter { $0.range.end <= offset }
      return kept.isEmpty
        ? nil : Step(.filter(Predicate(.and(kept), at: step.range)), at: step.range)
    }
    return Query(source: source, steps: steps, at: range)
  }
}

extension Suggestion {

  /// Whether the text begins with `word`, without regard to case and accents.
  fileprivate func begins(with word: String) -> Bool {
    TextFolding.fold(text).utf8.starts(with: TextFolding.fold(word).utf8)
  }

  /// Whether the text, or a word in it, begins with `typed`.
  fileprivate func completes(_ typed: String) -> Bool {
    let typed = Array(TextFolding.fold(typed).utf8)
    let own = Array(TextFolding.fold(text).utf8)
    guard !typed.isEmpty else { return true }
    return own.indices.contains { start in
      let isWordStart = start == 0 || own[start - 1] == 0x20 || own[start - 1] == 0x22
      return isWordStart && own[start...].starts(with: typed)
    }
  }
}
