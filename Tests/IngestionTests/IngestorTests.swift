import Annotation
import Foundation
import Testing

@testable import Ingestion

/// A folder of its own for one test, removed at its end.
final class TemporaryFolder {
  let path = FileManager.default.temporaryDirectory.path + "/quoth-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and the folders it stands in, and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}

@Suite struct IngestorTests {

  @Test func `a folder is read in the order of its names`() throws {
    let folder = try TemporaryFolder()
    try folder.write("b.txt", "Text b.")
    try folder.write("a/2025-02-24-z.TXT", "Text a.")
    try folder.write("c.jsonl", "{\"text\": \"Text c.\"}\n{\"text\": \"Text d.\"}")
    try folder.write("d.md", "Text e.")
    try folder.write(".hidden/x.txt", "Hidden.")
    try folder.write("a/.x.txt", "Hidden.")
    try folder.write("e.doc", "Unknown.")
    try folder.write("notes", "Unknown.")
    let (documents, report) = Ingestor.read([folder.path])
    #expect(
      documents.map(\.metadata.id)
        == ["2025-02-24-z.TXT", "b.txt", "c.jsonl:1", "c.jsonl:2", "d.md"])
    #expect(documents[0].metadata.date == CalendarDay(year: 2025, month: 2, day: 24))
    #expect(documents[0].metadata.origin == folder.path + "/a/2025-02-24-z.TXT")
    #expect(report.documentCount == 5 && report.fileCount == 4 && report.skippedCount == 2)
    #expect(report.warnings.isEmpty && report.errors.isEmpty && report.repairs.isEmpty)
  }

  @Test func `bad files in a folder are one message each and the others are read`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "")
    try folder.write("b.txt", Array("%PDF-1.7 text".utf8))
    try folder.write("c.txt", (0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / 256) })
    try folder.write("d.txt", "Good.")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/e.txt", withDestinationPath: folder.path + "/nowhere")
    let (documents, report) = Ingestor.read([folder.path + "/"])
    #expect(documents.map(\.metadata.id) == ["d.txt"])
    #expect(report.errors.isEmpty)
    let messages = Set(report.warnings.map { $0.description.dropFirst(folder.path.count + 1) })
    #expect(
      messages == [
        "a.txt: the file is empty", "b.txt: this is a PDF file, not text",
        "c.txt: this is a binary file, not text",
        "e.txt: it is a link to a file that is not there",
      ])
    #expect(report.warnings.allSatisfy { !$0.mend.isEmpty })
  }

  @Test func `an input that cannot be read is one error`() throws {
    let folder = try TemporaryFolder()
    let empty = try folder.write("texts/empty.txt", "")
    try folder.write("pictures/a.png", "x")
    let paths = [folder.path + "/none.txt", empty, folder.path + "/pictures", empty + "/x"]
    let (documents, report) = Ingestor.read(paths)
    #expect(documents.isEmpty && report.warnings.isEmpty)
    #expect(report.errors.map(\.kind) == [.missing, .noTexts, .missing, .empty])
    #expect(Set(report.errors.map(\.file)) == Set(paths))
    #expect(Ingestor.extensions.starts(with: ["txt", "text", "md", "markdown", "jsonl", "ndjson"]))
    let noTexts = try #require(report.errors.first { $0.kind == .noTexts })
    #expect(noTexts.message == "the folder has no texts in it; it holds 1 other file")
    #expect(
      noTexts.mend
        == "texts are files that end in \(Ingestor.extensions.map { "." + $0 }.joined(separator: ", ")), "
        + "and archives of such files, like .zip, .tar.gz and .gz"
    )
  }

  @Test func `an unreadable file is told with the reason of the system`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.txt", "Secret.")
    try folder.write("b.txt", "Open.")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
    if FileManager.default.isReadableFile(atPath: file) { return }  // the superuser reads all
    let (documents, report) = Ingestor.read([folder.path, file])
    #expect(documents.map(\.metadata.id) == ["b.txt"])
    #expect(
      report.warnings.map(\.description) == ["\(file): it cannot be read: permission denied"])
  }

  @Test func `links in a circle and files met twice are read once`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a/b/text.txt", "Text.")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a/b/up", withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/again.txt", withDestinationPath: file)
    let (documents, report) = Ingestor.read([folder.path, file, folder.path + "/a"])
    #expect(documents.count == 1)
    #expect(report.skippedCount == 2 && report.errors.isEmpty)
  }

  @Test func `a file that is named is read whatever its name ends in`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("notes", "Text.")
    #expect(Ingestor.read([file]).documents.map(\.metadata.id) == ["notes"])
  }

  @Test func `documents of one name get names of their own`() throws {
    let folder = try TemporaryFolder()
    for name in ["a/x.txt", "b/x.txt"] { try folder.write(name, "Text of \(name).") }
    try folder.write(
      "c.jsonl", "{\"id\": \"x.txt\", \"text\": \"a\"}\n{\"id\": \"x.txt\", \"text\": \"b\"}")
    let ids = Ingestor.read([folder.path]).documents.map(\.metadata.id)
    #expect(
      ids == [
        "x.txt", folder.path + "/b/x.txt", folder.path + "/c.jsonl:1", folder.path + "/c.jsonl:2",
      ])
  }

  @Test func `damage is repaired and reported`() throws {
    let folder = try TemporaryFolder()
    let dirty = "\u{FEFF}Itâ€™s\r\ndone\0,\u{A0}she said"
    try folder.write("a.txt", Array(dirty.utf8) + [0x20, 0x93, 0x79, 0x94])
    let (documents, report) = Ingestor.read([folder.path])
    #expect(documents.map(\.text.text) == ["It’s\ndone, she said “y”"])
    #expect(
      report.repairs == [
        .init(
          document: "a.txt",
          repairs: [
            "2 Windows-1252 characters", "1 byte order mark", "1 mojibake sequence",
            "1 carriage return", "1 NUL character", "1 special space",
          ])
      ])
  }

  @Test func `bytes are read by the ending of their name`() {
    let markdown = Ingestor.read(name: "a.md", bytes: Array("---\ntitle: T\n---\nText.".utf8))
    #expect(markdown.documents.map(\.metadata.title) == ["T"])
    let lines = Ingestor.read(name: "a.jsonl", bytes: Array("{\"text\": \"a\"}".utf8))
    #expect(lines.documents.map(\.metadata.id) == ["a.jsonl:1"])
  }

  @Test func `a text line of ten megabytes is read at once`() throws {
    let folder = try TemporaryFolder()
    let line = String(repeating: "The harbour is built, she said. ", count: 320_000)
    let file = try folder.write("long.txt", line)
    let time = ContinuousClock().measure {
      #expect(Ingestor.read([file]).documents.first?.text.bytes.count == line.utf8.count)
    }
    #expect(time < .seconds(20))
  }

  @Test func `a file that is gone when its turn comes is told, and the others are read`() throws {
    let folder = try TemporaryFolder()
    let gone = try folder.write("a.txt", "Gone.")
    let packed = try folder.write("b.zip", Packing.zip.pack([.init("a.txt", "Gone.")]))
    try folder.write("c.txt", "There.")
    var stream = SourceStream([folder.path])
    for file in [gone, packed] { try FileManager.default.removeItem(atPath: file) }
    var documents: [SourceDocument] = []
    while let batch = stream.nextBatch(bytes: 1) { documents += batch }
    #expect(documents.map(\.text.text) == ["There."])
    #expect(
      stream.report.warnings.map(\.description)
        == [gone, packed].map { "\($0): it was there, and is gone" })
    #expect(stream.report.errors.isEmpty && stream.readByteCount == stream.byteCount)
  }

  @Test func `of many warnings of one kind about a file the first are told, and the rest counted`()
    throws
  {
    let folder = try TemporaryFolder()
    let bad = (0..<317).map { $0 == 100 ? "[1]\n" : "nonsense \($0)\n" }.joined()
    let path = try folder.write("a.jsonl", "{\"text\": \"One.\"}\n" + bad)
    try folder.write("b.jsonl", bad)
    let (documents, report) = Ingestor.read([folder.path])
    #expect(documents.count == 1 && report.warnings.count == 14)
    let messages = report.warnings.prefix(7).map { String($0.description.dropFirst(path.count)) }
    #expect(messages[0] == ":2: the line is not JSON: a value is missing at byte 1")
    #expect(messages[5] == ": … and 311 more lines like these")
    #expect(messages[6] == ":102: the line is JSON but no object")
    #expect(report.warnings[5].mend == report.warnings[0].mend)
  }

  @Test func `one reader is taken for all files that is asked for`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.dat", "{\"body\": \"One.\", \"story\": \"Two.\"}")
    try folder.write("b.zip", Packing.zip.pack([.init("c.log", "{\"story\": \"Three.\"}")]))
    var options = ReadingOptions()
    options.reader = "jsonl"
    options.fields = ["story": "text"]
    let (documents, report) = Ingestor.read([folder.path], options: options)
    #expect(documents.map(\.text.text) == ["Two.", "Three."])
    #expect(report.warnings.isEmpty && report.readers.mapValues(\.files) == ["jsonl": 2])
  }

  @Test func `a file without an ending is known by its beginning`() {
    for (text, reader) in [
      ("{\"text\": \"a\"}\n{\"text\": \"b\"}\n", "jsonl"), ("[{\"text\": \"a\"}]", "json"),
      ("title;text\na;b\n", "csv"), ("It was said.\nAnd done, too.", "text"),
    ] {
      let file = SourceFile(name: "stdin", origin: "stdin", bytes: Array(text.utf8))
      #expect(type(of: Ingestor.reader(of: file)).name == reader)
    }
  }
}
