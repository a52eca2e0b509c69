internal import Quoth

/// How many cells the text of a line takes while it is edited.
///
/// The editor counts scalar by scalar, as its cursor moves and as most terminals draw; results count
/// grapheme clusters, with the same table of scalars.
enum LineWidth {

  /// 0 for what joins the character before it, 2 for wide characters, otherwise 1.
  ///
  /// Control characters count as 0: who prints them must decide what to show.
  static func of(_ scalar: Unicode.Scalar) -> Int { CellWidth.of(scalar) }

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
}
