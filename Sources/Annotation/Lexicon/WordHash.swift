/// A hash of a word that does not heed case, by which all word tables are looked up.
///
/// FNV-1a of 64 bits over the bytes in lower case (Fowler, Noll and Vo 1991).
struct WordHash: Hashable, Sendable {

  /// The bits.
  private(set) var bits: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Creates the hash of no bytes.
  init() {}

  /// Creates the hash of `bytes[range]` in lower case.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var previous: UInt8 = 0
    for index in range {
      append(bytes[index].lowercased(after: previous))
      previous = bytes[index]
    }
  }

  /// Creates the hash of a word.
  init(_ word: some StringProtocol) {
    var previous: UInt8 = 0
    for byte in word.utf8 {
      append(byte.lowercased(after: previous))
      previous = byte
    }
  }

  /// Goes on with one more byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    bits = (bits ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// The bits, mixed so that the low ones may index a table.
  var index: UInt64 { bits ^ (bits >> 29) }
}

extension UInt8 {

  /// The byte in lower case: ASCII, and the letters of Latin-1 where `previous` leads to one.
  @inline(__always)
  func lowercased(after previous: UInt8) -> UInt8 {
    if self >= 0x41, self <= 0x5A { return self | 0x20 }
    if previous == 0xC3, self >= 0x80, self <= 0x9E, self != 0x97 { return self | 0x20 }
    return self
  }
}

/// A fixed set of words, asked by hash.
struct WordSet: Sendable {

  private let hashes: Set<WordHash>

  /// The words, in no order.
  var words: Set<WordHash> { hashes }

  /// Creates the set of the words in `text`, which are parted by blanks.
  init(_ text: String) {
    hashes = Set(text.utf8.split { $0 <= 0x20 }.map { WordHash(Substring($0)) })
  }

  private init(_ hashes: Set<WordHash>) { self.hashes = hashes }

  /// The words of this set and of another.
  func union(_ other: WordSet) -> WordSet { WordSet(hashes.union(other.hashes)) }

  /// Whether the word is one of the set.
  func contains(_ hash: WordHash) -> Bool { hashes.contains(hash) }
}
