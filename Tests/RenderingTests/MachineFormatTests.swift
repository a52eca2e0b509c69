import Foundation
import QueryExecution
import Rendering
import Testing

@Suite struct MachineFormatTests {

  private let sample = table(
    ["speaker", "words", "share", "direct", "topics", "note"],
    [
      ["Ek, Bo", 1204, .decimal(0.1), .flag(true), .list(["a b", "c\"d"]), ""],
      ["said \"no\"", -3, .decimal(1e-7), .flag(false), .list([]), .missing],
      [.missing, .missing, .decimal(.nan), .missing, .missing, "x\ty\nz|\\<i>"],
    ], total: 99)

  @Test func `csv quotes what needs it`() {
    #expect(
      Renderer.render(sample, as: .csv) == """
        speaker,words,share,direct,topics,note
        "Ek, Bo",1204,0.1,true,"a b; c""d",""
        "said ""no""\",-3,1e-07,false,"",
        ,,,,,"x\ty
        z|\\<i>"

        """)
  }

  @Test func `tsv escapes what would break a line`() {
    #expect(
      Renderer.render(sample, as: .tsv).split(separator: "\n").last
        == "\t\t\t\t\tx\\ty\\nz|\\\\<i>")
  }

  @Test func `json has numbers, booleans, arrays and nulls`() {
    #expect(
      Renderer.render(sample, as: .json) == #"""
        [
          {"speaker": "Ek, Bo", "words": 1204, "share": 0.1, "direct": true, "topics": ["a b", "c\"d"], "note": ""},
          {"speaker": "said \"no\"", "words": -3, "share": 1e-07, "direct": false, "topics": [], "note": null},
          {"speaker": null, "words": null, "share": null, "direct": null, "topics": null, "note": "x\ty\nz|\\<i>"}
        ]

        """#)
  }

  @Test func `jsonl has an object a line and no result has no line`() {
    #expect(Renderer.render(table(["a"], [[1], [2]]), as: .jsonl) == "{\"a\": 1}\n{\"a\": 2}\n")
    #expect(Renderer.render(table(["a"], []), as: .jsonl) == "")
    #expect(Renderer.render(table(["a"], []), as: .json) == "[]\n")
  }

  @Test func `a name that stands twice gets the number of its column`() {
    let twice = table(["a", "a", "a_2"], [[1, 2, 3]])
    #expect(Renderer.render(twice, as: .jsonl) == "{\"a\": 1, \"a_2\": 2, \"a_2_3\": 3}\n")
  }

  @Test func `markdown escapes markup`() {
    #expect(
      Renderer.render(sample, as: .markdown).split(separator: "\n").dropFirst().joined(
        separator: "\n")
          == #"""
          | --- | --- | ---: | --- | --- | --- |
          | Ek, Bo | 1204 | 0.1 | true | a b, c"d |  |
          | said "no" | -3 | 1e-07 | false |  |  |
          |  |  |  |  |  | x y<br>z\|\\\<i> |
          """#)
    let numbers = Renderer.render(table(["n"], [[1]]), as: .markdown)
    #expect(numbers == "| n |\n| ---: |\n| 1 |\n")
  }

  @Test func `html is a page with a table`() {
    let page = Renderer.render(sample, as: .html)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(page.contains("<caption>first 3 of 99 groups</caption>"))
    #expect(page.contains("<th scope=\"col\">speaker</th>"))
    #expect(page.contains("<td dir=\"auto\">said &quot;no&quot;</td>"))
    #expect(page.contains("z|\\&lt;i&gt;</td></tr>"))
    #expect(page.hasSuffix("</html>\n"))
  }

  @Test func `html sets quotes as block quotations`() {
    let page = Renderer.render(
      quotes(["Yes & no", "Ada", "say", "direct", "A visit", "2025-01-02", "Post"]), as: .html)
    #expect(page.contains("<blockquote dir=\"auto\"><p>“Yes &amp; no”</p></blockquote>"))
    #expect(page.contains("<strong>Ada</strong>"))
    #expect(page.contains("<time>2025-01-02</time>"))
    #expect(page.contains("<cite>A visit</cite>"))
  }

  @Test(arguments: [OutputFormat.csv, .tsv, .json, .jsonl, .markdown])
  func `the layout does not matter to formats for programs`(format: OutputFormat) {
    let rows: [[ResultTable.Cell]] = [["x", 1], ["y", 2]]
    let expected = Renderer.render(table(["text", "n"], rows), as: format)
    for layout in [ResultTable.Layout.quotes, .concordance, .count] {
      let same = table(["text", "n"], rows, layout: layout)
      #expect(Renderer.render(same, as: format, options: .init(width: 9)) == expected)
    }
  }
}
