import Annotation
import Testing

@testable import Ingestion

/// Pages with several articles.
@Suite struct SeveralArticlesTests {

  private func read(_ body: String, head: String = "") -> Reading {
    let page =
      "<!DOCTYPE html><html lang=en><head><title>Press</title>\(head)</head><body>\(body)</body></html>"
    return Ingestor.read(name: "a.html", bytes: Array(page.utf8))
  }

  private static func text(_ place: String) -> String {
    (1...4).map {
      "<p>Nobody in the council of \(place) was surprised by that on a cold morning in March, as far "
        + "as we know, and number \($0) of them said that it would rain again before the evening.</p>"
    }.joined()
  }

  /// An article as Europresse writes it.
  private static func article(_ paper: String, _ day: String, _ title: String, _ text: String)
    -> String
  {
    """
    <article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">\(paper)</span></div>
    <div><span class="DocHeader">\(day)</span></div><div class="titreArticle"><p class="titreArticleVisu">\(title)</p>
    </div><div class="sm-margin-bottomNews">Ren&eacute; Blanc</div></header><section><div class="docOcurrContainer">
    \(text)</div></section><footer><div>news·1</div></footer></article>
    """
  }

  @Test func `each article of a database is a document, however short`() throws {
    let first = Self.article(
      "Le Matin, no. 25000", "France, samedi 8 mars 2025 1234 mots, p. 4", "Le ferry repart",
      "<p>Ada Morel said that the ferry would sail.</p><p>“It is new,” said Jon Roe, a baker.</p>")
    let second = Self.article(
      "Le Soir", "Politique, lundi 10 mars 2025 500 mots, p. 2", "Le pont attend",
      "<p>Erik Sand said that the plan was “a road to nowhere”.</p>")
    let reading = read("<div id=docs>\(first)\(second)</div>")
    #expect(reading.warnings.isEmpty)
    let known = reading.documents.map(\.metadata)
    #expect(known.map(\.title) == ["Le ferry repart", "Le pont attend"])
    #expect(known.map(\.outlet) == ["Le Matin", "Le Soir"])
    #expect(known.map { $0.date?.day } == [8, 10])
    #expect(known.map(\.authors) == [["René Blanc"], ["René Blanc"]])
    #expect(known.map(\.id) == ["a.html#1", "a.html#2"])
    let texts = reading.documents.map(\.text.text)
    #expect(texts.count == 2 && texts[0].contains("a baker") && !texts[0].contains("Erik Sand"))
    #expect(texts.last?.contains("a road to nowhere") == true)
    #expect(texts.allSatisfy { !$0.contains("mots") && !$0.contains("news·1") })
  }

  private static func post(_ name: String, _ text: String, _ day: Int) -> String {
    "<article class=post><header><h2><a href=/\(name)>The \(name)</a></h2><time datetime=2025-03-0\(day)>x"
      + "</time></header><div class=entry-content>\(text)</div><footer>Posted in x</footer></article>"
  }

  @Test func `each post on the first page of a blog is a document`() throws {
    let posts = ["ferry", "bridge", "bread"].enumerated().map {
      Self.post($1, Self.text($1), $0 + 1)
    }
    let reading = read(
      "<main>\(posts.joined())\(Self.post("fog", "<p>It came down.</p>", 4))</main>",
      head: "<meta property=og:site_name content='The Harbour Post'>"
        + "<link rel=canonical href=https://post.example/>")
    #expect(reading.warnings.isEmpty)
    let known = reading.documents.map(\.metadata)
    #expect(known.map(\.title) == ["The ferry", "The bridge", "The bread"])
    #expect(known.map { $0.date?.day } == [1, 2, 3])
    #expect(
      known.map(\.url) == ["ferry", "bridge", "bread"].map { "https://post.example/\($0)" })
    #expect(known.allSatisfy { $0.outlet == "The Harbour Post" && $0.language == "en" })
    #expect(reading.documents.allSatisfy { !$0.text.text.contains("Posted in") })
  }

  @Test(arguments: [
    "<meta property=og:type content=article>",
    #"<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The ferry", "url": "x"}</script>"#,
  ])
  func `a page that says that it is one article is that`(head: String) {
    let posts = Self.post("ferry", Self.text("Rill"), 1) + Self.post("fog", Self.text("Stoke"), 2)
    #expect(read("<main>\(posts)</main>", head: head).documents.count == 1)
  }

  @Test func `cards that lead to other pages are no documents beside an article`() {
    let card =
      "<article><h3>The goat</h3><time datetime=2025-03-04>x</time><p>It climbed up there by itself.</p>"
      + "</article>"
    let main =
      "<article><h1>The ferry</h1><time datetime=2025-03-01>x</time>\(Self.text("Rill"))</article>"
    let linked = read("<main>\(main)<a href=/goat>\(card)</a></main>")
    #expect(linked.documents.map(\.metadata.title) == ["The ferry"] && linked.warnings.isEmpty)
    let bare = read("<main>\(main)\(card)</main>")
    #expect(bare.documents.map(\.metadata.title) == ["The ferry"] && bare.warnings.count == 1)
  }

  @Test func `articles that are left out are told`() {
    let body =
      "<article><h1>Pier</h1>\(Self.text("Rill"))</article>"
      + "<article><h2>Goat</h2><p>“It climbed up there by itself,” said the keeper of the goat.</p></article>"
    let reading = read(body)
    #expect(reading.documents.count == 1)
    #expect(
      reading.warnings.map(\.message) == [
        "the page has 2 articles with headlines of their own, and was read as one document without 1 of "
          + "them"
      ])
  }

  @Test func `a page of a few beginnings tells which are not read`() {
    func teaser(_ title: String, _ text: String) -> String {
      "<article><h2><a href='/\(title.count)'>\(title)</a></h2><p>\(text)</p><a>Read more</a></article>"
    }
    let two =
      teaser("Bakery burns", "“All gone,” said Al Poe, the baker.")
      + teaser("Bridge shut", "“For a week,” said Bo Kay, the engineer.")
    let reading = read("<div class=list>\(two)</div>")
    let text = reading.documents.map(\.text.text).joined()
    let lost = ["Al Poe", "Bo Kay"].count { !text.contains($0) }
    #expect(reading.warnings.count == min(lost, 1))
    if lost == 1 {
      #expect(
        reading.warnings.first?.message
          == "the page has 2 articles with headlines of their own, and was read as one document "
          + "without 1 of them")
    }
    // Below an article they are what it leads to.
    let page = read("<main><h1>Ferry sails</h1>\(Self.text("Lanna"))</main>\(two)")
    #expect(page.warnings.isEmpty && page.documents.count == 1)
  }

  // MARK: What the page says of all

  private static func entry(_ number: Int, _ title: String, _ text: String) -> String {
    "<article id=b\(number)><header><time datetime=2025-03-05T0\(number):10:00Z>x</time><h2>\(title)</h2>"
      + "</header>\(text)</article>"
  }

  private static let entries =
    entry(8, "Roof off the market", "<p>“We heard a crack,” said Maria Keller, who sells fish.</p>")
    + entry(
      7, "Schools shut",
      "<p class=byline>By Bo Ding</p><p>All schools are shut, Ada Morel said.</p>")

  @Test func `what a page says of itself goes for the entries that do not say it`() {
    let reading = read(
      "<main><h1>Storm: live</h1>\(Self.entries)</main>",
      head:
        "<link rel=canonical href=https://post.example/live/storm><meta name=author content='Ida Lund'>"
        + "<meta property=article:section content=Weather><meta name=keywords content='storm, otto'>"
    )
    let known = reading.documents.map(\.metadata)
    #expect(known.map(\.title) == ["Roof off the market", "Schools shut"])
    #expect(
      known.map(\.url) == ["b8", "b7"].map { "https://post.example/live/storm#\($0)" })
    #expect(known.allSatisfy { $0.section == "Weather" })
    #expect(known.allSatisfy { $0.tags == ["storm", "otto"] && $0.language == "en" })
    #expect(known.map(\.authors) == [["Ida Lund"], ["Bo Ding"]])
    #expect(known.allSatisfy { $0.other.map(\.key) == ["page_title"] })
    #expect(known.first?.other.first?.value == "Storm: live")
  }

  @Test(arguments: [true, false])
  func `the data of a live blog go for its entries, those of an article beside others do not`(
    isBlog: Bool
  ) {
    let parts =
      #""liveBlogUpdate": [{"@type": "BlogPosting", "headline": "Roof", "datePublished": "2025"}]"#
    let data =
      #"[{"@type": "LiveBlogPosting", "headline": "Storm", "articleSection": "Weather", "#
      + #""author": {"name": "Ida Lund"}\#(isBlog ? ", " + parts : "")},"#
      + #" {"@type": "NewsArticle", "headline": "Other", "url": "x"}]"#
    let reading = read(
      "<main><h1>Storm: live</h1>\(Self.entries)</main>",
      head: "<script type=application/ld+json>\(data)</script>")
    let known = reading.documents.map(\.metadata)
    #expect(known.map(\.authors) == [isBlog ? ["Ida Lund"] : [], ["Bo Ding"]])
    #expect(known.map(\.section) == (isBlog ? ["Weather", "Weather"] : [nil, nil]))
  }
}
