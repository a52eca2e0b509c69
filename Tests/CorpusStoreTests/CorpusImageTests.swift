import CorpusFixture
import CorpusStore
import Foundation
import TestSupport
import Testing

@Suite struct CorpusImageTests {

  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "quoth-image-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func removeFolder() { try? FileManager.default.removeItem(at: folder) }

  /// All values of all columns, as they are read through the interface of the store.
  private func contents(of corpus: Corpus) -> [String] {
    var lines = ["\(corpus.name) \(corpus.fingerprint) \(corpus.tokens.count)"]
    for table in Table.allCases {
      lines.append("\(table.name) \(corpus.rowCount(of: table))")
      if let regions = corpus.regions(of: table) {
        lines.append(
          (0..<regions.count).map { "\(regions.tokens(of: RowID(UInt32($0))))" }.joined())
      }
    }
    for attribute in corpus.schema.attributes {
      lines.append("\(attribute)")
      if let column = corpus.column(of: attribute) { lines += contents(of: column, corpus) }
    }
    lines += pairs(in: corpus)
    lines.append(
      (0..<corpus.tokens.count).map { "\(corpus.tokens.start(of: $0))" }.joined(separator: " "))
    lines.append(corpus.text.string(0..<corpus.text.bytes.count))
    return lines
  }

  /// The pairs of topic and speaker, with their rows.
  private func pairs(in corpus: Corpus) -> [String] {
    guard let topic = corpus.schema.attribute("topic", of: .quotes),
      let speaker = corpus.schema.attribute("speaker", of: .quotes),
      let pairs = corpus.pairs(of: topic, with: speaker),
      case .codeLists(let topics)? = corpus.column(of: topic)
    else { return [] }
    return (0..<UInt32(topics.dictionary.count)).flatMap { topic in
      pairs.partners(of: topic).codes.map { speaker in
        "\(topic) \(speaker): \(pairs.rows(of: topic, with: speaker).map(\.rawValue))"
      }
    }
  }

  private func contents(of column: Column, _ corpus: Corpus) -> [String] {
    switch column {
    case .codes(let column): ["\(Array(column.values))"] + contents(of: column.dictionary, corpus)
    case .codeLists(let column):
      ["\(Array(column.offsets)) \(Array(column.values))"] + contents(of: column.dictionary, corpus)
    case .integers(let column): ["\(Array(column.values))"]
    case .decimals(let values): ["\(Array(values))"]
    case .dates(let column): ["\(column.values.map(\.number)) \(column.order.map(\.rawValue))"]
    case .texts(let column):
      (0..<corpus.rowCount(of: .mentions)).map { column[RowID(UInt32($0))] }
    }
  }

  private func contents(of dictionary: ColumnDictionary, _ corpus: Corpus) -> [String] {
    (0..<dictionary.count).map { code in
      let name =
        dictionary.domain == .symbols
        ? corpus.pool[dictionary.symbol(of: UInt32(code))] : "\(dictionary.row(of: UInt32(code)))"
      return "\(name): \(dictionary.postings.rows(of: code).map(\.rawValue))"
    }
  }

  @Test(arguments: [0, 1, 7, 30])
  func `a corpus that was written and opened is the same`(documents: Int) throws {
    defer { removeFolder() }
    let corpus = RandomCorpus.make(seed: UInt64(documents), documents: documents)
    try CorpusImage.write(corpus, to: path("a"))
    #expect(contents(of: try CorpusImage.open(path("a"))) == contents(of: corpus))
    try CorpusImage.verify(path("a"))
  }

  @Test func `writing leaves nothing but the image`() throws {
    defer { removeFolder() }
    try CorpusImage.write(FixtureCorpus.small(), to: path("a"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
  }

  @Test func `an image with any byte changed is damaged or as it was`() throws {
    defer { removeFolder() }
    let corpus = RandomCorpus.make(seed: 5, documents: 1)
    try CorpusImage.write(corpus, to: path("a"))
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path("a"))))
    var random = SeededGenerator(seed: 1)
    for place in bytes.indices where bytes.count < 40_000 || random.once(in: 8) {
      var damaged = bytes
      damaged[place] ^= UInt8(1 + random.below(255))
      #expect(throws: ImageError.self, "byte \(place)") { try self.open(damaged) }
    }
  }

  @Test func `an image that was cut is damaged or truncated`() throws {
    defer { removeFolder() }
    try CorpusImage.write(RandomCorpus.make(seed: 5, documents: 1), to: path("a"))
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path("a"))))
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: ImageError.self, "\(count) bytes") {
        try self.open(Array(bytes.prefix(count)))
      }
    }
  }

  private func open(_ bytes: [UInt8]) throws(ImageError) {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: bytes.count, alignment: 64)
    defer { unsafe memory.deallocate() }
    unsafe memory.copyBytes(from: bytes)
    _ = try unsafe CorpusImage.open(UnsafeRawBufferPointer(memory), isTrusted: false)
  }

  @Test func `what is no image says so`() throws {
    defer { removeFolder() }
    try Data("Some text that is longer than a header, which has sixty-four bytes.".utf8)
      .write(to: URL(filePath: path("text")))
    #expect(throws: ImageError.foreign) { try CorpusImage.open(self.path("text")) }
    #expect(throws: ImageError.foreign) { try CorpusImage.open(self.folder.path) }
    #expect(throws: ImageError.system(action: "open", code: ENOENT)) {
      try CorpusImage.open(self.path("missing"))
    }
  }

  @Test func `an image of a later version says so`() throws {
    defer { removeFolder() }
    try CorpusImage.write(FixtureCorpus.small(), to: path("a"))
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: path("a"))))
    bytes[8] = 99
    #expect(throws: ImageError.newer(99)) { try self.open(bytes) }
  }

  @Test func `what is attached comes back`() throws {
    defer { removeFolder() }
    var builder = CorpusBuilder()
    builder.attach("notes", [1, 2, 3])
    builder.attach("empty", [])
    try CorpusImage.write(builder.finish(name: "attached"), to: path("a"))
    let corpus = try CorpusImage.open(path("a"))
    #expect(corpus.attachment("notes").map(Array.init) == [1, 2, 3])
    #expect(corpus.attachment("empty").map(Array.init) == [])
    #expect(corpus.attachment("other") == nil)
  }

  @Test func `who opens an image while others take its place finds a whole one`() async throws {
    defer { removeFolder() }
    let corpora = [2, 5, 9].map { RandomCorpus.make(seed: UInt64($0), documents: $0) }
    let (path, known) = (path("a"), Set(corpora.map(\.fingerprint)))
    try CorpusImage.write(corpora[0], to: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for turn in 0..<60 { try CorpusImage.write(corpora[turn % 3], to: path) }
      }
      for _ in 0..<2 {
        group.addTask {
          for _ in 0..<200 {
            let corpus = try CorpusImage.open(path)
            #expect(known.contains(corpus.fingerprint))
            #expect(corpora.contains { $0.tokens.count == corpus.tokens.count })
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func `an image that cannot be written leaves the old one`() throws {
    defer { removeFolder() }
    #expect(throws: ImageError.system(action: "write", code: ENOENT)) {
      try CorpusImage.write(FixtureCorpus.small(), to: self.path("no/such/folder"))
    }
  }
}
