import Rendering
import Testing

@Suite struct OutputFormatTests {

  @Test(arguments: OutputFormat.allCases)
  func `each format is known by its name in any case`(format: OutputFormat) throws {
    #expect(try OutputFormat(named: format.name) == format)
    #expect(try OutputFormat(named: format.name.uppercased()) == format)
  }

  @Test(arguments: [
    ("a.csv", OutputFormat.csv), ("b.TSV", .tsv), ("/x.y/c.json", .json), ("c.jsonl", .jsonl),
    ("c.ndjson", .jsonl), ("notes.final.md", .markdown), ("page.html", .html), ("page.htm", .html),
    (".md", .markdown), ("net.gexf", .gexf), ("net.edges.csv", .edges),
  ])
  func `a file's ending tells the format`(path: String, format: OutputFormat) throws {
    #expect(try OutputFormat(forFile: path) == format)
  }

  @Test func `an unknown name lists the valid ones and the nearest`() {
    let error = #expect(throws: OutputFormat.Unknown.self) { try OutputFormat(named: "jsno") }
    #expect(error?.suggestion == "json")
    #expect(
      error?.description == "no format is named 'jsno'; did you mean 'json'?"
        + " (one of table, csv, tsv, json, jsonl, markdown, html, svg, gexf, edges)")
  }

  @Test(arguments: ["a.docx", "a.table", "a.", "a"])
  func `an unknown ending lists the valid ones`(path: String) {
    let error = #expect(throws: OutputFormat.Unknown.self) { try OutputFormat(forFile: path) }
    #expect(error?.valid == ["csv", "tsv", "json", "jsonl", "md", "html", "svg", "gexf"])
  }

  @Test func `a folder's dot is no ending`() {
    let error = #expect(throws: OutputFormat.Unknown.self) {
      try OutputFormat(forFile: "results.csv/out")
    }
    #expect(
      error?.description
        == "the file's name has no ending (one of csv, tsv, json, jsonl, md, html, svg, gexf)"
    )
  }
}
