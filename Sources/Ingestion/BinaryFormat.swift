internal import Annotation

/// Tells files that hold no text by their first bytes.
enum BinaryFormat {

  /// What a file is if it is no text: the name of its format, or an empty name for an unknown one;
  /// nil where it is text.
  static func of(_ bytes: [UInt8]) -> String? {
    signature(of: bytes)
      ?? (isDamaged(DecodedText(Array(bytes.prefix(65_536))).bytes) ? "" : nil)
  }

  /// The name of the format that a file without text begins as; nil for none that is known.
  static func signature(of start: [UInt8]) -> String? {
    signatures.first { start.starts(with: $0.0) }?.1
  }

  /// What a text file is that is written for programs, and what to do about it; nil for any other.
  ///
  /// Sources: ISO 28500 (WARC), WebVTT (W3C), SubRip.
  static func unread(_ start: [UInt8]) -> (name: String, mend: String)? {
    let text = start.dropFirst(start.byteOrderMarkLength)
    if text.starts(with: "WARC/".utf8) {
      return ("a WARC archive of the web", "unpack its pages first, as with warcio or warc2html")
    }
    let first = text.prefix { $0 > 0x20 }
    if first.elementsEqual("WEBVTT".utf8) || isSubRip(text) {
      return ("a file of subtitles", "save their words as plain text first")
    }
    return nil
  }

  /// Whether a number, and from when to when a line is shown, begin a text.
  private static func isSubRip(_ text: ArraySlice<UInt8>) -> Bool {
    let lines = text.prefix(64).split { $0 == 0x0A || $0 == 0x0D }
    return lines.count > 1 && lines[0].elementsEqual("1".utf8)
      && lines[1].count > 12 && Array(lines[1]).holds(Array(" --> ".utf8), in: 0..<lines[1].count)
  }

  /// Whether more than one byte of twenty is of nothing that stands in texts.
  static func isDamaged(_ sample: [UInt8]) -> Bool { damage(in: sample) * 20 > sample.count }

  /// Whether most bytes are letters of some encoding, and hardly any are of nothing that texts have.
  static func isOfLetters(_ sample: [UInt8]) -> Bool {
    let letters = sample.count { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }
    let controls = sample.count { $0 < 0x09 || (0x0E...0x1F).contains($0) || $0 == 0x7F }
    return letters * 2 > sample.count && controls * 100 <= sample.count
  }

  /// Whether a file is a corpus image.
  static func isImage(_ bytes: [UInt8]) -> Bool { bytes.starts(with: image) }

  private static let image = Array("QUOTHIMG".utf8)

  /// The number of control characters, and of bytes of U+FFFD, which invalid bytes become.
  private static func damage(in bytes: [UInt8]) -> Int {
    var damage = 0
    for (index, byte) in bytes.enumerated() {
      if byte < 0x09 || (0x0E...0x1F).contains(byte) || byte == 0x7F { damage += 1 }
      if byte == 0xEF, bytes[index...].starts(with: [0xEF, 0xBF, 0xBD]) { damage += 3 }
    }
    return damage
  }

  private static let signatures: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "a PDF file"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or office document"),
    ([0x1F, 0x8B], "a gzip archive"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF8".utf8), "a GIF picture"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
    (Array("SQLite format 3\0".utf8), "an SQLite database"),
    (Array("{\\rtf".utf8), "an RTF document"),
  ]
}
