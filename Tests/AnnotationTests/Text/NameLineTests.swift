import Annotation
import Testing

/// Lines that name who wrote a text without "By".
@Suite struct NameLineTests {

  private static let text = """
    The harbour was closed on Monday, the mayor of the town said in a letter to the people there.

    The ferry goes from the other side of the river until the summer, and nobody has to pay for it.
    """

  private func authors(_ line: String, _ text: String = Self.text) -> [String] {
    var document = AnnotatedDocument(
      text: NormalizedText(clean: "Harbour closes for the summer\n\n\(line)\n\n\(text)"),
      metadata: DocumentMetadata(id: "test", origin: "test.txt"))
    LayoutAnnotator().annotate(&document)
    #expect(document.metadata.title == "Harbour closes for the summer")
    return document.metadata.authors
  }

  @Test(arguments: [
    "Ida Lund", "IDA LUND", "Ida Lund, staff writer", "Ida Lund, Political Correspondent",
    "Correspondent Ida Lund", "Staff writer Ida Lund", "Ida Lund reports",
    "Ida Lund reports from Oslo", "Ida Lund reports from Oslo.", "Ida Lund, Oslo correspondent",
    "12 May 2025\n\nIda Lund", "Ida Lund\n12 May 2025", "A letter tells why\n\nIda Lund",
  ])
  func `a name below the headline is that of the writer`(line: String) {
    #expect(authors(line) == ["Ida Lund"])
  }

  @Test func `names have particles, and may be two`() {
    #expect(authors("Jan van der Berg") == ["Jan van der Berg"])
    #expect(authors("Ida Lund and Bo Ding") == ["Ida Lund", "Bo Ding"])
    #expect(authors("12 May 2025\n\nJohn Brown") == ["John Brown"])
  }

  @Test(arguments: [
    "Middle East", "Georgia Politics", "Boris Johnson", "Rose Garden", "Police Chief",
    "Harbour News", "Oslo Airport", "Charlotte Station", "Ida Lund:", "Ida Lund said",
    "Grace Period", "Hope Fades", "New York", "Ida Lund resigns", "Morgan Stanley",
    "Victoria Falls", "Ida Lund, mayor", "Ida Lund, Bo Ding, Ada Ode", "Ida Lund reports loss",
    "Ida Lund\nBo Ding", "Ida Lund\n\nBo Ding", "Letters",
  ])
  func `what may be a heading, a place or a list names no writer`(line: String) {
    #expect(authors(line).isEmpty)
  }

  @Test(arguments: [
    "“The pier is fine,” Lund said, and left the town.", "She was born in a small town in 1931.",
  ])
  func `whom the text is about did not write it`(text: String) {
    #expect(authors("Ida Lund", text).isEmpty)
  }

  @Test(arguments: ["Ida Lund", "Ida Lund\n\nBo Ding", "Ida Lund\nBo Ding", "Ida Lund and Bo Ding"])
  func `names below the text and cross-heads are no writers`(names: String) {
    #expect(authors("A letter tells why", Self.text + "\n\n\(names)").isEmpty)
    #expect(authors("A letter tells why", Self.text + "\n\n\(names)\n\n" + Self.text).isEmpty)
  }
}
