import Annotation
import Testing

@testable import Ingestion

/// Lines right below the headline of a page that name its writer or its day, in forms without "By".
@Suite struct PageWriterTests {

  private static let storm =
    "The flood of Friday night carried off the old mill of Rill and drowned eleven sheep, as the"
    + " water board of the valley told the council on Saturday."
  private static let heard = "“We heard a roar, and then the wheel was gone,” said Eva Strand."
  private static let text = "<p>\(storm)</p><p>\(heard)</p>"

  private func read(_ body: String) throws -> (SourceDocument, [String]) {
    let source =
      "<html><head><title>The flood</title></head><body><h1>The flood</h1>\(body)</body></html>"
    let document = try #require(
      Ingestor.read(name: "a.html", bytes: Array(source.utf8)).documents.first)
    let blocks = document.text.text.split(separator: "\n\n").map(String.init)
    return (document, Array(blocks.dropFirst()))
  }

  @Test(arguments: [
    "Ida Lund in Otterburg", "Reporter: Ida Lund", "Ida Lund, staff writer", "Words: Ida Lund",
    "Ida Lund, political editor", "Journalist: Ida Lund", "Ida Lund", "Ida Lund with AP",
  ])
  func `a line with a name is that of the writer, be it a heading`(line: String) throws {
    for body in [
      "<p>\(line)</p>" + Self.text, "<h3>\(line)</h3>" + Self.text, Self.text + "<p>\(line)</p>",
      "<article><h2>\(line)</h2><p>3 March 2025</p>\(Self.text)</article>",
    ] {
      let (document, blocks) = try read(body)
      #expect(document.metadata.authors == ["Ida Lund"])
      #expect(blocks == [Self.storm, Self.heard])
    }
  }

  @Test(arguments: ["Ida Lund and Ben Ashe", "Ida Lund / Ben Ashe", "Ida Lund/Ben Ashe"])
  func `two names are those of two writers`(line: String) throws {
    for body in ["<p>\(line)</p>", "<h4>\(line)</h4>"] {
      let (document, blocks) = try read(body + Self.text)
      #expect(document.metadata.authors == ["Ida Lund", "Ben Ashe"])
      #expect(blocks == [Self.storm, Self.heard])
    }
  }

  @Test(arguments: [
    "<h3>Eva Strand</h3>\(text)", "<h3>Ida Lund</h3>\(text)<h3>Tom Holt</h3><p>He saw it.</p>",
    "<h3>Ida Lund loses her mill</h3>\(text)", "<p>Ida Lund is a miller</p>\(text)",
  ])
  func `a name of whom a text is about stays in it`(body: String) throws {
    let (document, blocks) = try read(body)
    #expect(document.metadata.authors == [])
    let first = body.prefix { $0 != "/" }.dropFirst(body.hasPrefix("<p") ? 3 : 4).dropLast()
    #expect(blocks.first?.hasSuffix(first) == true)
  }

  @Test(arguments: [
    "March 3, 2025 | Updated 9:15 a.m.", "Updated March 3, 2025 at 9:15 a.m.",
    "March 3, 2025 | 9:15 a.m.", "Otterburg, 3 March 2025 — evening edition",
    "Otterburg, 3 March 2025 - late edition", "OTTERBURG — 3 March 2025", "No. 12, 3 March 2025",
    "Monday, 3 March 2025, late edition", "3 mars 2025 | Mis à jour à 9h15", "3 March 2025 | Rill",
    "Vol. 4 – 3 March 2025 – price 2 crowns", "3 March 2025 | 4 min read",
  ])
  func `a line with the day of a page is none of its text`(line: String) throws {
    for body in ["<p>\(line)</p>\(Self.text)", "<div>\(line)</div><div>\(Self.text)</div>"] {
      let (document, blocks) = try read(body)
      #expect(document.metadata.date?.written == "2025-03-03")
      #expect(blocks == [Self.storm, Self.heard])
    }
    let plain = "Harbour closes after storm\n\(line)\n\n\(Self.storm)\n"
    let document = try #require(
      Ingestor.read(name: "a.txt", bytes: Array(plain.utf8)).documents.first)
    #expect(document.metadataWithHead.date?.written == "2025-03-03")
  }

  @Test(arguments: [
    "Born 3 March 1931", "3 March 1931: the mill burns", "3 March 1931 — ferry sinks",
    "The mill burned on March 3, 1931 at 9 a.m.", "3 March 1931 in Rill",
  ])
  func `a day of which a line tells is none of the page`(line: String) throws {
    #expect(try read("<p>\(line)</p>" + Self.text).0.metadata.date == nil)
    let plain = "Harbour closes after storm\n\(line)\n\n\(Self.storm)\n"
    let document = try #require(
      Ingestor.read(name: "a.txt", bytes: Array(plain.utf8)).documents.first)
    #expect(document.metadataWithHead.date == nil)
  }
}
