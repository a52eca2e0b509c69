import Annotation
import Testing

@testable import Ingestion

@Suite struct TEIReaderTests {

  static let header = """
    <teiHeader><fileDesc><titleStmt><title>Ferry to close</title><author><persName><surname>Berg</surname>, <forename>Anna</forename></persName></author></titleStmt>
    <publicationStmt><publisher>Text Archive</publisher><date when="2030-01-01">2030</date><idno type="id">tei-7</idno><idno type="URL">https://post.example/ferry</idno></publicationStmt>
    <sourceDesc><bibl><publisher>Harbour Post</publisher><date when="2025-02-24">Monday</date></bibl></sourceDesc></fileDesc>
    <profileDesc><langUsage><language ident="en"/></langUsage><textClass><keywords><term>sea</term><term>boats</term></keywords></textClass>
    <particDesc><listPerson><person xml:id="p1"><persName><surname>Lind</surname><forename>Mara</forename></persName></person></listPerson></particDesc></profileDesc></teiHeader>
    """

  @Test(arguments: ["a.tei", "a.xml"])
  func `a text has its header, its blocks and its quotes`(name: String) throws {
    let reading = read(
      name,
      """
      <?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0">\(Self.header)
      <text><front><titlePage><p>Not read.</p></titlePage></front><body><div type="article"><head>Ferry to close</head><byline>By Anna Berg</byline>
      <p>The board said on <date>Monday</date> it would
         close.<note>A note.</note></p>
      <p><said who="#p1">“We cannot <hi>pay</hi>”</said>, said <persName ref="#p1">Mara Lind</persName>, <said who="#p1" direct="false">that it was over</said>. She called it <q>sad</q>.</p>
      <div><head>Next</head><list><item>A bus.</item><item>A <choice><sic>brige</sic><corr>bridge</corr></choice>.</item></list>
      <lg><l>The tide</l><l>comes in</l></lg><table><row><cell>May</cell><cell>7</cell></row></table></div></div></body></text></TEI>
      """)
    #expect(reading.warnings.isEmpty)
    let document = try #require(reading.documents.first)
    #expect(
      document.text.text == """
        Ferry to close

        By Anna Berg

        The board said on Monday it would close.

        “We cannot pay”, said Mara Lind, that it was over. She called it sad.

        Next

        A bus.

        A bridge.

        The tide
        comes in

        May | 7
        """)
    let given = try #require(document.given)
    #expect(
      given.blocks.map(\.kind) == [
        .title, .byline, .paragraph, .paragraph, .heading, .paragraph, .paragraph, .paragraph,
        .paragraph,
      ])
    #expect(
      quotes(document) == [
        "Mara Lind: [“We cannot pay”]", "Mara Lind: [that it was over]",
      ])
    #expect(given.quotes?.map(\.kind) == [.direct, .indirect])
    #expect(given.mentions?.map { document.text.string($0.range) } == ["Mara Lind"])
    #expect(given.mentions?.first?.name == "Mara Lind" && given.mentions?.first?.type == .person)
    let metadata = document.metadata
    #expect(metadata.id == "tei-7" && metadata.title == "Ferry to close")
    #expect(metadata.date == CalendarDay(year: 2025, month: 2, day: 24))
    #expect(metadata.authors == ["Anna Berg"] && metadata.outlet == "Harbour Post")
    #expect(metadata.url == "https://post.example/ferry" && metadata.tags == ["sea", "boats"])
    #expect(metadata.language == "en")
  }

  @Test func `a speech is a quote of its speaker`() throws {
    let document = try body(
      """
      <sp who="#p1"><speaker>The President.</speaker><p>We begin.</p><stage>Applause</stage><p>And we <hi>end</hi>.</p></sp>
      <sp><speaker>JON ROE:</speaker><p>No.</p></sp>
      <u who="#mr_poe"><seg>Let me</seg><vocal><desc>cough</desc></vocal><seg>speak.</seg></u><p>Silence.</p>
      """)
    #expect(
      document.text.text == """
        The President: We begin.

        Applause

        And we end.

        JON ROE: No.

        Let me

        speak.

        Silence.
        """)
    #expect(
      quotes(document) == [
        "Mara Lind (The President): [We begin.] [And we end.]", "- (JON ROE): [No.]",
        "mr poe: [Let me] [speak.]",
      ])
  }

  @Test func `who is told by name, in part, or together with others`() throws {
    let document = try body(
      """
      <sp who="#PB"><speaker>PETER BRANDT.</speaker><p>It was rigged.</p></sp>
      <sp who="#x"><speaker>Chair:</speaker><p>Order.</p></sp>
      <p>He added: <said who="Anna Lee">it snows</said>, <said who="#p1 #b">we know</said>,
      <quote source="#p1">no more</quote> and <quote source="http://book.example">a book</quote>,
      <quote>bare</quote>.</p>
      """)
    #expect(
      quotes(document) == [
        "Peter Brandt (PETER BRANDT): [It was rigged.]", "Chair (Chair): [Order.]",
        "Anna Lee: [it snows]", "Mara Lind: [we know]", "b: [we know]", "Mara Lind: [no more]",
        "-: [a book]",
      ])
    #expect(
      document.given?.quotes?.map(\.kind) == [
        .direct, .direct, .direct, .direct, .direct, nil, nil,
      ])
  }

  @Test func `the pieces of a quote and the words about it have its number`() throws {
    let document = try body(
      """
      <p><seg type="source" n="1">She</seg> <seg type="cue" n="1">said</seg> <said n="1" who="#p1" aloud="false" cert="0.75" toWhom="#p2">it was</said>, alas, <said n="1" who="#p1">over</said>.</p>
      """)
    #expect(quotes(document) == ["Mara Lind (She): [it was] [over]"])
    let quote = try #require(document.given?.quotes?.first)
    #expect(quote.cue.map { document.text.string($0) } == ["said"])
    #expect(quote.confidence == 0.75 && quote.isSpeech == false && quote.addressee == "p2")
  }

  @Test func `words with elements of their own are spaced by what joins them`() throws {
    let document = try body(
      """
      <u who="#p1"><seg><s>
        <w>We</w>
        <w join="right">left</w>
        <pc>.</pc></s> <s><w>Yes</w><pc join="left">!</pc></s></seg></u>
      """)
    #expect(document.text.text == "We left. Yes!")
  }

  @Test func `a text without any who leaves the quotes to us`() throws {
    let document = try body("<p>He called it <q>sad</q> and <quote>bad</quote>.</p>")
    #expect(document.given?.quotes == nil && document.given?.mentions == nil)
  }

  @Test func `ranges hold when the text is repaired`() throws {
    let document = try body("<p>A\u{AD}B c\u{A0}<said who='#p1'>d\u{200B}e</said> f.</p>")
    #expect(document.text.text == "AB c de f." && quotes(document) == ["Mara Lind: [de]"])
  }

  @Test func `each text of a corpus is a document`() {
    let reading = read(
      "c.xml",
      """
      <teiCorpus><teiHeader><fileDesc><titleStmt><title>All</title></titleStmt></fileDesc></teiHeader>
      <TEI><text><body><p>One.</p></body></text></TEI>
      <TEI><text><body/></text></TEI>
      <TEI><text><body><p>Three.</p></body></text></TEI></teiCorpus>
      """)
    #expect(reading.documents.map(\.text.text) == ["One.", "Three."])
    #expect(reading.documents.map(\.metadata.id) == ["c.xml:2", "c.xml:4"])
    #expect(reading.warnings.map(\.description) == ["c.xml:3: <TEI> has no text"])
  }

  @Test(arguments: [
    ("", 0, "a.tei: the file is named as XML but has no element"),
    ("plain text", 0, "a.tei: the file is named as XML but has no element"),
    ("<rss><a>b</a></rss>", 1, "a.tei: no format has the root element <rss>"),
    ("<teiCorpus/>", 0, "a.tei:1: <teiCorpus> has no text"),
    (
      "<TEI><text><body><p>One.</p>\n<p>Tw", 1,
      "a.tei:2: the XML is not well-formed: it breaks off before its end"
    ),
    (
      "<TEI><text><body><p>One.</p>\n<p>Two.</body></text></TEI>", 1,
      "a.tei:2: the XML is not well-formed: mismatched tag"
    ),
  ])
  func `a damaged file is told and what stands before is read`(
    source: String, count: Int, warning: String
  ) {
    let reading = read("a.tei", source)
    #expect(reading.documents.count == count)
    #expect(reading.warnings.map(\.description) == [warning])
    #expect(reading.warnings.allSatisfy { !$0.mend.isEmpty })
  }

  private func read(_ name: String, _ source: String) -> Reading {
    Ingestor.read(name: name, bytes: Array(source.utf8))
  }

  private func body(_ body: String) throws -> SourceDocument {
    let source = "<TEI>\(Self.header)<text><body><div>\(body)</div></body></text></TEI>"
    return try #require(read("a.tei", source).documents.first)
  }

  private func quotes(_ document: SourceDocument) -> [String] {
    (document.given?.quotes ?? []).map { quote in
      let source = quote.source.map { " (\(document.text.string($0)))" }.joined()
      let content = quote.content.map { " [\(document.text.string($0))]" }.joined()
      return "\(quote.speaker ?? "-")\(source):\(content)"
    }
  }
}
