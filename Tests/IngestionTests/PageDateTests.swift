import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// Which of the days that a page shows is its own.
@Suite struct PageDateTests {

  private static let text =
    "<p>The ferry sails again on Monday, after two months of repairs at the yard.</p>"
    + "<p>“The engine is as good as new,” said Ada Morel, the mayor.</p>"

  private func document(_ body: String, head: String = "") throws -> SourceDocument {
    let page =
      "<html lang=en><head><title>Ferry sails</title>\(head)</head><body>\(body)</body></html>"
    return try #require(
      Ingestor.read(name: "a.html", bytes: Array(page.utf8)).documents.first)
  }

  private func date(_ body: String, head: String = "") throws -> String? {
    try document(body, head: head).metadata.date?.written
  }

  private func article(_ line: String, before: String = "", behind: String = "") -> String {
    "\(before)<article><h1>Ferry sails</h1>\(line)\(Self.text)</article>\(behind)"
  }

  @Test(arguments: [
    "<section id=comments><h2>Comments</h2><div class=comment>Joe <time datetime='2025-03-07T10:00'>7 March</time><p>Nonsense, all of it.</p></div></section>",
    "<div id=sidebar><h3>Latest</h3><div>Flood <time datetime='2025-03-09'>9 March 2025</time></div></div>",
    "<div class=widget><h3>Recent posts</h3><ul><li><a href=/a>Flood</a><time datetime=2025-03-09>9 March 2025</time></li></ul></div>",
    "<div><h3>More</h3><p><a href=/a>Flood at Rill</a> <time datetime=2025-03-09>9 March 2025</time></p></div>",
    "<div class=related><a href=/x>Old</a> <time datetime='2021-01-01'>1 Jan 2021</time></div>",
    "<section><article class=card><h3><a href=/x>Old</a></h3><time datetime='2021-01-01'>1 Jan</time></article></section>",
    "<blockquote><p>We go on.</p><footer>Ida Lund, <time datetime='2021-01-01'>1 January 2021</time></footer></blockquote>",
  ])
  func `a day of another page or of a reader is none of this one`(behind: String) throws {
    for line in [
      "<p>Posted 3 March 2025</p>", "<p>March 3, 2025</p>",
      "<p class=meta>March 3, 2025 | Local</p>",
    ] {
      #expect(try date(article(line, behind: behind)) == "2025-03-03")
    }
    #expect(try date(article("", behind: behind)) == nil)
    let div = "<div class=post><h1>Ferry sails</h1>"
    #expect(
      try date("\(div)<p class=meta>Posted 3 March 2025</p>\(Self.text)</div>\(behind)")
        == "2025-03-03")
  }

  @Test(arguments: [
    "<header><div class=date>Sunday, March 9, 2025</div></header>",
    "<header><time datetime='2025-03-09'>Sunday, March 9, 2025</time></header>",
    "<div class=top><span class=date>Sunday, March 9, 2025</span></div>",
    "<div role=banner><span class=date>Sunday, March 9, 2025</span></div>",
  ])
  func `the day in the header of a site is not that of the article`(header: String) throws {
    for line in [
      "<p class=meta>Posted 3 March 2025</p>",
      "<div class=meta>By Ida Lund<br>Posted 3 March 2025</div>",
    ] {
      #expect(try date(article(line, before: header)) == "2025-03-03")
    }
  }

  @Test(arguments: [
    "<article><header><h1>Ferry sails</h1><time datetime=2025-03-03>3 March</time></header>#</article>",
    "<header><time datetime=2025-03-03>3 March</time><h1>Ferry sails</h1></header><main>#</main>",
    "<article><p class=date>3 March 2025</p><h1>Ferry sails</h1>#</article>",
    "<div><span class=date>3 March 2025</span><h1>Ferry sails</h1>#</div>",
    "<article><h1>Ferry sails</h1>#<footer>Posted on <time datetime=2025-03-03>3 March</time> by <a href=/i>Ida Lund</a></footer></article>",
    "<article><h1>Ferry sails</h1>#<footer>Posted on 3 March 2025</footer></article>",
    "<h1>Ferry sails</h1>#<p>Published 3 March 2025</p>",
    "<h1>Ferry sails</h1>#<p>More is not known of it.</p><p><i>March 3, 2025</i></p>",
    "<h1>Ferry sails</h1><p>The ferry of Lanna sails again on Monday, the mayor said.</p><div class=meta>3 March 2025, 10:00</div>#",
    "<h1>The Post</h1><p>Sunday, March 9</p><div class=post><h2>Ferry sails</h2><div class=info>March 3, 2025 by Ida Lund</div>#</div>",
    "<h1>Ferry sails</h1><p><time datetime=2025-03-03>3 March</time> by <a href=/i>Ida Lund</a></p>#",
  ])
  func `a day beside the headline or below the text is that of the article`(body: String) throws {
    let page = body.split(separator: "#", omittingEmptySubsequences: false)
      .joined(separator: Self.text)
    #expect(try date(page) == "2025-03-03")
  }

  @Test(arguments: [
    "By Ida Lund | Posted 3 March 2025", "By Ida Lund | 3 March 2025",
    "By Ida Lund, posted 3 March 2025", "By Ida Lund | Published: 3 March 2025, 10:00",
    "By Ida Lund March 3, 2025", "By Ida Lund Posted 3 March 2025", "By Ida Lund<br>3 March 2025",
    "By Ida Lund | Updated 10 March 2025 | Published 3 March 2025",
    "Updated by Ida Lund on March 3, 2025",
  ])
  func `a line names the writer and the day in either order`(line: String) throws {
    for name in ["", " class=meta"] {
      let metadata = try document(article("<p\(name)>\(line)</p>")).metadata
      #expect(metadata.date?.written == "2025-03-03" && metadata.authors == ["Ida Lund"])
    }
  }

  @Test(arguments: [
    "<p>Updated 10 March 2025</p><p>Published 3 March 2025</p>",
    "<p>Updated 10 March 2025, published 3 March 2025</p>",
    "<p class=date>Updated: 10 March 2025 Published: 3 March 2025</p>",
    "<div class=meta>Last updated 10 March 2025<br>First published 3 March 2025</div>",
    "<p>Updated <time datetime=2025-03-10>10 March</time>, published <time datetime=2025-03-03>3 March</time></p>",
    "<time class=updated datetime=2025-03-10>10 March</time><time class='entry-date published' datetime=2025-03-03>3 March</time>",
    "<time itemprop=dateModified datetime=2025-03-10>10 March</time><time datetime=2025-03-03>3 March</time>",
    "<p>Aired March 3, 2025</p>", "<p class=meta>First aired March 3, 2025</p>",
    "<p class=date>Gesendet am 3. März 2025</p>", "<p>Diffusé le 3 mars 2025</p>",
  ])
  func `the day of publication goes before that of a change`(lines: String) throws {
    #expect(try date(article(lines)) == "2025-03-03")
  }

  @Test func `the day of a change stands for one that is not told`() throws {
    #expect(try date(article("<p>Updated 10 March 2025</p>")) == "2025-03-10")
  }

  @Test(
    arguments: [
      ("en-US", "", "2025-03-04"), ("en-GB", "", "2025-04-03"),
      ("en", "<link rel=canonical href=https://www.post.co.uk/a>", "2025-04-03"), ("en", "", nil),
    ] as [(String, String, String?)])
  func `figures are read in the order of the page's language or country, or told`(
    language: String, head: String, date: String?
  ) throws {
    for line in [
      "<p class=date>03/04/2025</p>", "<p>Posted 03/04/2025</p>",
      "<p class=meta>By Ida Lund | 03/04/2025</p>",
    ] {
      let page =
        "<html lang=\(language)><head>\(head)</head><body>\(article(line))</body></html>"
      let folder = try TemporaryFolder()
      try folder.write("a.html", page)
      let (documents, report) = Ingestor.read([folder.path])
      #expect(documents.map { $0.metadata.date?.written } == [date])
      let words = line.contains("Posted") ? "Posted 03/04/2025" : "03/04/2025"
      let messages = date == nil ? ["the date '\(words)' names no day for certain"] : []
      #expect(report.warnings.map(\.message) == messages)
    }
  }

  @Test func `a day without its year is told`() throws {
    let page = "<html lang=en><body>\(article("<p class=date>Wed 12 Mar</p>"))</body></html>"
    let reading = HTMLReader().read(
      SourceFile(name: "a.html", origin: "a.html", bytes: Array(page.utf8)))
    #expect(reading.warnings.map(\.message) == ["the date 'Wed 12 Mar' names no day for certain"])
  }

  @Test func `a day in a sentence is none of the page`() throws {
    let sentence =
      "<p>The strike began on <time datetime=2021-01-01>1 January 2021</time>, the union said, and lasted for weeks.</p>"
    #expect(try date("<article><h1>Ferry sails</h1>\(Self.text)\(sentence)</article>") == nil)
  }

  @Test func `the line below the headline of a transcript is part of it`() throws {
    let page =
      "<p class=cnnTransShow>THE LANNA SHOW</p>"
      + "<p class=cnnTransSubHead>Bridge at Lanna Closes; Minister Speaks. Aired 10-11a ET</p>"
      + "<p class=cnnBodyText>ADA MOREL, ANCHOR: Good morning. "
      + "Today we talk about the bridge at Lanna, which was closed on Monday.<br><br>"
      + "ERIK SAND, MINISTER: Thank you for having me. We had no choice, because the cracks grew.</p>"
    let document = try document(page)
    #expect(document.text.text.contains("Bridge at Lanna Closes; Minister Speaks."))
  }

  @Test func `a writer who has no link of the name stands beside one who has`() throws {
    let line =
      "<p>By <a class=author>IDA LUND FOR MAILONLINE</a> and <a>BEN ASHE, POLITICAL EDITOR</a></p>"
    #expect(try document(article(line)).metadata.authors == ["Ida Lund", "Ben Ashe"])
  }
}
