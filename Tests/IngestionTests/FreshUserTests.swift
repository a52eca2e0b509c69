import Annotation
import Foundation
import Testing

@testable import Ingestion

/// Files as services, programs and archives write them, with what becomes of their fields.
@Suite struct FreshUserTests {

  private func read(_ name: String, _ text: String) -> Reading {
    Ingestor.read(name: name, bytes: Array(text.utf8))
  }

  private static let day = CalendarDay(year: 2024, month: 3, day: 12)

  @Test func `lines of a header alone are no text`() {
    for text in ["Title: The ferry\nDate: 2025-03-04\n", "Title: The ferry\nBy Ada Morel\n\n \n"] {
      let reading = Ingestor.read(name: "a.txt", bytes: Array(text.utf8))
      #expect(reading.documents.isEmpty)
      #expect(reading.warnings.map(\.message) == ["the document has no text"])
    }
  }

  @Test func `what is no text is counted as that`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 0, 2])
    try folder.write("b.txt", "\n")
    try folder.write("c.txt", "It sails.")
    let report = Ingestor.read([folder.path]).1
    #expect((report.binaryCount, report.unreadCount, report.skippedCount) == (1, 1, 2))
  }

  @Test func `an article of Event Registry names its paper and language`() throws {
    let reading = read(
      "a.json",
      #"""
      {"articles": {"page": 1, "results": [{"uri": "80", "lang": "eng", "date": "2024-03-12",
       "dateTimePub": "2024-03-12T08:55:00Z", "url": "https://post.example/ferry", "title": "Ferry sails",
       "body": "“It sails,” said Bo Ding.", "source": {"uri": "post.example", "dataType": "news", "title": "The Harbour Post"},
       "authors": [{"uri": "ada@post.example", "name": "Ada Morel", "type": "author"}]}]}}
      """#)
    let known = try #require(reading.documents.first?.metadata)
    #expect(known.outlet == "The Harbour Post" && known.language == "en")
    #expect(known.date == Self.day && known.authors == ["Ada Morel"])
  }

  @Test func `what NewsAPI cut off is told`() throws {
    let reading = read(
      "a.json",
      #"{"articles": [{"source": {"id": "p", "name": "Post"}, "title": "T", "publishedAt": "2024-03-12T09:00:00Z", "content": "It sails… [+1234 chars]"}]}"#
    )
    #expect(reading.documents.first?.text.text == "It sails…")
    #expect(
      reading.warnings.map(\.message)
        == ["the source cut the text off: 1234 more characters are missing"])
    let whole = read("a.json", #"{"text": "It sails [+3 boats]"}"#)
    #expect(whole.documents.first?.text.text == "It sails [+3 boats]" && whole.warnings.isEmpty)
  }

  @Test func `the archives of Twitter and Mastodon are read`() throws {
    let script = #"""
      window.YTD.tweets.part0 = [ { "tweet" : { "id_str" : "17", "created_at" : "Tue Mar 12 09:00:00 +0000 2024",
       "full_text" : "The ferry sails.", "lang" : "en" } } ]
      """#
    let tweet = try #require(read("tweets.js", script).documents.first)
    #expect(tweet.text.text == "The ferry sails." && tweet.metadata.date == Self.day)
    let outbox = read(
      "outbox.json",
      #"""
      {"type": "OrderedCollection", "orderedItems": [{"id": "a", "type": "Create", "object": {"id": "b", "type": "Note",
       "published": "2024-03-12T09:00:00Z", "url": "https://m.example/@ada/1", "content": "<p>The ferry sails.</p>"}}]}
      """#)
    let note = try #require(outbox.documents.first)
    #expect(note.text.text == "The ferry sails." && note.metadata.date == Self.day)
    #expect(note.metadata.url == "https://m.example/@ada/1")
    let status = read(
      "a.json",
      #"[{"created_at": "2024-03-12T09:00:00Z", "content": "<p>It sails.</p>", "account": {"display_name": "Ada Morel"}}]"#
    )
    #expect(status.documents.first?.metadata.authors == ["Ada Morel"])
  }

  @Test func `a table of Zotero names text, paper and keywords`() throws {
    let reading = read(
      "a.csv",
      """
      "Key","Item Type","Author","Title","Publication Title","Url","Abstract Note","Date","Date Added","Manual Tags"
      "AB","newspaperArticle","Morel, Ada; Roe, Jon","Ferry sails","The Harbour Post","https://post.example/f","It sails.","2024-03-12","2024-04-01 10:00:00","ferry; isle"
      """)
    #expect(reading.warnings.isEmpty)
    let known = try #require(reading.documents.first?.metadata)
    #expect(known.outlet == "The Harbour Post" && known.date == Self.day)
    #expect(known.authors == ["Ada Morel", "Jon Roe"] && known.tags == ["ferry", "isle"])
  }

  @Test func `a page that Word saved has its date and plain items`() throws {
    let reading = read(
      "a.htm",
      """
      <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Ferry sails</title></head>
      <body lang=EN-GB><div class=WordSection1><p class=MsoTitle>Ferry sails<o:p></o:p></p>
      <p class=MsoNormal>12 March 2024<o:p></o:p></p>
      <p class=MsoNormal>&#8220;It sails,&#8221; said Bo Ding, the mayor of Otterburg, on Monday as the first trucks rolled on.<o:p></o:p></p>
      <p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>The old ferry was out of use since January, when the river had risen.<o:p></o:p></p>
      </div></body></html>
      """)
    let document = try #require(reading.documents.first)
    #expect(document.metadata.date == Self.day && document.metadata.title == "Ferry sails")
    #expect(document.text.text.contains("\n\nThe old ferry"))
  }

  @Test func `what only the story in an item of NewsML tells is taken`() throws {
    let reading = read(
      "a.xml",
      """
      <newsItem guid="u"><itemMeta><title>T</title></itemMeta><contentMeta><contentCreated>2024-03-12T09:00:00Z</contentCreated>
      <headline>Ferry sails</headline></contentMeta><contentSet><inlineXML><nitf><body><body.head>
      <byline>By <person>Ada Morel</person></byline></body.head><body.content><p>It sails.</p></body.content></body></nitf>
      </inlineXML></contentSet></newsItem>
      """)
    let known = try #require(reading.documents.first?.metadata)
    #expect(known.date == Self.day && known.authors == ["Ada Morel"])
  }

  @Test(arguments: [
    ("eng", "en"), ("German", "de"), ("fr-CA", "fr-CA"), ("English (UK)", "English (UK)"),
  ])
  func `a language is a tag where its name is known`(value: String, tag: String) {
    let reading = read("a.json", "{\"text\": \"It sails.\", \"language\": \"\(value)\"}")
    #expect(reading.documents.first?.metadata.language == tag)
  }

  @Test func `links that lead nowhere count as skipped`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "It sails.")
    for (name, target) in [("b.txt", "nowhere"), ("c.txt", "d.txt"), ("d.txt", "c.txt")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/\(name)", withDestinationPath: target)
    }
    let report = Ingestor.read([folder.path]).report
    #expect((report.fileCount, report.skippedCount, report.unreadableCount) == (1, 3, 3))
    #expect(report.warnings.count == 3)
  }
}
