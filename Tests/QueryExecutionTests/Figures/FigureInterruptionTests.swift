import CorpusFixture
import CorpusStore
import QueryExecution
import QuerySemantics
import Synchronization
import Testing

@Suite struct FigureInterruptionTests {

  private static let table = FigureTable(RandomCorpus.make(seed: 5, documents: 30))

  /// Returns queries of every kind of figure.
  private static func queries() throws -> [BoundQuery] {
    let names = table.names
    let lemma = try table.attribute("lemma")
    let quotes = BoundQuery(source: .table(.quotes))
    let speaker = try BoundColumn(names.path("speaker", .quotes), name: "speaker")
    let document = try BoundColumn(names.path("document", .quotes), name: "document")
    let words = try names.path("words", .quotes)
    let figures = BoundAggregate.Function.allCases.map {
      BoundAggregate($0, of: words, name: $0.rawValue)
    }
    let rate = BoundRate(
      name: "rate", scale: 1, numerator: 1,
      denominator: .query(BoundQuery(source: .table(.quotes), steps: [.count(by: [])]), keys: []),
      denominatorName: "quotes", meaning: "all quotes")
    let steps: [[BoundStep]] = [
      [.collocates(BoundCollocates(window: 3, attribute: lemma, measure: .ll))],
      [.keywords(BoundKeywords(attribute: lemma, reference: quotes, measure: .ll))],
      [.pairs(of: speaker, per: document)], [.summarize(figures, by: [speaker])],
      [.count(by: [speaker, document])], [.count(by: [speaker]), .rate(rate)],
      [.distinct([speaker])], [.combine(.union, quotes)],
    ]
    let contrasts = try [
      BoundContrast.Basis.words(lemma),
      .values(names.path("speaker", .quotes), names.path("speaker", .quotes)),
    ].map { BoundContrast(first: quotes, second: quotes, basis: $0, name: "value") }
    return steps.map { BoundQuery(source: .table(.quotes), steps: $0) }
      + contrasts.map { BoundQuery(source: .compare($0)) }
  }

  @Test(arguments: 0..<10)
  func `a wish to stop is heard at every moment at which it is listened for`(number: Int) throws {
    let query = try Self.queries()[number]
    let polls = Mutex(0)
    _ = try Evaluator(Self.table.corpus, blockSize: 8).answer(
      query,
      interruption: Interruption {
        polls.withLock { $0 += 1 }
        return false
      })
    let count = polls.withLock { $0 }
    #expect(count > 4)
    for moment in 1...count {
      let polls = Mutex(0)
      let interruption = Interruption {
        polls.withLock {
          $0 += 1
          return $0 >= moment
        }
      }
      // What an evaluator finds once, it would not listen at again.
      let evaluator = Evaluator(Self.table.corpus, blockSize: 8)
      #expect(throws: Interrupted.self) {
        try evaluator.answer(query, interruption: interruption)
      }
    }
  }
}
