import Annotation
import Foundation
import Testing

@testable import Ingestion

/// What a journal of annotated documents is known by.
@Suite struct BuildIdentityTests {

  private func model(_ bytes: [UInt8]) throws -> ModelFile {
    try ModelFile(ModelBytes(ModelFile.bytes(of: [("part.one", bytes)])))
  }

  @Test func `another program or base has another identity`() throws {
    let file = try ScratchFile()
    try Data("a program with rules".utf8).write(to: file.url)
    func identity(adding base: String? = nil) throws -> UInt64 {
      BuildIdentity.value(program: file.path, model: try model([1, 2, 3]), adding: base)
    }
    let first = try identity()
    #expect(try identity() == first)
    #expect(try identity(adding: "an image") != first)
    try Data("a program with ruler".utf8).write(to: file.url)
    #expect(try identity() != first)
  }

  @Test func `models stand for a program that cannot be read`() throws {
    func identity(_ bytes: [UInt8]) throws -> UInt64 {
      BuildIdentity.value(program: [], model: try model(bytes), adding: nil)
    }
    #expect(try identity([1, 2, 3]) == identity([1, 2, 3]))
    #expect(try identity([1, 2, 3]) != identity([1, 2, 4]))
    #expect(try identity(Array(0..<16)) != identity(Array(1...16)))
  }

  @Test func `what another program has annotated is not gone on from`() throws {
    let file = try ScratchFile()
    let document = AnnotatedDocument(
      text: NormalizedText(clean: "One."), metadata: DocumentMetadata(id: "a", origin: "a"))
    do {
      let archive = try DocumentArchive(at: file.path, identity: 1)
      try archive.append([DocumentArchive.record(of: document, source: 7)])
    }
    #expect(try DocumentArchive(at: file.path, identity: 1).documentCount == 1)
    #expect(try DocumentArchive(at: file.path, identity: 2).documentCount == 0)
  }

  @Test func `the program itself is told from its model`() {
    #expect(BuildIdentity.value(adding: nil) == BuildIdentity.value(adding: nil))
    #expect(
      BuildIdentity.value(adding: nil)
        != BuildIdentity.value(program: [], model: .english, adding: nil))
  }
}
