import Annotation
import Testing

@testable import Ingestion

/// Parts of pages that are told by what is written in them, and marks in a line that are no words.
@Suite struct PagePartTests {

  private func blocks(_ body: String, title: String = "Ferry sails") -> [String] {
    let source =
      "<html lang=en><head><title>\(title)</title></head><body>\(body)</body></html>"
    let reading = Ingestor.read(name: "a.html", bytes: Array(source.utf8))
    return (reading.documents.first?.text.text ?? "").split(separator: "\n\n").map(String.init)
  }

  private static let first =
    "The ferry sails again on Monday, after two months of repairs at the yard."
  private static let second = "“The engine is as good as new,” said Ada Morel, the mayor."
  private static let lines = "<p>\(first)</p><p>\(second)</p>"
  private static let plain = ["# Ferry sails", first, second]

  // MARK: Standfirsts

  @Test(arguments: [
    "<div class=standfirst><p>SUM</p></div>", "<p class='article__subtitle'>SUM</p>",
    "<div data-gu-name=standfirst><p>SUM</p></div>",
    "<header><p id=article-summary>SUM</p></header>",
    "<div class='deck'>SUM</div>",
  ])
  func `what sums an article up below its headline is text`(mark: String) {
    let sum = "After two months the ferry is back, and the mayor Ada Morel said “at last”"
    let body =
      "<article><h1>Ferry sails</h1>\(mark.replacing("SUM", with: sum))<div class=byline>Ida Lund</div>"
      + "\(Self.lines)</article>"
    #expect(blocks(body) == ["# Ferry sails", sum, Self.first, Self.second])
  }

  @Test(arguments: [
    "<div class=lead-image><p>The quay at Rill on a cold day</p></div>",
    "<div class=standfirst><p>By Ida Lund and Bo Ding</p></div>",
    "<div class=standfirst><a href=/1>All that we wrote of the ferry</a></div>",
  ])
  func `a caption, a by-line and a link below the headline are none`(mark: String) {
    #expect(blocks("<article><h1>Ferry sails</h1>\(mark)\(Self.lines)</article>") == Self.plain)
  }

  // MARK: Furniture by its words

  @Test(arguments: [
    "<p>A version of this article appears in print on Nov. 5, 2024, Section A, Page 12 of the City edition "
      + "with the headline: Ferry Back at Sea. <a>Order Reprints</a> | <a>Today’s Paper</a></p>",
    "<div><ul><li>Suggested Topics:</li><li>World</li><li>The long quay at Rill</li></ul></div>",
    "<p>Article réservé aux abonnés</p>",
    "<p>Il vous reste 75.32% de cet article à lire. La suite est réservée aux abonnés.</p>",
    "<h2>Related</h2><ul><li><a href=/1>Goat on the roof</a>: “It climbed up,” said Bo Ding.</li></ul>",
    "<section><h2>More news</h2><article class=card><h3><a href=/1>Bridge shut</a></h3><p>The bridge is "
      + "shut, said Bo Ding, who had been told in May.</p></article></section>",
    "<div><div><h3>You may also like</h3></div><p>“It climbed up there by itself,” said the keeper of the "
      + "goat, a friend.</p></div>",
  ])
  func `what a page says beside its text is told by its words`(part: String) {
    #expect(blocks("<article><h1>Ferry sails</h1>\(Self.lines)\(part)</article>") == Self.plain)
    #expect(blocks("<main><h1>Ferry sails</h1>\(Self.lines)\(part)</main>") == Self.plain)
  }

  @Test func `teasers that are longer than the article are none of it`() {
    let card =
      "<article class=card><h3><a href=/1>Bridge shut</a></h3><p>The bridge is shut, said Bo Ding, who had "
      + "been told of it in May.</p></article>"
    let page =
      "<main><div class=story><h1>Ferry sails</h1>\(Self.lines)</div><section><h2>More news</h2>"
      + "\(card)\(card)\(card)\(card)</section></main>"
    #expect(blocks(page) == Self.plain)
  }

  @Test func `a page of nothing but news is read`() {
    let page =
      "<section><h2>Latest news</h2><p>\(Self.first)</p><p>\(Self.second)</p></section>"
    #expect(blocks(page, title: "Post").contains(Self.second))
  }

  @Test(arguments: [
    "A version of this article of faith is held by most of the members of the council, she said.",
    "Il vous reste deux jours, a dit Ada Morel.",
  ])
  func `a sentence that begins as a notice is text`(sentence: String) {
    #expect(
      blocks("<article><h1>Ferry sails</h1>\(Self.lines)<p>\(sentence)</p></article>")
        == Self.plain + [sentence])
  }

  // MARK: In a line

  @Test(arguments: [
    ("“No,” <script>x()</script>said Ada Morel.", "“No,” said Ada Morel."),
    ("“Yes,” said<noscript><img></noscript> Jon Roe.", "“Yes,” said Jon Roe."),
    ("“Yes,” <style>p {}</style><template><b>x</b></template>she said.", "“Yes,” she said."),
    ("“Yes,” said <svg><text>x</text></svg>Jon Roe.", "“Yes,” said Jon Roe."),
    ("“Yes,” <del>Erik Sand</del> <ins>Ada Morel</ins> said.", "“Yes,” Ada Morel said."),
    ("“Yes,” <s>Erik Sand</s> <ins>Ada Morel</ins> said.", "“Yes,” Ada Morel said."),
    ("The <s>old</s> bridge is shut.", "The old bridge is shut."),
  ])
  func `programs and deleted words leave a line whole`(mark: String, line: String) {
    #expect(
      blocks("<article><h1>Ferry sails</h1><p>\(Self.first)</p><p>\(mark)</p></article>")
        == ["# Ferry sails", Self.first, line])
  }
}
