/// What the models of syntax see of a word, as numbers.
@frozen
package struct WordAttributes: Sendable {

  /// The hash of the word in lower case, digits as zeros, a curly apostrophe as a straight one.
  package var lower: UInt32 = 0
  /// The hashes of its first two and three bytes, in lower case.
  package var prefix2: UInt32 = 0
  package var prefix3: UInt32 = 0
  /// The hashes of its last one to four bytes, in lower case.
  package var suffix1: UInt32 = 0
  package var suffix2: UInt32 = 0
  package var suffix3: UInt32 = 0
  package var suffix4: UInt32 = 0
  /// Its number among the words that the model knows by sight; zero for others.
  package var known: UInt16 = 0
  /// The class of words that it shares contexts with; zero for unknown ones.
  package var cluster: UInt8 = 0
  /// How it is written within sentences elsewhere: 1 in lower case, 2 mostly so, 3 mostly with a
  /// capital, 4 with a capital; zero where that is not known.
  package var casing: UInt8 = 0
  /// How it is written: capitals, digits, length; see `Shape`.
  package var shape: UInt8 = 0

  /// Creates the attributes of no word.
  package init() {}

  /// What stands before and behind a sentence.
  package static let boundary: WordAttributes = {
    var word = WordAttributes()
    (word.lower, word.suffix3, word.shape, word.cluster) = (1, 1, 255, 255)
    return word
  }()
}

/// Reads words of a text as attributes.
package struct WordAttributeReader: Sendable {

  private let vocabulary: Vocabulary
  private var lower: [UInt8] = []

  /// Creates a reader that knows the words of a vocabulary.
  package init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Returns the attributes of the word in a range of a text.
  package mutating func attributes(of range: ByteRange, in bytes: [UInt8]) -> WordAttributes {
    var word = WordAttributes()
    lower.removeAll(keepingCapacity: true)
    word.shape = lowercase(Int(range.start)..<min(Int(range.end), bytes.count), of: bytes)
    word.lower = hash(0, lower.count)
    word.prefix2 = hash(0, min(2, lower.count)) ^ 0x55
    word.prefix3 = hash(0, min(3, lower.count)) ^ 0xAA
    let count = lower.count
    word.suffix1 = hash(max(0, count - 1), count)
    word.suffix2 = hash(max(0, count - 2), count)
    word.suffix3 = hash(max(0, count - 3), count)
    word.suffix4 = hash(max(0, count - 4), count)
    let entry = vocabulary.entry(of: word.lower)
    (word.known, word.cluster, word.casing) = (entry.known, entry.cluster, entry.casing)
    return word
  }

  /// Fills `lower`, and returns the shape of the word.
  private mutating func lowercase(_ range: Range<Int>, of bytes: [UInt8]) -> UInt8 {
    var (uppers, lowers, digits, marks, others) = (0, 0, 0, 0, 0)
    var startsUpper = false
    var previous: UInt8 = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      switch byte {
      case 0x61...0x7A: lowers += 1
      case 0x41...0x5A:
        uppers += 1
        if index == range.lowerBound { startsUpper = true }
      case 0x30...0x39: digits += 1
      case 0x2D: marks += 1
      default: others += 1
      }
      if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99
      {
        lower.append(0x27)
        index += 3
        continue
      }
      lower.append(
        digits > 0 && byte >= 0x30 && byte <= 0x39 ? 0x30 : byte.lowercased(after: previous))
      previous = byte
      index += 1
    }
    var shape = lowers > 0 ? 1 : 0
    if uppers > 0 { shape |= startsUpper && uppers == 1 ? 2 : lowers == 0 ? 4 : 6 }
    if digits > 0 { shape |= 8 }
    if marks > 0 { shape |= 16 }
    if others > 0 { shape |= 32 }
    if range.count == 1 { shape |= 64 }
    return UInt8(shape)
  }

  /// FNV-1a over a run of the lower-case bytes, folded to 32 bits.
  private func hash(_ start: Int, _ end: Int) -> UInt32 {
    var hash = WordHash()
    for index in start..<end { hash.append(lower[index]) }
    return UInt32(truncatingIfNeeded: hash.bits ^ (hash.bits >> 32))
  }
}
