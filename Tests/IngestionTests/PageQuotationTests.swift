import Annotation
import Testing

@testable import Ingestion

/// Quotations of a page that stand apart, with the name of who said them.
@Suite struct PageQuotationTests {

  private static let lead =
    "<p>The ferry company of Otterburg has sold both of its ships, and nobody on the island knows"
    + " who bought them.</p>"
  private static let tail =
    "<p>The last boat of the year leaves on Friday, if the wind lets it.</p>"

  private func read(_ quotation: String) throws -> AnnotatedDocument {
    let page =
      "<html><head><title>Ferry sold</title></head><body><h1>Ferry sold</h1>"
      + "\(Self.lead)\(quotation)\(Self.tail)</body></html>"
    let documents = Ingestor.read(name: "a.html", bytes: Array(page.utf8)).documents
    let pipeline = AnnotationPipeline.standard(Set(Layer.allCases).subtracting([.dependencies]))
    return try #require(
      Ingestor.annotate(documents) { pipeline.annotate(text: $0, metadata: $1) }.first)
  }

  @Test(arguments: [
    "<blockquote>“The ferry is dead.”<cite>Ida Lund</cite></blockquote>",
    "<blockquote>The ferry is dead. <cite>— Ida Lund</cite></blockquote>",
    "<blockquote><p>“The ferry is dead.”</p><footer>— Ida Lund</footer></blockquote>",
    "<blockquote><p>The ferry is dead.</p><footer>- <cite>Ida Lund</cite></footer></blockquote>",
    "<blockquote><p>The ferry is dead.</p><cite><a href='/i'>Ida Lund</a></cite></blockquote>",
    "<blockquote><p>The ferry is dead.</p><p>— Ida Lund</p></blockquote>",
    "<blockquote>The ferry is dead.<br>— Ida Lund</blockquote>",
    "<blockquote>The ferry is dead.<br><cite>Ida Lund</cite></blockquote>",
    "<figure><blockquote><p>The ferry is dead.</p></blockquote><figcaption>Ida Lund</figcaption>"
      + "</figure>",
  ])
  func `a quotation has its marks and its speaker behind a dash`(quotation: String) throws {
    let document = try read(quotation)
    #expect(document.text.text.contains("\n\n> “The ferry is dead.” — Ida Lund\n\n"))
    #expect(speakers(of: document) == ["Ida Lund"])
  }

  @Test(arguments: [
    ("<cite>Ida Lund, mayor of Otterburg</cite>", "Ida Lund, mayor of Otterburg"),
    ("<footer><cite>Ida Lund</cite>, <span>the mayor</span></footer>", "Ida Lund, the mayor"),
  ])
  func `what stands behind the name stays`(cite: String, line: String) throws {
    let document = try read("<blockquote><p>The ferry is dead.</p>\(cite)</blockquote>")
    #expect(document.text.text.contains("> “The ferry is dead.” — \(line)\n"))
    #expect(speakers(of: document) == ["Ida Lund"])
  }

  @Test func `of several paragraphs each is opened and the last is closed`() throws {
    let document = try read(
      "<blockquote><p>The ferry is dead and gone.</p><p>We shall all swim to the town.</p>"
        + "<footer>— Ida Lund</footer></blockquote>")
    #expect(
      document.text.text.contains(
        "\n\n> “The ferry is dead and gone.\n\n> “We shall all swim to the town.” — Ida Lund\n\n"))
    #expect(speakers(of: document) == ["Ida Lund"])
  }

  @Test(arguments: [
    "<blockquote><p>I love <cite>The Ferry</cite> as a book.</p></blockquote>",
    "<blockquote><p>The book that I love is <cite>The Ferry</cite></p></blockquote>",
    "<blockquote>It is dead.<footer>-</footer></blockquote>",
    "<blockquote><cite>Ida Lund</cite></blockquote>", "<blockquote>It is dead.</blockquote>",
    "<blockquote><p>It is dead.</p><footer></footer></blockquote><p>Ida Lund rowed home.</p>",
  ])
  func `what names no speaker leaves a quotation as it is`(quotation: String) throws {
    let text = try read(quotation).text.text
    #expect(!text.contains("“") && !text.contains("—"))
  }

  @Test func `a quotation that a paragraph leads to has its marks`() throws {
    let document = try read(
      "<p>Mayor Ida Lund said:</p><blockquote><p>The ferry is dead.</p></blockquote>")
    #expect(document.text.text.contains("Mayor Ida Lund said:\n\n> “The ferry is dead.”\n\n"))
    #expect(speakers(of: document) == ["Ida Lund"])
    let several = try read(
      "<p>Mayor Ida Lund said:</p><blockquote><p>The ferry is dead.</p><p>We shall swim to the "
        + "town.</p></blockquote>")
    #expect(
      several.text.text.contains(
        "said:\n\n> “The ferry is dead.\n\n> “We shall swim to the town.”\n\n"))
    #expect(Set(speakers(of: several)) == ["Ida Lund"])
  }

  @Test(arguments: [
    "<p>Mayor Ida Lund said:</p><blockquote><p>“The ferry is dead.”</p></blockquote>",
    "<p>These are the rules of the ferry:</p><blockquote><p>No dogs on deck.</p></blockquote>",
    "<p>Mayor Ida Lund said so.</p><blockquote><p>The ferry is dead.</p></blockquote>",
    "<p>Mayor Ida Lund said:</p><p>It rained.</p><blockquote><p>The ferry is dead.</p></blockquote>",
  ])
  func `a quotation with marks, or with nobody who says it, stays as it is`(quotation: String)
    throws
  {
    let text = try read(quotation).text.text
    #expect(text.split(separator: "“").count <= (quotation.contains("“") ? 2 : 1))
  }

  private func speakers(of document: AnnotatedDocument) -> [String] {
    document.quotes.compactMap { quote in
      quote.speaker.map { document.entities[Int($0)].name }
    }
  }
}
