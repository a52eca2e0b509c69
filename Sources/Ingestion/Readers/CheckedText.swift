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
      while isPlain(bytes, place) { place += 32 }
      let start = place
      while place < bytes.count, !isPlain(bytes, place) { place += 32 }
      let stretch = bytes.extracting(start..<min(place, bytes.count))
      if (try? UTF8Span(validating: stretch)) == nil { return false }
      if place >= bytes.count { return true }
    }
  }

  /// Whether the 32 bytes from a place on are ASCII.
  @inline(__always)
  private static func isPlain(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    guard place + 32 <= bytes.count else { return false }
    let raw = unsafe bytes.bytes
    let words = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)
    return (words.x | words.y | words.z | words.w) & 0x8080_8080_8080_8080 == 0
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
    unsafe withUnsafeBufferPointer { bytes in
      // Every byte is looked at in the same way, so that the compiler makes one step of sixteen.
      var found: UInt8 = 0
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        let isLow: UInt8 = byte < 0x20 ? 1 : 0
        let isKept: UInt8 = byte == 0x09 || byte == 0x0A ? 1 : 0
        let isDelete: UInt8 = byte == 0x7F ? 1 : 0
        found |= (isLow ^ isKept) | isDelete
      }
      return found != 0
    }
  }
}

extension Array<UInt8> {

  /// The number of bytes of the mark of byte order that UTF-8 may begin with.
  var byteOrderMarkLength: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}
