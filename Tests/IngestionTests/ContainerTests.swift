import Annotation
import Foundation
import Testing

@testable import Ingestion

@Suite struct ContainerTests {

  private static let files = [
    Packing.File("news/2025-02-24-bridge.txt", "Marta Vale opened the bridge."),
    Packing.File("news/harbour.md", "---\ntitle: Harbour\n---\nIt closes at noon."),
    Packing.File("news/wire.jsonl", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}"),
  ]

  @Test(arguments: Packing.allCases.filter(\.isArchive))
  func `an archive is read like the folder that is packed in it`(packing: Packing) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("week.\(packing.ending)", packing.pack(Self.files))
    let unpacked = try TemporaryFolder()
    for file in Self.files { try unpacked.write(file.path, file.bytes) }
    for input in [path, folder.path] {
      let (documents, report) = Ingestor.read([input])
      let expected = Ingestor.read([unpacked.path]).documents
      #expect(documents.map(\.metadata.id) == expected.map(\.metadata.id))
      #expect(documents.map(\.text) == expected.map(\.text))
      #expect(documents.map(\.metadata.date) == expected.map(\.metadata.date))
      #expect(documents.first?.metadata.origin == path + "/news/2025-02-24-bridge.txt")
      #expect(report.warnings.isEmpty && report.errors.isEmpty)
      #expect(report.fileCount == 3 && report.documentCount == 4)
    }
  }

  @Test(arguments: Packing.allCases.filter { !$0.isArchive })
  func `a compressed file is read as what is in it`(packing: Packing) throws {
    let folder = try TemporaryFolder()
    let bytes = packing.pack([.init("x", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}")])
    let path = try folder.write("wire.jsonl.\(packing.ending)", bytes)
    try folder.write("picture.png.\(packing.ending)", bytes)
    for input in [path, folder.path] {
      let (documents, report) = Ingestor.read([input])
      #expect(documents.map(\.metadata.id) == ["wire.jsonl:1", "wire.jsonl:2"])
      #expect(documents.map(\.metadata.origin) == [path + ":1", path + ":2"])
      #expect(report.warnings.isEmpty && report.errors.isEmpty)
    }
    // The name does not have to tell.
    let other = try folder.write("wire", bytes)
    #expect(Ingestor.read([other]).documents.count == 2)
    try folder.write("zz.txt", Packing.zip.pack([.init("in.txt", "In.")]))
    let (all, report) = Ingestor.read([folder.path])
    #expect(all.count == 3 && all.last?.metadata.origin == folder.path + "/zz.txt/in.txt")
    #expect(report.warnings.isEmpty)
  }

  @Test func `paths lead nowhere, and hidden, unknown and linked members are not read`() throws {
    let folder = try TemporaryFolder()
    let files = [
      Packing.File("/etc/../../up.txt", "Up."), Packing.File("./a//b.txt", "B."),
      Packing.File("C:\\news\\c.txt", "C."), Packing.File(".git/d.txt", "Hidden."),
      Packing.File("__MACOSX/._e.txt", "Hidden."), Packing.File("logo.png", "?"),
      Packing.File("é\u{1B}[31m.txt", "É."),
      Packing.File("link.txt", Array("/etc/passwd".utf8), type: 0o120000),
    ]
    for packing in [Packing.tarGzip, .zip] {
      let path = try folder.write("a.\(packing.ending)", packing.pack(files))
      let (documents, report) = Ingestor.read([path])
      #expect(
        documents.map { $0.metadata.origin.dropFirst(path.count) } == [
          "/etc/up.txt", "/a/b.txt", "/news/c.txt", "/é[31m.txt",
        ], "\(packing)")
      #expect(report.skippedCount == 2 && report.skippedEndings == ["png": 1])
      #expect(report.linkCount == 1)
      #expect(report.warnings.isEmpty && report.errors.isEmpty)
    }
  }

  @Test func `links in archives are counted and not followed`() throws {
    let folder = try TemporaryFolder()
    var copy = Packing.File("copy.txt", "a.txt")
    copy.isHardLink = true
    var outside = Packing.File("b/outside.md", "/etc/passwd")
    outside.isHardLink = true
    let packed = Packing.tarGzip.pack([
      .init("a.txt", "One."), copy, outside,
      .init("up.txt", Array("../a.txt".utf8), type: 0o120000),
      .init(".hidden", Array("a.txt".utf8), type: 0o120000), .init("z.txt", "Two."),
    ])
    let path = try folder.write("a.tgz", packed)
    let (documents, report) = Ingestor.read([path])
    #expect(documents.map(\.text.text) == ["One.", "Two."])
    #expect(report.skippedCount == 3 && report.linkCount == 3 && report.skippedEndings.isEmpty)
    #expect(report.warnings.isEmpty && report.errors.isEmpty)
    let alone = try folder.write("b.tgz", Packing.tarGzip.pack([copy]))
    #expect(
      Ingestor.read([alone]).report.errors.map(\.message)
        == ["the archive has no texts in it; it holds 1 other file"])
  }

  @Test func `archives in archives are read one level deep`() throws {
    let folder = try TemporaryFolder()
    let text = Packing.gzip.pack([.init("x", "Packed.")])
    let inner = Packing.zip.pack([.init("b.txt", "Inner."), .init("c.txt.gz", text)])
    let outer = Packing.tarXz.pack([
      .init("a.txt.gz", text), .init("inner.zip", inner), .init("z.txt", "Behind."),
    ])
    let path = try folder.write("outer.txz", outer)
    let (documents, report) = Ingestor.read([path])
    #expect(documents.map(\.text.text) == ["Packed.", "Inner.", "Behind."])
    #expect(
      documents.map { $0.metadata.origin.dropFirst(path.count) }
        == ["/a.txt.gz", "/inner.zip/b.txt", "/z.txt"])
    #expect(
      report.warnings.map(\.description)
        == ["\(path)/inner.zip/c.txt.gz: this is an archive in an archive in an archive"])
  }

  @Test func `large files of many documents are read in pieces, others as one`() throws {
    let folder = try TemporaryFolder()
    let count = 4_000
    let line = String(repeating: "The harbour closes at noon. ", count: 16)
    let lines = (0..<count).map { "{\"text\": \"\($0) \(line)\"}\n" }.joined()
    let text = String(repeating: line + "\n", count: 2_000)
    let path = try folder.write(
      "big.zip",
      Packing.zip.pack([
        .init("a.txt", "First."), .init("b.jsonl", lines), .init("c.txt", text),
        .init("d.txt", "Last."),
      ]))
    var options = ReadingOptions()
    options.duplicates = .keep
    options.pieceLength = 800_000
    #expect(min(lines.utf8.count, text.utf8.count) > options.pieceLength)
    var stream = SourceStream([path], options: options)
    var (documents, most) = ([SourceDocument](), 0)
    while let batch = stream.nextBatch(bytes: 100_000) {
      documents += batch
      most = max(most, batch.count)
      #expect(stream.readByteCount <= stream.byteCount)
    }
    #expect(documents.count == count + 3 && most < count)
    #expect(documents.last?.text.text == "Last.")
    #expect(documents[count].metadata.id == "b.jsonl:\(count)")
    #expect(documents[count + 1].text.bytes.count == text.utf8.count)
    #expect(stream.report.fileCount == 4 && stream.readByteCount == stream.byteCount)
    #expect(stream.report.warnings.isEmpty)
  }

  @Test func `a name that does not tell the truth does no harm`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt.gz", "Not packed at all.")
    try folder.write("b.zip", "Not packed at all.")
    try folder.write("c.tar", Packing.gzip.pack([.init("x", "Only compressed.")]))
    let (documents, report) = Ingestor.read([folder.path])
    #expect(documents.map(\.text.text) == ["Not packed at all.", "Only compressed."])
    #expect(documents.map(\.metadata.id) == ["a.txt", "c.tar"])
    #expect(
      report.warnings.map(\.message) == [
        "this is not a zip archive, as its name says; it looks like plain text"
      ])
  }

  @Test func `bytes in memory are read as archives, too`() {
    let reading = Ingestor.read(name: "a.tgz", bytes: Packing.tarGzip.pack(Self.files))
    #expect(reading.documents.count == 4 && reading.warnings.isEmpty)
  }

  @Test func `a name in UTF-8 is read in any locale`() throws {
    // A zip file with the flag that its names are UTF-8, which the writer here cannot make.
    let packed = try #require(
      Data(
        base64Encoded: """
          UEsDBBQAAAgAAAAAIVo7EdV6BgAAAAYAAAAJAAAAw6kvw7wudHh0TmFtZWQuUEsBAhQDFAAACAAAAAAhWjsR1XoGAAAA\
          BgAAAAkAAAAAAAAAAAAAAIABAAAAAMOpL8O8LnR4dFBLBQYAAAAAAQABADcAAAAtAAAAAAA=
          """))
    let reading = Ingestor.read(name: "a.zip", bytes: Array(packed))
    #expect(reading.documents.map(\.metadata.origin) == ["a.zip/é/ü.txt"])
    #expect(reading.documents.map(\.text.text) == ["Named."])
  }
}
