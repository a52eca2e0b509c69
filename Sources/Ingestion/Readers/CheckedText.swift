internal import Annotation

extension DecodedText {

  /// Returns bytes as they are where they are valid UTF-8 without a byte order mark, else repaired.
  static func checked(_ bytes: [UInt8]) -> [UInt8] {
    if !bytes.starts(with: [0xEF, 0xBB, 0xBF]), isValid(bytes.span) { return bytes }
    let decoded = DecodedText(bytes).bytes
    return decoded.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(decoded.dropFirst(3)) : decoded
  }
}

extension DecodedText {

  /// Whether bytes are valid UTF-8; only the stretches between plain letters are looked at closely.
  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    var place = 0
    while true {
      while isPlain(bytes, place) { place += 8 }
      let start = place
      while place < bytes.count, !isPlain(bytes, place) { place += 8 }
      let stretch = bytes.extracting(start..<min(place, bytes.count))
      if (try? UTF8Span(validating: stretch)) == nil { return false }
      if place >= bytes.count { return true }
    }
  }

  /// Whether the eight bytes from a place on are ASCII.
  @inline(__always)
  private static func isPlain(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    guard place + 8 <= bytes.count else { return false }
    let raw = unsafe bytes.bytes
    let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    return word & 0x8080_8080_8080_8080 == 0
  }
}

extension [UInt8] {

  /// The bytes of UTF-8 without the controls of ASCII, which no text holds: only tabs and line ends
  /// stay.
  var withoutControls: [UInt8] {
    let span = span
    if !mayHoldControls { return self }
    func isControl(_ index: Int) -> Bool {
      switch span[index] {
      case 0x0A, 0x09: false
      case 0x0D: index + 1 == span.count || span[index + 1] != 0x0A
      case let byte: byte < 0x20 || byte == 0x7F
      }
    }
    guard indices.contains(where: isControl) else { return self }
    return indices.filter { !isControl($0) }.map { self[$0] }
  }

  /// Whether any byte is a control other than a tab or a line feed: few texts have one.
  private var mayHoldControls: Bool {
    let span = span
    let raw = unsafe span.bytes
    var found: UInt64 = 0
    var place = 0
    while place + 8 <= count {
      found |= Self.controls(unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    while place < count {
      found |= Self.controls(0x6161_6161_6161_6100 | UInt64(span[place]))
      place += 1
    }
    return found != 0
  }

  /// Marks, in the upper bits of a word of eight bytes, those that are such controls.
  ///
  /// What is added to seven bits reaches the eighth, and no other byte, where they are as great as the
  /// rest to it (Warren, Hacker's Delight 6-1).
  @inline(__always)
  private static func controls(_ word: UInt64) -> UInt64 {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let isNoControl = low + 0x6060_6060_6060_6060
    let isBehindLineFeed = low + 0x7575_7575_7575_7575
    let isFromTabOn = low + 0x7777_7777_7777_7777
    let isDelete = low + 0x0101_0101_0101_0101
    return ((~isNoControl & isBehindLineFeed) | ~isFromTabOn | isDelete) & ~word
      & 0x8080_8080_8080_8080
  }
}

extension Array<UInt8> {

  /// The number of bytes of the mark of byte order that UTF-8 may begin with.
  var byteOrderMarkLength: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}
