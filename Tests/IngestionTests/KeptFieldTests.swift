import Annotation
import Testing

@testable import Ingestion

/// What exports and news in XML tell beside our fields is kept under its own name.
@Suite struct KeptFieldTests {

  private func read(_ text: String, _ name: String, map: [String: String] = [:]) throws -> Reading {
    var options = ReadingOptions()
    options.fields = map
    return Ingestor.read(name: name, bytes: Array(text.utf8), options: options)
  }

  private func only(
    _ text: String, _ name: String, map: [String: String] = [:]
  ) throws -> DocumentMetadata {
    let reading = try read(text, name, map: map)
    #expect(reading.documents.count == 1, "\(reading.warnings)")
    return try #require(reading.documents.first).metadata
  }

  private func other(_ metadata: DocumentMetadata) -> [String: String] {
    Dictionary(metadata.other.map { ($0.key, $0.value) }) { first, _ in first }
  }

  // MARK: Exports

  private static let factiva = """
    HD
    Harbour gets a new crane
    BY
    By Ida Lund
    WC
    12 words
    PD
    3 March 2025
    ET
    06:15
    SN
    The Harbour Post
    SC
    HPOST
    LA
    English
    CY
    (c) 2025 Harbour Post Ltd.
    LP
    Jon Roe said that the crane was old.
    CO
    crco : Crane Works
    NS
    gport : Ports | gwork : Labour
    AN
    Document HPOST00020250303el3300001
    """

  @Test func `codes of Factiva that mean none of our fields are kept`() throws {
    let metadata = try only(Self.factiva, "a.txt")
    let kept = other(metadata)
    #expect(metadata.outlet == "The Harbour Post" && metadata.tags.isEmpty)
    #expect(kept["WC"] == "12 words" && kept["ET"] == "06:15" && kept["SC"] == "HPOST")
    #expect(kept["CY"] == "(c) 2025 Harbour Post Ltd." && kept["CO"] == "crco : Crane Works")
    #expect(kept["NS"] == "gport : Ports | gwork : Labour")
  }

  @Test func `a code of Factiva can be mapped`() throws {
    let metadata = try only(Self.factiva, "a.txt", map: ["NS": "tags", "SC": "outlet"])
    #expect(metadata.tags == ["Ports", "Labour"] && metadata.outlet == "HPOST")
    #expect(metadata.title == "Harbour gets a new crane")
  }

  private static let nexis = """
    Harbour gets a new crane
    The Harbour Post
    March 3, 2025 Monday

    Section: NEWS; Pg. 7
    Length: 12 words
    Byline: Ida Lund
    Highlight: It is older than
    the quay

    Body

    Jon Roe said that the crane was old.

    Graphic

    The crane, in March.

    Classification

    Language: ENGLISH
    Publication-Type: Newspaper
    Subject: PORTS (90%)
    Geographic: OTTERBURG (79%); LANNA
    (60%)

    End of Document
    """

  @Test func `fields of LexisNexis that are none of ours are kept`() throws {
    let metadata = try only(Self.nexis, "a.txt")
    let kept = other(metadata)
    #expect(metadata.section == "NEWS" && metadata.tags == ["PORTS"])
    #expect(metadata.authors == ["Ida Lund"])
    #expect(kept["page"] == "7" && kept["Length"] == "12 words")
    #expect(kept["Highlight"] == "It is older than the quay")
    #expect(kept["Graphic"] == "The crane, in March." && kept["Publication-Type"] == "Newspaper")
    #expect(kept["Geographic"] == "OTTERBURG (79%); LANNA (60%)")
  }

  @Test func `a field of LexisNexis can be mapped, without the shares of its items`() throws {
    let metadata = try only(Self.nexis, "a.txt", map: ["Geographic": "tags"])
    #expect(metadata.tags == ["OTTERBURG", "LANNA"])
  }

  private static let proQuest = """
    Document 1 of 1

    Harbour gets a new crane

    Author: Lund, Ida

    Publication info: The Harbour Post, Otterburg: Harbour Media. Mar 3, 2025.

    Abstract: The port buys a crane.

    Full text: Jon Roe said that the crane was old.

    Subject: Ports

    Location: Otterburg

    Publication title: The Harbour Post

    Publication date: Mar 3, 2025

    Publisher: Harbour Media

    Document type: News
    """

  @Test func `fields of ProQuest that are none of ours are kept`() throws {
    let metadata = try only(Self.proQuest, "a.txt")
    let kept = other(metadata)
    #expect(metadata.outlet == "The Harbour Post" && metadata.tags == ["Ports"])
    #expect(kept["Abstract"] == "The port buys a crane." && kept["Location"] == "Otterburg")
    #expect(kept["Publisher"] == "Harbour Media" && kept["Document type"] == "News")
    #expect(kept["Publication info"]?.hasPrefix("The Harbour Post, Otterburg") == true)
    let mapped = try only(Self.proQuest, "a.txt", map: ["Location": "section"])
    #expect(mapped.section == "Otterburg")
  }

  // MARK: XML

  private static let nitf = """
    <nitf><head><meta name="slug" content="07crane"/><docdata><urgency ed-urg="4"/>
    <identified-content><classifier type="descriptor">Ports</classifier>
    <classifier type="taxonomic_classifier">Top/News/Region</classifier>
    <person>Roe, Jon</person><person>Lund, Ida</person></identified-content></docdata>
    <pubdata name="The Harbour Post" edition.name="Late" date.publication="20250303"/></head>
    <body><body.head><hedline><hl1>Harbour gets a new crane</hl1><hl2>The old one broke</hl2>
    </hedline><abstract><p>The port buys a crane.</p></abstract></body.head><body.content>
    <p>Jon Roe said that the crane was old.</p><hl2>Costs</hl2>
    <bq><p>We cannot pay for it now.</p><credit>Ada Morel</credit></bq></body.content></body></nitf>
    """

  @Test func `what NITF tells of a story is kept`() throws {
    let metadata = try only(Self.nitf, "a.xml")
    let kept = other(metadata)
    #expect(metadata.tags == ["Ports"] && metadata.outlet == "The Harbour Post")
    #expect(kept["subtitle"] == "The old one broke" && kept["slug"] == "07crane")
    #expect(kept["abstract"] == "The port buys a crane." && kept["urgency"] == "4")
    #expect(kept["taxonomic_classifier"] == "Top/News/Region" && kept["edition.name"] == "Late")
    #expect(kept["person"] == "Roe, Jon; Lund, Ida")
    #expect(
      try only(Self.nitf, "a.xml", map: ["person": "tags"]).tags == ["Roe, Jon", "Lund, Ida"])
  }

  @Test func `whom NITF credits with a quotation stands behind it`() throws {
    let document = try #require(try read(Self.nitf, "a.xml").documents.first)
    let text = String(decoding: document.text.bytes, as: UTF8.self)
    #expect(text.contains("“We cannot pay for it now.” — Ada Morel"), "\(text)")
  }

  private static let g2 = """
    <newsItem guid="urn:a"><rightsInfo><copyrightNotice>(c) Wire</copyrightNotice></rightsInfo>
    <itemMeta><provider qcode="p:wire"/><versionCreated>2025-03-05T01:00:00Z</versionCreated>
    <firstCreated>2025-03-03T07:00:00Z</firstCreated></itemMeta>
    <contentMeta><urgency>3</urgency><contentCreated>2025-03-03T06:00:00Z</contentCreated>
    <contentModified>2025-03-04T06:00:00Z</contentModified>
    <located><name>Otterburg</name></located><genre qcode="g:analysis"/>
    <slugline>CRANE</slugline><headline>Harbour gets a new crane</headline></contentMeta>
    <contentSet><inlineXML><html><body><p>Jon Roe said that the crane was old.</p></body></html>
    </inlineXML></contentSet></newsItem>
    """

  @Test func `what NewsML-G2 tells of an item is kept, and its day is the first`() throws {
    let metadata = try only(Self.g2, "a.xml")
    let kept = other(metadata)
    #expect(metadata.date?.written == "2025-03-03" && metadata.outlet == "wire")
    #expect(kept["slugline"] == "CRANE" && kept["urgency"] == "3")
    #expect(kept["located"] == "Otterburg" && kept["genre"] == "analysis")
    #expect(kept["copyrightNotice"] == "(c) Wire")
    #expect(kept["versionCreated"] == "2025-03-05T01:00:00Z")
  }

  @Test func `an item that knows only its last version has the day of that`() throws {
    let text = Self.g2.replacing("firstCreated", with: "embargoed")
      .replacing("contentCreated", with: "genre").replacing("contentModified", with: "genre")
    #expect(try only(text, "a.xml").date?.written == "2025-03-05")
  }

  @Test func `a story of NewsML 1 has the day of its first version`() throws {
    let text = """
      <NewsML><NewsItem><Identification><NewsIdentifier><DateId>20250303</DateId></NewsIdentifier>
      </Identification><NewsManagement><FirstCreated>20250303T220000Z</FirstCreated>
      <ThisRevisionCreated>20250304T010000Z</ThisRevisionCreated><Urgency FormalName="4"/>
      </NewsManagement><NewsComponent><NewsLines><HeadLine>Harbour gets a new crane</HeadLine>
      <SubHeadLine>The old one broke</SubHeadLine><SlugLine>crane</SlugLine></NewsLines>
      <ContentItem><DataContent><p>Jon Roe said that the crane was old.</p></DataContent>
      </ContentItem></NewsComponent></NewsItem></NewsML>
      """
    let metadata = try only(text, "a.xml")
    let kept = other(metadata)
    #expect(metadata.date?.written == "2025-03-03")
    #expect(kept["subtitle"] == "The old one broke" && kept["SlugLine"] == "crane")
    #expect(kept["Urgency"] == "4" && kept["ThisRevisionCreated"] == "20250304T010000Z")
  }

  @Test func `the paper of a source in TEI is its outlet`() throws {
    let text = """
      <TEI><teiHeader><fileDesc><titleStmt><title>The crane</title></titleStmt><sourceDesc><bibl>
      <title level="a">The crane</title><title level="j">The Harbour Post</title>
      <publisher>Harbour Media</publisher></bibl></sourceDesc></fileDesc></teiHeader>
      <text><body><p>The crane is old, said Jon Roe.</p></body></text></TEI>
      """
    let metadata = try only(text, "a.xml")
    #expect(metadata.outlet == "The Harbour Post")
    #expect(other(metadata)["publisher"] == "Harbour Media")
  }
}
