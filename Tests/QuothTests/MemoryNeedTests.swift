import Annotation
import Foundation
import Ingestion
import Testing

@testable import Quoth

/// A build that cannot keep to its memory ends as soon as that is certain.
@Suite struct MemoryNeedTests {

  @Test func `the need grows with what is annotated, and is that of all by the share of it`() throws
  {
    let path = FileManager.default.temporaryDirectory.path + "/quoth-need-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let archive = try DocumentArchive(at: Array(path.utf8), identity: 1)
    let one = CorpusAssembly.expectedMemory(tokens: 0, textBytes: 1000)
    let two = CorpusAssembly.expectedMemory(tokens: 0, textBytes: 2000)
    let need = MemoryNeed(of: archive, behind: nil, limit: one)
    #expect(need.expected(share: 1) == 0)
    try archive.append([Self.record])
    #expect(need.expected(share: 1) == one)
    #expect(need.expected(share: 0.5) == two)
    #expect(!need.isTooMuch)
    try archive.append([Self.record])
    #expect(need.expected(share: 1) == two)
    #expect(need.isTooMuch)
    #expect(!MemoryNeed(of: archive, behind: nil, limit: nil).isTooMuch)
  }

  private static var record: [UInt8] {
    DocumentArchive.record(
      of: AnnotatedDocument(
        text: NormalizedText(clean: String(repeating: "a", count: 1000)),
        metadata: DocumentMetadata(id: "a", origin: "a")), source: 7)
  }
}
