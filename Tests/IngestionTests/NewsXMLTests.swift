import Annotation
import Testing

@testable import Ingestion

@Suite struct NewsXMLTests {

  static let nitf = """
    <nitf uno="7" xml:lang="en">
    <head><title>Treaty - final</title>
    <docdata><doc-id regsrc="NW" id-string="nw-20250303-17"/><date.issue norm="20250303T181500Z"/>
    <doc.copyright holder="North Wire"/><key-list><keyword key="treaty"/><keyword key="river"/></key-list></docdata>
    <pubdata type="print" name="North Wire" date.publication="20250304" position.section="World"/></head>
    <body><body.head><hedline><hl1>River treaty signed</hl1><hl2>After forty years</hl2></hedline>
    <byline>By <person>Jane Doe</person><byttl>Staff writer</byttl></byline>
    <dateline><location>KOELN</location>, <story.date norm="20250303">March 3</story.date></dateline></body.head>
    <body.content><media media-type="image"><media-reference source="a.jpg"/><media-caption>The river</media-caption></media>
    <block><p lede="true">The treaty was <em>signed</em> today.</p><p>&#8220;We agreed,&#8221; said <person>Hanna Voss</person>.</p></block>
    <hl2>What it says</hl2><ol><li>Water is shared.</li></ol><bq>Nobody owns it.</bq>
    <table><tr><th>Month</th><th>Flow</th></tr><tr><td>May</td><td>1,200</td></tr></table></body.content>
    <body.end><tagline>Write to us.</tagline></body.end></body></nitf>
    """

  static let nitfText = """
    # River treaty signed

    The treaty was signed today.

    “We agreed,” said Hanna Voss.

    ## What it says

    - Water is shared.

    > Nobody owns it.

    Month | Flow

    May | 1,200
    """

  @Test(arguments: ["a.nitf", "a.xml"])
  func `a file of NITF is a document`(name: String) throws {
    let reading = read(name, "<?xml version='1.0'?>\n" + Self.nitf)
    #expect(reading.warnings.isEmpty)
    let document = try #require(reading.documents.first)
    #expect(document.text.text == Self.nitfText)
    let metadata = document.metadata
    #expect(metadata.id == "nw-20250303-17" && metadata.title == "River treaty signed")
    #expect(metadata.date == CalendarDay(year: 2025, month: 3, day: 3))
    #expect(metadata.authors == ["Jane Doe"] && metadata.outlet == "North Wire")
    #expect(metadata.tags == ["treaty", "river"] && metadata.section == "World")
    #expect(metadata.language == "en")
    #expect(
      metadata.other.map(\.key)
        == ["dateline", "copyright", "subtitle", "byttl", "tagline", "type"])
    #expect(metadata.other.first?.value == "KOELN, March 3")
  }

  @Test(arguments: [
    (
      "By <person>Renée Dahl</person> and Kurt Moe<byttl>Staff writers</byttl>",
      ["Renée Dahl", "Kurt Moe"]
    ),
    (
      "By <person>Renée Dahl</person>, Kurt Moe and <person>Ada Roe</person>",
      ["Renée Dahl", "Kurt Moe", "Ada Roe"]
    ),
    ("<person>Renée Dahl</person><person>Kurt Moe</person>", ["Renée Dahl", "Kurt Moe"]),
    ("By <person>Renée Dahl</person> and staff", ["Renée Dahl"]),
    ("<person>Renée Dahl</person>, Fargo and Lanna", ["Renée Dahl"]),
  ])
  func `a by-line may mark some of its writers only`(byline: String, names: [String]) {
    let file =
      "<nitf><body><body.head><byline>\(byline)</byline></body.head><body.content><p>It rained.</p>"
      + "</body.content></body></nitf>"
    #expect(read("a.nitf", file).documents.first?.metadata.authors == names)
  }

  @Test func `of an archive the lead is read once, and its sections and descriptors are taken`()
    throws
  {
    let reading = read(
      "a.xml",
      """
      <nitf><head><title>Treaty signed</title><meta content="Foreign Desk" name="dsk"/>
      <meta content="World; Rivers" name="online_sections"/><docdata><identified-content>
      <classifier class="indexing_service" type="descriptor">Treaties</classifier>
      <classifier class="online_producer" type="general_descriptor">treaties</classifier>
      <classifier class="online_producer" type="taxonomic_classifier">Top/News</classifier>
      </identified-content></docdata></head><body><body.head><hedline><hl1>Treaty signed</hl1></hedline></body.head>
      <body.content><block class="lead_paragraph"><p>It was signed.</p></block>
      <block class="full_text"><p>It was signed.</p><p>The river flows.</p></block></body.content></body></nitf>
      """)
    let document = try #require(reading.documents.first)
    #expect(document.text.text == "# Treaty signed\n\nIt was signed.\n\nThe river flows.")
    #expect(document.metadata.section == "Foreign Desk" && document.metadata.tags == ["Treaties"])
    #expect(document.metadata.other.map(\.key) == ["online_sections", "taxonomic_classifier"])
  }

  @Test func `each newsItem of a message is a document`() throws {
    let xhtml =
      "<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Two</h1><p>B.</p></body></html>"
    let reading = read(
      "a.xml",
      """
      <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2025-03-05T00:00:00Z</sent></header><itemSet>
      \(item("urn:1", "<inlineXML contenttype='application/nitf+xml'>\(Self.nitf)</inlineXML>"))
      \(item("urn:2", "<inlineXML contenttype='application/xhtml+xml'>\(xhtml)</inlineXML>"))
      \(item("urn:3", "<inlineData contenttype='text/plain'>C.\n\nD.</inlineData>"))
      \(item("urn:4", "<inlineXML>&lt;p&gt;E.&lt;/p&gt;&lt;p&gt;F.&lt;/p&gt;</inlineXML>"))
      \(item("urn:5", "<remoteContent href='a.jpg'/>"))
      </itemSet></newsMessage>
      """)
    #expect(
      reading.documents.map(\.text.text) == [
        Self.nitfText, "# Two\n\nB.", "# Head\n\nC.\n\nD.", "# Head\n\nE.\n\nF.",
      ])
    #expect(reading.warnings.map(\.message) == ["<newsItem> has no text"])
    let metadata = reading.documents[1].metadata
    #expect(metadata.id == "urn:2" && metadata.title == "Head" && metadata.outlet == "NW/Staff")
    #expect(metadata.date == CalendarDay(year: 2025, month: 3, day: 3))
    #expect(metadata.authors == ["Jane Doe"] && metadata.tags == ["Rivers", "water"])
    #expect(metadata.language == "en-US")
  }

  private func item(_ id: String, _ content: String) -> String {
    """
    <newsItem guid="\(id)" version="2" standard="NewsML-G2"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:NW"><name>North Wire</name></provider>
    <versionCreated>2025-03-04T09:00:00+01:00</versionCreated><firstCreated>2025-03-03T09:00:00+01:00</firstCreated></itemMeta>
    <contentMeta><language tag="en-US"/><headline>Head</headline><by>By Jane Doe</by><creditline>NW/Staff</creditline>
    <subject type="cpnat:abstract" qcode="medtop:1"><name xml:lang="en">Rivers</name></subject><keyword>water</keyword></contentMeta>
    <contentSet>\(content)</contentSet></newsItem>
    """
  }

  @Test(arguments: [
    ("a.nitf", "<nitf/>", ["a.nitf:1: <nitf> has no text"]),
    (
      "a.nitf", "<rss/>",
      ["a.nitf: no format has the root element <rss>", "a.nitf:1: <rss> has no text"]
    ),
    ("a.xml", "<newsItem/>", ["a.xml:1: <newsItem> has no text"]),
    ("a.xml", "<newsMessage/>", ["a.xml:1: <newsMessage> has no text"]),
    ("a.xml", "{}", ["a.xml: the file is named as XML but has no element"]),
    (
      "a.xml", "\n<nitf><body><p></nitf>",
      ["a.xml:2: the XML is not well-formed: mismatched tag", "a.xml:2: <nitf> has no text"]
    ),
  ])
  func `what cannot be read is told`(name: String, source: String, warnings: [String]) {
    let reading = read(name, source)
    #expect(reading.documents.isEmpty)
    #expect(reading.warnings.map(\.description) == warnings)
    #expect(reading.warnings.allSatisfy { !$0.mend.isEmpty })
  }

  @Test func `a truncated file is read up to its fault`() throws {
    let reading = read("a.nitf", String(Self.nitf.prefix(1_150)))
    let message = "the XML is not well-formed: it breaks off before its end"
    #expect(reading.warnings.map(\.message) == [message])
    #expect(
      try #require(reading.documents.first).text.text.hasPrefix("# River treaty signed\n\nThe"))
  }

  @Test func `XML that nobody knows is read as text`() throws {
    let reading = read(
      "notes.xml", "<notes><note><to>Rosa</to><body>We <b>open</b>\n at ten.</body></note></notes>")
    #expect(reading.warnings.map(\.message) == ["no format has the root element <notes>"])
    #expect(try #require(reading.documents.first).text.text == "Rosa\n\nWe open at ten.")
  }

  @Test func `a page named as XML is read as a page`() throws {
    let reading = read("a.xml", "<html><body><p>We open at ten.</p></body></html>")
    #expect(reading.warnings.isEmpty)
    #expect(try #require(reading.documents.first).text.text == "We open at ten.")
  }

  private func read(_ name: String, _ source: String) -> Reading {
    Ingestor.read(name: name, bytes: Array(source.utf8))
  }
}
