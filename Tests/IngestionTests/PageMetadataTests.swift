import Annotation
import Testing

@testable import Ingestion

/// What a page says of itself in other ways than fields: what stands in its text, in comments, in
/// fields of other makers and in JSON that is not quite JSON.
@Suite struct PageMetadataTests {

  private static let text =
    "<p>The ferry company has sold both of its ships, and nobody knows who bought them, he said.</p>"

  @Test(
    arguments: [
      ("<p>Published 10:15, 12 March 2024</p>", "2024-03-12"),
      ("<div class='meta'><span class='date'>March 12, 2024</span></div>", "2024-03-12"),
      ("<p class='date'>Posted: Mar. 12, 2024 4:15 p.m.</p>", "2024-03-12"),
      ("<p class='dateline'>March 12, 2024 at 9:14 p.m. EDT</p>", "2024-03-12"),
      ("<p>Posted <b>12 March 2024</b></p>", "2024-03-12"),
      ("<p class='date'>soon</p>", nil),
      ("<aside><p class='date'>12 March 2024</p></aside>", nil),
      ("<div id='comments'><span class='date'>12 March 2024</span></div>", nil),
      ("<div class='related'><span class='date'>12 March 2024</span></div>", nil),
    ] as [(String, String?)])
  func `a day that the page shows is its date`(shown: String, date: String?) throws {
    let metadata = try metadata("<body><h1>Ships are sold</h1>\(shown)\(Self.text)</body>")
    #expect(metadata.date?.written == date)
    #expect(metadata.other.allSatisfy { $0.key != "date" })
  }

  @Test(arguments: [
    (
      "<link rel='canonical' href='https://web.archive.org/web/20170104051207/http://a.example/b'>",
      "http://a.example/b"
    ),
    ("<base href='https://a.example/n/'><link rel='canonical' href='/b'>", "https://a.example/b"),
    ("<base href='https://a.example/n/x'><link rel='canonical' href='b'>", "https://a.example/n/b"),
    ("<base href='https://a.example'><link rel='canonical' href='b'>", "https://a.example/b"),
    (
      "<base href='https://a.example/'><link rel='canonical' href='//b.example'>",
      "https://b.example"
    ),
    (
      "<link rel='canonical' href='/b'><meta property='og:url' content='https://a.example/b'>",
      "https://a.example/b"
    ),
    ("<meta name='parsely-link' content='https://a.example/b'>", "https://a.example/b"),
    ("<meta name='citation_public_url' content='https://a.example/b'>", "https://a.example/b"),
    ("<!-- saved from url=(0021)https://a.example/b -->", "https://a.example/b"),
    ("<!-- saved from url=(0014)about:internet -->", "-"),
    (
      "<!--\n Page saved with SingleFile \n url: https://a.example/b \n saved: now\n-->",
      "https://a.example/b"
    ),
    ("<base href='/n/'><link rel='canonical' href='/b'>", "-"),
    ("<base href='https://a.example'><link rel='canonical' href='javascript:x()'>", "-"),
  ])
  func `an address is made whole`(head: String, url: String) throws {
    let metadata = try metadata("\(head)<body>\(Self.text)</body>")
    #expect((metadata.url ?? "-") == url)
  }

  @Test func `the outlet of a copy is that of what was copied`() throws {
    let head =
      "<meta property='og:url' content='https://web.archive.org/web/2017id_/http://a.example/b'>"
    #expect(try metadata(head + Self.text).publisher == "a.example")
  }

  @Test(arguments: [
    "//<![CDATA[\n{\"@type\": \"NewsArticle\", \"headline\": \"H\", \"datePublished\": \"2024-03-12\"}\n//]]>",
    "<![CDATA[{\"@type\": \"NewsArticle\", \"headline\": \"H\", \"datePublished\": \"2024-03-12\"}]]>",
    "{\"@type\": \"NewsArticle\", \"headline\": \"H\", \"datePublished\": \"2024-03-12\",\n}",
    "[{\"@type\": \"NewsArticle\", \"headline\": \"H\", \"keywords\": [\"a,]\",], \"datePublished\": \"2024-03-12\"},]",
    "{\"@type\": \"NewsArticle\", \"headline\": \"H\", \"description\": \"a\nb\", \"datePublished\": \"2024-03-12\"}",
  ])
  func `linked data is read with the faults of templates`(json: String) throws {
    let script = "<script type='application/ld+json'>\(json)</script>"
    let metadata = try metadata("<head>\(script)</head><body>\(Self.text)</body>")
    #expect(metadata.date?.written == "2024-03-12" && metadata.title == "H")
  }

  @Test func `a field without a name in it gives way to another maker's`() throws {
    let metadata = try metadata(
      """
      <meta name="author" content="https://a.example/ada"><meta name="parsely-author" content="Ada Roe">
      <meta name="parsely-pub-date" content="2024-03-12T10:00:00Z">
      <meta name="parsely-section" content="Local"><meta name="parsely-tags" content="a,b">
      <meta name="parsely-title" content="Ships are sold">\(Self.text)
      """)
    #expect(metadata.authors == ["Ada Roe"] && metadata.date?.written == "2024-03-12")
    #expect(metadata.section == "Local" && metadata.tags == ["a", "b"])
    #expect(metadata.title == "Ships are sold")
  }

  @Test func `citation fields are read`() throws {
    let metadata = try metadata(
      """
      <meta name="citation_title" content="Ships are sold"><meta name="citation_author" content="Ada Roe">
      <meta name="citation_author" content="Otto Lange"><meta name="citation_language" content="en">
      <meta name="citation_publication_date" content="2024/03/12">
      <meta name="citation_journal_title" content="Post"><meta name="citation_keywords" content="a; b">
      \(Self.text)
      """)
    #expect(metadata.title == "Ships are sold" && metadata.authors == ["Ada Roe", "Otto Lange"])
    #expect(metadata.date?.written == "2024-03-12" && metadata.outlet == "Post")
    #expect(metadata.tags == ["a", "b"] && metadata.language == "en")
  }

  @Test func `damaged letters are mended in the title and behind the closing mark`() throws {
    let page =
      "<meta charset=utf-8><title>CafÃ© closes</title><h1>CafÃ© closes</h1>"
      + "<p>â€œItâ€™s over,â€\u{9D} said ZoÃ« Roe, the owner of the cafÃ©, who had run it alone.</p>"
    let document = try #require(read(page).documents.first)
    #expect(document.metadata.title == "Café closes")
    #expect(document.text.text.contains("“It’s over,” said Zoë Roe, the owner of the café,"))
  }

  @Test func `what is not in the declared encoding is counted as repaired`() throws {
    let bytes = Array("<meta charset=utf-8><p>The caf".utf8) + [0xE9] + Array(" is open.</p>".utf8)
    let reading = HTMLReader().read(SourceFile(name: "a.html", origin: "a.html", bytes: bytes))
    let document = try #require(reading.documents.first)
    #expect(document.text.text == "The café is open.")
    #expect(document.text.repairs == ["1 Windows-1252 character"])
  }

  private func metadata(_ page: String) throws -> DocumentMetadata {
    try #require(read(page).documents.first).metadata
  }

  private func read(_ page: String) -> Reading {
    HTMLReader().read(SourceFile(name: "a.html", origin: "a.html", bytes: Array(page.utf8)))
  }
}
