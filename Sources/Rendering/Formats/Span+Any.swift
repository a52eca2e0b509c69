extension Span<UInt8> {

  /// Whether any byte is one of some, eight being looked at in one go.
  ///
  /// - Parameter marks: Returns what is not zero where any of the bytes of a word is one of them; `a`,
  ///   with which short texts are filled up, must be none.
  /// - Returns: Whether any is.
  @inline(__always)
  func hasAny(_ marks: (UInt64) -> UInt64) -> Bool {
    let raw = unsafe bytes
    guard count >= 8 else {
      var word: UInt64 = 0x6161_6161_6161_6161
      for place in indices { word = word << 8 | UInt64(self[place]) }
      return marks(word) != 0
    }
    var found: UInt64 = 0
    var place = 0
    while place + 8 < count {
      found |= marks(unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    // The last eight may have been looked at in part.
    found |= marks(unsafe raw.unsafeLoadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    return found != 0
  }
}

/// Tests of eight bytes in one word (Warren, "Hacker's Delight", second edition, section 6-1).
///
/// The lowest byte that is marked is one that was asked for; those above it may be others, too, for
/// subtracting wraps.
enum EightBytes {

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let firsts: UInt64 = 0x8080_8080_8080_8080

  /// Marks bytes below one of at most 0x80.
  @inline(__always)
  static func below(_ bound: UInt8, _ word: UInt64) -> UInt64 {
    (word &- ones &* UInt64(bound)) & ~word & firsts
  }

  /// Marks bytes that equal one.
  @inline(__always)
  static func equal(_ byte: UInt8, _ word: UInt64) -> UInt64 {
    below(1, word ^ ones &* UInt64(byte))
  }
}
