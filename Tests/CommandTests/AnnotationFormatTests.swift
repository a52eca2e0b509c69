import Foundation
import Testing

/// `quoth annotate … --format jsonl|conllu|html`.
@Suite struct AnnotationFormatTests {

  private static let text = """
    “The bridge will stand for a century,” Marta Vale said.

    Anna Berg warned that “nothing” <lasts> so long.

    """

  private func annotate(_ format: String) throws -> Run {
    let folder = try Scratch()
    try folder.write(Self.text, to: "a.txt")
    let run = try Quoth.run(["annotate", "a.txt", "--format", format], in: folder)
    try #require(run.status == 0, "\(run.errors)")
    return run
  }

  @Test func `every layer is in the object of a document`() throws {
    let run = try annotate("jsonl")
    try #require(run.lines.count == 1)
    let layers = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    #expect(layers["doc"] as? String == "a.txt")
    #expect(layers["title"] is NSNull)
    let scalars = Array(Self.text.unicodeScalars)
    let tokens = try #require(layers["tokens"] as? [[String: Any]])
    let words = tokens.compactMap { $0["range"] as? [Int] }.map { range in
      String(String.UnicodeScalarView(scalars[range[0]..<range[1]]))
    }
    #expect(words.prefix(4) == ["“", "The", "bridge", "will"])
    #expect(tokens[2]["lemma"] as? String == "bridge")
    #expect(tokens[2]["pos"] as? String == "NOUN")
    #expect(tokens[1]["head"] as? Int == 2)
    #expect(tokens[1]["relation"] as? String == "det")
    #expect((layers["blocks"] as? [[String: Any]])?.count == 2)
    #expect((layers["sentences"] as? [[Int]])?.count == 2)
    let entities = try #require(layers["entities"] as? [[String: Any]])
    #expect(entities.compactMap { $0["name"] as? String } == ["Marta Vale", "Anna Berg"])
    let mentions = try #require(layers["mentions"] as? [[String: Any]])
    #expect(mentions.compactMap { $0["entity"] as? Int } == [0, 1])
    #expect((layers["quotes"] as? [[String: Any]])?.count == 2)
  }

  @Test func `titles and headings are sentences of a treebank, in their places`() throws {
    let folder = try Scratch()
    try folder.write(
      "The Harbour Closes\n\nBy Anna Berg\n\nThe harbour closed on Monday, the mayor said. Nobody "
        + "knew why.\n\n## What comes next\n\nThe ferry will sail from the old bridge in May.\n",
      to: "a.md")
    let run = try Quoth.run(["annotate", "a.md", "--format", "conllu"], in: folder)
    let texts = run.lines.filter { $0.hasPrefix("# text = ") }.map { $0.dropFirst(9) }
    #expect(
      texts == [
        "The Harbour Closes", "The harbour closed on Monday, the mayor said.", "Nobody knew why.",
        "What comes next", "The ferry will sail from the old bridge in May.",
      ])
    #expect(run.lines.contains("# sent_id = a.md-5"))
  }

  @Test func `the columns are those of a treebank, with names and quotes in the last`() throws {
    let lines = try annotate("conllu").lines
    #expect(lines.prefix(3) == ["# newdoc id = a.txt", "# newpar", "# sent_id = a.txt-1"])
    #expect(lines.count { $0.hasPrefix("# newpar") } == 2)
    let rows = lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.allSatisfy { $0.count == 10 })
    let bridge = try #require(rows.first { $0[1] == "bridge" })
    #expect(bridge[0] == "3" && bridge[2] == "bridge" && bridge[3] == "NOUN")
    #expect(bridge[6] == "5" && bridge[7] == "nsubj" && bridge[9] == "Quote=1:content")
    #expect(rows.first { $0[1] == "said" }?[6...7] == ["0", "root"])
    #expect(rows.first { $0[1] == "Marta" }?[9] == "Name=B-person|Quote=1:source")
    #expect(rows.first { $0[1] == "Vale" }?[9] == "Name=I-person|Quote=1:source")
    #expect(rows.first { $0[1] == "century" }?[9] == "SpaceAfter=No|Quote=1:content")
  }

  @Test func `a page shows who says what`() throws {
    let run = try annotate("html")
    let page = String(decoding: run.output, as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.hasSuffix("</main>\n</body>\n</html>\n"))
    #expect(page.contains("<span class=\"quote direct s0\" title=\"Marta Vale, direct, "))
    #expect(page.contains(">The bridge will stand for a century</span><sup>1</sup>,”"))
    #expect(page.contains("<span class=\"source\">Marta Vale</span>"))
    #expect(page.contains("&lt;lasts&gt;"))
    #expect(page.contains("s1\">Anna Berg</span><sup>2</sup> 1</li>"))
  }
}
