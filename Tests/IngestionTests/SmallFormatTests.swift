import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// What formats may hold beside what most files of them do.
@Suite struct SmallFormatTests {

  private func read(_ text: String, _ name: String) -> Reading {
    Ingestor.read(name: name, bytes: Array(text.utf8))
  }

  @Test(arguments: [Packing.gzip, .bzip2, .xz, .zstd])
  func `a compressed file of nothing is told to be empty`(packing: Packing) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt.\(packing.ending)", packing.pack([.init("a.txt", "")]))
    for input in [folder.path, path] {
      let report = Ingestor.read([input]).report
      #expect(
        report.warnings.map(\.message) + report.errors.map(\.message) == ["the file is empty"])
    }
  }

  private func only(_ name: String, _ text: String) throws -> SourceDocument {
    try #require(Ingestor.read(name: name, bytes: Array(text.utf8)).documents.first)
  }

  @Test func `a name in the text of TEI is that of its identifier`() throws {
    let document = try only(
      "a.tei",
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>The ferry<lb/>sails</title>
      </titleStmt></fileDesc></teiHeader><text><body><p>“<said who="#il">It sails</said>,” said
      <persName xml:id="il">Ida Lund</persName>.</p></body></text></TEI>
      """)
    #expect(document.given?.quotes?.first?.speaker == "Ida Lund")
    #expect(document.metadata.title == "The ferry sails")
  }

  @Test func `a headline that is broken keeps its words apart`() throws {
    let document = try only(
      "a.nitf",
      "<nitf><body><body.head><hedline><hl1>The ferry<br/>sails</hl1></hedline></body.head>"
        + "<body.content><p>It sails.</p></body.content></body></nitf>")
    #expect(document.metadata.title == "The ferry sails")
  }

  @Test func `characters of verticalized text may be told by their numbers`() throws {
    let document = try only(
      "a.vrt",
      "<text id=\"a\" title=\"&#8220;Ferry&#x201D; &amp;#8220;\">\n<s>\n&#8220;\tPUNCT\t&#8220;\nSails\tVERB\tsail\n"
        + "&amp;\tCCONJ\t&amp;\n&#;\tX\tx\n</s>\n</text>\n")
    #expect(document.metadata.title == "“Ferry” &#8220;")
    #expect(document.text.text == "“ Sails & &#;\n\n")
  }

  @Test func `a message without a date has that of its envelope`() throws {
    let document = try only(
      "a.mbox",
      "From ada at x.example  Wed Mar  5 01:00:00 2025\nFrom: \"Roe, Jon\" <jon@x.example>\nSubject: A\n\nIt sails.\n"
    )
    #expect(document.metadata.date == CalendarDay(year: 2025, month: 3, day: 5))
  }

  @Test func `writers of a feed and of an archive are not lost for want of a line`() throws {
    let feed = try only(
      "a.rss",
      "<rss><channel><title>P</title><item><title>A</title><description>It sails.</description>"
        + "<author>jon@post.example</author></item></channel></rss>")
    #expect(feed.metadata.authors == ["jon@post.example"])
    let archive = try only(
      "a.jsonl",
      #"{"text": "It sails.", "byline": {"original": null, "person": [{"firstname": "Ada", "middlename": "B.", "lastname": "Morel", "rank": 1}, {"firstname": "Jon", "lastname": "Roe"}]}}"#
    )
    #expect(archive.metadata.authors == ["Ada B. Morel", "Jon Roe"])
  }

  @Test func `sentences that are texts are the text where there is no other`() throws {
    let sentences = #""sentences": ["The ferry sails.", "“We are ready,” said Ada Lund."]"#
    for name in ["a.json", "a.jsonl"] {
      let reading = read("{\"title\": \"Ferry\", \(sentences)}\n", name)
      #expect(reading.warnings.isEmpty)
      #expect(
        reading.documents.map(\.text.text) == ["The ferry sails. “We are ready,” said Ada Lund."])
    }
    #expect(read("{\"text\": \"It sails.\", \(sentences)}\n", "a.json").documents.count == 1)
    #expect(read(#"{"sentences": ["", " "]}"#, "a.json").documents.isEmpty)
  }

  @Test func `several elements of verticalized text may stand on a line`() throws {
    let reading = read(
      "<corpus><text id=\"a1\" title=\"5 > 4\" date=\"2025-03-07\">\n<p><s>\nThe\tDT\tthe\nferry\tNN\tferry\n"
        + "</s></p>\n</text></corpus>\n", "a.vrt")
    let document = try #require(reading.documents.first)
    #expect(reading.warnings.isEmpty && reading.documents.count == 1)
    #expect(document.metadata.id == "a1" && document.metadata.title == "5 > 4")
    #expect(document.text.text.hasPrefix("The ferry"))
    let marks = read("<text id=\"a\">\n<s>\n<3\tSYM\t<3\n<a>x\tX\tx\n</s>\n</text>\n", "a.vrt")
    #expect(marks.documents.first?.given?.tokens.count == 2)
  }

  @Test func `speakers of TEI are known without a list of persons`() throws {
    func speakers(_ body: String) -> [String?] {
      read("<TEI><teiHeader/><text><body><p>\(body)</p></body></text></TEI>", "a.tei")
        .documents.first?.given?.quotes?.map(\.speaker) ?? []
    }
    #expect(speakers("<said who=\"#ada\">We sail</said>") == ["ada"])
    #expect(speakers("<quote source=\"#ada_lund\">We sail</quote>") == ["ada lund"])
    #expect(speakers("<quote source=\"#b12\">We sail</quote>") == [nil])
    #expect(
      speakers("<quote source=\"#book\">We sail</quote> <bibl xml:id=\"book\">A book</bibl>") == [
        nil
      ])
  }

  @Test func `headlines of a list in a feed are apart from their papers`() throws {
    let list = [
      ("Harbour closes after storm", "Varn Post"), ("Mayor blames the pier", "Coast Radio"),
    ]
    .map {
      "<li><a href=\"https://x.example\">\($0)</a>&nbsp;&nbsp;<font color=\"#6f6f6f\">\($1)</font></li>"
    }.joined()
    let escaped = "<ol>\(list)</ol>".replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
    let reading = read(
      "<rss><channel><title>News</title><item><title>Harbour closes after storm - Varn Post</title>"
        + "<description>\(escaped)</description><source url=\"https://post.example\">Varn Post</source>"
        + "</item></channel></rss>", "a.rss")
    #expect(
      reading.documents.first?.text.text
        == "# Harbour closes after storm\n\n- Harbour closes after storm – Varn Post\n\n"
        + "- Mayor blames the pier – Coast Radio")
  }
}
