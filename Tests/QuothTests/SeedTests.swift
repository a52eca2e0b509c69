import Foundation
import Quoth
import TestSupport
import Testing

/// The question that Quoth was first made for, on the two texts it was first asked of.
///
/// They lie beside the project on the machines of its developers, and nowhere else. Their sentences
/// stay out of it: a quote is named by its speaker, kind, cue, length and place.
@Suite struct SeedTests {

  private static let folder = Repository.root.deletingLastPathComponent()
    .appending(path: "shared/data/news/seeds")

  private static let isAtHand = FileManager.default.fileExists(atPath: folder.path)

  @Test(.enabled(if: isAtHand))
  func `what Macron said of China is found, direct and indirect`() throws {
    let session = Session(corpus: try OpenedCorpus.open([Self.folder.path]))
    let outcome = session.run(
      SourceText("quotes where speaker = Macron and topic = China and speech = yes", name: "query")
    ) { _ in }
    #expect(outcome == .finished)
    let result = try #require(session.latestResult)
    let found = try result.rows.indices.map { try session.detail(ofRow: $0 + 1) }
    #expect(found.allSatisfy { $0.speaker == "Emmanuel Macron" })
    let direct = try #require(found.first { $0.kind == "direct" })
    #expect(direct.document?.id.hasPrefix("000_") == true)
    #expect(direct.cue == "say")
    #expect(direct.offsets == [2919..<3020, 3078..<3340])
    let indirect = try #require(found.first { $0.kind == "indirect" })
    #expect(indirect.document?.id.hasPrefix("004_") == true)
    #expect(indirect.cue == "argue")
    #expect(indirect.offsets == [765..<890])
  }
}
