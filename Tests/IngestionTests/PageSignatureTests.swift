import Annotation
import Testing

@testable import Ingestion

/// Names of writers below the text of a page, and what stands there otherwise.
@Suite struct PageSignatureTests {

  private static let start = "# Pier\n\n“No,” said Bo Ding.\n\nThe pier was shut."

  private func document(_ end: String, head: String = "") throws -> (
    authors: [String], text: String
  ) {
    let source =
      "<html><head><title>Pier</title>\(head)</head><body><article><h1>Pier</h1>"
      + "<p>“No,” said Bo Ding.</p><p>The pier was shut.</p>\(end)</article></body></html>"
    let reading = Ingestor.read(name: "a.html", bytes: Array(source.utf8))
    let document = try #require(reading.documents.first)
    return (document.metadata.authors, document.text.text)
  }

  @Test(arguments: [
    ("<p>Ida Lund</p>", "Ida Lund"), ("<p>IDA LUND, Rill</p>", "Ida Lund"),
    ("<p><em>Ida Lund</em></p><p>(AFP)</p>", "Ida Lund"), ("<p>Ida Lund in Rill</p>", "Ida Lund"),
    ("<p>Ida Lund (AFP)</p>", "Ida Lund"), ("<p>Anna von der Heide</p>", "Anna von der Heide"),
  ])
  func `the name below a text is its author`(end: String, author: String) throws {
    let (authors, text) = try document(end)
    #expect(authors == [author])
    #expect(text == Self.start)
  }

  @Test func `a name beside the author that is given stays in the text`() throws {
    let head = "<meta name=author content=\"Eva Strand\">"
    let (authors, text) = try document("<p>Ida Lund</p>", head: head)
    #expect(authors == ["Eva Strand"])
    #expect(text == Self.start + "\n\nIda Lund")
    #expect(try document("<p>Eva Strand</p>", head: head).text == Self.start)
  }

  @Test(arguments: [
    ("<blockquote>“Big words.”</blockquote><p>Ida Lund</p>", "\n\n> “Big words.”\n\nIda Lund"),
    ("<p>Zyxa Qorblin</p>", "\n\nZyxa Qorblin"),
    ("<p>Ida Lund</p><p>“Never.”</p><p>Bo Ding</p>", "\n\nIda Lund\n\n“Never.”\n\nBo Ding"),
  ])
  func `a name that may be something else stays in the text`(end: String, rest: String) throws {
    let (authors, text) = try document(end)
    #expect(authors == [])
    #expect(text == Self.start + rest)
  }

  @Test(arguments: [
    "<p>Get the morning briefing</p>", "<p>Get our best stories in your inbox.</p>",
    "<p>Join 9,000 readers of the Rill newsletter!</p>", "<p>Recevez nos alertes</p>",
    "<p>Contact Us</p>", "<p>Latest News</p>", "<p>12 March 2024</p>", "<p>Download the app</p>",
    "<p>The Rill Courier</p>",
  ])
  func `what a page offers at its end is no text`(end: String) throws {
    let (authors, text) = try document(end)
    #expect(authors == [])
    #expect(text == Self.start)
  }

  @Test(arguments: [
    "Get out of the briefing, he said.", "“Join the newsletter,” said Ida Lund.",
    "Stay away from the pier.", "Never say never.",
  ])
  func `a sentence that begins so is text`(sentence: String) throws {
    #expect(try document("<p>\(sentence)</p>").text == Self.start + "\n\n" + sentence)
  }
}
