import Testing

@testable import Shell

@Suite struct PainterTests {

  private func frame(_ text: String, cursor: Int? = nil) -> Frame {
    var line = LineText(text)
    if let cursor { line.cursor = cursor }
    return Frame(prompt: "> ", continuation: "| ", text: line)
  }

  @Test func `an unchanged frame writes nothing`() {
    var painter = Painter(columns: 20, height: 5)
    #expect(!painter.update(to: frame("quotes where 漢字漢字\nx")).isEmpty)
    #expect(painter.update(to: frame("quotes where 漢字漢字\nx")) == "")
  }

  @Test func `a typed letter writes itself alone`() {
    var painter = Painter(columns: 20, height: 5)
    _ = painter.update(to: frame("quote"))
    #expect(painter.update(to: frame("quotes")) == "s")
  }

  @Test func `a moved cursor writes its place alone`() {
    var painter = Painter(columns: 20, height: 5)
    _ = painter.update(to: frame("quotes"))
    #expect(painter.update(to: frame("quotes", cursor: 2)) == "\u{1B}[5G")
  }

  @Test(arguments: [
    ("abc", 10, [0..<3]), ("abcdefgh", 10, [0..<8, 8..<8]), ("abcdefghi", 10, [0..<8, 8..<9]),
    ("ab\ncd", 10, [0..<2, 3..<5]), ("漢字漢字漢", 9, [0..<3, 3..<5]), ("", 2, [0..<0]),
    ("a\n", 10, [0..<1, 2..<2]),
  ])
  func `text is broken at the width and at its line ends`(
    text: String, columns: Int, rows: [Range<Int>]
  ) {
    #expect(FrameLayout(frame(text), columns: columns).lines.map(\.range) == rows)
  }

  @Test(arguments: 1...12) func `the cursor is always inside the window`(columns: Int) {
    let text = "漢a字b\u{301}\nccc漢\t\u{1}"
    for cursor in 0...text.unicodeScalars.count {
      let layout = FrameLayout(frame(text, cursor: cursor), columns: columns)
      #expect(layout.cursorRow < layout.lines.count)
      #expect(layout.cursorColumn < max(columns, 2))
      #expect(layout.rows(in: layout.lines.indices).allSatisfy { $0.width <= max(columns, 2) })
    }
  }
}
