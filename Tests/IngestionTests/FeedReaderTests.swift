import Annotation
import Testing

@testable import Ingestion

@Suite struct FeedReaderTests {

  static let rss = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- made by hand -->
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
    <channel>
    <title>The Harbour Post</title><link>https://post.example</link><language>en-GB</language>
    <atom:link xmlns:atom="http://www.w3.org/2005/Atom" href="https://post.example/feed" rel="self"/>
    <item>
      <title>Caf&eacute; on the quay&#8217;s edge opens &amp; closes</title>
      <link>https://post.example/cafe</link>
      <guid isPermaLink="false">https://post.example/?p=1</guid>
      <pubDate>Mon, 24 Feb 2025 07:30:00 +0000</pubDate>
      <dc:creator><![CDATA[Anna Berg]]></dc:creator>
      <category>Food</category><category><![CDATA[Harbour & sea]]></category>
      <media:content url="c.jpg"><media:description>A cup</media:description></media:content>
      <description>Short &lt;b&gt;words&lt;/b&gt;.</description>
      <content:encoded><![CDATA[<p>&#8220;We open,&#8221; said <a href="/r">Rosa Quint</a>.</p>
    <h3>And then</h3><ul><li>It closed.</li></ul><script>x()</script>
    <p>The post <a href="/cafe">Caf&eacute;</a> appeared first on <a href="/">The Harbour Post</a>.</p>]]></content:encoded>
    </item>
    <item><title>Plain &lt;i&gt;words&lt;/i&gt;</title><description>AT&T stays.&nbsp;Yes.

    It does.</description><author>desk@post.example (Jon Roe)</author><link>https://post.example/2025/03/01/att</link></item>
    <item><title></title><description> </description></item>
    </channel></rss>
    """#

  @Test func `an item of RSS is a document`() throws {
    let reading = read("a.rss", Self.rss)
    #expect(reading.warnings.map(\.description) == ["a.rss:23: <item> has no text"])
    let (first, second) = (reading.documents[0], reading.documents[1])
    #expect(
      first.text.text == """
        # Café on the quay’s edge opens & closes

        “We open,” said Rosa Quint.

        ### And then

        - It closed.
        """)
    let metadata = first.metadata
    #expect(metadata.title == "Café on the quay’s edge opens & closes")
    #expect(metadata.date == CalendarDay(year: 2025, month: 2, day: 24))
    #expect(metadata.url == "https://post.example/cafe" && metadata.outlet == "The Harbour Post")
    #expect(metadata.authors == ["Anna Berg"] && metadata.tags == ["Food", "Harbour & sea"])
    #expect(metadata.language == "en-GB" && metadata.origin == "a.rss:7")
    #expect(metadata.other.map(\.key) == ["guid"])
    #expect(second.text.text == "# Plain words\n\nAT&T stays. Yes.\n\nIt does.")
    #expect(second.metadata.authors == ["Jon Roe"])
    #expect(second.metadata.date == CalendarDay(year: 2025, month: 3, day: 1))
  }

  @Test func `RSS 1_0 has its items beside the channel`() throws {
    let reading = read(
      "a.xml",
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://e.example"><title>Wire</title></channel>
      <item rdf:about="https://e.example/1"><title>One</title><description>First.</description>
      <dc:date>2025-02-24T10:00:00Z</dc:date><dc:subject>Sea</dc:subject></item></rdf:RDF>
      """)
    let document = try #require(reading.documents.first)
    #expect(document.text.text == "# One\n\nFirst." && document.metadata.outlet == "Wire")
    #expect(document.metadata.url == "https://e.example/1" && document.metadata.tags == ["Sea"])
    #expect(document.metadata.date == CalendarDay(year: 2025, month: 2, day: 24))
  }

  @Test func `an entry of Atom is a document, whatever type its content has`() throws {
    let reading = read(
      "a.atom",
      """
      <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Tide &amp;amp; Time</title>
      <author><name>Ben Ashe</name></author><link rel="self" href="https://t.example/feed"/>
      <entry><title>One</title><id>urn:1</id><link rel="edit" href="https://t.example/edit"/><link href="https://t.example/1"/>
      <published>2025-02-24T10:00:00Z</published><updated>2025-02-25T10:00:00Z</updated><category term="sea" label="The sea"/>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A<b>B</b> c.</p><p>D &lt; e.</p></div></content></entry>
      <entry><title>Two</title><author><name>Ida</name></author><author><name>Liv</name></author><content type="html">&lt;p&gt;F.&lt;/p&gt;&lt;p&gt;G.&lt;/p&gt;</content></entry>
      <entry><title>Three</title><summary>H.</summary></entry></feed>
      """)
    #expect(reading.warnings.isEmpty)
    #expect(
      reading.documents.map(\.text.text) == [
        "# One\n\nAB c.\n\nD < e.", "# Two\n\nF.\n\nG.", "# Three\n\nH.",
      ])
    let metadata = reading.documents[0].metadata
    #expect(metadata.url == "https://t.example/1" && metadata.tags == ["The sea"])
    #expect(metadata.date == CalendarDay(year: 2025, month: 2, day: 24))
    #expect(metadata.authors == ["Ben Ashe"] && metadata.outlet == "Tide & Time")
    #expect(metadata.language == "en")
    #expect(reading.documents[1].metadata.authors == ["Ida", "Liv"])
  }

  @Test(arguments: [
    ("", 0, ["a.xml: the file is named as XML but has no element"]),
    ("<rss><channel/></rss>", 0, ["a.xml:1: <rss> has no text"]),
    (
      "<rss><channel><item><title>A</title></item>\n<item><title>B</title></channel>", 2,
      ["a.xml:2: the XML is not well-formed: mismatched tag"]
    ),
    (
      "<rss><channel><item><title>A</title></item>\n<item><title>B", 2,
      ["a.xml:2: the XML is not well-formed: it breaks off before its end"]
    ),
    (
      "It sails.", 0,
      ["a.xml: the file is named as XML but has no element"]
    ),
    (
      "<?xml version='1.0' encoding='klingon-1'?><rss><item><title>caf\u{E9}</title></item></rss>",
      1,
      ["a.xml: the encoding 'klingon-1' is not known"]
    ),
  ])
  func `a damaged feed is told and what stands before is read`(
    source: String, count: Int, warnings: [String]
  ) {
    let bytes = source.contains("klingon") ? source.unicodeScalars.map { UInt8($0.value) } : nil
    let reading = Ingestor.read(name: "a.xml", bytes: bytes ?? Array(source.utf8))
    #expect(reading.documents.count == count)
    #expect(reading.warnings.map(\.description) == warnings)
    #expect(reading.warnings.allSatisfy { !$0.mend.isEmpty })
  }

  private func read(_ name: String, _ source: String) -> Reading {
    Ingestor.read(name: name, bytes: Array(source.utf8))
  }

  @Test func `a damaged item costs none of the others`() {
    for (item, element) in [("item", "description"), ("entry", "content")] {
      let items = (1...6).map { number in
        let text =
          [3: "It sails <b>at 3", 5: "At 4 < 5 it sails"][number] ?? "It sails at \(number)."
        return "<\(item)><title>T\(number)</title><\(element)>\(text)</\(element)></\(item)>\n"
      }.joined()
      let source =
        item == "item"
        ? "<rss xmlns:a='b'><channel><title>x</title>\n\(items)</channel></rss>"
        : "<feed><title>x</title>\n\(items)</feed>"
      let reading = Ingestor.read(name: "a.xml", bytes: Array(source.utf8))
      #expect(reading.documents.map(\.metadata.title) == (1...6).map { "T\($0)" })
      #expect(reading.documents.map(\.metadata.id) == (2...7).map { "a.xml:\($0)" })
      #expect(reading.documents.last?.text.text == "# T6\n\nIt sails at 6.")
      #expect(reading.warnings.map(\.line) == [4, 6])
    }
  }

  @Test func `blank lines before the declaration are no matter`() {
    let source =
      "\n \n<?xml version='1.0' encoding='iso-8859-1'?>\n<rss><channel><item><title>T</title>"
      + "<description>It sails.</description></item></channel></rss>"
    let reading = Ingestor.read(name: "a.xml", bytes: Array(source.utf8))
    #expect(reading.documents.map(\.metadata.id) == ["a.xml:4"] && reading.warnings.isEmpty)
  }

  @Test(arguments: ["'sea'", "SYSTEM 'file:///etc/hostname'"])
  func `an entity that a feed declares is told and not followed`(value: String) {
    let source =
      "<?xml version='1.0'?><!DOCTYPE lol [<!ENTITY x \(value)><!ENTITY y '&x;>'>]>"
      + "<rss><channel><item><description>The &x; is calm.</description></item></channel></rss>"
    let reading = Ingestor.read(name: "a.xml", bytes: Array(source.utf8))
    #expect(reading.documents.map(\.text.text) == ["The &x; is calm."])
    #expect(
      reading.warnings.map(\.description)
        == ["a.xml: the file declares the entity &x;, which is not followed"])
  }

  @Test func `an entity of HTML that a feed declares, too, is its character`() {
    let source =
      "<!DOCTYPE rss [<!ENTITY eacute '&#233;'>]>"
      + "<rss><channel><item><description>The caf&eacute; is calm.</description></item></channel></rss>"
    let reading = Ingestor.read(name: "a.xml", bytes: Array(source.utf8))
    #expect(reading.documents.map(\.text.text) == ["The café is calm."])
    #expect(reading.warnings.isEmpty)
  }
}
