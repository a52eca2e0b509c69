import Annotation
import CorpusFixture
import Foundation
import Ingestion
import TestSupport
import Testing

@Suite struct DocumentArchiveTests {

  /// Documents as the annotators make them, with texts that had to be repaired.
  private static let annotated: [AnnotatedDocument] = {
    let texts = [
      "Title: none\r\n\r\n“We are ready,” Ada Morel said on Monday. She denied it\u{200B}all.",
      "caf\u{C3}\u{A9} Mayor Bj\u{F6}rn \u{C5}kesson told reporters that “the river” would rise.\u{0}",
      "", "   ", "By Ines Roth\n\nChina warned France. “No,” Emmanuel Macron answered, “never.”",
    ]
    let pipeline = AnnotationPipeline.standard(
      Set(Layer.allCases).subtracting([.dependencies]))
    return texts.enumerated().map { index, text in
      var metadata = DocumentMetadata(id: "d\(index)", origin: "folder/d\(index).txt")
      metadata.date = CalendarDay(year: 2025, month: 12, day: 31)
      metadata.authors = ["Ines Roth", "", "Tom Quist"]
      metadata.other = [(key: "desk", value: "world"), (key: "desk", value: "home")]
      return pipeline.annotate(
        text: TextNormalizer.normalize(Array(text.unicodeScalars.map { UInt8($0.value & 0xFF) })),
        metadata: metadata)
    }
  }()

  private func record(of document: AnnotatedDocument) -> [UInt8] {
    var writer = RecordWriter()
    DocumentRecord.append(document, .whole, to: &writer)
    return writer.bytes
  }

  private func expectEqual(_ a: AnnotatedDocument, _ b: AnnotatedDocument) {
    #expect(a.text == b.text)
    #expect(a.metadata == b.metadata)
    #expect(a.blocks == b.blocks)
    #expect(a.sentences == b.sentences)
    #expect(a.tokens == b.tokens)
    #expect(a.mentions == b.mentions)
    #expect(a.entities == b.entities)
    #expect(a.quotes == b.quotes)
    #expect(a.topics == b.topics)
  }

  @Test(arguments: 0..<5)
  func `a document comes back as it was annotated`(index: Int) throws {
    let document = Self.annotated[index]
    var reader = RecordReader(record(of: document)[...])
    expectEqual(try DocumentRecord.document(&reader), document)
    #expect(reader.rest == 0)
  }

  @Test func `a document comes back from a record without its text and tokens`() throws {
    for document in Self.annotated {
      var writer = RecordWriter()
      DocumentRecord.append(document, .withoutTokens, to: &writer)
      var reader = RecordReader(writer.bytes[...])
      expectEqual(
        try DocumentRecord.document(
          &reader, text: document.text.bytes, tokens: document.tokens), document)
    }
  }

  @Test func `a damaged record gives an error or a sound document, and never a trap`() {
    let document = Self.annotated[4]
    let whole = record(of: document)
    for index in whole.indices {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = whole
        damaged[index] ^= change
        var reader = RecordReader(damaged[...])
        guard let found = try? DocumentRecord.document(&reader) else { continue }
        #expect(found.tokens.allSatisfy { Int($0.range.end) <= found.text.bytes.count })
      }
      var reader = RecordReader(whole[..<index])
      #expect(throws: RecordError.self) { try DocumentRecord.document(&reader) }
    }
  }

  @Test func `damage of a framed record is always told`() throws {
    let framed = RecordFrame.framed(record(of: Self.annotated[0]))
    #expect(try RecordFrame.record(in: framed[...], at: 0).end == framed.count)
    for index in framed.indices {
      var damaged = framed
      damaged[index] ^= 0x10
      #expect(throws: RecordError.self) { try RecordFrame.record(in: damaged[...], at: 0) }
      #expect(throws: RecordError.self) { try RecordFrame.record(in: framed[..<index], at: 0) }
    }
  }

  @Test func `an archive keeps whole records and drops a torn last one`() throws {
    let file = try ScratchFile()
    do {
      let archive = try DocumentArchive(at: file.path, identity: 7)
      try archive.append(
        Self.annotated.enumerated().map {
          DocumentArchive.record(of: $1, source: UInt64($0))
        })
    }
    let whole = try Data(contentsOf: file.url)
    for length in stride(from: whole.count, to: 0, by: -37) {
      try whole.prefix(length).write(to: file.url)
      let archive = try DocumentArchive(at: file.path, identity: 7)
      #expect(length < whole.count || archive.documentCount == Self.annotated.count)
      for index in 0..<archive.documentCount {
        #expect(archive.entries[index].source == UInt64(index))
        #expect(try archive.document(index).tokens == Self.annotated[index].tokens)
        #expect(try archive.entities(of: index) == Self.annotated[index].entities)
      }
      try archive.append([DocumentArchive.record(of: Self.annotated[1], source: 99)])
      #expect(try archive.document(archive.documentCount - 1).text == Self.annotated[1].text)
    }
  }

  @Test func `every changed byte of an archive costs the record it stands in and those behind`()
    throws
  {
    let file = try ScratchFile()
    do {
      let archive = try DocumentArchive(at: file.path, identity: 7)
      try archive.append([
        DocumentArchive.record(of: Self.annotated[2], source: 1),
        DocumentArchive.record(of: Self.annotated[3], source: 2),
      ])
    }
    let whole = try Data(contentsOf: file.url)
    for index in whole.indices {
      var damaged = whole
      damaged[index] ^= 0x04
      try damaged.write(to: file.url)
      let archive = try DocumentArchive(at: file.path, identity: 7)
      #expect(archive.documentCount < 2)
    }
  }

  @Test func `an archive of another build is begun anew`() throws {
    let file = try ScratchFile()
    do {
      let archive = try DocumentArchive(at: file.path, identity: 7)
      try archive.append([DocumentArchive.record(of: Self.annotated[0], source: 1)])
      #expect(throws: ArchiveError.inUse) { try DocumentArchive(at: file.path, identity: 7) }
    }
    #expect(try DocumentArchive(at: file.path, identity: 7).documentCount == 1)
    #expect(try DocumentArchive(at: file.path, identity: 8).documentCount == 0)
    #expect(throws: ArchiveError.self) {
      try DocumentArchive(at: Array("/no/such/folder/archive".utf8), identity: 7)
    }
  }
}
