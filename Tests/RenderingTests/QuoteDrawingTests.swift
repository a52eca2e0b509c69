import QueryExecution
import Rendering
import Testing

@Suite struct QuoteDrawingTests {

  private let sample = quotes(
    [
      "We will answer weakness with strength, and we will do it together", "Ada Lindqvist",
      "tell reporters", "direct", "A visit to the harbour", "2025-02-24", "The Harbour Post",
    ],
    ["the talks would go on", .missing, "according to", "indirect", "Talks", .missing, .missing],
    ["the plan was “a first step”", "Bo Ek", .missing, "mixed", .missing, "2025-03-01", .missing])

  @Test func `a quote stands with its speaker and its place`() {
    #expect(
      drawing(sample) == """
        all 3 quotes

        1  “We will answer weakness with strength, and we will do it together”
           — Ada Lindqvist, tell reporters · direct · The Harbour Post, 2025-02-24 · A visit to the harbour

        2  the talks would go on
           — speaker unknown, according to · indirect · Talks

        3  the plan was “a first step”
           — Bo Ek · mixed · 2025-03-01
        """)
  }

  @Test func `long quotes are wrapped with a hanging indent`() {
    let first = ResultTable(
      layout: .quotes, unit: "quotes", columns: sample.columns, rows: [sample.rows[0]], total: 3)
    #expect(
      drawing(first, width: 40) == """
        first 1 of 3 quotes

        1  “We will answer weakness with
           strength, and we will do it together”
           — Ada Lindqvist, tell reporters ·
           direct · The Harbour Post, 2025-02-24
           · A visit to the harbour
        """)
  }

  @Test func `marks that are there are not doubled`() {
    let marked = quotes([
      "“Yes,” she said. “No.”", "A", .missing, "direct", .missing, .missing, .missing,
    ])
    #expect(drawing(marked).contains("1  “Yes,” she said. “No.”\n"))
  }

  @Test func `a column that is not known is shown too`() {
    let other = table(
      ["text", "confidence"], [["x", .decimal(0.5)]], unit: "quotes", layout: .quotes)
    #expect(drawing(other, showsHeader: false) == "1  x\n   — speaker unknown · confidence 0.5")
  }

  @Test func `numbers go on from the first and line up`() {
    let rows = (0..<3).map { [ResultTable.Cell.text("q\($0)")] }
    let text = Renderer.render(
      table(["text"], rows, unit: "quotes", layout: .quotes), as: .table,
      options: .init(firstNumber: 9, showsHeader: false))
    #expect(
      text == """
         9  q0
            — speaker unknown

        10  q1
            — speaker unknown

        11  q2
            — speaker unknown

        """)
  }

  @Test func `each piece is given to the decorator with its role`() {
    let text = Renderer.render(
      quotes(["Yes", "A", "say", "direct", "T", "2025-01-02", "O"]), as: .table,
      options: .init { role, text in "<\(role) \(text)>" })
    #expect(
      text == """
        <header 1 quote>

        <number 1  ><text “Yes”>
           <dim — ><speaker A><dim , ><cue say><dim  · direct · O, ><date 2025-01-02><dim  · ><title T>

        """)
  }
}
