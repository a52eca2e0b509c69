import CorpusFixture
import CorpusStore
import QueryPlanning
import QuerySemantics
import Testing

@testable import QueryExecution

@Suite struct PhraseTests {

  private static let words = (0..<100).map { "word\($0)" }

  /// All words in one paragraph, and the first of them in another behind it.
  private static let corpus: Corpus = {
    var document = DocumentSketch("long")
    document.addParagraph(words: [words])
    document.addParagraph(words: [Array(words.prefix(70))])
    return FixtureCorpus.assemble([document.finished()])
  }()

  private func starts(of words: some Sequence<String>) throws -> [UInt32] {
    let corpus = Self.corpus
    let places = words.map { word in
      corpus.pool.symbol(of: word).flatMap {
        corpus.tokens.folds.dictionary.code(of: $0.rawValue)
      }.map { [$0] } ?? []
    }
    let query = BoundQuery(source: .phrase(PhrasePattern(text: "", places: places)))
    let rows = try Evaluator(corpus).rows(Planner(corpus).plan(query))
    #expect(zip(rows.ids, rows.ends).allSatisfy { Int($1) - $0.index == places.count })
    return rows.ids.map(\.rawValue)
  }

  @Test(arguments: [1, 2, 8, 9, 16, 63, 64, 65, 70])
  func `a phrase of any length is found in each paragraph that holds it`(length: Int) throws {
    #expect(try starts(of: Self.words.prefix(length)) == [0, 100])
  }

  @Test(arguments: [71, 100])
  func `a phrase that one paragraph holds is found there alone`(length: Int) throws {
    #expect(try starts(of: Self.words.prefix(length)) == [0])
  }

  @Test(arguments: [2, 9, 80])
  func `a phrase over the end of a paragraph is found nowhere`(length: Int) throws {
    let across = Self.words.suffix(length / 2) + Self.words.prefix(length - length / 2)
    #expect(try starts(of: across) == [])
  }

  @Test(arguments: [2, 70])
  func `a phrase with a word that stands nowhere is found nowhere`(length: Int) throws {
    #expect(try starts(of: Self.words.prefix(length - 1) + ["nowhere"]) == [])
  }
}
