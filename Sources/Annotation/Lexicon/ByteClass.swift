/// What the scalar at a place of a text is, as far as tokens go.
enum ByteClass: Sendable {
  case blank, letter, digit, mark

  /// Returns the class and length in bytes of the scalar at `index`, which must lie in `bytes`.
  @inline(__always)
  static func at(_ index: Int, in bytes: [UInt8]) -> (ByteClass, length: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (ascii(byte), 1) }
    return wide(index, byte, in: bytes)
  }

  @inline(__always)
  private static func ascii(_ byte: UInt8) -> ByteClass {
    switch byte {
    case 0...0x20, 0x7F: .blank
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A, 0x5F: .letter
    default: .mark
    }
  }

  private static func wide(
    _ index: Int, _ byte: UInt8, in bytes: [UInt8]
  ) -> (ByteClass, length: Int) {
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return (.mark, bytes.count - index) }
    let second = bytes[index + 1]
    switch byte {
    case 0xC2:
      if second == 0xA0 || second == 0x85 { return (.blank, 2) }
      return (second == 0xAA || second == 0xB5 || second == 0xBA ? .letter : .mark, 2)
    case 0xC3: return (second == 0x97 || second == 0xB7 ? .mark : .letter, 2)
    case 0xE2: return (punctuation(second, bytes[index + 2]), 3)
    case 0xE3: return (second == 0x80 ? .mark : .letter, 3)
    case 0xEF: return (second >= 0xBB ? .mark : .letter, 3)
    case 0xF0: return (second == 0x9F ? .mark : .letter, 4)
    default: return (.letter, length)
    }
  }

  /// The class of a scalar of U+2000...U+2FFF, by its second and third byte.
  private static func punctuation(_ second: UInt8, _ third: UInt8) -> ByteClass {
    let isSpace =
      second == 0x80 && (third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF)
    return isSpace || (second == 0x81 && third == 0x9F) ? .blank : .mark
  }
}

/// Marks that tokens and sentences ask for, by their scalar.
enum Mark: UInt32, Sendable {
  case quote = 0x22
  case apostrophe = 0x27
  case openingSingle = 0x2018
  case closingSingle = 0x2019
  case openingDouble = 0x201C
  case closingDouble = 0x201D
  case openingAngle = 0xAB
  case closingAngle = 0xBB
  case ellipsis = 0x2026
  case period = 0x2E
  case question = 0x3F
  case exclamation = 0x21
  case closingParenthesis = 0x29
  case closingBracket = 0x5D
  case openingParenthesis = 0x28
  case openingBracket = 0x5B
  case colon = 0x3A
  case comma = 0x2C
  case semicolon = 0x3B
  case hyphen = 0x2D
  case enDash = 0x2013
  case emDash = 0x2014

  /// Returns the mark at `index` of `bytes`, or nil where something else stands.
  init?(at index: Int, in bytes: [UInt8]) {
    guard index < bytes.count else { return nil }
    let first = UInt32(bytes[index])
    if first < 0x80 {
      self.init(rawValue: first)
    } else if first == 0xC2, index + 1 < bytes.count {
      self.init(rawValue: UInt32(bytes[index + 1]))
    } else if first == 0xE2, index + 2 < bytes.count {
      let scalar = 0x2000 | (UInt32(bytes[index + 1]) & 0x3F) << 6 | UInt32(bytes[index + 2]) & 0x3F
      self.init(rawValue: scalar)
    } else {
      return nil
    }
  }
}
