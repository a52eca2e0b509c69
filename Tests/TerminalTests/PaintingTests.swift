import TestSupport
import Testing

@testable import Shell

/// The painter's differences, shown on a screen.
@Suite struct PaintingTests {

  @Test(arguments: 1...40)
  func `any row of changes shows what drawing anew would show`(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let columns = Int.random(in: 4...24, using: &chance)
    let rows = Int.random(in: 2...8, using: &chance)
    var screen = Screen(columns: columns, rows: rows)
    var painter = Painter(columns: columns, height: rows)
    var text = LineText()
    for _ in 0..<60 {
      text = changed(text, &chance)
      let frame = frame(text, &chance)
      screen.feed(painter.update(to: frame).utf8)
      var fresh = Screen(columns: columns, rows: rows)
      var other = painter
      _ = other.clear()
      // The window into a tall text depends on where it was before; only short ones compare.
      guard FrameLayout(frame, columns: columns).lines.count + frame.below.count <= rows else {
        continue
      }
      fresh.feed(other.update(to: frame).utf8)
      expect(screen, shows: fresh)
    }
  }

  @Test(arguments: 1...40)
  func `the finished text stands on the screen whole`(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let columns = Int.random(in: 4...24, using: &chance)
    var screen = Screen(columns: columns, rows: 5)
    var painter = Painter(columns: columns, height: 5)
    var text = LineText()
    for _ in 0..<40 {
      text = changed(text, &chance)
      screen.feed(painter.update(to: frame(text, &chance)).utf8)
    }
    screen.feed(painter.finish(frame(text, &chance)).utf8)
    var fresh = Screen(columns: columns, rows: 200)
    var whole = Painter(columns: columns, height: 200)
    fresh.feed(whole.finish(frame(text, &chance)).utf8)
    let expected = fresh.transcript
    #expect(Array(screen.transcript.suffix(expected.count)) == expected)
    #expect(screen.column == 0)
  }

  private func expect(_ screen: Screen, shows fresh: Screen) {
    let shift = screen.row - fresh.row
    #expect(screen.column == fresh.column)
    #expect(shift >= 0)
    guard shift >= 0 else { return }
    let shown = Array(screen.lines[shift...])
    let wanted = Array(fresh.lines.prefix(shown.count))
    #expect(shown == wanted, "\(shown) is not \(wanted)")
  }

  private func changed(_ text: LineText, _ chance: inout SeededGenerator) -> LineText {
    var text = text
    let pieces = ["a", "quotes ", "漢字", "e\u{301}", "\n", "😀", "wide 漢 words", "\t"]
    switch Int.random(in: 0..<10, using: &chance) {
    case 0..<5:
      let piece = Array((pieces.randomElement(using: &chance) ?? "").unicodeScalars)
      text.scalars.insert(contentsOf: piece, at: text.cursor)
      text.cursor += piece.count
    case 5..<8:
      let count = min(text.cursor, Int.random(in: 1...6, using: &chance))
      text.scalars.removeSubrange(text.cursor - count..<text.cursor)
      text.cursor -= count
    default: text.cursor = Int.random(in: 0...text.scalars.count, using: &chance)
    }
    // A mark stands behind its letter, as the arrows leave it.
    while text.cursor < text.scalars.count, text.scalars[text.cursor] == "\u{301}" {
      text.cursor += 1
    }
    return text
  }

  private func frame(_ text: LineText, _ chance: inout SeededGenerator) -> Frame {
    var frame = Frame(prompt: "> ", continuation: "| ", text: text, palette: .colored)
    let end = Int.random(in: 0...text.scalars.count, using: &chance)
    if end > 0 { frame.spans = [(0..<end, Style(parameters: "1"))] }
    if text.isCursorAtEnd, Bool.random(using: &chance) { frame.ghost = "ghost" }
    for name in ["one", "two"].prefix(Int.random(in: 0...2, using: &chance)) {
      var row = Row()
      row.append(name, style: .plain)
      frame.below.append(row)
    }
    return frame
  }
}
