import Annotation
import CorpusStore
import Foundation
import Ingestion
import TestSupport
import Testing

@Suite struct CorpusAssemblyTests {

  /// Texts of the built-in corpus as the annotators make them.
  private static let documents: [AnnotatedDocument] = {
    let folder = Repository.root.appending(path: "examples/corpus").path
    let (sources, _) = Ingestor.read([folder])
    let pipeline = AnnotationPipeline.standard(Set(Layer.allCases).subtracting([.dependencies]))
    return Ingestor.annotate(Array(sources.prefix(24))) {
      pipeline.annotate(text: $0, metadata: $1)
    }
  }()

  private func corpus(_ sources: any DocumentSource...) throws -> Corpus {
    try CorpusAssembly(sources).corpus(name: "c", with: .documents)
  }

  private func memory(_ range: Range<Int>) -> MemoryDocuments {
    MemoryDocuments(Array(Self.documents[range]))
  }

  private func image(_ range: Range<Int>) throws -> ImageDocuments {
    try #require(ImageDocuments(try corpus(memory(range))))
  }

  @Test(arguments: [0, 1, 7, 12, 23, 24])
  func `documents added or joined give the corpus of all at once`(cut: Int) throws {
    let count = Self.documents.count
    let whole = try corpus(memory(0..<count))
    let expected = CorpusDump.lines(whole)
    #expect(whole.rowCount(of: .families) > 0 || count < 24)
    let others = [
      try corpus(image(0..<cut), memory(cut..<count)),
      try corpus(image(0..<cut), image(cut..<count)),
    ]
    for other in others {
      #expect(CorpusDump.lines(other) == expected)
      for name in [RowReasons.identity, ImageDocuments.attachment] {
        #expect(other.attachment(name).map(Array.init) == whole.attachment(name).map(Array.init))
      }
    }
  }

  @Test func `topics are called as the corpus calls who is meant`() throws {
    let texts = [
      "“We trust Dr. Morel,” said Jon Roe. Dr. Morel came late.",
      "“Ada Morel is right,” said Jon Roe. Dr. Ada Morel came late.",
    ]
    let sources = texts.flatMap { Ingestor.read(name: "a.txt", bytes: Array($0.utf8)).documents }
    let pipeline = AnnotationPipeline.standard(Set(Layer.allCases).subtracting([.dependencies]))
    let documents = Ingestor.annotate(sources) { pipeline.annotate(text: $0, metadata: $1) }
    let lines = CorpusDump.lines(try corpus(MemoryDocuments(documents)))
    for table in ["quotes", "documents"] {
      let topics = try #require(lines.first { $0.hasPrefix("\(table).topic ") })
      #expect(topics.contains(" Ada Morel") && !topics.contains(/[0-9] Morel/), "\(topics)")
    }
  }

  @Test func `documents of one name get names of their own`() throws {
    let twice = try corpus(image(0..<2), image(0..<2))
    guard case .codes(let ids) = try #require(twice.column("id", of: .documents)) else { return }
    #expect(Set(ids.values).count == 4)
  }

  @Test func `fields of the source have names that queries can write`() throws {
    var document = try #require(Self.documents.first)
    document.metadata.other = [
      ("my col", "1"), ("meta::genre", "2"), ("größe", "3"), ("_id", "4"), ("my-col", "5"),
    ]
    let corpus = try corpus(MemoryDocuments([document]))
    let names = corpus.schema.attributes(of: .documents).map(\.name)
    #expect(names.suffix(5) == ["my_col", "meta_genre", "größe", "_id", "my_col_2"])
  }

  @Test func `a record of a building comes back`() throws {
    var record = BuildRecord()
    record.version = "0.1.0"
    record.time = "2025-02-24T12:00:00Z"
    record.inputs = ["articles", "a b"]
    record.filesRead = 7
    record.warnings = ["one", "one"]
    #expect(try BuildRecord(record.bytes) == record)
    for index in record.bytes.indices {
      var damaged = record.bytes
      damaged[index] ^= 0x20
      #expect(throws: RecordError.self) { try BuildRecord(damaged) }
    }
  }

  @Test func `reasons are found by the rows of quotes, and damage gives none or another`() throws {
    let documents = (0..<5).map { index in
      var document = AnnotatedDocument(
        text: NormalizedText(clean: "so it is"),
        metadata: DocumentMetadata(id: "\(index)", origin: "\(index)"))
      let name = index == 3 ? "Ada Morel" : "Morel"
      document.entities = [DocumentEntity(name: name, type: .person)]
      var quote = Quote(content: [ByteRange(0, 2)], kind: .direct, confidence: 1)
      quote.speaker = 0
      document.quotes = [quote]
      return document
    }
    let corpus = try CorpusAssembly([MemoryDocuments(documents)]).corpus(name: "c", with: .reasons)
    let bytes = Array(try #require(corpus.attachment(RowReasons.identity)))
    let reasons = RowReasons(count: bytes.count) { bytes[$0] }
    let expected = "Ada Morel is the only Morel of the corpus"
    #expect((0..<6).map { reasons[$0] } == [expected, expected, expected, nil, expected, nil])
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0xFF
      let reasons = RowReasons(count: damaged.count) { [damaged] in damaged[$0] }
      for row in 0..<6 { _ = reasons[UInt32(row)] }
    }
    #expect(RowReasons(count: 0) { _ in 0 }[0] == nil)
  }
}
