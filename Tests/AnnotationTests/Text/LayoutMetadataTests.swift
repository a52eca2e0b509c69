import Testing

@testable import Annotation

private let body = "The ministers met on Monday and agreed on a plan for the harbour."

@Suite struct LayoutMetadataTests {

  @Test func `a text without metadata gets what its lines name`() {
    let text = """
      Filed under: Harbours, City life
      Ministers agree on harbour
      By Anna Berg and Jon Roe, Oslo
      Updated 24 February 2025 at 10:30 GMT
      The Harbour Post

      \(body)
      """
    let metadata = annotate(text).metadata
    #expect(metadata.title == "Ministers agree on harbour")
    #expect(metadata.tags == ["Harbours", "City life"])
    #expect(metadata.authors == ["Anna Berg", "Jon Roe"])
    #expect(metadata.date == CalendarDay(year: 2025, month: 2, day: 24))
    #expect(metadata.outlet == "The Harbour Post")
  }

  @Test func `what the source gives is kept, and its title is found again`() {
    var given = DocumentMetadata(id: "a", origin: "a.md")
    given.title = "Ministers agree on ‘harbour’"
    given.authors = ["A. Writer"]
    given.tags = ["sea"]
    let text = "Posted in ports / towns\nBy Anna Berg\nMinisters Agree On 'Harbour'.\n\n\(body)"
    let document = annotate(text, given)
    #expect(document.metadata == given)
    #expect(document.blocks.map(\.kind) == [.category, .byline, .headline, .paragraph])
  }

  @Test(arguments: [
    ("By Jane Doe", ["Jane Doe"]), ("BY JANE DOE", ["Jane Doe"]),
    ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
    ("By Jane Doe, Max Poe and John Roe", ["Jane Doe", "Max Poe", "John Roe"]),
    ("By Jane Doe, senior foreign correspondent", ["Jane Doe"]),
    ("By Charles de Vries | 24 February 2025", ["Charles de Vries"]),
    ("By Jane Doe and Max Poe | The Lamp Post | 24 February 2025", ["Jane Doe", "Max Poe"]),
    ("24 February 2025 · Jane Doe", ["Jane Doe"]), ("By Jane Doe Feb. 24, 2025", ["Jane Doe"]),
    ("Written by Élodie Brun in Lyon", ["Élodie Brun"]),
  ])
  func `bylines name the writers`(line: String, authors: [String]) {
    let document = annotate("\(line)\n\n\(body)")
    #expect(document.blocks.map(\.kind) == [.byline, .paragraph])
    #expect(document.metadata.authors == authors)
  }

  @Test(arguments: [
    ("PARIS, Feb 24 (Reuters) —", "The"), ("PARIS —", "The"), ("NEW YORK/WASHINGTON -", "The"),
    ("London (CNN) –", "“The"), ("KYIV, Ukraine (AP) —", "5"), ("WASHINGTON, D.C. --", "The"),
  ])
  func `a dateline is no part of the first sentence`(dateline: String, start: String) {
    let document = annotate("\(dateline) \(start) ministers met and agreed on a plan.")
    #expect(document.blocks.map(\.kind) == [.byline, .paragraph])
    #expect(document.blocks.map { document.text.string($0.range) }[0] == dateline)
    #expect(document.text.string(document.blocks[1].range).hasPrefix(start))
  }

  @Test(arguments: [
    "NATO — The alliance met on Monday.", "PARIS — the city of light — was dark.",
    "The mayor — Anna Berg — was late.", "The plan - A good one - was lost.",
    "“No” — Anna said so.",
  ])
  func `a dash alone makes no dateline`(text: String) {
    #expect(annotate(text).blocks.map(\.kind) == [.paragraph])
  }

  private func annotate(
    _ text: String, _ metadata: DocumentMetadata = .init(id: "a", origin: "a.txt")
  ) -> AnnotatedDocument {
    var document = AnnotatedDocument(
      text: TextNormalizer.normalize(Array(text.utf8)), metadata: metadata)
    LayoutAnnotator().annotate(&document)
    return document
  }
}
