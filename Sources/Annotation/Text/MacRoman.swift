/// The code page of the Macintosh before Unicode, in which old archives of newspapers are written.
///
/// Source: the table ROMAN.TXT of Apple, in the mappings of the Unicode Consortium.
package enum MacRoman {

  /// The characters of the bytes from 0x80.
  package static let upper =
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ"
    + "–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"

  private static let scalars = upper.unicodeScalars.map(\.value)

  /// Returns the scalar that a byte stands for.
  static func scalar(_ byte: UInt8) -> UInt32 {
    byte < 0x80 ? UInt32(byte) : scalars[Int(byte) - 0x80]
  }

  /// Whether a text that is not UTF-8 makes words in this code page, and not in Windows-1252.
  ///
  /// Its small letters with accents are capitals, gaps and rare signs there; its apostrophe is a
  /// capital within a word.
  package static func looksLike(_ raw: [UInt8]) -> Bool {
    var (here, perhaps, there) = (0, 0, 0)
    for (index, byte) in raw.enumerated() where byte >= 0x80 {
      let sequence = UTF8Sequence(raw, at: index)
      // An apostrophe and a letter with an accent look like a letter of Armenian.
      if sequence.isValid, sequence.length > 1, byte != 0xD5 { return false }
      let before = index > 0 ? raw[index - 1] : 0x20
      let after = index + 1 < raw.count ? raw[index + 1] : 0x20
      guard isSmall(before) else {
        if byte >= 0xE0, isSmall(after) { there += 1 }
        continue
      }
      switch byte {
      case 0x88, 0x8A, 0x8C...0x90, 0x9D: here += 1
      case 0x87, 0x89, 0x8B, 0x98, 0x99, 0x9B, 0x9F, 0xA7, 0xD5: here += isSmall(after) ? 1 : 0
      // Letters in both: ö and š, ú and œ, û and ž.
      case 0x9A, 0x9C, 0x9E: perhaps += isSmall(after) ? 1 : 0
      case 0xE0...0xFF: there += 1
      case 0x92: there += isSmall(after) ? 1 : 0
      default: break
      }
    }
    return here > 0 && here + perhaps > 2 * there
  }

  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
