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

  /// How many of twelve files of one length can be had of a share of an archive: of bzip2 and zstd whole
  /// blocks, and of one that holds all files nothing.
  private static func leastCount(_ packing: Packing, _ tenths: Int) -> Int {
    switch packing {
    case .bzip2, .tarBzip2: 0
    case .zstd, .tarZstd: tenths > 6 ? 6 : 0
    default: max(0, 12 * tenths / 10 - 1)
    }
  }

  @Test(arguments: Packing.allCases.filter(\.isArchive), 1...9)
  func `an archive that is cut off is one message, and what stands before that is read`(
    packing: Packing, tenths: Int
  ) throws {
    let whole = packing.pack(Self.files)
    let (names, report, messages) = try read(
      Array(whole.prefix(whole.count * tenths / 10)), "a.\(packing.ending)")
    #expect(names == (0..<names.count).map { "\($0).txt" } && names.count < 12)
    #expect(names.count >= Self.leastCount(packing, tenths), "\(names.count)")
    #expect(messages.count == 1, "\(messages)")
    #expect(messages.first?.contains("it is damaged or cut off") == true, "\(messages)")
    #expect((report.warnings.map(\.mend) + report.errors.map(\.mend)).allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: Packing.allCases.filter { !$0.isArchive }, 1...9)
  func `of a compressed file that is cut off the beginning is read`(
    packing: Packing, tenths: Int
  ) throws {
    let lines = Self.files.map { "{\"text\": \"\(String(decoding: $0.bytes, as: UTF8.self))\"}\n" }
    let whole = packing.pack([.init("x", lines.joined())])
    let (names, report, messages) = try read(
      Array(whole.prefix(whole.count * tenths / 10)), "wire.jsonl.\(packing.ending)")
    #expect(names == (0..<names.count).map { "wire.jsonl:\($0 + 1)" } && names.count < 12)
    #expect(names.count >= Self.leastCount(packing, tenths), "\(names.count)")
    let damage = "wire.jsonl.\(packing.ending): it is damaged or cut off: "
    #expect(messages.last?.hasPrefix(damage) == true, "\(messages)")
    // Where not one line is whole, the beginning of one is told, too.
    #expect(messages.count == 1 || names.isEmpty && messages.count == 2, "\(messages)")
    #expect(report.skippedCount == (messages.count == 1 && names.isEmpty ? 1 : 0))
  }

  @Test(arguments: [Packing.tar, .tarGzip, .tarXz, .zip])
  func `of a file of many documents in an archive that is cut off whole ones are read`(
    packing: Packing
  ) throws {
    let lines = Self.files.map { "{\"text\": \"\(String(decoding: $0.bytes, as: UTF8.self))\"}\n" }
    let whole = packing.pack([.init("a.txt", "Ahead."), .init("wire.jsonl", lines.joined())])
    let (names, _, messages) = try read(
      Array(whole.prefix(whole.count / 2)), "a.\(packing.ending)")
    #expect((6...8).contains(names.count), "\(names)")
    #expect(messages.count == 1 && messages[0].contains("wire.jsonl: "), "\(messages)")
  }

  @Test func `an archive that ends between two members, or without its own end, is told`() throws {
    let tar = Packing.tar.pack([.init("a.txt", "One."), .init("b.txt", "Two.")])
    let zip = Packing.zip.pack([.init("a.txt", "One."), .init("b.txt", "Two.")])
    let cuts = [
      ("a.tar", Array(tar[..<1024]), 1, "behind a.txt: the sign of its end is missing"),
      ("a.tar", Array(tar[..<2048]), 2, "behind b.txt: the sign of its end is missing"),
      ("a.zip", zip.dropLast(), 2, "behind b.txt: the list of its members is missing"),
    ]
    for (name, bytes, count, problem) in cuts {
      let (names, _, messages) = try read(bytes, name)
      #expect(names.count == count)
      #expect(messages == ["\(name): it is damaged or cut off \(problem)"])
    }
    #expect(try read(tar, "a.tar").messages.isEmpty && read(zip, "a.zip").messages.isEmpty)
  }

  @Test func `a damaged member of a zip file is one message, and the others are read`() throws {
    var bytes = Packing.zip.pack(Self.files)
    for offset in 0..<200 { bytes[bytes.count * 2 / 5 + offset] ^= 0x5A }
    let (names, report, messages) = try read(bytes, "a.zip")
    #expect(names.count == 11 && !names.contains("4.txt"))
    #expect(report.errors.isEmpty && messages.count == 1 && report.skippedCount == 1)
    #expect(messages[0].hasPrefix("a.zip/4.txt: it is damaged or cut off: "))
  }

  @Test func `an archive that is too deep in others is skipped, and counted`() throws {
    let deep = Packing.zip.pack([.init("b.zip", Packing.zip.pack([.init("a.txt", "One.")]))])
    let bytes = Packing.zip.pack([.init("c.zip", deep), .init("d.txt", "Two.")])
    let (names, report, messages) = try read(bytes, "d.zip")
    #expect(names == ["d.txt"] && report.skippedCount == 1, "\(report.skippedCount)")
    #expect(messages == ["d.zip/c.zip/b.zip: this is an archive in an archive in an archive"])
  }

  @Test func `an encrypted zip file is one message, and what is not encrypted is read`() throws {
    let bytes = Packing.zip.pack(Self.files, password: "harbour")
    let (names, report, messages) = try read(bytes, "a.zip")
    #expect(names.isEmpty && report.skippedCount == 12)
    #expect(messages == ["a.zip: it is encrypted"])
    for (locked, message) in [
      (3...3, "3.txt is encrypted"),
      (2...9, "8 members are encrypted: 2.txt, 3.txt, 4.txt, 5.txt, 6.txt and 3 more"),
    ] {
      let some = try read(Self.locked(locked.map { "\($0).txt" }), "b.zip")
      #expect(some.names.count == 12 - locked.count && some.report.skippedCount == locked.count)
      #expect(some.messages == ["b.zip: \(message)"])
    }
  }

  /// A zip of the files, of which some are said to need a password (APPNOTE 4.3.7, 4.3.12).
  private static func locked(_ names: [String]) -> [UInt8] {
    var bytes = Packing.zip.pack(files)
    for name in names {
      for (sign, length, flags) in [([0x50, 0x4B, 3, 4], 30, 6), ([0x50, 0x4B, 1, 2], 46, 8)] {
        let header = sign.map { UInt8($0) }
        let place = bytes.indices.first {
          bytes[$0...].starts(with: header) && bytes[($0 + length)...].starts(with: name.utf8)
        }
        if let place { bytes[place + flags] |= 1 }
      }
    }
    return bytes
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
