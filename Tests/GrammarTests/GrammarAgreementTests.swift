import Foundation
import QuerySyntax
import TestSupport
import Testing

@Suite struct GrammarAgreementTests {

  private let grammar: Grammar

  init() throws { grammar = try Grammar(Repository.text(of: "grammar/quoth.ebnf")) }

  @Test func `every name on a right side has a production`() {
    let names = Set(grammar.productions.map(\.name))
    for case .production(let name) in grammar.leaves { #expect(names.contains(name), "\(name)") }
    #expect(names.count == grammar.productions.count, "a production stands twice")
  }

  @Test func `every production but the first is used`() {
    let used = Set(grammar.leaves)
    for production in grammar.productions.dropFirst() {
      #expect(used.contains(.production(production.name)), "\(production.name)")
    }
  }

  @Test func `the keywords and marks of the grammar are those of the lexer`() {
    var terminals: Set<String> = []
    for case .terminal(let text) in grammar.leaves { terminals.insert(text) }
    let units = Set(TimeUnitName.all)
    let marks = Token.Kind.allCases.map(\.rawValue).filter {
      $0 != $0.uppercased() || !$0.contains(where: \.isLetter)
    }
    #expect(terminals.subtracting(units) == Set(Keyword.allCases.map(\.rawValue)).union(marks))
    #expect(units.isSubset(of: terminals))
  }

  @Test func `the tokens of the grammar are those of the lexer`() {
    var tokens: Set<String> = []
    for case .token(let kind) in grammar.leaves { tokens.insert(kind) }
    let named = Token.Kind.allCases.map(\.rawValue).filter { $0.contains(where: \.isLetter) }
    #expect(tokens == Set(named).subtracting(["INVALID", "END"]))
  }

  @Test func `every production has a function of the parser`() throws {
    let sources = try Repository.files(in: "Sources/QuerySyntax", suffix: ".swift")
      .filter { $0.lastPathComponent.hasPrefix("Parser") }
      .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    for production in grammar.productions {
      #expect(sources.contains("func parse\(production.name)("), "\(production.name)")
    }
  }
}

extension Grammar.Expression: Hashable {

  func hash(into hasher: inout Hasher) { hasher.combine(String(describing: self)) }
}
