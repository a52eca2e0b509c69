/// Texts in UTF-8, one behind the other, so that a million of them are freed as soon as one.
struct TextList: Sendable {

  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// The number of texts.
  var count: Int { ends.count }

  /// Appends a text.
  mutating func append(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// The text at a place.
  subscript(place: Int) -> ArraySlice<UInt8> { bytes[start(of: place)..<ends[place]] }

  /// Whether the bytes of one text come before those of another.
  func precedes(_ a: Int, _ b: Int) -> Bool {
    let bytes = bytes.span
    var (i, j) = (start(of: a), start(of: b))
    while i < ends[a], j < ends[b] {
      if bytes[i] != bytes[j] { return bytes[i] < bytes[j] }
      i += 1
      j += 1
    }
    return i == ends[a] && j < ends[b]
  }

  /// Whether two texts have the same bytes.
  func areEqual(_ a: Int, _ b: Int) -> Bool { self[a] == self[b] }

  private func start(of place: Int) -> Int { place == 0 ? 0 : ends[place - 1] }
}

/// Numbers of texts in the order in which they are first met.
struct TextNumbers {

  /// The texts, by their numbers.
  private(set) var texts = TextList()

  private var hashes: [UInt64] = []
  /// The number of the text in each slot, plus one; 0 is a free slot. Open addressing with linear
  /// probing.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  /// Returns the number of a text, which is added if it is new.
  mutating func number(of text: [UInt8]) -> Int {
    let hash = Self.hash(of: text)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, texts[number].elementsEqual(text) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    texts.append(text)
    hashes.append(hash)
    slots[slot] = UInt32(truncatingIfNeeded: texts.count)
    if texts.count * 2 > slots.count { grow() }
    return texts.count - 1
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
  }

  /// The FNV-1a hash (Fowler, Noll and Vo), its upper half mixed into the lower one.
  private static func hash(of text: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    // Wrapping is what the function is defined by.
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
