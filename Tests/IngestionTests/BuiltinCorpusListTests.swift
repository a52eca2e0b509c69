import Foundation
import Testing

@Suite struct BuiltinCorpusListTests {

  /// The root of the package.
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `every text of the teaching corpus is embedded, and nothing else`() throws {
    let corpus = Self.root.appendingPathComponent("examples/corpus").path
    let names = try FileManager.default.contentsOfDirectory(atPath: corpus)
    let texts = names.filter { name in
      name != "README.md" && [".txt", ".md", ".jsonl"].contains { name.hasSuffix($0) }
    }
    let list = Self.root.appendingPathComponent("Sources/CBuiltinCorpus/CBuiltinCorpus.c")
    let lines = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
    let embedded = lines.filter { $0.hasPrefix("#embed") }.map { line in
      String(line.dropLast().split(separator: "/").last ?? "")
    }
    #expect(embedded == texts.sorted(), "run Sources/CBuiltinCorpus/generate.sh")
  }
}
