import Annotation
import Testing

@testable import Ingestion

/// Speakers whom a treebank or a TEI file tells by identifiers and notes.
@Suite struct SpeakerReferenceTests {

  private func read(_ name: String, _ source: String) -> Reading {
    Ingestor.read(name: name, bytes: Array(source.utf8))
  }

  private func quotes(_ document: SourceDocument) -> [String] {
    (document.given?.quotes ?? []).map { quote in
      let content = quote.content.map { document.text.string($0) }.joined(separator: " … ")
      return "\(quote.speaker ?? quote.heading ?? "nobody"): \(content)"
    }
  }

  @Test func `sentences of a treebank are said by those before them`() throws {
    func sentence(_ speaker: String?, _ word: String) -> String {
      (speaker.map { "# speaker = \($0)\n" } ?? "")
        + "1\t\(word)\t\(word)\tINTJ\t_\t_\t0\troot\t_\t_\n\n"
    }
    let file =
      "# newdoc id = a\n# newpar\n" + sentence("AdaMorel", "Yes") + sentence("AdaMorel", "Well")
      + "# newpar\n" + sentence("AdaMorel", "So") + sentence("Jon_Roe", "No") + sentence(nil, "Um")
      + sentence("unknown", "Hm") + "# newdoc id = b\n" + sentence(nil, "Oh")
    let documents = read("a.conllu", file).documents
    let document = try #require(documents.first)
    #expect(quotes(document) == ["Ada Morel: Yes Well … So", "Jon Roe: No", "nobody: Hm"])
    #expect(document.given?.quotes?.last?.isAnonymous == true)
    #expect(documents.last?.given?.quotes == nil)
  }

  private static let sitting = """
    <TEI xml:id="x" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>Sitting</title></titleStmt>
    <publicationStmt><publisher><orgName>Rill Archive</orgName><ref target="https://rill.example/">rill.example</ref></publisher>\
    </publicationStmt></fileDesc></teiHeader><text><body><div>
    <note type="speaker">The mayor (Ida Lund)</note>
    <note type="time">9.30</note>
    <u who="#IdaLund"><seg>I move the bill.</seg><seg>It is short.</seg></u>
    <note type="speaker">Jon Roe (Rill)</note>
    <u who="#P17"><seg>Never.</seg></u>
    <note type="speaker">Clara Weiss</note>
    <u><seg>Why?</seg></u>
    <note type="comment">Unrest.</note>
    </div></body></text></TEI>
    """

  @Test func `speakers of a debate are read by their references and notes`() throws {
    let reading = read("a.xml", Self.sitting)
    let document = try #require(reading.documents.first)
    #expect(document.metadata.outlet == "Rill Archive" && document.metadata.language == "en")
    #expect(
      quotes(document) == [
        "Ida Lund: I move the bill. … It is short.", "Jon Roe: Never.", "Clara Weiss: Why?",
      ])
    #expect(
      document.text.text == """
        The mayor (Ida Lund): I move the bill.

        It is short.

        Jon Roe (Rill): Never.

        Clara Weiss: Why?
        """)
    #expect(
      reading.warnings.map(\.description) == [
        "a.xml: a reference to a speaker leads to nobody in the file: '#IdaLund'"
      ])
  }

  @Test(arguments: [
    ("AdaMorel", "Ada Morel"), ("Ada_Morel", "Ada Morel"), ("AdaMorel.1964", "Ada Morel"),
    ("TomMcRoe", "Tom McRoe"), ("JKRoe", "JK Roe"), ("AnneMarieLee-Weiss", "Anne Marie Lee-Weiss"),
    ("b", "b"), ("mp17", "mp17"), ("speakerOne", "speakerOne"), ("UNHCR", "UNHCR"),
  ])
  func `an identifier that is made of a name is divided`(identifier: String, name: String) {
    #expect(IdentifierWords.name(identifier) == name)
  }

  @Test func `an id that is an address stands beside the address`() throws {
    let header = { (numbers: String) in
      "<TEI><teiHeader><fileDesc><publicationStmt>\(numbers)</publicationStmt></fileDesc></teiHeader>"
        + "<text><body><p>So.</p></body></text></TEI>"
    }
    let both = read(
      "a.xml",
      header(
        "<idno type=\"id\">https://a.example/?p=1</idno><idno type=\"url\">https://a.example/b</idno>"
      ))
    let known = try #require(both.documents.first?.metadata)
    #expect(known.id == "https://a.example/?p=1" && known.url == "https://a.example/b")
  }

  @Test func `a treebank of several languages in its header goes by that of its text`() throws {
    let reading = read(
      "a.xml",
      """
      <TEI xml:lang="sl"><teiHeader><profileDesc><langUsage><language ident="en"/><language ident="sl"/>\
      </langUsage></profileDesc></teiHeader><text xml:lang="de"><body><p>So.</p></body></text></TEI>
      """)
    #expect(reading.documents.first?.metadata.language == "de")
  }
}
