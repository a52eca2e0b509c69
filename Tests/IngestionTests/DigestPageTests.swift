import Annotation
import Testing

@testable import Ingestion

/// Digests and lists whose items lead to other pages and say something all the same.
@Suite struct DigestPageTests {

  private static let intro =
    "Good morning. Here is what you need to know today about the harbour and about the town."
  private static let long =
    "An inquiry begins on Monday. Its chair, a former judge, said that she expected it to take two years."

  /// Pages, with the place of the text.
  private static let pages = [
    "<article><h1>Morning briefing</h1>TEXT</article>",
    "<main><article><h1>Morning briefing</h1><div>TEXT</div></article></main>",
    "<div><h1>Morning briefing</h1>TEXT</div>",
  ]

  private func blocks(_ page: String, _ text: String) -> [String] {
    let source =
      "<html lang=en><head><title>Morning briefing</title></head><body>"
      + page.replacing("TEXT", with: text) + "</body></html>"
    let reading = Ingestor.read(name: "a.html", bytes: Array(source.utf8))
    return (reading.documents.first?.text.text ?? "").split(separator: "\n\n").dropFirst()
      .map(String.init)
  }

  /// The headlines of other pages with what is said in each.
  private static let items = [
    ("Bridge shut after memo spoke of cracks in May", "Bo Ding said that he had no choice."),
    ("Ferry sails again after two months at the yard", "“It is as good as new,” said Ida Strand."),
    ("Schools to begin an hour later from September", "Eva Lund said that children need sleep."),
  ]

  @Test(arguments: pages)
  func `items that begin with the headline of another page are text`(page: String) {
    let list = Self.items.map { "<li><a href=/1>\($0.0)</a>: \($0.1)</li>" }.joined()
    #expect(
      blocks(page, "<p>\(Self.intro)</p><ul>\(list)</ul>")
        == [Self.intro] + Self.items.map { "- \($0.0): \($0.1)" })
  }

  @Test(arguments: pages)
  func `items that end with the headline of another page are text`(page: String) {
    let list = Self.items.map { "<li>\($0.1) (<a href=/1>\($0.0)</a>)</li>" }.joined()
    #expect(
      blocks(page, "<p>\(Self.intro)</p><ul>\(list)</ul>")
        == [Self.intro] + Self.items.map { "- \($0.1) (\($0.0))" })
  }

  @Test(arguments: ["p", "h3"], pages)
  func `sentences that name their source in brackets are text`(mark: String, page: String) {
    let text = Self.items.map {
      "<\(mark)><a href=/1>\($0.0)</a></\(mark)><p>\($0.1) (<a href=/2>Harbour Post</a>)</p>"
    }
    let found = blocks(page, "<p>\(Self.intro)</p>" + text.joined())
    #expect(
      found.filter { !$0.hasPrefix("#") } == [Self.intro]
        + Self.items.map { "\($0.1) (Harbour Post)" })
  }

  @Test(arguments: pages)
  func `an item that tells who says what its link says is text`(page: String) {
    let list =
      "<ul><li>Bo Ding <a href=/1>said that he had</a> no choice.</li><li>Eva Lund said <a href=/2>that "
      + "children need sleep</a>.</li></ul>"
    #expect(
      blocks(page, "<p>\(Self.intro)</p>\(list)<p>\(Self.long)</p>")
        == [
          Self.intro, "- Bo Ding said that he had no choice.",
          "- Eva Lund said that children need sleep.", Self.long,
        ])
  }

  @Test(arguments: pages)
  func `sentences behind which a link leads to the rest are text`(page: String) {
    let text = Self.items.map {
      "<h2><a href=/1>\($0.0)</a></h2><p>\($0.1) <a href=/1>Read more</a></p>"
    }
    let brief =
      "<h2>In brief</h2><ul><li>Eva Lund <a href=/1>won the prize</a>, <a href=/2>the jury said</a>.</li></ul>"
    let found = blocks(page, "<p>Good morning.</p>" + text.joined() + brief)
    #expect(
      found == ["Good morning."] + Self.items.map { "\($0.1) Read more" }
        + ["## In brief", "- Eva Lund won the prize, the jury said."])
  }

  @Test(arguments: pages)
  func `a list of bare links below the text is none of it`(page: String) {
    let list = Self.items.map { "<li><a href=/1>\($0.0)</a></li>" }.joined()
    #expect(
      blocks(page, "<p>\(Self.intro)</p><p>\(Self.long)</p><ul>\(list)</ul>")
        == [Self.intro, Self.long])
  }

  @Test(arguments: pages)
  func `links and notices below a short text take nothing from it`(page: String) {
    let text =
      "<p>\(Self.intro)</p><p><a href=/1>“It is as good as new,” said Ida Strand, the mayor of Rill.</a></p>"
      + "<p>Bo Ding <a href=/2>tweeted</a>:</p><blockquote class=twitter-tweet><p>Free for a week! We mean "
      + "it. <a href=/3>pic.example/x</a></p>— Bo Ding (@boding) <a href=/4>March 3, 2025</a></blockquote>"
      + "<p>READ MORE: <a href=/5>Ferry burns</a></p><p><strong>Also read: <a href=/6>Ferry fares rise"
      + "</a></strong></p><p>Share this article</p><p>Copyright 2025 Post. All rights reserved.</p>"
    let found = blocks(page, text)
    #expect(
      found.prefix(3) == [
        Self.intro, "“It is as good as new,” said Ida Strand, the mayor of Rill.",
        "Bo Ding tweeted:",
      ])
    #expect(found.count == 4 && found.last?.contains("Free for a week!") == true)
  }
}
