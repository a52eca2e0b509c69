import CorpusFixture
import CorpusStore
import Testing

@Suite struct CorpusTests {

  @Test func `a table has one region and one value a row`() throws {
    let corpus = RandomCorpus.make(seed: 2, documents: 7)
    for attribute in corpus.schema.attributes {
      let rows = corpus.rowCount(of: attribute.table)
      switch corpus.column(of: attribute) {
      case .codes(let column)?: #expect(column.values.count == rows)
      case .codeLists(let column)?: #expect(column.offsets.count == rows + 1)
      case .integers(let column)?: #expect(column.values.count == rows)
      case .decimals(let values)?: #expect(values.count == rows)
      case .dates(let column)?: #expect(column.values.count == rows)
      case .texts?, nil: break
      }
    }
    for table in Table.allCases {
      if let regions = corpus.regions(of: table) {
        #expect(regions.count == corpus.rowCount(of: table))
      }
    }
  }

  @Test func `documents follow one another, and hold their paragraphs`() throws {
    let corpus = RandomCorpus.make(seed: 3, documents: 9)
    let documents = try #require(corpus.regions(of: .documents))
    #expect(
      (1..<documents.count).allSatisfy { documents.start(of: $0) == documents.end(of: $0 - 1) })
    let paragraphs = try #require(corpus.regions(of: .paragraphs))
    for paragraph in 0..<paragraphs.count {
      let run = paragraphs.tokens(of: RowID(UInt32(paragraph)))
      let holders = (0..<documents.count).filter {
        let own = documents.tokens(of: RowID(UInt32($0)))
        return own.lowerBound <= run.lowerBound && run.upperBound <= own.upperBound
      }
      #expect(holders.count == 1)
    }
  }

  @Test func `attributes are found in any case of letters`() {
    let schema = FixtureCorpus.small().schema
    #expect(schema.attribute("SPEAKER", of: .quotes)?.name == "speaker")
    #expect(schema.attribute("speaker", of: .documents) == nil)
  }

  @Test func `one letter more is another corpus`() {
    let (one, two) = (FixtureCorpus.small(), RandomCorpus.make(seed: 1, documents: 2))
    #expect(one.fingerprint == FixtureCorpus.small().fingerprint)
    #expect(one.fingerprint != two.fingerprint)
    #expect(one.fingerprint.utf8.count == 16)
  }

  @Test func `a corpus of nothing is a corpus`() {
    let corpus = FixtureCorpus.assemble([])
    #expect(Table.allCases.allSatisfy { corpus.rowCount(of: $0) == 0 })
  }
}
