import CorpusFixture
import CorpusStore
import TestSupport
import Testing

@Suite struct PairIndexTests {

  private struct Columns {
    let topics: CodeListColumn
    let speakers: CodeColumn
    let pairs: PairIndex
  }

  private func columns(of corpus: Corpus) throws -> Columns {
    let topic = try #require(corpus.schema.attribute("topic", of: .quotes))
    let speaker = try #require(corpus.schema.attribute("speaker", of: .quotes))
    guard case .codeLists(let topics)? = corpus.column(of: topic),
      case .codes(let speakers)? = corpus.column(of: speaker)
    else { throw Missing() }
    return Columns(
      topics: topics, speakers: speakers,
      pairs: try #require(corpus.pairs(of: topic, with: speaker)))
  }

  private struct Missing: Error {}

  @Test(arguments: 1...30)
  func `the rows of a pair are those that both lists have`(seed: UInt64) throws {
    let columns = try columns(of: RandomCorpus.make(seed: seed, documents: 15))
    for topic in 0..<UInt32(columns.topics.dictionary.count) {
      let about = Array(columns.topics.dictionary.postings.rows(of: Int(topic)))
      var found: [UInt32: Int] = [:]
      for speaker in 0..<UInt32(columns.speakers.dictionary.count) {
        let said = Set(columns.speakers.dictionary.postings.rows(of: Int(speaker)))
        let both = about.filter(said.contains)
        #expect(Array(columns.pairs.rows(of: topic, with: speaker)) == both)
        if !both.isEmpty { found[speaker] = both.count }
      }
      let partners = columns.pairs.partners(of: topic)
      #expect(Array(partners.codes) == found.keys.sorted())
      for (place, code) in partners.codes.enumerated() {
        #expect(Int(partners.bounds[place + 1] - partners.bounds[place]) == found[code])
      }
    }
  }

  @Test func `codes that are not there have no rows`() throws {
    let columns = try columns(of: FixtureCorpus.small())
    #expect(columns.pairs.rows(of: .max, with: 0).isEmpty)
    #expect(columns.pairs.rows(of: 0, with: .max).isEmpty)
    #expect(columns.pairs.partners(of: .max).codes.isEmpty)
  }

  @Test func `an overlay that changes a column of the pair leaves the index out`() throws {
    let base = FixtureCorpus.small()
    let topic = try #require(base.schema.attribute("topic", of: .quotes))
    let speaker = try #require(base.schema.attribute("speaker", of: .quotes))
    var overlay = CorpusOverlay(of: base)
    overlay.set("kind", of: RowID(0), to: 0)
    #expect(overlay.apply().pairs(of: topic, with: speaker) != nil)
    overlay.set("speaker", of: RowID(0), to: CodeColumn.missing)
    #expect(overlay.apply().pairs(of: topic, with: speaker) == nil)
    #expect(base.reachingEveryEntity().pairs(of: topic, with: speaker) != nil)
  }
}
