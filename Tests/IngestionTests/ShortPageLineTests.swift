import Testing

@testable import Ingestion

/// Paragraphs at the ends of short pages that do not look like sentences, and are text nonetheless.
@Suite struct ShortPageLineTests {

  private static let pages: [(body: String, blocks: [String])] = [
    ("<p>Rill beat Otter.</p><p>Rill 3, Otter 1</p>", ["Rill beat Otter.", "Rill 3, Otter 1"]),
    ("<p>“Yes.”</p><p>Ferry: 41 votes</p>", ["“Yes.”", "Ferry: 41 votes"]),
    ("<p>The pier is shut.</p><p>Bo Ding left</p>", ["The pier is shut.", "Bo Ding left"]),
    ("<p>Η γέφυρα έκλεισε χθες.</p><p>Τι λένε;</p>", ["Η γέφυρα έκλεισε χθες.", "Τι λένε;"]),
    ("<p>أغلق الجسر أمس.</p><p>من قال ذلك؟</p>", ["أغلق الجسر أمس.", "من قال ذلك؟"]),
    ("<p>Мост закрыли вчера.</p><p>— Да</p>", ["Мост закрыли вчера.", "— Да"]),
    (
      "<div><strong>Bo Ding has left, she said on Monday</strong></div><p>“Good,” said Eva Lund.</p>"
        + "<div>With reporting by Tom Holt</div>",
      [
        "Bo Ding has left, she said on Monday", "“Good,” said Eva Lund.",
        "With reporting by Tom Holt",
      ]
    ),
    (
      "<p>1. Eva Lund</p><p>“No.”</p><p>2. Bo Ding</p><p>“Yes.”</p>",
      ["1. Eva Lund", "“No.”", "2. Bo Ding", "“Yes.”"]
    ),
    (
      "<b>The pier shuts</b><p>“Good,” said Eva Lund.<p>It was old.",
      ["The pier shuts", "“Good,” said Eva Lund.", "It was old."]
    ),
    (
      "<font size=2><b>The pier shuts</b><p>“Good,” said Eva Lund.<p>It was old.</font>",
      ["The pier shuts", "“Good,” said Eva Lund.", "It was old."]
    ),
    (
      "<p>“Good,” said Eva Lund.</p>and then<p>Bo Ding left.</p>over and out",
      ["“Good,” said Eva Lund.", "and then", "Bo Ding left.", "over and out"]
    ),
    (
      "<p>La jetée de Rill, refaite en 2005, rouvre ses portes ce lundi</p><p>“Good,” said Eva Lund.</p>",
      ["La jetée de Rill, refaite en 2005, rouvre ses portes ce lundi", "“Good,” said Eva Lund."]
    ),
  ]

  @Test(arguments: pages.indices)
  func `a paragraph at an end is text`(index: Int) throws {
    let (body, blocks) = Self.pages[index]
    let source = "<html><head><title>Pier</title></head><body><div>\(body)</div></body></html>"
    let reading = Ingestor.read(name: "a.html", bytes: Array(source.utf8))
    let text = try #require(reading.documents.first).text.text
    #expect(text.split(separator: "\n\n").map(String.init) == ["# Pier"] + blocks)
  }

  @Test(arguments: [
    "12 March 2024", "Updated 13 March 2024 at 10:20 by the desk of Rill", "By Eva Lund",
    "Rill | News | Sport",
  ])
  func `what is said of a page before its text is none`(line: String) throws {
    let source =
      "<html><head><title>Pier</title></head><body><div><p>\(line)</p><p>“Good,” said Eva Lund.</p>"
      + "</div></body></html>"
    let reading = Ingestor.read(name: "a.html", bytes: Array(source.utf8))
    let text = try #require(reading.documents.first).text.text
    #expect(text == "# Pier\n\n“Good,” said Eva Lund.")
  }
}
