extension CellWidth {

  /// Returns a text cut behind to a width, with `…` where something was cut.
  public static func cut(_ text: String, to width: Int) -> String {
    if of(text) <= width { return text }
    guard width > 0 else { return "" }
    var room = width - 1
    var end = text.startIndex
    while end < text.endIndex {
      let cells = of(text[end])
      if cells > room { break }
      room -= cells
      end = text.index(after: end)
    }
    return text[..<end] + "…"
  }

  /// Returns a text cut in front to a width, with `…` where something was cut.
  public static func cutFront(_ text: String, to width: Int) -> String {
    if of(text) <= width { return text }
    guard width > 0 else { return "" }
    var room = width - 1
    var start = text.endIndex
    while start > text.startIndex {
      let before = text.index(before: start)
      let cells = of(text[before])
      if cells > room { break }
      room -= cells
      start = before
    }
    return "…" + text[start...]
  }

  /// Returns as many blanks as are missing to a width.
  static func padding(from cells: Int, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - cells))
  }
}
