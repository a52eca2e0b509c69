/// The grammar in `grammar/quoth.ebnf`, read by its own small notation.
struct Grammar {

  /// The right side of a production.
  indirect enum Expression: Equatable {
    case terminal(String)
    case token(String)
    case production(String)
    case sequence([Expression])
    case choice([Expression])
    case optional(Expression)
    case repetition(Expression)
  }

  /// A production with its name.
  struct Production {
    let name: String
    let expression: Expression
  }

  /// What is wrong with a grammar's text.
  struct Malformed: Error { let found: String }

  /// The productions in order.
  let productions: [Production]

  private let expressions: [String: Expression]

  /// Reads the grammar `text`.
  init(_ text: String) throws {
    var reader = GrammarReader(text)
    productions = try reader.readProductions()
    expressions = Dictionary(
      productions.map { ($0.name, $0.expression) }, uniquingKeysWith: { first, _ in first })
  }

  /// The production called `name`.
  func expression(of name: String) -> Expression? { expressions[name] }

  /// Every leaf of the right sides.
  var leaves: [Expression] { productions.flatMap { $0.expression.leaves } }
}

extension Grammar.Expression {

  /// The terminals, tokens and productions named in the expression.
  var leaves: [Self] {
    switch self {
    case .terminal, .token, .production: [self]
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.leaves)
    case .optional(let part), .repetition(let part): part.leaves
    }
  }
}

/// Reads the notation that the head of the grammar explains.
private struct GrammarReader {

  private var symbols: [String] = []
  private var position = 0

  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      symbols += line.split(separator: " ").map(String.init)
    }
  }

  private var current: String { position < symbols.count ? symbols[position] : "" }

  private mutating func take(_ symbol: String) throws {
    guard current == symbol else { throw Grammar.Malformed(found: current) }
    position += 1
  }

  mutating func readProductions() throws -> [Grammar.Production] {
    var productions: [Grammar.Production] = []
    while position < symbols.count {
      let name = current
      position += 1
      try take("=")
      productions.append(.init(name: name, expression: try readChoice()))
      try take(".")
    }
    return productions
  }

  private mutating func readChoice() throws -> Grammar.Expression {
    var parts = [try readSequence()]
    while current == "|" {
      position += 1
      parts.append(try readSequence())
    }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func readSequence() throws -> Grammar.Expression {
    var parts: [Grammar.Expression] = []
    while !["|", ")", "]", "}", ".", ""].contains(current) { parts.append(try readPart()) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func readPart() throws -> Grammar.Expression {
    let symbol = current
    position += 1
    switch symbol {
    case "(": return try readChoice(closedBy: ")")
    case "[": return .optional(try readChoice(closedBy: "]"))
    case "{": return .repetition(try readChoice(closedBy: "}"))
    default: break
    }
    if symbol.hasPrefix("\"") { return .terminal(String(symbol.dropFirst().dropLast())) }
    return symbol == symbol.uppercased() ? .token(symbol) : .production(symbol)
  }

  private mutating func readChoice(closedBy mark: String) throws -> Grammar.Expression {
    let choice = try readChoice()
    try take(mark)
    return choice
  }
}
