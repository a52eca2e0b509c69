import QueryExecution
import Rendering
import Testing

@Suite struct NumberFormTests {

  /// Returns the lines of a column of figures, without heading and rule.
  private func column(_ name: String, _ values: [ResultTable.Cell]) -> [String] {
    drawing(table([name], values.map { [$0] }), showsHeader: false)
      .split(separator: "\n").dropFirst(2).map(String.init)
  }

  @Test func `figures have three significant digits and line up at the point`() {
    let values: [ResultTable.Cell] = [
      .decimal(1234.5678), .decimal(123.456), .decimal(12.3456), .decimal(1.23456),
      .decimal(0.123456), .decimal(-0.0123456), .decimal(0), 7,
    ]
    #expect(
      column("rate", values) == [
        "1,235", "  123", "   12.3", "    1.23", "    0.123", "   -0.0123", "    0", "    7",
      ])
  }

  @Test(arguments: [
    ("rate", [0.5, 2.5], ["0.5", "2.5"]), ("rate", [0.25, 10], [" 0.25", "10.0"]),
    ("similarity", [1, 0.81234], ["1.000", "0.812"]),
    ("share", [0.123, 1, 0], [" 12.3 %", "100.0 %", "  0.0 %"]),
    ("top_share", [0.00001, 0.5], ["<0.1 %", "50.0 %"]), ("shares", [0.5], ["0.5"]),
    ("ll", [12_345.678, 1], ["12,346", "     1"]),
  ])
  func `a column's name tells what its figures are`(
    name: String, values: [Double], expected: [String]
  ) {
    let shown = column(name, values.map { .decimal($0) })
    let indent = shown.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    #expect(shown.map { String($0.dropFirst(indent)) } == expected)
  }

  @Test(arguments: [OutputFormat.csv, .tsv, .jsonl, .json, .markdown, .html])
  func `other formats hold every digit`(format: OutputFormat) {
    let figures = table(["share"], [[.decimal(0.123456789)]])
    #expect(Renderer.render(figures, as: format).contains("0.123456789"))
  }

  @Test func `a quote shows how alike it is`() {
    let alike = table(
      ["text", "speaker", "similarity"], [["x", "A", .decimal(2.0 / 3)]], unit: "quotes",
      layout: .quotes)
    #expect(drawing(alike, showsHeader: false) == "1  x\n   — A · similarity 0.667")
  }
}
