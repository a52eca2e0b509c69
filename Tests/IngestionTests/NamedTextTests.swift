import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// Annotations of the World Wide Web Consortium, and the texts that they name.
@Suite struct NamedTextTests {

  private static let text = "“Yes,” said Ada Lund. “We sail,” said Jon Roe."

  /// An annotation of some characters of a text.
  private static func annotation(
    _ body: String, _ source: String, selector: String
  ) -> String {
    #"{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": \#(body), "#
      + #""target": {"source": "\#(source)", "selector": \#(selector)}}"#
  }

  private static func position(_ start: Int, _ end: Int) -> String {
    #"{"type": "TextPositionSelector", "start": \#(start), "end": \#(end)}"#
  }

  private static func words(_ words: String) -> String {
    #"{"type": "TextQuoteSelector", "exact": "\#(words)"}"#
  }

  private static func quote(_ speaker: String) -> String {
    #"{"type": "schema:Quotation", "schema:spokenByCharacter": "\#(speaker)"}"#
  }

  private static let person = #"{"type": "TextualBody", "value": "Person"}"#

  private static func list(_ annotations: [String]) -> String {
    "[" + annotations.joined(separator: ",\n") + "]"
  }

  @Test(arguments: [Packing.zip, .tar, .tarGzip, .tarXz], [true, false])
  func `texts that annotations name are found in archives`(
    packing: Packing, isTextFirst: Bool
  ) throws {
    let texts = [Packing.File("in/a.txt", Self.text), .init("a.txt", "Another text.")]
    let notes = [
      Packing.File(
        "in/a.jsonld",
        Self.annotation(Self.quote("Ada Lund"), "a.txt", selector: Self.position(1, 4))
      ),
      .init(
        "in/z.jsonld",
        Self.annotation(Self.person, "http://news.example/x/a.txt", selector: Self.words("Jon Roe"))
      ),
      .init("lone.jsonld", Self.annotation(Self.person, "b.txt", selector: Self.words("Jon Roe"))),
    ]
    let packed = packing.pack(isTextFirst ? texts + notes : notes + texts)
    let reading = Ingestor.read(name: "a.\(packing.ending)", bytes: packed)
    // As in a folder, that which is called like its text is read with it.
    #expect(reading.documents.count == 3)
    let quotes = reading.documents.compactMap { $0.given?.quotes?.first }
    #expect(quotes.map(\.speaker) == ["Ada Lund"])
    let names = reading.documents.flatMap { document in
      (document.given?.mentions ?? []).map { document.text.string($0.range) }
    }
    #expect(names == ["Jon Roe"])
    #expect(
      reading.warnings.map(\.message) == ["the text of 'b.txt' is not there to be annotated"])
  }

  @Test func `memory for the texts of an archive is bounded`() throws {
    let texts = (0..<60).map { Packing.File("t/\($0).txt", "text number \($0)") }
    let packed = Packing.tarGzip.pack(texts)
    let companions = ArchivedCompanions(
      .texts, .bytes(packed), byteCount: packed.count, limit: 100)
    let path = MemberPath(Array("t/x.jsonld".utf8))
    for file in texts + texts.reversed() {
      let name = String(file.path.dropFirst(2))
      #expect(companions.text(name, beside: path) == file.bytes)
      #expect(companions.keptByteCount <= 100)
    }
    #expect(companions.text("../60.txt", beside: path) == nil)
    #expect(companions.passes < 14 && companions.lostCount == 0)
  }

  @Test(arguments: [Packing.gzip, .xz, .zstd, .bzip2])
  func `compressed texts and annotations beside each other belong together`(
    packing: Packing
  ) throws {
    let standoff = "T1\tPerson 12 20\tAda Lund\n"
    let note = Self.annotation(Self.quote("Jon Roe"), "b.txt", selector: Self.words("We sail"))
    let files = [
      Packing.File("a.txt", Self.text), .init("a.ann", standoff), .init("b.txt", "A: " + Self.text),
      .init("b.jsonld", note),
    ]
    let packed = files.map {
      Packing.File("\($0.path).\(packing.ending)", packing.pack([$0]))
    }
    for isMixed in [false, true] {
      let folder = try TemporaryFolder()
      for (index, file) in packed.enumerated() {
        let own = isMixed && index % 2 == 0 ? files[index] : file
        try folder.write(own.path, own.bytes)
      }
      try expectBoth(Ingestor.read([folder.path]))
    }
    let archive = try TemporaryFolder()
    try expectBoth(Ingestor.read([try archive.write("all.tar", Packing.tar.pack(packed))]))
  }

  private func expectBoth(_ read: (documents: [SourceDocument], report: IngestionReport)) throws {
    #expect(read.documents.count == 2 && read.report.warnings.isEmpty, "\(read.report.warnings)")
    #expect(read.documents.contains { $0.given?.mentions?.count == 1 })
    #expect(read.documents.contains { $0.given?.quotes?.first?.speaker == "Jon Roe" })
  }

  @Test func `annotations that point nowhere are told once a file, with the first place`() throws {
    func messages(_ annotations: [String]) throws -> [String] {
      let folder = try TemporaryFolder()
      try folder.write("a.txt", Self.text)
      try folder.write("a.jsonld", Self.list(annotations))
      return Ingestor.read([folder.path]).report.warnings.map(\.message)
    }
    let good = Self.annotation(Self.person, "a.txt", selector: Self.words("Jon Roe"))
    let far = Self.annotation(Self.person, "a.txt", selector: Self.position(400, 408))
    let absent = Self.annotation(Self.quote("Bo"), "a.txt", selector: Self.words("We stay"))
    #expect(try messages([good]).isEmpty)
    #expect(
      try messages([good, far]) == ["an annotation points to no place in the text: 400 to 408"])
    #expect(
      try messages([absent, good, far])
        == ["2 annotations point to no place in the text, the first to 'We stay'"])
    let comment = Self.annotation(
      #"{"type": "TextualBody", "value": "well said"}"#, "a.txt", selector: Self.position(400, 408))
    #expect(try messages([good, comment]).isEmpty)
  }

  @Test func `where position and words disagree the words tell`() throws {
    func name(_ selectors: String) throws -> [String] {
      let folder = try TemporaryFolder()
      try folder.write("a.txt", Self.text)
      try folder.write("a.jsonld", Self.annotation(Self.person, "a.txt", selector: selectors))
      let read = Ingestor.read([folder.path])
      return read.documents.flatMap { document in
        (document.given?.mentions ?? []).map { document.text.string($0.range) }
      } + read.report.warnings.map(\.message)
    }
    #expect(try name("[\(Self.position(12, 20)), \(Self.words("Ada Lund"))]") == ["Ada Lund"])
    #expect(try name("[\(Self.position(13, 21)), \(Self.words("Ada Lund"))]") == ["Ada Lund"])
    #expect(
      try name("[\(Self.position(12, 20)), \(Self.words("Ida Lund"))]")
        == ["an annotation points to no place in the text: 'Ida Lund'"])
  }
}
