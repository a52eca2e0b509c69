/// A line in lower case, with plain marks and single blanks: the form in which phrases are matched.
struct FoldedLine {

  /// The bytes, at most 400 of them.
  private(set) var bytes: [UInt8] = []

  /// Folds a run of the text.
  init(_ text: [UInt8], _ start: Int, _ end: Int) {
    var index = start
    let end = min(end, start + 400)
    bytes.reserveCapacity(end - start)
    while index < end {
      let byte = text[index]
      if byte < 0x80 {
        append(byte)
        index += 1
      } else {
        let sequence = UTF8Sequence(text, at: index)
        append(scalar: sequence.scalar)
        index += sequence.length
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case 0x41...0x5A: bytes.append(byte | 0x20)
    case 0x20, 0x09, 0x0A: if bytes.last != 0x20, !bytes.isEmpty { bytes.append(0x20) }
    default: bytes.append(byte)
    }
  }

  private mutating func append(scalar: UInt32) {
    switch scalar {
    case 0x2018, 0x2019: bytes.append(0x27)
    case 0x201C, 0x201D: bytes.append(0x22)
    case 0x2013, 0x2014: bytes.append(0x2D)
    case 0x2026: bytes += [0x2E, 0x2E, 0x2E]
    default: UTF8Sequence.append(scalar, to: &bytes)
    }
  }

  /// The bytes without digits and marks at either end: what a button or heading says.
  var core: ArraySlice<UInt8> {
    guard let first = bytes.firstIndex(where: Self.isCore),
      let last = bytes.lastIndex(where: Self.isCore)
    else { return [] }
    return bytes[first...last]
  }

  private static func isCore(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte >= 0x80 && byte < 0xC2
  }

  /// Whether the line begins with a phrase that ends where a word ends.
  func hasPrefix(_ phrase: [UInt8]) -> Bool {
    guard bytes.starts(with: phrase) else { return false }
    guard let last = phrase.last, (0x61...0x7A).contains(last), bytes.count > phrase.count else {
      return true
    }
    return !(0x61...0x7A).contains(bytes[phrase.count])
  }

  /// Whether a phrase stands anywhere in the line.
  func contains(_ phrase: [UInt8]) -> Bool {
    var index = 0
    while index + phrase.count <= bytes.count {
      if bytes[index] == phrase.first, bytes[index...].starts(with: phrase) { return true }
      index += 1
    }
    return false
  }
}
