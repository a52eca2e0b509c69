import Annotation
import Foundation
import Testing

@testable import Ingestion

#if canImport(Glibc)
  import Glibc
#endif

/// What comes through a pipe, and so but once.
@Suite struct PipeTests {

  private static let filler = String(repeating: "All is well in the harbour. ", count: 400)

  /// Lines of JSON, the last of which tells more of a text than the first.
  private static func lines(_ count: Int) -> String {
    let plain = (0..<count).map { "{\"id\": \"n\($0)\", \"text\": \"\($0) \(filler) \($0)\"}" }
    let fuller = "{\"id\": \"again\", \"title\": \"Well\", \"text\": \"0 \(filler) 0\"}"
    return (plain + [fuller]).joined(separator: "\n") + "\n"
  }

  /// Makes a pipe, and writes a text to whoever reads it.
  private func pipe(_ text: String, in folder: ScratchFile) throws -> String {
    try folder.write("", to: "other")
    let path = folder.url.appending(path: "many.jsonl").path
    #expect(unsafe mkfifo(path, 0o600) == 0)
    Thread.detachNewThread {
      guard let writer = FileHandle(forWritingAtPath: path) else { return }
      try? writer.write(contentsOf: Data(text.utf8))
      try? writer.close()
    }
    return path
  }

  @Test func `long lines of JSON are read in pieces, and again where copies tell more`() throws {
    let folder = try ScratchFile()
    let path = try pipe(Self.lines(150), in: folder)
    var options = ReadingOptions()
    options.pieceLength = 500_000
    var stream = SourceStream([path], options: options)
    var batches: [Int] = []
    var titles: [String?] = []
    while let batch = stream.nextBatch(bytes: 200_000) {
      batches.append(batch.count)
      titles += batch.map(\.metadata.title)
    }
    #expect(batches.count { $0 > 0 } > 1 && titles.count == 150)
    #expect(stream.report.errors.isEmpty && stream.report.warnings.isEmpty)
    #expect(titles.allSatisfy { $0 == nil } && stream.hasMore)
    stream.rewind()
    var again: [String?] = []
    while let batch = stream.nextBatch(bytes: 200_000) { again += batch.map(\.metadata.title) }
    #expect(again == ["Well"] && stream.repeated == [0])
  }

  @Test func `a short file is read as a whole, and again, too`() throws {
    let folder = try ScratchFile()
    let path = try pipe(Self.lines(3), in: folder)
    let (documents, report) = Ingestor.read([path])
    #expect(report.errors.isEmpty && documents.map(\.metadata.title) == ["Well", nil, nil])
  }
}
