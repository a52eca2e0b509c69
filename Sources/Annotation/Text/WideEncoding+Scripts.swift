/// UTF-16 of other scripts than Latin, whose characters have no byte of zero, and of languages with many letters
/// beyond Latin-1, like Polish, of which too few have one.
extension WideEncoding {

  /// Finds UTF-16 without a byte order mark by the characters that it makes.
  ///
  /// In one of the two orders nearly all of them are letters of one script, or common characters of East
  /// Asia, beside ASCII and punctuation, or all are Latin and most of them in ASCII; no text in bytes reads so.
  static func scripted(_ raw: [UInt8]) -> WideEncoding? {
    let count = min(raw.count, 512) & ~1
    guard count >= 16, mayBeWide(raw, count) else { return nil }
    return [false, true].lazy.map { WideEncoding(width: 2, isBigEndian: $0) }
      .first { $0.makesSense(raw, count) }
  }

  /// Whether enough bytes are control characters, as the upper halves of alphabets are, or are no UTF-8.
  private static func mayBeWide(_ raw: [UInt8], _ count: Int) -> Bool {
    var (low, high) = (0, 0)
    for byte in raw[..<count] {
      if byte >= 0x80 { high += 1 } else if byte < 0x20, byte != 0x0A, byte != 0x0D { low += 1 }
    }
    if low * 8 >= count { return true }
    guard high * 8 >= count else { return false }
    var index = 0
    while index < count {
      let sequence = UTF8Sequence(raw, at: index)
      // What the end cuts off may be UTF-8.
      if !sequence.isValid { return index + 4 <= raw.count }
      index += sequence.length
    }
    return false
  }

  /// What the characters of a text are.
  private struct Tally {
    var units = 0
    /// Letters of the alphabets, each for itself.
    var letters = [Int](repeating: 0, count: 32)
    /// Characters of East Asia, and those of them that are common.
    var (wide, common) = (0, 0)
    /// Letters of ASCII, and others of the Latin script.
    var (ascii, latin) = (0, 0)
    var others = 0

    /// Whether a script has them nearly all.
    var isScript: Bool {
      guard let most = letters.max(), others * 50 <= units else { return false }
      let rest = letters.reduce(0, +) - most
      if most == 0, wide == 0, others == 0, ascii >= 4, ascii * 3 >= units,
        (ascii + latin) * 3 >= units * 2
      {
        return true
      }
      if most >= 6, most * 4 >= units, rest * 20 <= most, wide * 10 <= most { return true }
      return wide >= 8 && wide * 4 >= units && common * 4 >= wide && (most + rest) * 10 <= wide
    }
  }

  private func makesSense(_ raw: [UInt8], _ count: Int) -> Bool {
    var tally = Tally()
    var index = 0
    while index < count, let scalar = unit(raw, index) {
      index += 2
      tally.units += 1
      switch scalar {
      case 0x41...0x5A, 0x61...0x7A: tally.ascii += 1
      case 0xC0...0x24F, 0x1E00...0x1EFF: tally.latin += 1
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xBF, 0x2000...0x206F,
        0x20A0...0x20CF, 0x2100...0x214F, 0xFEFF:
        break
      case 0xD800...0xDBFF:
        guard let low = unit(raw, index) else { break }
        if !(0xDC00...0xDFFF).contains(low) { return false }
        index += 2
      case ..<0xA0, 0xDC00...0xF8FF, 0xFFFE...: return false
      case 0x370...0x10FF: tally.letters[Self.alphabet(scalar)] += 1
      case 0x1F00...0x1FFF: tally.letters[Self.alphabet(0x370)] += 1
      case 0x3000...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF00...0xFFEF:
        tally.wide += 1
        if Self.common.contains(scalar) { tally.common += 1 }
      default: tally.others += 1
      }
    }
    return tally.isScript
  }

  /// The number of the alphabet that a letter from U+0370 to U+10FF is of: blocks of 128 characters, but
  /// that Greek, Cyrillic, Armenian and Arabic lie otherwise.
  private static func alphabet(_ scalar: UInt32) -> Int {
    switch scalar {
    case ..<0x400: 0
    case ..<0x530: 1
    case ..<0x590: 2
    case ..<0x600: 3
    case ..<0x780: 4
    default: Int(scalar >> 7) - 10
    }
  }

  private static let common = Set(
    (CommonCharacters.kana + CommonCharacters.simplified + CommonCharacters.traditional
      + CommonCharacters.hangul).unicodeScalars.map(\.value))
}
