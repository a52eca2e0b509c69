/// How many cells of a terminal a text takes.
///
/// The width is that of the grapheme clusters: East Asian wide and fullwidth characters and emoji
/// take two cells (Unicode Standard Annex 11; Unicode Technical Standard 51), marks that combine
/// take none. `wcwidth` is not asked, since its answer depends on the locale and the system.
public enum CellWidth {

  /// Returns the cells of a text without control characters.
  ///
  /// - Complexity: O(*n*), at the speed of memory for Latin text.
  public static func of(_ text: String) -> Int {
    countOfNarrow(text) ?? text.reduce(0) { $0 + of($1) }
  }

  /// Returns the cells of a grapheme cluster.
  public static func of(_ cluster: Character) -> Int {
    let scalars = cluster.unicodeScalars
    guard let first = scalars.first else { return 0 }
    var width = of(first)
    var isEmoji = isRegional(first)
    for scalar in scalars.dropFirst() {
      if scalar.value == 0xFE0F || scalar.value == 0x200D && width == 2 || isRegional(scalar) {
        isEmoji = true
      } else if !(0x1F3FB...0x1F3FF).contains(scalar.value) {
        width += of(scalar)
      }
    }
    return isEmoji && scalars.count > 1 ? 2 : width
  }

  /// Returns the cells of a scalar that stands alone.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    if isZero(scalar) { return 0 }
    return isWide(value) ? 2 : 1
  }

  private static func isRegional(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  private static func isZero(_ scalar: Unicode.Scalar) -> Bool {
    // The vowels and final consonants of Hangul join the syllable before them.
    if (0x1160...0x11FF).contains(scalar.value) { return true }
    if (0xD7B0...0xD7FF).contains(scalar.value) { return true }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(value)
  }

  /// Returns the count of scalars where each is known to take one cell and to combine with none:
  /// ASCII, Latin letters (up to U+02FF), dashes, quotation marks and the ellipsis.
  private static func countOfNarrow(_ text: String) -> Int? {
    let bytes = text.utf8.span
    var count = 0
    var i = 0
    while i < bytes.count {
      switch bytes[i] {
      case 0x20..<0x7F: i += 1
      case 0xC3...0xCB: i += 2
      case 0xE2 where bytes[i + 1] == 0x80 && (0x90...0xA7).contains(bytes[i + 2]): i += 3
      default: return nil
      }
      count += 1
    }
    return count
  }
}
