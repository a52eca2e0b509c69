import Annotation
import Testing

@testable import Ingestion

@Suite struct MainTextTests {

  private static let one =
    "The harbour board has agreed to mend the long pier before the winter storms come, it said."
  private static let two =
    "“We have waited for nine years,” said Ida Strand, who keeps the kiosk at the end of the pier."
  private static let noise =
    "I have read this page for many years and must say that it gets worse every day, my friends."

  private static func paragraphs(_ texts: String...) -> String {
    texts.map { "<p>\($0)</p>" }.joined(separator: "\n")
  }

  /// The body of a page, and what is expected: the two paragraphs and nothing else.
  static let pages: [(name: String, body: String)] = [
    (
      "links in the text without a name",
      "<div>\(paragraphs(one, two))<ul><li><a href=1>A bear walks into a bakery</a></li>"
        + "<li><a href=2>Goat found on the roof of the town hall</a></li></ul></div>"
    ),
    (
      "a paragraph is a division",
      "<div id=x><div>\(one)</div><div>\(two)</div></div><div><a href=1>Home</a> <a href=2>Sea</a></div>"
    ),
    (
      "more comments than text",
      "<div class=post>\(paragraphs(one, two))</div><div id=comments>"
        + paragraphs(noise, noise, noise, noise, noise, noise) + "</div>"
    ),
    (
      "comments that are articles",
      "<article><h2>Pier</h2>\(paragraphs(one, two))</article>"
        + "<div class=comment-list><article>\(paragraphs(noise, noise, noise, noise))</article></div>"
    ),
    (
      "names that do not mean what they say",
      "<div class='sidebar promo'><div>\(paragraphs(one, two))</div></div>"
    ),
    (
      "a body in two parts",
      "<article><div itemprop=articleBody>\(paragraphs(one))</div><div>\(noise)</div>"
        + "<div itemprop=articleBody>\(paragraphs(two))</div></article>"
    ),
    (
      "one article behind the other",
      "<article><h1>Pier</h1>\(paragraphs(one, two))</article>"
        + "<article><h1>Goat</h1>\(paragraphs(noise, noise, noise))</article>"
    ),
    (
      "the whole page is a form",
      "<form id=aspnetForm><div>\(paragraphs(one, two))</div><input type=submit></form>"
    ),
    (
      "a banner that asks for consent",
      "<div role=dialog>\(paragraphs(noise, noise, noise))</div><main>\(paragraphs(one, two))</main>"
    ),
    (
      "what pages say beside their text",
      "<div>\(paragraphs("Read more: Goat", one, "Advertisement", two, "Share this article"))</div>"
    ),
    (
      "a trail, tags and a byline",
      "<ol class=breadcrumb><li>Home<li>Local</ol><div class='article-meta'>Monday, 7 am</div>"
        + "<div>\(paragraphs(one, two))</div><ul class=tags><li>Pier<li>Sea</ul>"
    ),
    (
      "teasers at the side",
      "<table><tr><td><p><a href=1>Home</a></p><td>\(paragraphs(one, two))<td>"
        + "<p><a href=2>A bear walks into a bakery, and nobody minds it at all</a></p></table>"
    ),
  ]

  @Test(arguments: pages.map(\.name))
  func `the text of a page is found`(name: String) throws {
    let page = try #require(Self.pages.first { $0.name == name })
    let source = "<html><body>\(page.body)</body></html>"
    let reading = Ingestor.read(name: "a.html", bytes: Array(source.utf8))
    let text = try #require(reading.documents.first).text
    let string = text.string(ByteRange(0, UInt32(text.bytes.count)))
    let kept = string.split(separator: "\n\n").filter { !$0.hasPrefix("#") }.map(String.init)
    #expect(kept == [Self.one, Self.two])
  }
}
