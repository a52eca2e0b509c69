internal import Diagnostics

extension Lexer {

  /// Returns the character at `offset` and its length in bytes.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard offset < bytes.count else { return nil }
    let byte = bytes[offset]
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard offset + length <= bytes.count else { return nil }
    var value = UInt32(byte & (0x7F >> UInt8(length)))
    for next in bytes[(offset + 1)..<(offset + length)] { value = value << 6 | UInt32(next & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  /// Skips the rest of a word, with apostrophes and hyphens that stand between its parts.
  mutating func skipWord() {
    while let (scalar, length) = scalar(at: position) {
      if scalar.isWordPart {
        position += length
      } else if scalar.joinsWordParts,
        let next = self.scalar(at: position + length), next.scalar.isWordPart
      {
        position += length + next.length
      } else {
        return
      }
    }
  }

  mutating func lexWord() {
    let start = position
    skipWord()
    append(.word, from: start, keyword: .spelled(by: bytes[start..<position]))
  }

  mutating func lexParameter() {
    let start = position
    position += 1
    let name = position
    skipWord()
    guard position > name else {
      position = start
      return lexUnknown(length: 1)
    }
    append(.parameter, from: start)
  }
}
