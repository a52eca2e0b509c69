import Foundation
import Testing

/// `quoth annotate … --format quotes-jsonl`.
@Suite struct AnnotateTests {

  /// A line of the output, read as anybody's program would.
  private struct Line: Decodable {
    struct Quote: Decodable {
      let content: [[Int]]
      let cue: [[Int]]
      let source: [[Int]]
      let speaker: String?
      let kind: String
      let topics: [String]
      let confidence: Double
      let reason: String
    }
    let doc: String
    let quotes: [Quote]
  }

  private static let text =
    "“The bridge will stand for a century,” Marta Vale said.\n\nShe warned that China would pay.\n"

  private func annotate(_ data: Data, as name: String) throws -> Line {
    let folder = try Scratch()
    try folder.write(data, to: name)
    let run = try Quoth.run(["annotate", name, "--format", "quotes-jsonl"], in: folder)
    try #require(run.status == 0, "\(run.errors)")
    try #require(run.lines.count == 1)
    return try JSONDecoder().decode(Line.self, from: run.output)
  }

  /// The scalars that `ranges` count in the text of a file.
  private func pieces(_ ranges: [[Int]], of data: Data) -> [String] {
    let scalars = Array(String(decoding: data, as: UTF8.self).unicodeScalars)
    return ranges.map { range in
      String(String.UnicodeScalarView(scalars[range[0]..<range[1]]))
    }
  }

  @Test func `a line has the shape that is documented`() throws {
    let folder = try Scratch()
    try folder.write(Self.text, to: "a.txt")
    let run = try Quoth.run(["annotate", "a.txt", "--format", "quotes-jsonl"], in: folder)
    let line = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    #expect(Set(line.keys) == ["doc", "quotes"])
    #expect(line["doc"] as? String == "a.txt")
    let quotes = try #require(line["quotes"] as? [[String: Any]])
    #expect(quotes.count == 2)
    for quote in quotes {
      #expect(
        Set(quote.keys) == [
          "content", "cue", "source", "speaker", "kind", "topics", "confidence", "reason",
        ])
    }
    #expect(quotes[1]["topics"] as? [String] == ["China"])
    #expect(quotes.compactMap { $0["kind"] as? String } == ["direct", "indirect"])
  }

  private static let texts: [(name: String, text: String)] = [
    ("plain.txt", text),
    ("dos.txt", text.replacing("\n", with: "\r\n")),
    ("marked.txt", "\u{FEFF}\(text)"),
    ("astral.txt", "🌉🌉 Bridges 𝔅\n\n\(text)"),
    ("blanks.txt", "A\u{A0}day\u{A0}out\n\n\(text)"),
    ("nul.txt", "No\0thing\n\n\(text)"),
    ("page.md", "---\ntitle: “Été” 🌉\ndate: 2025-03-04\n---\n\n\(text)"),
    ("mojibake.txt", "The mayorâ€™s Ã©tude\n\n\(text)"),
  ]

  @Test(arguments: texts)
  func `offsets are those of the original text`(name: String, text: String) throws {
    let data = Data(text.utf8)
    let quotes = try annotate(data, as: name).quotes
    try #require(quotes.count == 2)
    let first = pieces(quotes[0].content, of: data).joined()
    #expect(first.contains("The bridge will stand for a century"))
    #expect(first.count <= "“The bridge will stand for a century,”".count)
    #expect(pieces(quotes[0].source, of: data) == ["Marta Vale"])
    #expect(pieces(quotes[0].cue, of: data) == ["said"])
    #expect(pieces(quotes[1].source, of: data) == ["She"])
    #expect(quotes.map(\.speaker) == ["Marta Vale", "Marta Vale"])
    #expect(pieces(quotes[1].content, of: data).joined().hasSuffix("China would pay"))
  }

  @Test func `offsets go over invalid bytes as replacement characters`() throws {
    let data = Data("Caf".utf8) + Data([0xE9, 0x20, 0xFF]) + Data("\n\n\(Self.text)".utf8)
    let quotes = try annotate(data, as: "latin.txt").quotes
    try #require(quotes.count == 2)
    #expect(pieces(quotes[0].source, of: data) == ["Marta Vale"])
  }

  @Test func `a document without quotes has an empty list`() throws {
    #expect(try annotate(Data("The bridge is long.\n".utf8), as: "a.txt").quotes.isEmpty)
  }

  @Test func `a folder gives a line a document, in the order of the names`() throws {
    let folder = try Text.folder()
    let run = try Quoth.run(["annotate", "."], in: folder)
    let names = try run.lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)).doc }
    #expect(names == ["bridge.txt", "harbour.md"])
  }
}
