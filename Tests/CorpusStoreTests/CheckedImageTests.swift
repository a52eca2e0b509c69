import CorpusFixture
import CorpusStore
import Foundation
import Synchronization
import TestSupport
import Testing

/// Images that are read whole once, and damage to them.
@Suite struct CheckedImageTests {

  /// Keeps checked images in memory.
  private final class Memory: CheckedImages {

    let states = Mutex<Set<ImageState>>([])

    func contains(_ state: ImageState) -> Bool { states.withLock { $0.contains(state) } }

    func insert(_ state: ImageState) {
      states.withLock { states in
        states = states.filter { $0.file != state.file }
        states.insert(state)
      }
    }

    func remove(_ state: ImageState) {
      states.withLock { states in states = states.filter { $0.file != state.file } }
    }

    var count: Int { states.withLock(\.count) }
  }

  private final class Folder {

    private let url = FileManager.default.temporaryDirectory
      .appending(path: "quoth-checked-\(UUID().uuidString)")

    init() throws {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func bytes(_ name: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: URL(filePath: path(name))))
    }

    func write(_ bytes: [UInt8], to name: String) throws {
      try Data(bytes).write(to: URL(filePath: path(name)))
    }

    /// Changes a byte in place, and puts the time of the file back to what it was.
    func flip(_ place: Int, in name: String) throws {
      var status = stat()
      try #require(unsafe stat(path(name), &status) == 0)
      let handle = try #require(FileHandle(forUpdatingAtPath: path(name)))
      try handle.seek(toOffset: UInt64(place))
      let byte = try #require(try handle.read(upToCount: 1)?.first)
      try handle.seek(toOffset: UInt64(place))
      try handle.write(contentsOf: [byte ^ 0x40])
      try handle.close()
      #if canImport(Darwin)
        let times = [status.st_atimespec, status.st_mtimespec]
      #else
        let times = [status.st_atim, status.st_mtim]
      #endif
      #expect(unsafe utimensat(AT_FDCWD, path(name), times, 0) == 0)
    }
  }

  /// Opens an image as a long one until its state is old enough to be kept in mind.
  private func check(_ path: String, _ memory: Memory) throws {
    for _ in 0..<100_000 where memory.count == 0 {
      _ = try CorpusImage.open(path, checked: memory, always: 0)
    }
    #expect(memory.count == 1)
  }

  @Test func `any byte of a long image that differs is found when it is opened`() throws {
    let folder = try Folder()
    try CorpusImage.write(RandomCorpus.make(seed: 8, documents: 12), to: folder.path("a"))
    let bytes = try folder.bytes("a")
    var random = SeededGenerator(seed: 2)
    for _ in 0..<300 {
      var damaged = bytes
      let place = random.below(bytes.count)
      damaged[place] ^= UInt8(1 + random.below(255))
      try folder.write(damaged, to: "b")
      let memory = Memory()
      #expect(throws: ImageError.self, "byte \(place)") {
        try CorpusImage.open(folder.path("b"), checked: memory, always: 0)
      }
      #expect(memory.count == 0)
    }
  }

  @Test func `a long image that was cut or is longer is found when it is opened`() throws {
    let folder = try Folder()
    try CorpusImage.write(RandomCorpus.make(seed: 8, documents: 12), to: folder.path("a"))
    let bytes = try folder.bytes("a")
    var random = SeededGenerator(seed: 3)
    for count in (0..<60).map({ _ in random.below(bytes.count) }) + [0, 1, 63, 64, 65] {
      try folder.write(Array(bytes.prefix(count)), to: "b")
      #expect(throws: ImageError.self, "\(count) bytes") {
        try CorpusImage.open(folder.path("b"), checked: Memory(), always: 0)
      }
    }
    try folder.write(bytes + [0], to: "b")
    #expect(throws: ImageError.self) {
      try CorpusImage.open(folder.path("b"), checked: Memory(), always: 0)
    }
  }

  @Test func `a checked image is checked again when anything of its file has changed`() throws {
    let folder = try Folder()
    let corpus = RandomCorpus.make(seed: 8, documents: 12)
    try CorpusImage.write(corpus, to: folder.path("a"))
    let memory = Memory()
    try check(folder.path("a"), memory)
    let before = memory.states.withLock { $0 }
    #expect(
      try CorpusImage.open(folder.path("a"), checked: memory, always: 0).fingerprint
        == corpus.fingerprint)
    #expect(memory.states.withLock { $0 } == before)
    let place = try #require(CorpusImage.sections(of: folder.path("a")).first).offset
    try folder.flip(place, in: "a")
    #expect(throws: ImageError.damaged(section: "strings")) {
      try CorpusImage.open(folder.path("a"), checked: memory, always: 0)
    }
    #expect(memory.count == 0)
    try folder.flip(place, in: "a")
    try check(folder.path("a"), memory)
  }

  @Test func `verifying tells what was checked before`() throws {
    let folder = try Folder()
    try CorpusImage.write(RandomCorpus.make(seed: 8, documents: 12), to: folder.path("a"))
    let memory = Memory()
    try check(folder.path("a"), memory)
    try CorpusImage.verify(folder.path("a"), checked: memory)
    #expect(memory.count == 1)
    try folder.flip(64, in: "a")
    #expect(throws: ImageError.damaged(section: "strings")) {
      try CorpusImage.verify(folder.path("a"), checked: memory)
    }
    #expect(memory.count == 0)
  }

  @Test func `an image that was written just now needs no check, unless it is short`() throws {
    let folder = try Folder()
    let memory = Memory()
    try CorpusImage.write(FixtureCorpus.small(), to: folder.path("short"), checked: memory)
    #expect(memory.count == 0)
    var builder = CorpusBuilder()
    builder.attach("long", [UInt8](repeating: 7, count: CorpusImage.sizeCheckedAlways + 1))
    try CorpusImage.write(builder.finish(name: "long"), to: folder.path("long"), checked: memory)
    #expect(memory.count == 1)
    let corpus = try CorpusImage.open(folder.path("long"), checked: memory)
    #expect(corpus.attachment("long")?.last == 7)
    try folder.flip(1_000_000, in: "long")
    #expect(throws: ImageError.damaged(section: "attachments")) {
      try CorpusImage.open(folder.path("long"), checked: memory)
    }
    #expect(throws: ImageError.damaged(section: "attachments")) {
      try CorpusImage.open(folder.path("long"))
    }
  }
}
