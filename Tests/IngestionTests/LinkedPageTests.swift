import Testing

@testable import Ingestion

/// Pages whose few sentences are links for the most part.
@Suite struct LinkedPageTests {

  private func text(_ body: String) -> String? {
    let source = "<html><head><title>Pier</title></head><body><h1>Pier</h1>\(body)</body></html>"
    return Ingestor.read(name: "a.html", bytes: Array(source.utf8)).documents.first?.text.text
  }

  @Test(arguments: [
    (
      "<p><a href=1>Ida Strand</a> said on <a href=2>Monday</a> that <a href=3>the pier</a> would"
        + " <a href=4>not be mended</a>.</p><p>It was <a href=5>a narrow vote</a>.</p>",
      "# Pier\n\nIda Strand said on Monday that the pier would not be mended.\n\nIt was a narrow vote."
    ),
    ("<p><a href=1>Ida Strand</a> said <a href=2>no</a>.</p>", "# Pier\n\nIda Strand said no."),
    (
      "<p>“<a href=1>I have had enough of the pier</a>,” said Ida Strand.</p>",
      "# Pier\n\n“I have had enough of the pier,” said Ida Strand."
    ),
    ("<p><a href=1>Пирс</a> закрыт <a href=2>вчера</a>.</p>", "# Pier\n\nПирс закрыт вчера."),
  ])
  func `sentences of links are the text where no others are`(body: String, expected: String) {
    #expect(text(body) == expected)
  }

  @Test(arguments: [
    "<p><a href=1>Goat found on the roof.</a></p><p><a href=2>Bear walks into a bakery.</a></p>",
    "<p><a href=1>Goats.</a> <a href=2>Bears.</a> News.</p>",
    "<ul><li><a href=1>Goat found on</a> a roof.</li><li><a href=2>Bear walks</a> in.</li></ul>",
  ])
  func `a list of links is no text`(body: String) {
    #expect(text(body) == nil)
  }

  @Test func `many links are read in linear time`() {
    let link = "<a href=1>Ida Strand</a> "
    let body = "<p>" + String(repeating: link, count: 10_000) + "said so.</p>"
    #expect(text(body)?.hasSuffix("said so.") == true)
  }
}
