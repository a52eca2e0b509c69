/// How many cells of a terminal a character takes.
///
/// A table of our own, because the C library's answer hangs on the locale and differs between
/// systems. Wide are the characters of East Asian Width W and F (Unicode Standard Annex 11) and
/// those shown as emoji by default.
enum CellWidth {

  /// 0 for what joins the character before it, 2 for wide characters, otherwise 1.
  ///
  /// Control characters count as 0: who prints them must decide what to show.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    if value < 0x300 { return value < 0xA0 || value == 0xAD ? 0 : 1 }
    if isWide(value) { return 2 }
    return joinsPrevious(scalar) ? 0 : scalar.properties.isEmojiPresentation ? 2 : 1
  }

  /// The cells that `text` takes on one line.
  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The longest beginning of `text` that fits `cells`; what is cut off shows as an ellipsis.
  static func cut(_ text: String, to cells: Int) -> String {
    guard of(text) > cells else { return text }
    var result = ""
    var width = 0
    for scalar in text.unicodeScalars {
      width += of(scalar)
      if width > cells - 1 { break }
      result.unicodeScalars.append(scalar)
    }
    return cells > 0 ? result + "…" : ""
  }

  private static func joinsPrevious(_ scalar: Unicode.Scalar) -> Bool {
    // The vowels and final consonants of conjoining Hangul join the letter before them.
    if 0x1160...0x11FF ~= scalar.value { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x2E99, 0x2E9B...0x2EF3, 0x2F00...0x2FD5,
    0x2FF0...0x3029, 0x302E...0x303E, 0x3041...0x3096, 0x309B...0x30FF, 0x3105...0x312F,
    0x3131...0x318E, 0x3190...0x31E5, 0x31EF...0x321E, 0x3220...0x3247, 0x3250...0xA48C,
    0xA490...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE52, 0xFE54...0xFE66, 0xFE68...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x16FE3, 0x17000...0x18CD5, 0x1AFF0...0x1B2FB, 0x1D300...0x1D376,
    0x1F200...0x1F202, 0x1F210...0x1F23B, 0x1F240...0x1F248, 0x1F250...0x1F251,
    0x1F260...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
