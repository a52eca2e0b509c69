internal import CorpusStore
internal import Diagnostics
internal import QuerySemantics
internal import QuerySyntax

/// Tells whether a text that is being typed can still become one without a mistake.
///
/// It goes on with whatever the grammar accepts, what ends a statement soonest first, until a text
/// is whole that the analyzer has nothing against.
struct Lookahead {

  private let corpus: Corpus
  private let environment: QueryEnvironment

  /// How many more texts are tried: behind most offers the first or second one is good.
  private var budget = 24

  /// Creates a look ahead in a corpus, with what has been defined on it.
  init(corpus: Corpus, environment: QueryEnvironment) {
    self.corpus = corpus
    self.environment = environment
  }

  /// Returns whether some end of the text was found that makes it good.
  mutating func canEnd(_ text: String) -> Bool {
    guard budget > 0 else { return false }
    budget -= 1
    let parsed = Parser.parse(text)
    var analyzer = Analyzer(corpus: corpus, environment: environment, tellsNames: false)
    let analyses = parsed.script.statements.map { analyzer.analyze($0) }
    if analyses.contains(where: { $0.diagnostics.hasErrors }) { return false }
    if parsed.diagnostics.isEmpty {
      return !analyses.isEmpty && analyses.allSatisfy { $0.statement != nil }
    }
    let expected = Parser.expectations(in: text, at: text.utf8.count)
    // At the end of a word, what may stand there replaces it.
    let isInWord = expected.range.start < expected.range.end && !expected.isQuoted
    let items = isInWord ? followers(of: text) : expected
    for piece in Self.pieces(items, attributes: attributes(items)) {
      if canEnd(text + Self.gap(before: piece, in: text) + piece) { return true }
    }
    return false
  }

  private func followers(of text: String) -> Expectations {
    Parser.expectations(in: text + " ", at: text.utf8.count + 1)
  }

  private static func gap(before piece: String, in text: String) -> String {
    piece == "." || piece == "/" || text.hasSuffix(".") || text.hasSuffix("/") ? "" : " "
  }

  /// One path of each type that the rows have.
  private func attributes(_ expected: Expectations) -> [String] {
    guard expected.items.contains(.attribute), let query = expected.query else { return [] }
    var analyzer = Analyzer(corpus: corpus, environment: environment, tellsNames: false)
    for statement in expected.script.statements { _ = analyzer.analyze(statement) }
    guard case .query(let bound) = analyzer.analyze(query).statement else { return [] }
    var types: Set<String> = []
    return Completions(corpus, environment: environment).paths(behind: bound)
      .filter { types.insert($0.type).inserted }.map(\.text)
  }

  /// What can be written at a place, what leads to an end soonest first.
  private static func pieces(_ expected: Expectations, attributes: [String]) -> [String] {
    var closing: [String] = []
    var filling: [String] = []
    var others: [String] = []
    for item in expected.items {
      switch item {
      case .mark(let mark) where [")", "]", "}"].contains(mark): closing.append(mark)
      case .mark(let mark): others.append(mark)
      case .keyword(let word) where ["missing", "known", "is"].contains(word):
        closing.append(word)
      case .keyword(let word): others.append(word)
      case .attribute: filling += attributes
      case .value, .ladderValue, .freeValue: filling += ["1", "2025", "\"x\"", "yes", "direct"]
      case .rowKind: filling += ["quotes", "documents"]
      case .phrase: filling.append("\"x\"")
      case .pattern: filling.append("/x/")
      case .tokenText: filling += ["\"x\"", "\"NOUN\""]
      case .number: filling.append("3")
      case .newName: filling.append("n1")
      case .newParameter: filling.append("$n1")
      case .tokenAttribute: filling += ["word", "pos"]
      case .label(let label): filling.append(label)
      case .function: filling.append("count")
      case .measure: filling += ["logdice", "ll"]
      case .timeUnit: filling += ["week", "day"]
      case .letName, .definedFunction: continue
      }
    }
    return closing + filling + others
  }
}
