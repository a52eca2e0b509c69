import Annotation
import Testing

@testable import Ingestion

/// The marks that pages set around quotations in a line.
@Suite struct QuotationMarksTests {

  private func page(_ language: String, _ quotation: String) -> String {
    """
    <html\(language.isEmpty ? "" : " lang=\"\(language)\"")><body><p>The ferry sails again from Monday on, \
    and many came to see it. \(quotation), said Bo Ding on the quay, before the ferry left for the isle.</p>
    </body></html>
    """
  }

  private func read(_ language: String, _ quotation: String) -> SourceDocument? {
    Ingestor.read(name: "a.html", bytes: Array(page(language, quotation).utf8)).documents.first
  }

  @Test(arguments: [
    ("", "“It sails <‘so’>”"), ("en-GB", "“It sails <‘so’>”"), ("de", "„It sails <‚so‘>“"),
    ("de-CH", "«It sails <‹so›>»"), ("fr", "«It sails <“so”>»"), ("FR-CA", "«It sails <“so”>»"),
    ("sv", "“It sails <‘so’>”"), ("pl", "„It sails <‚so’>”"), ("ru", "«It sails <„so“>»"),
    ("xx", "“It sails <‘so’>”"),
  ])
  func `a quotation has the marks of the language of its page`(
    language: String, marked: String
  ) throws {
    let document = try #require(read(language, "<q>It sails &lt;<q>so</q>&gt;</q>"))
    #expect(document.text.text.contains(marked))
  }

  @Test func `the nearest element that tells a language counts`() throws {
    let document = try #require(read("en", "<span lang=\"de\"><q>Sie fährt</q></span>"))
    #expect(document.text.text.contains("„Sie fährt“, said"))
  }

  @Test(arguments: ["", "en", "de", "fr", "de-CH", "pl", "ru", "sv"])
  func `it is found as a quote in every language`(language: String) throws {
    let source = try #require(read(language, "<q>It sails again</q>"))
    let document = AnnotationPipeline.standard().annotate(
      text: source.text, metadata: source.metadata)
    #expect(
      document.quotes.map { $0.content.map { document.text.string($0) } } == [["It sails again"]])
    #expect(document.quotes.first?.kind == .direct)
  }
}
