import Annotation
import Testing

@testable import Ingestion

@Suite struct FilePiecesTests {

  /// Bytes in memory, as a stream.
  private final class Bytes: ByteStream {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { rest = Array(text.utf8)[...] }

    func read(_ room: Int, behind start: [UInt8]) throws(InputError) -> [UInt8] {
      defer { rest = rest.dropFirst(room) }
      return start + rest.prefix(room)
    }
  }

  private func read(
    _ name: String, _ text: String, length: Int, longest: Int = 1 << 20
  ) throws -> Reading {
    let file = SourceFile(name: name, origin: name, bytes: [])
    let pieces = FilePieces(file, from: Bytes(text), length: length, longest: longest)
    var reading = Reading()
    while let piece = try pieces.next() {
      reading.documents += piece.reading.documents
      reading.warnings += piece.reading.warnings
    }
    return reading
  }

  private static let texts = [
    ("a.jsonl", (0..<60).map { "{\"text\": \"Number \($0) of many.\"}\n" }.joined()),
    (
      "a.csv",
      "text,title\n" + (0..<60).map { "\"Number \($0),\nof many.\",\"T \"\"\($0)\"\"\"\n" }.joined()
    ),
    (
      "a.vrt",
      (0..<60).map { "<text id=\"d\($0)\">\nNumber\tNN\tnumber\n\($0)\tCD\t\($0)\n</text>\n" }
        .joined()
    ),
  ]

  @Test(arguments: texts)
  func `pieces of any length give the same documents`(name: String, text: String) throws {
    let whole = Ingestor.read(name: name, bytes: Array(text.utf8))
    #expect(whole.documents.count == 60 && whole.warnings.isEmpty)
    for length in [64, 100, 257, 1000, 100_000] {
      let reading = try read(name, text, length: length)
      #expect(reading.documents == whole.documents, "\(length)")
      #expect(reading.warnings.isEmpty)
    }
  }

  @Test(arguments: texts)
  func `a document that is too long is one message, and the others are read`(
    name: String, text: String
  ) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let place = name == "a.csv" ? 13 : name == "a.vrt" ? 20 : 10
    let long = String(repeating: "and so on ", count: 9_000)
    let shown =
      switch name {
      case "a.csv": "\"\(long)\",x"
      case "a.vrt": "<text>\n" + String(repeating: "on\tRB\ton\n", count: 9_000) + "</text>"
      default: "{\"text\": \"\(long)\"}"
      }
    let damaged = (lines[..<place] + [Substring(shown)] + lines[place...]).joined(separator: "\n")
    for length in [200, 999] {
      let reading = try read(name, damaged, length: length, longest: 8_000)
      let whole = Ingestor.read(name: name, bytes: Array(text.utf8))
      #expect(reading.documents.map(\.text.text) == whole.documents.map(\.text.text), "\(length)")
      #expect(reading.warnings.count == 1 && reading.warnings[0].line == place + 1)
      #expect(reading.warnings[0].message.hasPrefix("no document ends within"))
      // The lines behind it are counted on.
      let last = Ingestor.read(name: name, bytes: Array(damaged.utf8)).documents.last
      #expect(reading.documents.last?.metadata.id == last?.metadata.id)
    }
  }

  @Test func `a document without an end is one message`() throws {
    let text = "{\"text\": \"One.\"}\n" + String(repeating: "=", count: 50_000)
    let reading = try read("a.jsonl", text, length: 300, longest: 4_000)
    #expect(reading.documents.count == 1 && reading.warnings.map(\.line) == [2])
    let bare = try read(
      "a.jsonl", String(repeating: "=", count: 50_000), length: 300, longest: 4_000)
    #expect(bare.documents.isEmpty && bare.warnings.map(\.line) == [1])
  }
}
