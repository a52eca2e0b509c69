import Annotation
import Foundation
import Ingestion
import Synchronization
import Testing

/// What several threads count.
private final class Tally: Sendable {
  let seen = Mutex<[String]>([])
  let isStopped = Mutex(false)
}

@Suite struct AnnotationRunTests {

  /// Runs over a folder, and stops after so many documents.
  private func run(
    _ folder: ScratchFile, _ archive: DocumentArchive, stoppingAfter limit: Int = .max
  ) throws -> (isDone: Bool, seen: Set<String>) {
    let tally = Tally()
    let run = AnnotationRun(
      isStopped: { tally.isStopped.withLock { $0 } }, tell: { _ in },
      annotate: { source in
        tally.seen.withLock { seen in
          seen.append(source.metadata.id)
          if seen.count >= limit { tally.isStopped.withLock { $0 = true } }
        }
        return AnnotatedDocument(text: source.text, metadata: source.metadata)
      })
    var stream = SourceStream([folder.url.path])
    let isDone = try run.run(&stream, into: archive)
    return (isDone, Set(tally.seen.withLock { $0 }))
  }

  private func folder(_ count: Int) throws -> ScratchFile {
    let folder = try ScratchFile()
    for index in 0..<count {
      try folder.write("Text number \(index).", to: "\(index / 10)\(index % 10).txt")
    }
    return folder
  }

  private func ids(_ archive: DocumentArchive) throws -> [String] {
    try (0..<archive.documentCount).map { try archive.document($0).metadata.id }
  }

  @Test(arguments: [1, 5, 19])
  func `a run that was stopped goes on behind what it has done`(limit: Int) throws {
    let (folder, file) = (try folder(40), try ScratchFile())
    let done: Int
    do {
      let archive = try DocumentArchive(at: file.path, identity: 1)
      #expect(try !run(folder, archive, stoppingAfter: limit).isDone)
      done = archive.documentCount
      #expect(done < 40)
    }
    let archive = try DocumentArchive(at: file.path, identity: 1)
    let second = try run(folder, archive)
    #expect(second.isDone)
    #expect(second.seen.count == 40 - done)
    let names = (0..<40).map { "\($0 / 10)\($0 % 10).txt" }
    #expect(try ids(archive) == names)
    #expect(try run(folder, archive).seen.isEmpty)
  }

  @Test func `what was done when a run is stopped is kept, whatever its length`() throws {
    let (folder, file) = (try ScratchFile(), try ScratchFile())
    for index in 0..<60 {
      let text = String(repeating: "All is well. ", count: 20 + index)
      try folder.write(text + "\(index)", to: "\(10 + index).txt")
    }
    let archive = try DocumentArchive(at: file.path, identity: 1)
    let (isDone, seen) = try run(folder, archive, stoppingAfter: 50)
    #expect(!isDone && seen.count >= 50)
    // Those that other threads made may stand behind one that was not begun.
    let names = (0..<60).map { "\(10 + $0).txt" }
    #expect(try ids(archive) == Array(names.prefix { seen.contains($0) }))
  }

  @Test func `what stands behind a changed text is made anew`() throws {
    let (folder, file) = (try folder(30), try ScratchFile())
    let archive = try DocumentArchive(at: file.path, identity: 1)
    #expect(try run(folder, archive).isDone)
    try folder.write("Another text.", to: "20.txt")
    #expect(try run(folder, archive).seen.count == 10)
    try FileManager.default.removeItem(at: folder.url.appending(path: "29.txt"))
    #expect(try run(folder, archive).seen.isEmpty)
    #expect(archive.documentCount == 29)
    try FileManager.default.removeItem(at: folder.url.appending(path: "00.txt"))
    #expect(try run(folder, archive).seen.count == 28)
  }

  @Test func `a large file of lines is read in pieces as it is read whole`() throws {
    let folder = try ScratchFile()
    let filler = String(repeating: "All is well in the harbour. ", count: 400)
    let lines = (0..<200).map { "{\"id\": \"n\($0)\", \"text\": \"\(filler)\"}" }
    try folder.write(lines.joined(separator: "\n") + "\nbroken\n", to: "many.jsonl")
    var options = ReadingOptions()
    options.duplicates = .keep
    options.pieceLength = 1 << 20
    var stream = SourceStream([folder.url.path], options: options)
    var batches: [Int] = []
    var names: [String] = []
    while let batch = stream.nextBatch(bytes: 200_000) {
      batches.append(batch.count)
      names += batch.map(\.metadata.id)
    }
    #expect(batches.count > 2)
    #expect(names == (0..<200).map { "n\($0)" })
    #expect(stream.readByteCount == stream.byteCount)
    #expect(stream.report.fileCount == 1)
    #expect(stream.report.documentCount == 200)
    #expect(stream.report.warnings.map(\.line) == [201])
  }
}
