import QueryExecution
import Rendering
import Testing

@Suite struct PictureTests {

  private func picture(_ table: ResultTable) -> String { Renderer.render(table, as: .svg) }

  @Test(arguments: ResultTable.Chart.allCases)
  func `a picture stands alone and tells what it shows`(form: ResultTable.Chart) {
    let text = picture(ChartSamples.chart(ChartSamples.months, form))
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="))
    #expect(text.contains("viewBox=\"0 0 800 ") && text.contains("role=\"img\""))
    #expect(text.contains("<title id=\"chart-title\">count by month and speaker</title>"))
    #expect(text.contains("of count by month and speaker, all 9 groups. The least is 0 ("))
    #expect(text.contains("greatest 20 (2025-03, Ada Morel)"))
    #expect(!text.contains("href") && !text.contains("<script") && !text.contains("url("))
    #expect(WellFormedXML.mistake(in: Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    (ResultTable.Chart.bars, "<title>2025-02, Ada Morel: 12</title></rect>"),
    (.line, "<title>2025-02, Ada Morel: 12</title></path>"),
    (.heat, "<title>Ada Morel, 2025-02: 12</title></rect>"),
    (.dots, "<title>2025-02, Ada Morel: 12</title></path>"),
  ])
  func `each mark has its figure as a tooltip`(form: ResultTable.Chart, tooltip: String) {
    #expect(picture(ChartSamples.chart(ChartSamples.months, form)).contains(tooltip))
  }

  @Test func `marks at one place of a row are moved apart`() {
    let same = table(
      ["outlet", "speaker", "count"], [["The Lamp", "Ada", 4], ["The Lamp", "Jon", 4]],
      layout: .chart(.dots))
    let text = picture(same)
    #expect(text.contains("d=\"M756 87a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z\"><title>The Lamp, Ada: 4"))
    #expect(
      text.contains("d=\"M756.5 77.5L763.5 77.5L763.5 84.5L756.5 84.5Z\"><title>The Lamp, Jon"))
  }

  @Test func `a line has a piece for each stretch without a gap`() {
    let text = picture(ChartSamples.chart(ChartSamples.months, .line))
    // Two for the first series, one for the second, and one each in the legend.
    #expect(text.split(separator: "\n").count { $0.hasPrefix("<polyline") } == 5)
  }

  @Test(arguments: [
    (ChartSamples.outlets, "Bar chart"), (ChartSamples.weeks, "Line chart"),
    (ChartSamples.months, "Line chart"), (ChartSamples.topics, "Heat map"),
  ])
  func `a result that does not say how is drawn by its keys`(table: ResultTable, form: String) {
    #expect(picture(table).contains("<desc id=\"chart-description\">\(form) of"))
  }

  @Test(arguments: [
    (
      quotes(["Yes", "A", "say", "direct", "T", "2025-01-02", "O"]), "quotes have no figure to draw"
    ),
    (table(["count"], [[3]], layout: .count), "one column of figures has nothing to be drawn by"),
    (table(["a", "n"], []), "there are no groups to draw"),
  ])
  func `what cannot be drawn is an error with its mend`(table: ResultTable, reason: String) throws {
    let error = #expect(throws: Undrawable.self) { try Renderer.file(table, as: .svg) }
    #expect(error?.reason == reason)
    #expect(error?.mend.isEmpty == false)
    #expect(picture(table).contains("not drawn: " + reason))
    #expect(WellFormedXML.mistake(in: Renderer.bytes(of: table, as: .svg)) == nil)
    #expect(try Renderer.file(table, as: .csv) == Renderer.bytes(of: table, as: .csv))
  }

  @Test func `notes stand below the picture`() {
    var noted = ChartSamples.outlets
    noted.notes = ["of all quotes <b>"]
    #expect(picture(noted).contains("of all quotes &lt;b&gt;</text>"))
  }

  @Test func `a page holds the picture, its figures and its notes`() {
    var noted = ChartSamples.chart(ChartSamples.outlets, .bars)
    noted.notes = ["of all quotes"]
    let page = Renderer.render(noted, as: .html)
    #expect(page.contains("<figure>\n<svg xmlns="))
    #expect(page.contains("<details>\n<summary>The figures</summary>\n<table>"))
    #expect(page.contains("<p class=\"note\">of all quotes</p>"))
    #expect(page.split(separator: "\n").count { $0 == "<p class=\"note\">of all quotes</p>" } == 1)
  }

  @Test(arguments: [OutputFormat.csv, .tsv, .json, .jsonl])
  func `formats for programs hold the table alone`(format: OutputFormat) {
    var noted = ChartSamples.chart(ChartSamples.outlets, .bars)
    noted.notes = ["of all quotes"]
    #expect(
      Renderer.render(noted, as: format) == Renderer.render(ChartSamples.outlets, as: format))
  }

  @Test func `markdown has the notes as paragraphs`() {
    var noted = table(["n"], [[1]])
    noted.notes = ["of *all* quotes", "twice"]
    #expect(
      Renderer.render(noted, as: .markdown)
        == "| n |\n| ---: |\n| 1 |\n\nof \\*all\\* quotes\n\ntwice\n")
  }
}
