import Testing

@testable import Ingestion

/// What stands before and behind the body of a text of the TEI.
@Suite struct TEIMatterTests {

  private func text(_ content: String) -> String? {
    let file =
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>"
      + "</fileDesc></teiHeader><text>\(content)</text></TEI>"
    let reading = Ingestor.read(name: "a.xml", bytes: Array(file.utf8))
    #expect(reading.warnings.isEmpty)
    return reading.documents.first?.text.text
  }

  @Test func `front and back are read in their order`() {
    #expect(
      text(
        """
        <front><div><p>“To the reader, my thanks,” said Ida Lund.</p></div></front>
        <body><p>Rain fell.</p></body><back><div><head>After</head><p>“All is over,” said Jon Roe.</p></div></back>
        """)
        == "“To the reader, my thanks,” said Ida Lund.\n\nRain fell.\n\nAfter\n\n“All is over,” said Jon Roe."
    )
  }

  @Test func `title pages and lists of contents are left out`() {
    #expect(
      text(
        """
        <front><titlePage><docTitle><titlePart>T</titlePart></docTitle><docImprint>Lanna</docImprint></titlePage>
        <div type="contents"><list><item>Rain, 1</item></list></div></front><body><p>Rain fell.</p></body>
        <back><div1 type="index"><p>rain 1</p></div1></back>
        """) == "Rain fell.")
  }

  @Test func `each text of a group is read`() {
    #expect(
      text(
        """
        <front><p>Two letters.</p></front><group><text><body><p>The first.</p></body></text>
        <text><front><p>Of May.</p></front><body><p>The second.</p></body></text></group>
        """) == "Two letters.\n\nThe first.\n\nOf May.\n\nThe second.")
  }
}
