/// Text made to stand on one line.
enum LineText {

  /// Lends a text with each run of blanks, tabs and line ends as one blank.
  ///
  /// A text that stands on one line already is lent as it is.
  static func with(_ text: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    if isPlain(text) { body(text) } else { body(joined(text).span) }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let firsts: UInt64 = 0x8080_8080_8080_8080

  /// Whether a text has no control characters and no two blanks next to each other.
  ///
  /// Eight bytes are looked at in one go, and the eight that begin one byte later (Warren, "Hacker's
  /// Delight", second edition, section 6-1).
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    guard text.count > 8 else { return isPlainShort(text) }
    var odd: UInt64 = 0
    var place = 0
    while place + 9 < text.count {
      odd |= marks(text, place)
      place += 8
    }
    // The last nine may have been looked at in part; the very last has none behind it.
    odd |= marks(text, text.count - 9)
    return odd & firsts == 0 && text[text.count - 1] >= 0x20
  }

  /// Marks, in the upper bits of a word, bytes that are controls and blanks before another blank.
  @inline(__always)
  private static func marks(_ text: Span<UInt8>, _ place: Int) -> UInt64 {
    let bytes = unsafe text.bytes
    let own = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    let next = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place + 1, as: UInt64.self)
    let blanks = (own ^ ones << 5) | (next ^ ones << 5)
    // Wrapping is what borrows from the byte above, which only a byte that is odd begins.
    return ((own &- ones << 5) & ~own) | ((blanks &- ones) & ~blanks)
  }

  private static func isPlainShort(_ text: Span<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for place in text.indices {
      if text[place] < 0x20 || (text[place] == 0x20 && previous == 0x20) { return false }
      previous = text[place]
    }
    return true
  }

  private static func joined(_ text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var wasBlank = false
    for place in text.indices {
      let byte = text[place]
      let isBlank = byte == 0x20 || byte &- 0x09 < 5
      if !isBlank || !wasBlank { bytes.append(isBlank ? 0x20 : byte) }
      wasBlank = isBlank
    }
    return bytes
  }
}
