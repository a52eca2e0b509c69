import Annotation
import Foundation
import Testing

@testable import Ingestion

/// NewsML 1, as agencies still send it.
@Suite struct NewsMLOneTests {

  private static let nitf =
    "<nitf><body><body.head><hedline><hl1>In the article</hl1></hedline></body.head>"
    + "<body.content><p>The treaty was signed.</p><p>“We agreed,” said Hanna Voss.</p></body.content>"
    + "</body></nitf>"
  private static let xhtml =
    "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>The treaty was signed.</p>"
    + "<p>“We agreed,” said Hanna Voss.</p></body></html>"
  private static let text = "The treaty was signed.\n\n“We agreed,” said Hanna Voss."

  private func message(_ content: String, format: String = "NITF") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd">
    <NewsML><NewsEnvelope><DateAndTime>20250304T000000Z</DateAndTime></NewsEnvelope>
    <NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>northwire.example</ProviderId>
    <DateId>20250303</DateId><NewsItemId>river-17</NewsItemId>
    <PublicIdentifier>urn:newsml:northwire.example:20250303:river-17:1</PublicIdentifier></NewsIdentifier></Identification>
    <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20250302T101500+0000</FirstCreated>
    <ThisRevisionCreated>20250303T181500+0000</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
    <NewsComponent><NewsLines><HeadLine>River treaty signed</HeadLine><ByLine>By Jane Doe</ByLine>
    <DateLine>KOELN, March 3</DateLine><CopyrightLine>North Wire</CopyrightLine><KeywordLine>river</KeywordLine></NewsLines>
    <AdministrativeMetadata><Provider><Party FormalName="North Wire"/></Provider></AdministrativeMetadata>
    <DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
    <NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><Format FormalName="\(format)"/>
    <DataContent>\(content)</DataContent></ContentItem></NewsComponent>
    <NewsComponent><Role FormalName="Photo Caption"/><ContentItem><DataContent><p>The river seen from the long bridge at noon.</p></DataContent></ContentItem></NewsComponent>
    <NewsComponent><Role FormalName="Photo"/><ContentItem Href="river.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>
    </NewsComponent></NewsItem></NewsML>
    """
  }

  @Test(arguments: [
    nitf, xhtml, "<p>The treaty was signed.</p><p>“We agreed,” said Hanna Voss.</p>",
    "<![CDATA[<p>The treaty was signed.</p><p>&#8220;We agreed,&#8221; said Hanna Voss.</p>]]>",
    "The treaty was signed.\n\n“We agreed,” said Hanna Voss.",
  ])
  func `the text of an item is NITF, XHTML or plain`(content: String) throws {
    for name in ["a.xml", "a.newsml", "a"] {
      let reading = Ingestor.read(name: name, bytes: Array(message(content).utf8))
      #expect(reading.warnings.isEmpty)
      #expect(reading.documents.count == 1)
      let document = try #require(reading.documents.first)
      #expect(document.text.text == "# River treaty signed\n\n" + Self.text)
      let metadata = document.metadata
      #expect(metadata.id == "urn:newsml:northwire.example:20250303:river-17:1")
      #expect(metadata.title == "River treaty signed" && metadata.outlet == "North Wire")
      #expect(metadata.date == CalendarDay(year: 2025, month: 3, day: 3))
      #expect(metadata.authors == ["Jane Doe"] && metadata.language == "en")
      #expect(metadata.tags == ["river"])
      #expect(
        metadata.other.map(\.value)
          == ["KOELN, March 3", "North Wire", "Usable", "20250303T181500+0000"])
    }
  }

  @Test func `components with headlines of their own are documents, other forms are not`() {
    func component(_ name: String) -> String {
      """
      <NewsComponent xml:lang="de"><NewsLines><HeadLine>\(name)</HeadLine></NewsLines>
      <NewsComponent EquivalentsList="yes"><ContentItem><DataContent>Story \(name)</DataContent></ContentItem>
      <ContentItem><DataContent><p>Story \(name) in full.</p></DataContent></ContentItem></NewsComponent></NewsComponent>
      """
    }
    let reading = read(
      "<NewsML><NewsItem><NewsComponent>\(component("A"))\(component("B"))</NewsComponent></NewsItem></NewsML>"
    )
    #expect(
      reading.documents.map(\.text.text) == ["# A\n\nStory A in full.", "# B\n\nStory B in full."])
    #expect(reading.documents.map(\.metadata.language) == ["de", "de"])
    #expect(Set(reading.documents.map(\.metadata.id)).count == 2 && reading.warnings.isEmpty)
  }

  @Test(arguments: [
    ("<NewsML></NewsML>", "<NewsML> has no text"),
    ("<NewsML><NewsItem></NewsItem></NewsML>", "<NewsItem> has no text"),
    ("<NewsItem><DataContent> </DataContent></NewsItem>", "<NewsItem> has no text"),
    (
      "<NewsML><NewsItem><NewsComponent>",
      "the XML is not well-formed: it breaks off before its end"
    ),
  ])
  func `an item without text is told`(xml: String, message: String) {
    let reading = read(xml)
    #expect(reading.documents.isEmpty)
    #expect(reading.warnings.map(\.message).contains(message))
    #expect(reading.warnings.allSatisfy { !$0.mend.isEmpty && $0.line == 1 })
  }

  @Test func `an item that is cut off or in another encoding is read as far as it goes`() throws {
    let bytes = Array(message(Self.nitf).utf8)
    let end = try #require(message(Self.nitf).range(of: "</nitf>"))
    let length = message(Self.nitf)[..<end.lowerBound].utf8.count
    let cut = Ingestor.read(name: "a.xml", bytes: Array(bytes.prefix(length)))
    #expect(cut.documents.first?.text.text.hasSuffix(Self.text) ?? false)
    #expect(
      cut.warnings.map(\.message) == ["the XML is not well-formed: it breaks off before its end"])
    let old = message("<p>Le caf\u{e9}</p>").replacing("UTF-8", with: "iso-8859-1")
    let latin = Ingestor.read(
      name: "a.xml", bytes: old.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    #expect(latin.documents.first?.text.text.hasSuffix("Le café") ?? false)
    for length in stride(from: 0, to: bytes.count, by: 97) {
      _ = Ingestor.read(name: "a.xml", bytes: Array(bytes.prefix(length)))
    }
  }

  private func read(_ xml: String) -> Reading {
    Ingestor.read(name: "a.xml", bytes: Array(xml.utf8))
  }
}
