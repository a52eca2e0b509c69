import Diagnostics
import QuerySyntax
import TestSupport
import Testing

@Suite struct MisspeltSentenceTests {

  private let grammar: Grammar

  init() throws { grammar = try Grammar(Repository.text(of: "grammar/quoth.ebnf")) }

  /// A misspelling, and the keyword that it was made from.
  private struct Misspelling {
    let text: String
    let range: SourceRange
    let keyword: String
  }

  @Test func `of the misspelt keywords that are mistakes, nine in ten are suggested first`() {
    var generator = SentenceGenerator(grammar, seed: 41)
    var random = SeededGenerator(seed: 42)
    var (found, all) = (0, 0)
    while all < 4000 {
      let words = generator.sentence(of: all.isMultiple(of: 3) ? "Statement" : "Query")
      guard let misspelling = misspelling(of: words, using: &random) else { continue }
      let diagnostics = Parser.parse(misspelling.text).diagnostics
      guard let first = diagnostics.first else { continue }
      all += 1
      if first.fixIt?.replacement == misspelling.keyword, first.range == misspelling.range {
        found += 1
      }
    }
    #expect(found * 10 >= all * 9, "\(found) of \(all)")
  }

  /// Misspells one keyword of a sentence by one letter.
  private func misspelling(
    of words: [String], using random: inout SeededGenerator
  ) -> Misspelling? {
    let keywords = words.indices.filter {
      words[$0].count > 2 && Keyword(rawValue: words[$0].lowercased()) != nil
    }
    guard let index = keywords.randomElement(using: &random) else { return nil }
    let wrong = misspelt(words[index], using: &random)
    let names = Keyword.allCases.map(\.rawValue)
    let keyword = words[index].lowercased()
    guard wrong.lowercased() != keyword, Keyword(rawValue: wrong.lowercased()) == nil,
      EditDistance.nearest(to: wrong, among: names).first == keyword
    else { return nil }
    var damaged = words
    damaged[index] = wrong
    let start = script(Array(damaged[...index])).utf8.count - wrong.utf8.count
    return Misspelling(
      text: script(damaged), range: SourceRange(start, start + wrong.utf8.count),
      keyword: keyword)
  }
}
