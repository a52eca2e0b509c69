import Foundation
import TestSupport
import Testing

@Suite struct BuiltinCorpusListTests {

  @Test func `every text of the teaching corpus is embedded, and nothing else`() throws {
    let corpus = Repository.root.appending(path: "examples/corpus").path
    let names = try FileManager.default.contentsOfDirectory(atPath: corpus)
    let texts = names.filter { name in
      name != "README.md" && [".txt", ".md", ".jsonl"].contains { name.hasSuffix($0) }
    }
    let list = try Repository.text(of: "Sources/CBuiltinCorpus/CBuiltinCorpus.c")
    let lines = list.split(separator: "\n")
    let embedded = lines.filter { $0.hasPrefix("#embed") }.map { line in
      String(line.dropLast().split(separator: "/").last ?? "")
    }
    #expect(embedded == texts.sorted(), "run Sources/CBuiltinCorpus/generate.sh")
  }
}
