import CorpusStore
import Foundation
import Quoth
import TestSupport
import Testing

@Suite struct BuiltinCorpusTests {

  private static let image = Repository.root
    .appending(path: "Sources/CBuiltinCorpus/builtin.quoth-corpus")

  /// The texts of the teaching corpus, in the order of their names.
  private func texts() throws -> [(name: String, bytes: [UInt8])] {
    let files = Repository.files(in: "examples/corpus", suffix: "").filter { file in
      file.lastPathComponent != "README.md" && ["txt", "md", "jsonl"].contains(file.pathExtension)
    }
    return try files.map { (name: $0.lastPathComponent, bytes: Array(try Data(contentsOf: $0))) }
  }

  /// Writes the image that the texts make today, and returns its bytes.
  private func freshImage() throws -> Data {
    let corpus = try #require(OpenedCorpus.builtin(of: try texts()))
    let path = FileManager.default.temporaryDirectory.appending(path: "builtin-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try CorpusImage.write(corpus, to: path)
    return try Data(contentsOf: URL(filePath: path))
  }

  @Test func `the embedded image is that of the texts`() throws {
    let fresh = try freshImage()
    if ProcessInfo.processInfo.environment["UPDATE_BUILTIN"] == "1" {
      try fresh.write(to: Self.image)
    }
    #expect(try Data(contentsOf: Self.image) == fresh, "run make builtin")
  }

  @Test func `the built-in corpus opens and has its texts`() throws {
    let opened = OpenedCorpus.builtin()
    #expect(try opened.corpus.rowCount(of: .documents) >= texts().count)
    #expect(opened.warnings.isEmpty)
  }
}
