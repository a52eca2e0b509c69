/// One quotation mark as it stands in the text.
struct QuoteMark {

  /// How the mark is drawn; only marks of one family open and close each other with certainty.
  enum Family: UInt8 {
    case straight, curly, guillemet, grave, straightSingle, curlySingle

    /// Whether it may also be an apostrophe.
    var isSingle: Bool { self == .straightSingle || self == .curlySingle }
  }

  /// What the mark does, as far as it and its neighbours tell.
  enum Role: UInt8 { case open, close, either, apostrophe }

  /// The offset of its first byte.
  let offset: Int
  /// The number of its bytes.
  let length: Int
  let family: Family
  var role: Role

  /// The offset behind it.
  var end: Int { offset + length }
}

extension QuoteMark {

  /// Returns the mark at an offset of `bytes`, judged by its neighbours in `bounds`, if one is there.
  static func at(_ offset: Int, in bytes: [UInt8], bounds: Range<Int>) -> QuoteMark? {
    guard let (family, length, drawn) = shape(at: offset, in: bytes, end: bounds.upperBound) else {
      return nil
    }
    let before = offset > bounds.lowerBound ? Neighbour(before: offset, in: bytes) : .blank
    let next = offset + length
    let after = next < bounds.upperBound ? Neighbour(after: next, in: bytes) : .blank
    let role =
      family.isSingle
      ? roleOfSingle(drawn: drawn, before: before, after: after)
      : roleOfDouble(drawn: drawn, before: before, after: after)
    return QuoteMark(offset: offset, length: length, family: family, role: role)
  }

  private static func shape(
    at offset: Int, in bytes: [UInt8], end: Int
  ) -> (Family, length: Int, drawn: Role)? {
    switch bytes[offset] {
    case 0x22: (.straight, 1, .either)
    case 0x27:
      offset + 1 < end && bytes[offset + 1] == 0x27
        && !(offset + 2 < end && bytes[offset + 2] == 0x27)
        ? (.grave, 2, .close) : (.straightSingle, 1, .either)
    case 0x60 where offset + 1 < end && bytes[offset + 1] == 0x60: (.grave, 2, .open)
    case 0xC2 where offset + 1 < end: guillemet(bytes[offset + 1])
    case 0xE2 where offset + 2 < end && bytes[offset + 1] == 0x80: curly(bytes[offset + 2])
    default: nil
    }
  }

  private static func guillemet(_ byte: UInt8) -> (Family, length: Int, drawn: Role)? {
    switch byte {
    case 0xAB: (.guillemet, 2, .open)
    case 0xBB: (.guillemet, 2, .close)
    default: nil
    }
  }

  private static func curly(_ byte: UInt8) -> (Family, length: Int, drawn: Role)? {
    switch byte {
    case 0x98: (.curlySingle, 3, .open)
    case 0x99: (.curlySingle, 3, .close)
    case 0x9C, 0x9E: (.curly, 3, .open)
    case 0x9D: (.curly, 3, .close)
    default: nil
    }
  }

  /// Context outweighs the drawing where it is plain: writing programs often turn a mark round.
  private static func roleOfDouble(drawn: Role, before: Neighbour, after: Neighbour) -> Role {
    if before.mayStandBeforeOpening, after == .word { return .open }
    if before != .blank, before != .opening, after.mayStandBehindClosing, drawn != .open {
      return .close
    }
    if before == .word || before == .closing, after == .blank || after == .closing { return .close }
    if drawn == .close, before == .blank, after == .blank { return .either }
    return drawn
  }

  private static func roleOfSingle(drawn: Role, before: Neighbour, after: Neighbour) -> Role {
    if before == .word && after == .word { return .apostrophe }
    if before.mayStandBeforeOpening, after == .word || after == .opening {
      return drawn == .close ? .apostrophe : .open
    }
    if after != .word, before != .blank { return .close }
    return .apostrophe
  }
}

/// What stands beside a quotation mark.
private enum Neighbour {
  case blank, word, opening, closing, dash

  var mayStandBeforeOpening: Bool { self == .blank || self == .opening || self == .dash }
  var mayStandBehindClosing: Bool { self == .blank || self == .closing || self == .dash }

  init(before offset: Int, in bytes: [UInt8]) {
    let last = bytes[offset - 1]
    guard last >= 0x80, offset >= 3, bytes[offset - 3] == 0xE2, bytes[offset - 2] == 0x80 else {
      self = last == 0xA0 && offset >= 2 && bytes[offset - 2] == 0xC2 ? .blank : Self.ascii(last)
      return
    }
    self = Self.general(last)
  }

  init(after offset: Int, in bytes: [UInt8]) {
    let first = bytes[offset]
    guard first == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else {
      let isNoBreakSpace = first == 0xC2 && offset + 1 < bytes.count && bytes[offset + 1] == 0xA0
      self = isNoBreakSpace ? .blank : Self.ascii(first)
      return
    }
    self = Self.general(bytes[offset + 2])
  }

  private static func ascii(_ byte: UInt8) -> Neighbour {
    switch byte {
    case 0...0x20: .blank
    case 0x28, 0x5B, 0x7B: .opening
    case 0x2D: .dash
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D, 0x22, 0x27: .closing
    default: .word
    }
  }

  /// The third byte of a character of the block General Punctuation.
  private static func general(_ byte: UInt8) -> Neighbour {
    switch byte {
    case 0x80...0x8B, 0xAF: .blank
    case 0x90...0x95: .dash
    case 0x98, 0x9C, 0x9E: .opening
    case 0x99, 0x9D, 0xA6: .closing
    default: .word
    }
  }
}
