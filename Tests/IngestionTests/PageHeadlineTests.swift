import Annotation
import Testing

@testable import Ingestion

/// Pages whose title is worded otherwise than the heading that they show.
@Suite struct PageHeadlineTests {

  private func document(_ head: String, _ body: String) throws -> (title: String?, text: String) {
    let source = "<html><head>\(head)</head><body>\(body)</body></html>"
    let reading = Ingestor.read(name: "a.html", bytes: Array(source.utf8))
    let document = try #require(reading.documents.first)
    return (document.metadata.title, document.text.text)
  }

  @Test(arguments: [
    ("<title>Interview: We need piers | Rill Courier</title>", "We need piers"),
    ("<title>Rill and its pier</title>", "Transcript"), ("<title>رصيف</title>", "Пирс"),
    ("<title>Rill and its pier</title>", "The town"), ("", "The town"),
  ])
  func `the headline of a short page stands once in the text`(head: String, shown: String) throws {
    for body in [
      "<h1>\(shown)</h1>", "<article><h1>\(shown)</h1>", "<h1>Rill</h1><h1>\(shown)</h1>",
    ] {
      let (title, text) = try document(
        head, body + "<p>“No,” said Ida Strand.</p><p>It was late.</p>")
      #expect(text.split(separator: "\n\n").count { $0.hasSuffix(shown) } == 1)
      #expect(!text.contains("# Rill\n\n# Rill"))
      if !body.contains("Rill") {
        #expect(title == shown)
        #expect(text == "# \(shown)\n\n“No,” said Ida Strand.\n\nIt was late.")
      }
    }
  }

  @Test func `a heading that is worded otherwise goes before a line that is worded so`() throws {
    let (_, text) = try document(
      "<title>Pier at Rill shut for the winter</title>",
      "<article><h1>Pier shut</h1><p>Pier at Rill shut for the winter</p>"
        + "<p>“No,” said Ida Strand.</p></article>")
    #expect(text.hasPrefix("# Pier shut\n\n"))
  }
}
