import Annotation
import Testing

@testable import Ingestion

/// Answers of programs on the web that were kept as they came, and other JSON of theirs.
@Suite struct AnswerPageTests {

  private func read(
    _ text: String, _ name: String = "a.json", fields: [String: String] = [:]
  ) -> Reading {
    var options = ReadingOptions()
    options.fields = fields
    return Ingestor.read(name: name, bytes: Array(text.utf8), options: options)
  }

  private static let pages = [
    #"{"status": "ok", "articles": [{"title": "A", "content": "One."}, {"title": "B", "content": "Two."}]}"#,
    #"{"status": "ok", "articles": []}"#,
    #"{"status": "ok", "articles": [{"title": "C", "content": "Three."}]}"#,
  ]

  @Test func `a list of pages is read as all of them`() {
    let text = "[\(Self.pages.joined(separator: ",\n"))]"
    let reading = read(text)
    #expect(reading.warnings.isEmpty)
    #expect(reading.documents.map(\.text.text) == ["One.", "Two.", "Three."])
    #expect(reading.documents.map(\.metadata.id) == ["a.json#1", "a.json#2", "a.json#3"])
    #expect(reading.documents.map(\.metadata.title) == ["A", "B", "C"])
  }

  @Test(arguments: [
    #"[{"response": {"docs": [{"lead": 1, "text": "One."}], "meta": {"hits": 9}}}, {"response": {"docs": [{"text": "Two."}]}}]"#,
    #"[[{"text": "One."}], [{"text": "Two."}]]"#,
    #"{"pages": [{"articles": [{"text": "One."}]}, {"articles": [{"text": "Two."}]}]}"#,
    #"[{"content": [{"url": "https://a.example/1", "text": "One."}], "size": 1}, {"content": [{"url": "https://a.example/2", "text": "Two."}], "size": 1}]"#,
    #"[{"data": {"children": [{"kind": "t3", "data": {"title": "A", "selftext": "One."}}]}}, {"data": {"children": [{"data": {"selftext": "Two."}}]}}]"#,
  ])
  func `documents are found in pages of any form`(text: String) {
    let reading = read(text)
    #expect(reading.warnings.isEmpty)
    #expect(reading.documents.map(\.text.text) == ["One.", "Two."])
  }

  private static let export = #"""
    {"db": [{"meta": {"version": "5.80.0"}, "data": {
      "posts": [{"title": "Ferry sails", "html": "<p>“It is new,” said Ada Morel.</p>", "plaintext": "“It is new,” said Ada Morel.", "published_at": "2025-03-03T10:00:00.000Z"}],
      "users": [{"name": "Ida Lund", "bio": "Ida writes about boats and the sea, and has done so for a living for many a year, in all sorts of papers."}],
      "posts_authors": [{"post_id": "1", "author_id": "1"}]}}]}
    """#

  @Test(arguments: [[:], ["html": "text"]])
  func `the export of Ghost is read`(fields: [String: String]) throws {
    let reading = read(Self.export, fields: fields)
    #expect(reading.warnings.isEmpty)
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1)
    #expect(document.text.text == "“It is new,” said Ada Morel.")
    #expect(document.metadata.date == CalendarDay(year: 2025, month: 3, day: 3))
  }

  @Test
  func `an object with a title and no text is a document that lacks it, and not its comments`() {
    let reading = read(#"[{"title": "A", "comments": [{"body": "I like it."}]}]"#)
    #expect(reading.documents.isEmpty && reading.warnings.count == 1)
  }

  @Test(arguments: ["a.jsonld", "a.json"])
  func `an article in linked data is read whatever its ending`(name: String) throws {
    let reading = read(
      #"""
      {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry sails",
       "datePublished": "2025-03-04", "author": [{"@type": "Person", "name": "Ida Lund"}],
       "publisher": {"@type": "Organization", "name": "The Harbour Post"},
       "articleBody": "“The engine is new,” said Ada Morel."}
      """#, name)
    #expect(reading.warnings.isEmpty)
    let document = try #require(reading.documents.first)
    #expect(document.metadata.title == "Ferry sails" && document.metadata.authors == ["Ida Lund"])
    #expect(document.metadata.outlet == "The Harbour Post")
  }

  @Test(arguments: ["a.jsonld", "a.json"])
  func `what is no article in linked data is passed over`(name: String) {
    let reading = read(
      #"""
      {"@context": "https://schema.org", "@graph": [
        {"@type": "Organization", "name": "The Harbour Post"}, {"@type": "WebSite", "name": "Post"},
        {"@type": "NewsArticle", "headline": "A", "articleBody": "It rained."}]}
      """#, name)
    #expect(reading.warnings.isEmpty && reading.documents.map(\.text.text) == ["It rained."])
    #expect(reading.passedOver == ["Organization": 1, "WebSite": 1])
  }

  @Test(arguments: ["a.json", "a.jsonl"])
  func `where no field is known as the text, those there are and the likeliest are told`(
    name: String
  ) {
    let line = #"{"headline": "A", "wording": "It rained all day in the north.", "n": 1}"#
    let reading = read("\(line)\n\(line)\n", name)
    #expect(reading.documents.isEmpty)
    #expect(
      reading.warnings.first?.message
        == "the document has no text that is known by its name; there are headline, wording, n")
    #expect(
      reading.warnings.first?.mend == "say which it is, like --map text=wording; it was left out")
    let mapped = read("\(line)\n\(line)\n", name, fields: ["wording": "text"])
    #expect(mapped.documents.count == 2)
  }

  @Test func `a document whose text is empty is told as before`() {
    let reading = read(#"[{"title": "A", "text": ""}]"#)
    #expect(reading.warnings.map(\.message) == ["the document has no text"])
  }

  @Test(arguments: ["html", "speech", "plain_text", "selftext"])
  func `further names of texts are known`(name: String) {
    let reading = read("[{\"title\": \"A\", \"\(name)\": \"It rained.\"}]")
    #expect(reading.documents.map(\.text.text) == ["It rained."])
    let both = read("[{\"\(name)\": \"It rained.\", \"text\": \"It snowed.\"}]")
    #expect(both.documents.map(\.text.text) == ["It snowed."])
  }

  @Test func `a page beside its text is not the text, but goes before a mere abstract`() {
    let page = "<p>Menu of the page. It is long and says nothing of the article at all.</p>"
    let texts = ["text", "abstract"].map { name in
      read("[{\"\(name)\": \"It rained.\", \"html\": \"\(page)\"}]").documents.map(\.text.text)
    }
    #expect(texts[0] == ["It rained."] && texts[1].first?.hasPrefix("Menu") == true)
  }

  @Test func `whether a quotation was said is no text`() {
    let quote = #"{"wording": "It rains", "speech": true}"#
    let reading = read("[{\"title\": \"A\", \"n\": 1}, {\"said\": [\(quote)]}]")
    #expect(reading.documents.isEmpty && reading.warnings.count == 2)
  }

  @Test func `the day under which Common Crawl has it is known`() {
    let reading = read(
      #"{"plain_text": "It rained.", "published_date": "2019-03-04T00:00:00+00:00"}"#)
    let day = CalendarDay(year: 2019, month: 3, day: 4)
    #expect(reading.documents.map(\.metadata.date) == [day])
  }

  @Test func `references in the form of CSL have their day and their paper`() throws {
    let reading = read(
      #"""
      [{"id": "x", "abstract": "Erik Sand left.", "container-title": "The Harbour Post", "title": "A",
        "author": [{"family": "Lund", "given": "Ida"}], "accessed": {"date-parts": [["2025", 11, 1]]},
        "issued": {"date-parts": [["2025", 3, 7]]}}]
      """#)
    let known = try #require(reading.documents.first).metadata
    #expect(known.date == CalendarDay(year: 2025, month: 3, day: 7))
    #expect(known.outlet == "The Harbour Post" && known.authors == ["Ida Lund"])
    #expect(known.other.contains { $0.key == "accessed" && $0.value == "2025-11-01" })
  }

  @Test func `what a feed tells of itself goes for its items`() throws {
    let feed = #"""
      {"version": "https://jsonfeed.org/version/1.1", "title": "The Harbour Post", "language": "en-GB",
       "authors": [{"name": "Ida Lund"}], "items": [
         {"id": "1", "title": "Ferry", "content_html": "<p>It sails.</p>"},
         {"id": "2", "content_text": "Es regnet.", "language": "de", "authors": [{"name": "Jon Roe"}]}]}
      """#
    for text in [feed, "[\(feed)]"] {
      let reading = read(text)
      #expect(reading.warnings.isEmpty && reading.documents.count == 2)
      let known = reading.documents.map(\.metadata)
      #expect(known.map(\.outlet) == ["The Harbour Post", "The Harbour Post"])
      #expect(known.map(\.language) == ["en-GB", "de"])
      #expect(known.map(\.authors) == [["Ida Lund"], ["Jon Roe"]])
      #expect(known.map(\.title) == ["Ferry", nil])
    }
  }

  @Test func `posts of WordPress have the names of their terms and of their site`() throws {
    let reading = read(
      #"""
      [{"id": 123, "date": "2025-03-04T09:00:00", "title": {"rendered": "Bridge"}, "author": 7,
        "content": {"rendered": "<p>He left.</p>"}, "categories": [3, 9], "tags": [4, 5],
        "_embedded": {"author": [{"id": 7, "name": "Ida Lund"}], "wp:term": [
          [{"id": 3, "name": "Region", "taxonomy": "category"}, {"id": 9, "name": "Roads", "taxonomy": "category"}],
          [{"id": 4, "name": "bridges", "taxonomy": "post_tag"}]]},
        "yoast_head_json": {"og_site_name": "The Harbour Post"}}]
      """#)
    let known = try #require(reading.documents.first).metadata
    #expect(known.section == "Region" && known.tags == ["Roads", "bridges"])
    #expect(known.authors == ["Ida Lund"] && known.outlet == "The Harbour Post")
  }

  @Test func `what programs write for nothing is nothing`() throws {
    let rows =
      "title,author,url,date,content\nA,nan,NaN,NaT,It rained.\nNone,Ann Poe,null,,It snowed.\n"
    let reading = read(rows, "a.csv")
    #expect(reading.warnings.isEmpty)
    let known = reading.documents.map(\.metadata)
    #expect(known.map(\.url) == [nil, nil] && known.map(\.authors) == [[], ["Ann Poe"]])
    #expect(known.map(\.title) == ["A", "None"])
    #expect(known.allSatisfy { $0.other.isEmpty })
  }
}
