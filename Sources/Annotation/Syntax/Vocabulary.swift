/// The words that the model knows by sight, each with its class: a hash table, read in place.
///
/// In a section: the logarithm of the number of slots (4 bytes), the number of words (4), zeros up to
/// 64; the slots, each the hash of a word (4 bytes), then for each slot the word's number (2), then for
/// each slot its class (1), then for each slot its casing (1). A slot with number zero is empty; words
/// are probed one slot after another.
package struct Vocabulary: Sendable {

  /// The number of words; their numbers are 1...count.
  package let count: Int

  private let slotBits: Int
  private let bytes: ModelBytes

  /// The vocabulary of no words.
  package static let empty = Vocabulary()

  private init() { (count, slotBits, bytes) = (0, 0, .empty) }

  /// Reads a vocabulary, or returns nil where the bytes are none.
  package init?(_ bytes: ModelBytes) {
    slotBits = Int(bytes.uint32(0))
    count = Int(bytes.uint32(4))
    guard (4...20).contains(slotBits), count < 1 << slotBits, count <= Int(UInt16.max),
      let slots = bytes.part(64, 7 << slotBits)
    else { return nil }
    self.bytes = bytes.part(64, 8 << slotBits) ?? slots
  }

  /// A word of the vocabulary; zeros stand for another.
  package struct Entry: Hashable, Sendable {
    /// Its number.
    package var known: UInt16 = 0
    /// Its class; see `WordAttributes`.
    package var cluster: UInt8 = 0
    /// How it is written most; see `WordAttributes`.
    package var casing: UInt8 = 0

    /// Creates what is known of a word.
    package init(known: UInt16 = 0, cluster: UInt8 = 0, casing: UInt8 = 0) {
      (self.known, self.cluster, self.casing) = (known, cluster, casing)
    }
  }

  /// Returns what is known of a word.
  package func entry(of hash: UInt32) -> Entry {
    guard count > 0 else { return Entry() }
    let mask = (1 << slotBits) - 1
    var slot = Int(hash) & mask
    for _ in 0..<64 {
      let number = bytes.uint16((4 << slotBits) + slot * 2)
      if number == 0 { break }
      if bytes.uint32(slot * 4) == hash {
        return Entry(
          known: number, cluster: bytes[(6 << slotBits) + slot],
          casing: bytes[(7 << slotBits) + slot])
      }
      slot = (slot + 1) & mask
    }
    return Entry()
  }

  /// Returns the section of a vocabulary of distinct words with their classes; word *n* has number
  /// *n* + 1.
  package static func section(
    _ words: [(hash: UInt32, cluster: UInt8, casing: UInt8)]
  ) -> [UInt8] {
    var slotBits = 4
    while words.count * 2 > 1 << slotBits { slotBits += 1 }
    let mask = (1 << slotBits) - 1
    var hashes = [UInt32](repeating: 0, count: mask + 1)
    var numbers = [UInt16](repeating: 0, count: mask + 1)
    var clusters = [UInt8](repeating: 0, count: mask + 1)
    var casings = clusters
    for (index, word) in words.enumerated() {
      var slot = Int(word.hash) & mask
      while numbers[slot] != 0 { slot = (slot + 1) & mask }
      (hashes[slot], numbers[slot]) = (word.hash, UInt16(index + 1))
      (clusters[slot], casings[slot]) = (word.cluster, word.casing)
    }
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(slotBits))
    bytes.append(littleEndian: UInt32(words.count))
    bytes += repeatElement(0, count: 64 - bytes.count)
    for hash in hashes { bytes.append(littleEndian: hash) }
    for number in numbers { bytes.append(littleEndian: number) }
    return bytes + clusters + casings
  }
}
