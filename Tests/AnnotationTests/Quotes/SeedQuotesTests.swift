import Annotation
import Foundation
import Testing

/// The two texts that Quoth was first made for, where they are at hand.
///
/// Their sentences stay out of the project: a quote is named by the byte where its content starts
/// in the file, and by the number of pieces.
@Suite struct SeedQuotesTests {

  private static let isAtHand = FileManager.default.fileExists(
    atPath: folder.appending(path: first).path)

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/data/news/seeds").standardizedFileURL

  private static let first = "000_1e41a0e355824cc0.txt"
  private static let second = "004_e0c4728d1156124a.txt"

  /// The direct and mixed quotes of the first text.
  private static let verbatim: [(start: Int, kind: Quote.Kind, speaker: String, pieces: Int)] = [
    (415, .direct, "Donald Trump", 2),
    (1265, .direct, "Emmanuel Macron", 1),
    (2541, .direct, "Donald Trump", 2),
    (2959, .direct, "Emmanuel Macron", 2),
    (3417, .mixed, "Emmanuel Macron", 1),
    (3698, .direct, "Emmanuel Macron", 1),
    (3918, .mixed, "Emmanuel Macron", 1),
    (5246, .mixed, "–", 1),
    (6140, .mixed, "Keir Starmer", 1),
  ]

  private static func load(_ name: String) throws -> QuotedText {
    let data = try Data(contentsOf: folder.appending(path: name))
    return QuotedText(String(decoding: data, as: UTF8.self))
  }

  @Test(.enabled(if: isAtHand))
  func `every direct and mixed quote of the first text has its speaker`() throws {
    let text = try Self.load(Self.first)
    let verbatim = text.quotes.filter { $0.kind != .indirect }
    #expect(verbatim.count == Self.verbatim.count)
    for expected in Self.verbatim {
      let quote = try #require(
        verbatim.first { Int($0.content[0].start) == expected.start }, "at \(expected.start)")
      #expect(quote.kind == expected.kind)
      #expect(text.speaker(quote) == expected.speaker)
      #expect(quote.content.count == expected.pieces)
    }
  }

  @Test(.enabled(if: isAtHand))
  func `what is asked of Macron and China is found in both texts`() throws {
    let first = try Self.load(Self.first)
    let second = try Self.load(Self.second)
    for (text, kind, lemma) in [
      (first, Quote.Kind.direct, "say"), (second, Quote.Kind.indirect, "argue"),
    ] {
      let found = text.quotes.filter {
        text.speaker($0) == "Emmanuel Macron" && $0.topics.contains { $0.name == "China" }
      }
      #expect(found.count == 1)
      #expect(found.first?.kind == kind)
      #expect(found.first?.cueLemma == lemma)
      #expect(found.first?.isSpeech == true)
    }
  }
}
