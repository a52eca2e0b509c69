/// Text made to stand on one line.
enum LineText {

  /// Returns a text with each run of blanks, tabs and line ends as one blank.
  static func string(_ text: Span<UInt8>) -> String {
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe isPlain(bytes)
        ? String(decoding: bytes, as: UTF8.self)
        : String(decoding: joined(bytes), as: UTF8.self)
    }
  }

  /// Whether a text has no control characters and no two blanks next to each other.
  ///
  /// Every byte is looked at, without a branch: many at a time, which takes less than to stop early.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var odd: UInt8 = 0
    for place in 0..<bytes.count { odd |= unsafe bytes[place] < 0x20 ? 1 : 0 }
    for place in 1..<max(1, bytes.count) {
      odd |= unsafe (bytes[place - 1] ^ 0x20) | (bytes[place] ^ 0x20) == 0 ? 1 : 0
    }
    return odd == 0
  }

  private static func joined(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for place in 0..<text.count {
      let byte = unsafe text[place]
      if byte != 0x20, !(0x09...0x0D).contains(byte) {
        bytes.append(byte)
      } else if bytes.last != 0x20 {
        bytes.append(0x20)
      }
    }
    return bytes
  }
}
