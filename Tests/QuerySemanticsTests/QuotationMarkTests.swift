import CorpusStore
import QuerySemantics
import QuerySyntax
import Testing

@Suite struct QuotationMarkTests {

  /// A corpus with the marks of typography and of the keyword in its text.
  private let corpus: Corpus = {
    var builder = CorpusBuilder()
    let words = ["“", "Peace", "”", ",", "\"", "Don’t", "„"]
    var tokens = TokenStoreBuilder(tags: [builder.pool.intern("X")])
    for (place, word) in words.enumerated() {
      tokens.append(contentsOf: [
        NewToken(
          word: builder.pool.intern(word), lemma: builder.pool.intern(TextFolding.fold(word)),
          tag: 0, start: UInt32(place))
      ])
    }
    builder.setTokens(tokens)
    return builder.finish(name: "marks")
  }()

  private func codes(_ text: String) -> [[UInt32]] {
    var analyzer = Analyzer(corpus: corpus)
    let analysis = analyzer.analyze(Parser.parse(text).script).last
    guard case .query(let query) = analysis?.statement else { return [] }
    switch query.source {
    case .phrase(let pattern): return pattern.places
    case .pattern(let pattern):
      guard case .token(.codes(_, let codes)) = pattern.node else { return [] }
      return [codes]
    default: return []
    }
  }

  @Test(arguments: [
    "\"“ Peace\"", "\"\\\" Peace\"", "\"” Peace\"", "\"„ Peace\"",
  ])
  func `a quotation mark in a phrase is any of them`(text: String) {
    #expect(codes(text).map(\.count) == [4, 1])
  }

  @Test func `an apostrophe of typography is that of the keyboard`() {
    #expect(codes("\"don't\"").map(\.count) == [1])
    #expect(codes("\"Don’t\"").map(\.count) == [1])
    #expect(codes("[word = \"don't\"]").map(\.count) == [1])
  }

  @Test func `a quotation mark in a pattern is any of them unless it must be exact`() {
    #expect(codes("[word = \"“\"]").map(\.count) == [4])
    #expect(codes("[word = \"\\\"\"]").map(\.count) == [4])
    #expect(codes("[word = exactly \"“\"]").map(\.count) == [1])
  }
}
