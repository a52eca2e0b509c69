import TestSupport

/// Writes sentences of the grammar, the same for the same seed.
struct SentenceGenerator {

  private let grammar: Grammar
  private var random: SeededGenerator
  private var words: [String] = []

  /// The options that the step being written has already.
  private var options: Set<String> = []

  /// The productions that a sentence went through.
  private(set) var used: Set<String> = []

  /// Creates a generator over `grammar`.
  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    random = SeededGenerator(seed: seed)
  }

  /// Returns a sentence of the production called `name`, as words to be joined.
  mutating func sentence(of name: String) -> [String] {
    words = []
    write(.production(name), depth: 0)
    return words
  }

  private mutating func write(_ expression: Grammar.Expression, depth: Int) {
    switch expression {
    case .terminal(let text): words.append(spelled(text))
    case .token(let kind): words.append(sample(of: kind))
    case .production(let name):
      used.insert(name)
      if Self.optionHolders.contains(name) { options = [] }
      if Self.options.contains(name), !options.insert(name).inserted { return }
      if let samples = Self.phrases[name] { return words += pick(samples) }
      if name == "TokenPattern" { markPattern() }
      guard let expression = grammar.expression(of: name) else { return }
      write(depth > 14 ? simplest(expression) : expression, depth: depth + 1)
    case .sequence(let parts): for part in parts { write(part, depth: depth) }
    case .choice(let parts): write(pick(parts), depth: depth)
    case .optional(let part): if chance(depth) { write(part, depth: depth) }
    case .repetition(let part): while chance(depth) { write(part, depth: depth) }
    }
  }

  /// The alternative that nests least, for sentences that have grown deep enough.
  private func simplest(_ expression: Grammar.Expression) -> Grammar.Expression {
    guard case .choice(let parts) = expression else { return expression }
    let flat = parts.filter { part in
      !part.leaves.contains { leaf in
        Self.nesting.contains { leaf == .production($0) }
      }
    }
    return flat.last ?? expression
  }

  /// The productions through which a sentence nests.
  private static let nesting = [
    "Negation", "Group", "QueryInParentheses", "RegionCondition", "PatternChoice", "TokenCondition",
    "TokenNegation", "LabelConditions", "LabelNegation", "Quantified", "CountOf", "Compare", "Call",
  ]

  /// The steps that have options in any order, and the options, each of which stands once.
  private static let optionHolders: Set = ["Collocates", "Keywords"]
  private static let options: Set = ["Window", "Regarded", "Measure"]

  /// Makes what follows a pattern, which a text alone is not.
  private mutating func markPattern() { words += ["[", "]"] }

  private mutating func chance(_ depth: Int) -> Bool {
    Int.random(in: 0..<10, using: &random) < (depth > 14 ? 0 : 4)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  private mutating func spelled(_ keyword: String) -> String {
    Int.random(in: 0..<20, using: &random) == 0 ? keyword.uppercased() : keyword
  }

  private mutating func sample(of kind: String) -> String {
    pick(Self.samples[kind] ?? [""])
  }

  private static let samples = [
    "WORD": ["speaker", "topic", "Cue", "strong", "x_1", "naïve"],
    "STRING": [
      "\"wealth tax\"", "“red line”", "'it''s so'", "«l’Élysée»", "\"a \\\"b\\\" \\\\ c\"",
    ],
    "PATTERN": ["/ta(x|riff)s?/", "/a\\/b\\\\/", "//"],
    "INTEGER": ["3", "20", "007"],
    "DECIMAL": ["0.5", "-12.25", "0.00000001", "123456789012345678901.5"],
    "DATE": ["2025-02-24", "2024-02-29", "2025-02"],
    "PARAMETER": ["$who", "$day"],
    "BLANK_LINE": ["\n\n"],
    "FLAGS": ["%c", "%cd", "%L"],
  ]

  /// The productions whose words depend on each other more than a grammar can say.
  private static let phrases: [String: [[String]]] = [
    "Bareword": barewords.map { [$0] },
    "Bounds": [["3"], ["0", ",", "3"], [",", "2"], ["1", ","], [","]],
    "Amount": [["100"], ["million"], ["2", "thousand"], ["1"], []],
  ]

  private static let barewords = [
    "Macron", "Keir Starmer", "Bank of England", "O’Brien", "al-Sisi", "U.S.", "J. D. Vance",
    "AT&T", "Procter & Gamble", "X/Twitter", "20 Minutes", "COP 29", "life after people",
    "access to medicine", "Élysée",
  ]
}

/// Joins words as a script, with no blank before a dot of a path.
func script(_ words: [String]) -> String {
  words.reduce(into: "") { text, word in
    if !text.isEmpty, word != "." { text += " " }
    text += word
  }
}
