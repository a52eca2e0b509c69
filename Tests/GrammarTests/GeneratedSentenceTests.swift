import Diagnostics
import QuerySyntax
import TestSupport
import Testing

@Suite struct GeneratedSentenceTests {

  private let grammar: Grammar

  init() throws { grammar = try Grammar(Repository.text(of: "grammar/quoth.ebnf")) }

  @Test func `six thousand sentences of the grammar are read, printed and read again`() {
    var generator = SentenceGenerator(grammar, seed: 2025)
    for number in 0..<6000 {
      let text = script(generator.sentence(of: start(of: number)))
      let first = Parser.parse(text)
      guard first.diagnostics.isEmpty else {
        Issue.record("\(text)\n\(first.diagnostics.map(\.message))")
        return
      }
      for (statement, canonical) in first.script.statements.map({ ($0, SyntaxPrinter().print($0)) })
      {
        let again = Parser.parse(canonical)
        #expect(again.diagnostics.isEmpty, "\(text)\n\(canonical)")
        let printed = again.script.statements.map(SyntaxPrinter().print)
        #expect(printed == [canonical], "\(text)")
        #expect(
          Script(statements: [statement]).outline == again.script.outline, "\(text)\n\(canonical)")
      }
    }
  }

  @Test func `a generated script is laid out once and for all`() throws {
    var generator = SentenceGenerator(grammar, seed: 7)
    for number in 0..<500 {
      let text = script(generator.sentence(of: start(of: number)))
      let laidOut = try #require(Formatter.format(text), "\(text)")
      #expect(Formatter.format(laidOut) == laidOut, "\(text)")
      #expect(Parser.parse(laidOut).script.outline == Parser.parse(text).script.outline, "\(text)")
    }
  }

  @Test func `generation reaches every production`() {
    var generator = SentenceGenerator(grammar, seed: 2025)
    for number in 0..<6000 { _ = generator.sentence(of: start(of: number)) }
    #expect(Set(grammar.productions.map(\.name)).subtracting(generator.used) == [])
  }

  /// The production that a sentence starts from; queries have the most to go wrong.
  private func start(of number: Int) -> String {
    ["Query", "Statement", "Query", "Script"][number % 4]
  }
}
