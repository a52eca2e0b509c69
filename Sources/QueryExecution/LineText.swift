/// Text made to stand on one line.
enum LineText {

  /// Returns a text with each run of blanks, tabs and line ends as one blank.
  static func string(_ text: Span<UInt8>) -> String {
    if !isPlain(text) { return joined(text) }
    return unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let firsts: UInt64 = 0x8080_8080_8080_8080

  /// Whether a text has no control characters and no two blanks next to each other.
  ///
  /// Eight bytes are looked at in one go, and the eight that begin one byte later (Warren, "Hacker's
  /// Delight", second edition, section 6-1).
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    let bytes = unsafe text.bytes
    var odd: UInt64 = 0
    var place = 0
    while place + 9 <= text.count {
      let own = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      let next = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place + 1, as: UInt64.self)
      let blanks = (own ^ ones << 5) | (next ^ ones << 5)
      // Wrapping is what borrows from the byte above, which only a byte that is odd begins.
      odd |= ((own &- ones << 5) & ~own) | ((blanks &- ones) & ~blanks)
      place += 8
    }
    var previous: UInt8 = 0
    for place in place..<text.count {
      if text[place] < 0x20 || (text[place] == 0x20 && previous == 0x20) { return false }
      previous = text[place]
    }
    return odd & firsts == 0
  }

  private static func joined(_ text: Span<UInt8>) -> String {
    unsafe String(unsafeUninitializedCapacity: text.count) { bytes in
      var (count, wasBlank) = (0, false)
      for place in text.indices {
        let byte = text[place]
        let isBlank = byte == 0x20 || byte &- 0x09 < 5
        unsafe bytes[count] = isBlank ? 0x20 : byte
        count += isBlank && wasBlank ? 0 : 1
        wasBlank = isBlank
      }
      return count
    }
  }
}
