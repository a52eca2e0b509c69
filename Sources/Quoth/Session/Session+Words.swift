internal import CorpusStore
internal import Diagnostics
internal import QuerySemantics
internal import QuerySyntax
internal import Rendering

/// Words of the language and of the schema that can stand at a cursor.
extension Session {

  func wordSuggestions(_ item: Expectation, _ expected: Expectations) -> [Suggestion] {
    switch item {
    case .keyword(let word): [Suggestion(word)]
    case .mark(let mark): [Suggestion(mark)]
    case .rowKind: kinds
    case .letName: environment.queryNames.sorted().map { Suggestion($0, note: "let") }
    case .definedFunction: functions
    case .attribute: attributes(expected)
    case .tokenAttribute: described(completions.tokenAttributes)
    case .label(let label): [Suggestion(label, note: Self.labelNote)]
    case .function: figures(expected)
    case .measure: AssociationMeasure.allCases.map { Suggestion($0.rawValue) }
    case .timeUnit: DatePart.allCases.map { Suggestion($0.rawValue) }
    case .phrase, .pattern, .value, .ladderValue, .freeValue, .number, .newName, .newParameter,
      .tokenText:
      []
    }
  }

  var completions: Completions { Completions(corpus, environment: environment) }

  private var kinds: [Suggestion] {
    CorpusDescription(of: corpus).kinds.map {
      Suggestion($0.kind.rawValue, note: Numerals.grouped($0.count))
    }
  }

  private var functions: [Suggestion] {
    environment.functionNames.sorted().map { Suggestion("\($0)(", note: "define") }
  }

  private func described(_ paths: [CompletedPath]) -> [Suggestion] {
    paths.map { Suggestion($0.text, note: $0.summary) }
  }

  /// The figures that can be taken of the rows.
  private func figures(_ expected: Expectations) -> [Suggestion] {
    guard let query = bound(expected) else { return [] }
    return completions.functions(behind: query).map { Suggestion($0.name, note: $0.summary) }
  }

  private func attributes(_ expected: Expectations) -> [Suggestion] {
    guard let query = bound(expected) else { return [] }
    let names = expected.pathPrefix
    guard let first = names.first, let last = names.last else {
      return described(completions.paths(behind: query))
    }
    return attributes(behind: Path(names, at: first.range.union(last.range)), of: query)
  }

  /// By what two sets of rows can be compared behind `compare … with … on`, where no query holds
  /// the cursor.
  func bases(behind front: String, _ expected: Expectations) -> [Suggestion] {
    guard expected.items.contains(.attribute), expected.query == nil, expected.pathPrefix.isEmpty,
      let statement = Parser.parse(front + " words").script.statements.last
    else { return [] }
    var analyzer = Analyzer(corpus: corpus, environment: environment, tellsNames: false)
    for statement in expected.script.statements { _ = analyzer.analyze(statement) }
    guard case .query(let query)? = analyzer.analyze(statement).statement,
      case .compare(let contrast) = query.source
    else { return [] }
    return completions.bases(of: contrast.first, with: contrast.second).map { Suggestion($0) }
  }

  /// The query that holds the cursor, as far as it is finished.
  private func bound(_ expected: Expectations) -> BoundQuery? {
    guard let query = expected.query else { return nil }
    var analyzer = Analyzer(corpus: corpus, environment: environment, tellsNames: false)
    for statement in expected.script.statements { _ = analyzer.analyze(statement) }
    guard case .query(let bound) = analyzer.analyze(query).statement else { return nil }
    return bound
  }

  /// The attributes that a reference leads to, as in `speaker.`, or the parts of a date, as in
  /// `document.date.`.
  private func attributes(behind path: Path, of query: BoundQuery) -> [Suggestion] {
    switch completions.path(path, behind: query)?.type {
    case .date:
      return DatePart.allCases.map { Suggestion($0.rawValue, note: "the \($0.rawValue) of it") }
    case .reference(let target):
      return corpus.schema.attributes(of: target).map { Suggestion($0.name, note: $0.summary) }
    case .name, .category, .text, .integer, .decimal, .flag, nil: return []
    }
  }

  // MARK: Texts of token patterns

  /// The values of an attribute of tokens, the most frequent first.
  ///
  /// Left out are those that a regular expression would read in another way.
  func tokenTexts(of name: String, _ expected: Expectations) -> [Suggestion] {
    guard let attribute = corpus.schema.attribute(name, of: .tokens) else { return [] }
    let path = BoundPath(target: .attribute(attribute), text: name)
    let found = completions.candidates(for: path, prefix: "", most: Self.mostTokenTexts)
    return found.filter { $0.value.unicodeScalars.allSatisfy(\.properties.isAlphabetic) }.map {
      let text = expected.isQuoted ? $0.value + "\"" : "\"\($0.value)\""
      return Suggestion(text, note: Numerals.grouped($0.count))
    }
  }

  /// The number of words of a corpus that are offered at most.
  private static let mostTokenTexts = 2000
}
