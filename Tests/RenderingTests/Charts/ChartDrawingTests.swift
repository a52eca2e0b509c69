import QueryExecution
import Testing

@testable import Rendering

@Suite struct ChartDrawingTests {

  private func chart(
    _ table: ResultTable, _ form: ResultTable.Chart, _ width: Int? = nil
  ) -> String {
    drawing(ChartSamples.chart(table, form), width: width)
  }

  @Test func `bars are as long as their figures`() {
    #expect(
      chart(ChartSamples.outlets, .bars, 50) == """
        all 6 groups
        count by outlet

        The Harbour Post  1204  ██████████████████████████
        The Globe          301  ██████▌
        山田新聞            44  █
        Evening Courier      1  ▏
        Daily Lantern        0
        –                    7  ▏
        """)
  }

  @Test func `figures below zero stand on the other side of the axis`() {
    #expect(
      chart(ChartSamples.ratios, .bars, 50) == """
        all 5 groups
        log_ratio by word

        troops    3.20                │█████████████████▉
        talks     1.27                │███████▏
        sky       0.04                │▎
        river    -0.60            ▐███│
        weather  -2.50  ██████████████│
        """)
  }

  @Test func `lines have gaps where periods have no figure`() {
    #expect(
      chart(ChartSamples.months, .line, 60) == """
        all 9 groups
        count by month and speaker

        20 ┤                    ⣀⠔A
           │                  ⡠⠊
           │               ⢀⠔⠊
        15 ┤             ⢀⠔⠁                                       B
           │           A⠊⠁
           │        ⢀⠤⠊
        10 ┤      ⢀⠔⠁
           │    ⡠⠊⠁                                     A⠢⣀
         5 ┤ ⢀⡠⠊ ⢀⣀⣀⠤⠤⠒B⠤⣀⡀                                ⠑⢄
           │*⠕⠒⠊⠉⠁        ⠈⠑⠢⠤⣀                              ⠑⠤⡀
           │                   ⠉⠑⠢B                            ⠈⠢⡀
         0 ┤                                                     ⠈⠑A
           └┬──────────┬──────────┬──────────┬──────────┬──────────┬
         2025-01    2025-02    2025-03    2025-04    2025-05 2025-06
        A Ada Morel   B Ines Roth   * several
        """)
  }

  @Test func `one line needs no letters`() {
    #expect(
      chart(ChartSamples.weeks, .line, 50) == """
        all 24 groups
        count by week

        40 ┤
           │        ⢠⢇          ⡀      ⢠⡀       ⣠      ⢀
        30 ┤        ⡜⢸         ⢠⢳      ⡜⠘⢄⡀  ⢀⡠⠊⠸⡀     ⡜⡄
           │       ⢠⠃⠈⡆ ⢰      ⢸ ⢇     ⡇  ⠈⠉⠉⠁   ⡇    ⢠⠃⡇
           │      ⢀⠎  ⢇ ⡇      ⡇ ⠘⡄   ⢠⠃         ⡇    ⡜ ⢸
        20 ┤     ⢀⠎   ⢸⢰⠁     ⢰⠁  ⢱   ⢸          ⢱   ⡰⠁ ⠈⡆
           │    ⢠⠃    ⠈⡎      ⡸    ⢇  ⡎          ⢸  ⡰⠁   ⢇
        10 ┤   ⡠⠃             ⠃    ⠈⢆ ⡇          ⠸⡀⢠⠃    ⠘
           │  ⡰⠁                    ⠈⢶⠁           ⣧⠃
         0 ┤⠔⠉                       ⠈            ⠁
           └┬─────────────┬──────────────┬─────────────┬──
        2025-W01      2025-W09       2025-W17     2025-W25
        """)
  }

  @Test func `a grid shows two keys`() {
    #expect(
      chart(ChartSamples.topics, .heat, 60) == """
        all 6 groups
        count by outlet and topic

                         migration  health     trade
        The Harbour Po…  ▓▓ 14      ░░ 3
        The Globe        ██ 19      ·· 0       ▒▒ 6
        Evening Courier                        ▓▓ 11

        ·· 0   ░░ over 0 to 5   ▒▒ over 5 to 10   ▓▓ over 10 to 15
        ██ over 15 to 20   blank: no figure
        """)
  }

  @Test func `time goes across a grid and periods between are empty`() {
    #expect(
      chart(ChartSamples.months, .heat, 70) == """
        all 9 groups
        count by month and speaker

                   2025-01  2025-02  2025-03  2025-04  2025-05  2025-06
        Ada Morel  ░░ 4     ▓▓ 12    ██ 20             ▒▒ 8     ·· 0
        Ines Roth  ░░ 4     ▒▒ 6     ░░ 2                       ▓▓ 15

        ·· 0   ░░ over 0 to 5   ▒▒ over 5 to 10   ▓▓ over 10 to 15
        ██ over 15 to 20   blank: no figure
        """)
  }

  @Test func `a narrow grid tells of the columns that it leaves out`() {
    #expect(
      chart(ChartSamples.weeks, .heat, 40) == """
        all 24 groups
        count by week

              2025-W01 2025-W04 2025-W07
        count ░░ ░░ ░░ ▒▒ ▓▓ ██ ▒▒ ▓▓       ░░

        ░░ over 0 to 10   ▒▒ over 10 to 20
        ▓▓ over 20 to 30   ██ over 30 to 40
        blank: no figure
        left out, because they do not fit: 15
        columns of 26 (2025-W12 to 2025-W26)
        """)
  }

  @Test(arguments: [ResultTable.Chart.line, .heat])
  func `what has no period is left out of what runs along time, and told of`(
    form: ResultTable.Chart
  ) throws {
    let months = table(
      ["month", "outlet", "count"],
      [
        ["2025-03", "The Globe", 9], ["2025-01", "The Globe", 4], [.missing, "The Globe", 7],
        ["2025-02", "The Globe", 2],
      ])
    let data = try ChartData(months, as: form)
    #expect(data.keys.labels == ["2025-01", "2025-02", "2025-03"])
    #expect(data.omissions == ["left out: 1 row without month"])
    #expect(chart(months, form, 60).contains("left out: 1 row without month"))
  }

  @Test func `a grid of one key has one column`() {
    #expect(
      chart(ChartSamples.ratios, .heat, 40) == """
        all 5 groups
        log_ratio by word

                 log_ratio
        troops   ██ 3.20
        talks    ▒▒ 1.27
        sky      ░░ 0.04
        river    -░ -0.60
        weather  -▓ -2.50

        ░░ over 0 to 1   ▒▒ over 1 to 2
        ▓▓ over 2 to 3   ██ over 3 to 4
        -█ below zero
        """)
  }

  @Test func `dots stand on an axis with round numbers`() {
    #expect(
      chart(ChartSamples.ratios, .dots, 50) == """
        all 5 groups
        log_ratio by word

        troops    3.20  ······························●
        talks     1.27  ······················●
        sky       0.04  ·················●
        river    -0.60  ··············●
        weather  -2.50  ······●
                        ┬───────┬────────┬───────┬───────┬
                       -4      -2        0       2       4
        """)
  }

  @Test func `dots of several series have letters`() {
    #expect(
      chart(ChartSamples.topics, .dots, 50) == """
        all 6 groups
        count by outlet and topic

        The Harbour Post  ·····B················A
        The Globe         B········C···················A
        Evening Courier   ·················C
                          ┬───────┬───────┬──────┬───────┬
                          0       5      10     15      20
        A migration   B health   C trade
        """)
  }

  @Test func `a chart without a width has the usual one`() {
    #expect(chart(ChartSamples.months, .line) == chart(ChartSamples.months, .line, 80))
  }

  @Test func `a screen too narrow to draw gets the table`() {
    let text = chart(ChartSamples.outlets, .bars, 20)
    #expect(text.hasSuffix("too narrow to draw;\na chart needs 24\ncolumns"))
    #expect(text.contains("山田新聞"))
  }

  @Test(arguments: [
    (table(["a", "b"], [["x", "y"]]), "groups have no figure to draw; count them first"),
    (table(["n"], [[1], [2]]), "one column of figures has nothing to be drawn by"),
    (table(["a", "n"], [["x", .decimal(.nan)]]), "no row has a figure in the column n"),
    (table(["a", "n"], [["x", 1], ["x", 2]]), "several rows have the same key, 'x'"),
  ])
  func `what cannot be drawn is a table with the reason`(table: ResultTable, reason: String) {
    #expect(chart(table, .line).contains("\nnot drawn: " + reason))
  }

  @Test func `a result without rows is its header`() {
    #expect(chart(table(["a", "n"], []), .bars) == "no groups")
  }

  @Test func `lines beyond half a dozen are left out and told of`() {
    let rows = (1...14).flatMap { series in
      (1...2).map { month -> [ResultTable.Cell] in
        [.text("2025-0\(month)"), .text("s\(series)"), .integer(series)]
      }
    }
    let text = chart(table(["month", "s", "n"], rows), .line, 60)
    let told = text.split(separator: "\n").suffix(2).joined(separator: " ")
    #expect(
      told == "left out: the 8 series with the least figures (s1, s2, s3, s4, s5, and 3 more)")
    #expect(text.contains("A s9") && text.contains("F s14"))
  }

  @Test(arguments: [
    (["year", "n"], [[2023, 1], [2024, 3]] as [[ResultTable.Cell]], "n by year"),
    (["outlet", "count", "share"], [["A", 3, .decimal(0.5)]], "share by outlet"),
    (["year", "month", "n"], [[2024, 1, 3], [2024, 2, 4]], "n by year and month"),
    (["a", "b", "n"], [["x", "y", 3], ["z", "y", 4]], "n by a"),
  ])
  func `the last figure is drawn by the keys before it`(
    names: [String], rows: [[ResultTable.Cell]], caption: String
  ) {
    #expect(chart(table(names, rows), .bars).split(separator: "\n")[1] == caption)
  }

  @Test func `notes stand below the drawing`() {
    var noted = ChartSamples.chart(ChartSamples.outlets, .bars)
    noted.notes = ["per 100 quotes: of all quotes of each outlet"]
    #expect(drawing(noted, width: 40).hasSuffix("\nper 100 quotes: of all quotes of each\noutlet"))
  }

  @Test func `a letter and a role tell series apart`() {
    let text = Renderer.render(
      ChartSamples.chart(ChartSamples.topics, .dots), as: .table,
      options: .init(width: 50) { role, text in "<\(role) \(text)>" })
    #expect(text.contains("<number A migration>") && text.contains("<cue B health>"))
  }
}
