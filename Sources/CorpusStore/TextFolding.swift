/// The form under which words are compared when case and accents do not count.
///
/// Letters become lower case, Latin letters lose their marks, ligatures are spelt out, and the
/// apostrophes and dashes of typography become those of the keyboard. Other scripts are only made
/// lower case (Unicode, simple and special lower-case mappings).
public enum TextFolding {

  /// Returns the folded form of `text`.
  public static func fold(_ text: String) -> String {
    String(decoding: fold(bytes: Array(text.utf8)), as: UTF8.self)
  }

  /// Returns the folded form of UTF-8 bytes.
  ///
  /// - Complexity: O(*n*); ASCII is folded in one pass without decoding.
  public static func fold(bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isASCII = true
    for byte in bytes {
      if byte >= 0x80 {
        isASCII = false
        break
      }
      result.append(lowercased(byte))
    }
    return isASCII ? result : foldUnicode(bytes)
  }

  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  private static func foldUnicode(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        result.append(lowercased(UInt8(truncatingIfNeeded: scalar.value)))
      } else if (0x300...0x36F).contains(scalar.value) {
        continue  // a combining mark
      } else if let plain = LatinFolding.plain(scalar) {
        result.append(contentsOf: plain.utf8)
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return result
  }
}

/// The plain spelling of Latin letters with marks.
private enum LatinFolding {

  /// Returns the plain lower-case spelling of `scalar`, or nil where it has none of its own.
  static func plain(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xC0...0x17F: table[Int(scalar.value) - 0xC0]
    case 0x218, 0x219: "s"
    case 0x21A, 0x21B: "t"
    case 0x1CD, 0x1CE: "a"
    case 0x1E00...0x1EFF: vietnamese(scalar.value)
    case 0x2018, 0x2019, 0x02BC: "'"
    case 0x2010...0x2012: "-"
    default: nil
    }
  }

  /// U+00C0 to U+017F in order, one entry a scalar; `nil` leaves the scalar as it is.
  private static let table: [String?] = {
    let letters =
      "a a a a a a ae c e e e e i i i i d n o o o o o × o u u u u y th ss "
      + "a a a a a a ae c e e e e i i i i d n o o o o o ÷ o u u u u y th y "
      + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g "
      + "h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n "
      + "o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t "
      + "u u u u u u u u u u u u w w y y y z z z z z z s"
    let entries = letters.split(separator: " ").map { $0 == "×" || $0 == "÷" ? nil : String($0) }
    assert(entries.count == 0xC0, "one entry a scalar")
    return entries
  }()

  /// The letters of Latin Extended Additional, by the runs in which Unicode lists them.
  private static func vietnamese(_ value: UInt32) -> String? {
    let runs: [(first: UInt32, letter: String)] = [
      (0x1E00, "a"), (0x1E02, "b"), (0x1E08, "c"), (0x1E0A, "d"), (0x1E14, "e"), (0x1E1E, "f"),
      (0x1E20, "g"), (0x1E22, "h"), (0x1E2C, "i"), (0x1E30, "k"), (0x1E36, "l"), (0x1E3E, "m"),
      (0x1E44, "n"), (0x1E4C, "o"), (0x1E54, "p"), (0x1E58, "r"), (0x1E60, "s"), (0x1E6A, "t"),
      (0x1E72, "u"), (0x1E7C, "v"), (0x1E80, "w"), (0x1E8A, "x"), (0x1E8E, "y"), (0x1E90, "z"),
      (0x1E96, "h"), (0x1E97, "t"), (0x1E98, "w"), (0x1E99, "y"), (0x1E9A, "a"), (0x1E9B, "s"),
      (0x1E9E, "ss"), (0x1E9F, "d"),
      (0x1EA0, "a"), (0x1EB8, "e"), (0x1EC8, "i"), (0x1ECC, "o"), (0x1EE4, "u"), (0x1EF2, "y"),
    ]
    return runs.last { $0.first <= value }?.letter
  }
}
