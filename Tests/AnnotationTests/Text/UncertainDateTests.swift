import Testing

@testable import Annotation

/// Lines at the head of a text that name its day not for certain, or say how old it is.
@Suite struct UncertainDateTests {

  private static let body = """

    The harbour of Varn closes on Friday, the council decided after a long debate.

    “We have no choice,” said Ada Lund, the mayor. “The pier is rotten.”
    """

  private func title(_ head: String) throws -> String? {
    var document = AnnotatedDocument(
      text: TextNormalizer.normalize(Array((head + "\n" + Self.body).utf8)),
      metadata: DocumentMetadata(id: "a", origin: "a"))
    LayoutAnnotator().annotate(&document)
    return document.metadata.title
  }

  @Test(arguments: [
    "Tue 12 Mar", "12 March", "March 12th", "Tuesday, 12 March 14:05", "Published: Tue 12 Mar",
    "03/04/2025", "Updated 03-04-2025 at 10:15", "Di 12. März", "mar. 4 février",
    "By Jon Roe | Tue 12 Mar",
  ])
  func `a day without its year or order is found, and is no title`(line: String) throws {
    for text in [
      line, "Harbour closes after storm\n" + line, line + "\nHarbour closes after storm",
    ] {
      let found = try #require(
        UncertainDate.line(in: Array((text + "\n" + Self.body).utf8)), "\(text)")
      #expect(line.hasSuffix(found))
      #expect(try title(text) == (text == line ? nil : "Harbour closes after storm"), "\(text)")
    }
  }

  @Test(arguments: [
    "Updated 3 hours ago", "3 days ago", "Published 12 mins ago", "il y a 3 heures",
    "vor 2 Stunden", "Updated: 1 hour ago",
  ])
  func `how old a text is is no title`(line: String) throws {
    #expect(try title(line + "\nHarbour closes after storm") == "Harbour closes after storm")
    #expect(UncertainDate.line(in: Array((line + "\n" + Self.body).utf8)) == nil)
  }

  @Test(arguments: [
    "12 March 2025", "Harbour closes on 12 March", "12 dead in Varn", "March of the boats",
    "Harbour closes\nTue 12 Mar\nUpdated 13 March 2025", "24 hours in Varn", "1 May 2025",
  ])
  func `a day that is certain, and a headline with figures, are none`(head: String) {
    #expect(UncertainDate.line(in: Array((head + "\n" + Self.body).utf8)) == nil)
  }

  @Test func `a day within running text is none`() {
    #expect(UncertainDate.line(in: Array((Self.body + "\n\nTue 12 Mar\n").utf8)) == nil)
  }

  @Test func `of two headlines the first is the title, however short`() throws {
    #expect(try title("Harbour closes\nMayor says pier is rotten") == "Harbour closes")
    #expect(try title("World news\nMayor says pier is rotten") == "Mayor says pier is rotten")
    #expect(try title("Middle East\nMayor says pier is rotten") == "Mayor says pier is rotten")
  }
}
