import Annotation
import Testing

@testable import Ingestion

@Suite struct ContainerDamageTests {

  /// Texts that do not shrink to nothing when they are packed.
  private static let files = (0..<12).map { number in
    var state = UInt64(number &+ 1)
    let words = (0..<2_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return "w\(state >> 40)"
    }
    return Packing.File("\(number).txt", words.joined(separator: " "))
  }

  private func read(_ bytes: [UInt8], _ name: String) throws -> (
    names: [String], report: IngestionReport, messages: [String]
  ) {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, bytes)
    let (documents, report) = Ingestor.read([path])
    let messages =
      report.warnings.map(\.description) + report.errors.map(\.description)
    return (
      documents.map(\.metadata.id), report,
      messages.map { String($0.dropFirst(folder.path.count + 1)) }
    )
  }

  @Test(arguments: Packing.allCases.filter(\.isArchive))
  func `an archive that is cut off is one message, and what stands before that is read`(
    packing: Packing
  ) throws {
    let whole = packing.pack(Self.files)
    for share in [0.05, 0.5, 0.9] {
      let bytes = Array(whole.prefix(Int(Double(whole.count) * share)))
      let (names, report, messages) = try read(bytes, "a.\(packing.ending)")
      #expect(names.count < 12 && Set(names) == Set((0..<names.count).map { "\($0).txt" }))
      // A block of bzip2 is all of it.
      #expect(share < 0.9 || packing == .tarBzip2 || !names.isEmpty, "\(packing) \(share)")
      #expect(messages.count == 1, "\(packing) \(share): \(messages)")
      #expect(messages.first?.contains("it is damaged or cut off") == true, "\(messages)")
      #expect((report.warnings.map(\.mend) + report.errors.map(\.mend)).allSatisfy { !$0.isEmpty })
    }
  }

  @Test(arguments: Packing.allCases.filter { !$0.isArchive })
  func `of a compressed file that is cut off the beginning is read`(packing: Packing) throws {
    let lines = Self.files.map { "{\"text\": \"\(String(decoding: $0.bytes, as: UTF8.self))\"}\n" }
    let whole = packing.pack([.init("x", lines.joined())])
    let (names, _, messages) = try read(
      Array(whole.prefix(whole.count * 9 / 10)), "wire.jsonl.\(packing.ending)")
    // A block of bzip2 is all of it.
    #expect((packing == .bzip2 || names.count > 2) && names.count < 12)
    // The line that is cut off is told, too.
    #expect(messages.count <= 2)
    #expect(
      messages.contains {
        $0.hasPrefix("wire.jsonl.\(packing.ending): it is damaged or cut off: ")
      },
      "\(packing): \(messages)")
  }

  @Test func `a damaged member of a zip file is one message, and the others are read`() throws {
    var bytes = Packing.zip.pack(Self.files)
    for offset in 0..<200 { bytes[bytes.count * 2 / 5 + offset] ^= 0x5A }
    let (names, report, messages) = try read(bytes, "a.zip")
    #expect(names.count == 11 && !names.contains("4.txt"))
    #expect(report.errors.isEmpty && messages.count == 1)
    #expect(messages[0].hasPrefix("a.zip/4.txt: it is damaged or cut off: "))
  }

  @Test func `an encrypted zip file is one message, and what is not encrypted is read`() throws {
    let bytes = Packing.zip.pack(Self.files, password: "harbour")
    let (names, report, messages) = try read(bytes, "a.zip")
    #expect(names.isEmpty && report.skippedCount == 11)
    #expect(messages == ["a.zip: it is encrypted"])
  }

  @Test(arguments: Packing.allCases)
  func `nothing in a package is nothing, and told`(packing: Packing) throws {
    let (names, report, messages) = try read(
      packing.pack([.init("x.png", "")]), "a.\(packing.ending)")
    #expect(names.isEmpty)
    #expect(messages.count == 1 && report.errors.count == 1, "\(packing): \(messages)")
    #expect(
      try read([], "a.\(packing.ending)").messages == ["a.\(packing.ending): the file is empty"])
  }

  @Test func `an office document is told to be one`() throws {
    let bytes = Packing.zip.pack([
      .init("[Content_Types].xml", "<Types/>"), .init("word/document.xml", "<w/>"),
    ])
    #expect(
      try read(bytes, "letter.docx").messages
        == ["letter.docx: this is an office document, not text"])
  }

  @Test(arguments: [Packing.gzip, .zstd, .tarXz, .zip])
  func `what unpacks to far more than its size is not unpacked to its end`(packing: Packing) throws
  {
    let blank = [UInt8](repeating: 0x20, count: 160 << 20)
    let bytes = packing.pack([.init("a.txt", blank), .init("b.txt", "Behind.")])
    let (names, _, messages) = try read(bytes, "a.\(packing.ending)")
    #expect(names.isEmpty)
    #expect(messages.count == 1)
    #expect(
      messages[0].contains("it unpacks to more than 250 times its size"), "\(packing): \(messages)")
  }

  @Test(arguments: [Packing.tar, .tarGzip, .zip, .xz])
  func `damaged bytes of any sort neither trap nor hang`(packing: Packing) throws {
    let whole = packing.pack(Array(Self.files.prefix(3)))
    var state: UInt64 = 42
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
      }
      let reading = Ingestor.read(name: "a.\(packing.ending)", bytes: bytes)
      #expect(reading.documents.count <= 4)
    }
  }
}
