/// The code page that most damaged text has passed through: Windows-1252, with Latin-1 in its gaps.
///
/// The five bytes that the code page leaves open stand for the control characters of Latin-1, as
/// the WHATWG Encoding Standard has it, so that every byte has a scalar.
enum Windows1252 {

  /// The scalars of the bytes 0x80 to 0x9F; the other bytes are Latin-1.
  private static let upperControls: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// Returns the scalar that a byte stands for.
  static func scalar(_ byte: UInt8) -> UInt32 {
    (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : UInt32(byte)
  }

  /// Returns the byte that stands for a scalar, or nil where the code page has none.
  static func byte(_ scalar: UInt32) -> UInt8? {
    if scalar <= 0xFF { return UInt8(scalar) }
    guard scalar >= 0x0152, scalar <= 0x2122 else { return nil }
    guard scalar <= 0x02DC || scalar >= 0x2013 else { return nil }
    return upperControls.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
  }

  /// Whether the byte stands for a character, not a control character.
  static func isDefined(_ byte: UInt8) -> Bool {
    byte < 0x80 || scalar(byte) > 0x9F
  }

  /// Whether the byte is a quotation mark, dash or ellipsis of the upper controls.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x91...0x97).contains(byte) || byte == 0x85
  }
}
