import Annotation
import Testing

@testable import Ingestion

/// Short news items in the marks that people put them in, each in pages of several makes: every
/// paragraph is found, and no furniture.
@Suite struct ShortPageTests {

  private static let closed =
    "The long pier at Rill will stay closed until spring, the harbour board said on Monday."
  private static let rotten = "“The planks are rotten,” said Ida Strand, who heads the board."
  private static let work = "Work begins in March."
  private static let title = "Pier closed for winter"

  /// An article: its marks, and the blocks that are to be found.
  struct Article: Sendable {
    let name: String
    let body: String
    let blocks: [String]

    init(_ name: String, _ body: String, _ blocks: [String]) {
      (self.name, self.body, self.blocks) = (name, body, blocks)
    }
  }

  static let articles = lists + breaks + questions + others + tables

  private static let lists = [
    Article(
      "quotes in a list",
      "<p>\(closed)</p><p>What neighbours said:</p><ul><li>“I miss it,” said Bo Ding.</li>"
        + "<li>“Good riddance,” said Eva Lund.</li><li>“Who cares?” asked Tom.</li></ul>",
      [
        closed, "What neighbours said:", "- “I miss it,” said Bo Ding.",
        "- “Good riddance,” said Eva Lund.", "- “Who cares?” asked Tom.",
      ]),
    Article(
      "a sentence that ends in a list",
      "<p>\(closed)</p><p>The board will</p><ul><li>mend the planks;</li>"
        + "<li>paint the rails; and</li><li>move the kiosk.</li></ul>",
      [
        closed, "The board will", "- mend the planks;", "- paint the rails; and",
        "- move the kiosk.",
      ]
    ),
    Article(
      "a list of names at the end",
      "<p>\(closed)</p><p>On the board:</p><ol><li>Ida Strand</li><li>Bo Ding</li></ol>",
      [closed, "On the board:", "- Ida Strand", "- Bo Ding"]),
    Article(
      "a list of words", "<p>\(closed)</p><ol><li>Rail</li><li>Planks</li></ol><p>\(work)</p>",
      [closed, "- Rail", "- Planks", work]),
    Article(
      "a list that ends in a word",
      "<ul><li>Rail</li><li>“I miss it,” said Bo Ding.</li><li>Planks</li></ul>",
      ["- Rail", "- “I miss it,” said Bo Ding.", "- Planks"]),
  ]

  private static let breaks = [
    Article(
      "paragraphs by breaks", "\(closed)<br><br>\(rotten)<br><br>\(work)", [closed, rotten, work]),
    Article(
      "a short paragraph between breaks", "\(closed)<br><br>“No,” he said.<br><br>\(work)",
      [closed, "“No,” he said.", work]),
    Article(
      "a break inside of a paragraph by breaks",
      "<p>\(closed)<br><br>“No,” she said.<br>“Not yet.”<br><br>\(work)</p>",
      [closed, "“No,” she said.\n“Not yet.”", work]),
    Article(
      "short paragraphs by breaks alone",
      "“It is closed,” said Ida Strand.<br><br>Nobody was hurt.<br><br>“We mend it<br>in spring.”",
      ["“It is closed,” said Ida Strand.", "Nobody was hurt.", "“We mend it\nin spring.”"]),
    Article(
      "verbatim", "<pre>\(closed)\n\n\(rotten)\n\n“Soon,”\nshe said.</pre>",
      [closed, rotten, "“Soon,”\nshe said."]),
    Article(
      "a statement verbatim",
      "<p>\(closed)</p><pre>We are sorry.\nThe pier is old.</pre><p>\(work)</p>",
      [closed, "We are sorry.\nThe pier is old.", work]),
  ]

  private static let questions = [
    Article(
      "questions as terms",
      "<p>\(closed)</p><dl><dt>Why is it closed?</dt><dd>“Rot,” Ida Strand said.</dd>"
        + "<dt>Is it safe?</dt><dd>No.</dd></dl>",
      [closed, "Why is it closed?", "- “Rot,” Ida Strand said.", "Is it safe?", "- No."]),
    Article(
      "questions first",
      "<dl><dt>Why is it closed?</dt><dd>“The planks are rotten,” Ida Strand said.</dd></dl>"
        + "<p>\(closed)</p>",
      ["Why is it closed?", "- “The planks are rotten,” Ida Strand said.", closed]),
    Article(
      "questions in bold",
      "<p><b>Why is it closed?</b></p><p>“The planks are rotten,” Ida Strand said.</p>"
        + "<p><b>When will it open?</b></p><p>In spring.</p><p>\(closed)</p>",
      [
        "Why is it closed?", "“The planks are rotten,” Ida Strand said.", "When will it open?",
        "In spring.", closed,
      ]),
    Article(
      "labels of questions",
      "<p>Q: Why is it closed?</p><p>A: Rot.</p><p>Q: Until when?</p><p>A: Spring.</p><p>\(closed)</p>",
      ["Q: Why is it closed?", "A: Rot.", "Q: Until when?", "A: Spring.", closed]),
    Article(
      "what folds",
      "<p>\(closed)</p><details><summary>What the board says</summary>\(rotten)</details>",
      [closed, "What the board says", rotten]),
    Article(
      "what folds first",
      "<details><summary>What the board says</summary><p>“Sorry.”</p></details><p>\(closed)</p>",
      ["What the board says", "“Sorry.”", closed]),
  ]

  private static let others = [
    Article(
      "quotations without paragraphs",
      "<p>\(closed)</p><blockquote>We are sorry for the trouble</blockquote>"
        + "<blockquote>“Come back in spring.” <cite>Ida Strand</cite></blockquote><p>\(work)</p>",
      [closed, "> We are sorry for the trouble", "> “Come back in spring.” — Ida Strand", work]),
    Article(
      "a quotation at the end",
      "<p>\(closed)</p><p>She wrote:</p><blockquote>Come back<br>in spring</blockquote>",
      [closed, "She wrote:", "> “Come back in spring”"]),
    Article(
      "quotations with those who said them",
      "<p>\(closed)</p><figure><blockquote>“Never again.”</blockquote><figcaption>— Eva Lund</figcaption>"
        + "</figure><blockquote>“It is a shame.”<footer>— Bo Ding</footer></blockquote>",
      [closed, "> “Never again.” — Eva Lund", "> “It is a shame.” — Bo Ding"]),
    Article(
      "answers of one word",
      "<div>Q: Is the long pier at Rill closed until spring?</div><div>A: Yes.</div>"
        + "<div>Q: Is it safe?</div><div>A: No</div>",
      ["Q: Is the long pier at Rill closed until spring?", "A: Yes.", "Q: Is it safe?", "A: No"]),
    Article(
      "a quotation first", "<blockquote>“Never again.”</blockquote><p>\(closed)</p>",
      ["> “Never again.”", closed]),
    Article(
      "divisions for paragraphs",
      "<div>\(closed)</div><div>“No,” said Bo.</div><div>\(work)</div><div>“Why?”</div>",
      [closed, "“No,” said Bo.", work, "“Why?”"]),
    Article(
      "text between elements",
      "\(closed)<p>\(rotten)</p>“Soon,” she said.<ul><li>“When?” asked Bo.</li></ul>Nobody knew.",
      [closed, rotten, "“Soon,” she said.", "- “When?” asked Bo.", "Nobody knew."]),
    Article(
      "short sentences alone",
      "<p>The pier is closed.</p><p>“It is rotten,” said Ida Strand.</p><p>Nobody was hurt.</p>",
      ["The pier is closed.", "“It is rotten,” said Ida Strand.", "Nobody was hurt."]),
    Article(
      "headings between",
      "<h2>Anger</h2><p>“Shame!” cried Bo Ding.</p><h2>Hope</h2><p>It opens in May.</p>",
      ["## Anger", "“Shame!” cried Bo Ding.", "## Hope", "It opens in May."]),
  ]

  private static let tables = [
    Article(
      "a table of words",
      "<p>\(closed)</p><table><tr><th>Who<th>What<tr><td>Bo<td>“I miss it.”</table><p>\(work)</p>",
      [closed, "Who | What", "Bo | “I miss it.”", work]),
    Article(
      "a table first",
      "<table><tr><th>Who<th>What<tr><td>Bo<td>“I miss it.”</table><p>\(closed)</p>",
      ["Who | What", "Bo | “I miss it.”", closed]),
    Article(
      "a table at the end",
      "<p>\(closed)</p><table><tr><td>Length<td>310 metres<tr><td>Built<td>1911</table>",
      [closed, "Length | 310 metres", "Built | 1911"]),
    Article(
      "a table of one cell", "<table><tr><td><p>\(closed)</p><p>“Soon.”</p></td></tr></table>",
      [closed, "“Soon.”"]),
  ]

  /// Pages, with the place of the article.
  private static let pages = [
    "<h1>TITLE</h1><p>Rill, 12 March 2024</p>BODYLINKS",
    "<main><article><h1>TITLE</h1>SHAREBODYSHARE</article>RELATEDCOMMENTS</main>",
    "<article><header><h1>TITLE</h1><p>By <a href=1>Ada Morel</a></p></header><div>BODY</div></article>RELATED",
    "<div class=content><h1>TITLE</h1>SHARE<div class=text>BODY</div>SHARE</div>RELATEDCOMMENTS",
    "<main><h1>TITLE</h1>BODYSHARE</main>RELATEDCOMMENTS",
    "<div><h1>TITLE</h1><p>By Ada Morel</p><p>12 March 2024</p><div>BODY</div></div>LINKS",
    "<section><h1>TITLE</h1><p>By Ada Morel</p><p>12 March 2024</p>BODY</section>LINKS",
  ]

  private static let furniture = [
    ("SHARE", "<div class=share-buttons><a href=1>Share on Blather</a> <a href=2>Email</a></div>"),
    ("RELATED", "<aside class=related><h3>Related stories</h3>LINKS</aside>"),
    (
      "LINKS",
      "<ul><li><a href=3>Goat found on the roof of the town hall</a></li>"
        + "<li><a href=4>A bear walks into a bakery, and nobody minds</a></li></ul>"
    ),
    (
      "COMMENTS",
      "<section id=comments><h3>2 comments</h3><div class=comment><p>Pete99</p><p>I have read this page "
        + "for many years and it gets worse every day, my friends.</p></div></section>"
    ),
  ]

  private static let head =
    "<div id=cookie-notice role=dialog><p>We use cookies to make this site work and to learn how it "
    + "is read. You can change this at any time.</p></div><nav><ul><li><a href=5>News</a></li>"
    + "<li><a href=6>Sport</a></li></ul></nav>"
  private static let foot =
    "<footer><p>© 2024 The Rill Courier. All rights reserved. Printed on the quay since 1911.</p></footer>"

  @Test(arguments: articles.map(\.name))
  func `every paragraph of a short article is found`(name: String) throws {
    let article = try #require(Self.articles.first { $0.name == name })
    for (number, page) in Self.pages.enumerated() {
      var body = page
      for (mark, part) in Self.furniture { body = body.replacing(mark, with: part) }
      body = body.replacing("TITLE", with: Self.title).replacing("BODY", with: article.body)
      let source =
        "<html><head><title>\(Self.title)</title></head><body>\(Self.head)\(body)\(Self.foot)"
      let reading = Ingestor.read(name: "a.html", bytes: Array((source + "</body></html>").utf8))
      let text = try #require(reading.documents.first).text.text
      #expect(
        text.split(separator: "\n\n").map(String.init) == ["# \(Self.title)"] + article.blocks,
        "page \(number + 1)")
    }
  }
}
