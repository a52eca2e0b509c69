extension LineEditor {

  /// Texts longer than this are shown without colour, hint and footer.
  private static let longText = 20_000

  /// Brings the screen up to date.
  func paint() { TerminalDevice.write(painter.update(to: frame())) }

  /// What the screen should show now.
  func frame() -> Frame {
    var frame = Frame(
      prompt: prompt, continuation: continuation, text: text, palette: palette)
    if let search {
      frame.below = [footerRow(search.footer)]
      if let (line, range) = search.match {
        frame.text = line
        frame.spans = [(range, palette.match)]
      }
      return frame
    }
    guard frame.text.scalars.count <= LineEditor.longText else { return frame }
    frame.spans = spans(of: frame.text)
    if let menu {
      let size = TerminalDevice.size
      frame.below = menu.rows(columns: size.columns, height: size.rows - 1, palette: palette)
    } else {
      frame.ghost = ghost(for: frame.text)
      if let footer = language.footer(for: frame.text.string, at: frame.text.byteCursor) {
        frame.below = [footerRow(footer)]
      }
    }
    return frame
  }

  /// As wide as the prompt, so that the lines of a statement stand under each other.
  private var continuation: String {
    let width = LineWidth.of(prompt)
    return width < 2 ? "" : String(repeating: " ", count: width - 2) + "│ "
  }

  private func footerRow(_ text: String) -> Row {
    var row = Row()
    let columns = TerminalDevice.size.columns
    row.append(LineWidth.cut(text, to: columns - 1), style: palette.footer, columns: columns)
    return row
  }

  private func spans(of text: LineText) -> [(range: Range<Int>, style: Style)] {
    if highlightCache.text == text.scalars { return highlightCache.spans }
    let highlights = language.highlights(of: text.string)
    let ends = text.scalarOffsets(
      ofBytes: highlights.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
    var spans: [(range: Range<Int>, style: Style)] = []
    for (index, highlight) in highlights.enumerated() where ends[2 * index] < ends[2 * index + 1] {
      spans.append((ends[2 * index]..<ends[2 * index + 1], palette.style(of: highlight.role)))
    }
    highlightCache = (text.scalars, spans)
    return spans
  }

  /// What could follow: the rest of the latest statement that begins so, else what the language
  /// expects.
  func ghost(for text: LineText) -> String {
    guard text.isCursorAtEnd else { return "" }
    let typed = text.string
    if !text.isEmpty, let past = history.latest(beginningWith: typed) {
      return String(decoding: past.utf8.dropFirst(typed.utf8.count), as: UTF8.self)
    }
    return language.hint(for: typed, at: text.byteCursor) ?? ""
  }
}
