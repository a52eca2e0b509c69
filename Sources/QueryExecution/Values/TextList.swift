/// Texts in UTF-8, in a few large pieces, so that a million of them are freed as soon as one.
struct TextList: Sendable {

  private struct Place {
    let chunk: Int32
    let start: Int
    let end: Int
  }

  /// Pieces of about this size are begun anew, so that no long one is ever moved.
  private static let chunkSize = 1 << 18

  private var chunks: [[UInt8]] = []
  private var places: [Place] = []

  /// The number of texts.
  var count: Int { places.count }

  /// Appends a text.
  mutating func append(_ text: some Sequence<UInt8>) { append { $0.append(contentsOf: text) } }

  /// Appends the text that `write` appends to the bytes of those before it.
  @inline(__always)
  mutating func append(_ write: (inout [UInt8]) -> Void) {
    if (chunks.last?.count ?? Self.chunkSize) >= Self.chunkSize { chunks.append([]) }
    let last = chunks.count - 1
    let start = chunks[last].count
    write(&chunks[last])
    places.append(
      Place(chunk: Int32(truncatingIfNeeded: last), start: start, end: chunks[last].count))
  }

  /// The text at a place.
  subscript(place: Int) -> ArraySlice<UInt8> {
    let place = places[place]
    return chunks[Int(place.chunk)][place.start..<place.end]
  }

  /// Whether the bytes of one text come before those of another.
  func precedes(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (places[a], places[b])
    let (one, other) = (chunks[Int(a.chunk)], chunks[Int(b.chunk)])
    let first = one.span
    let second = other.span
    var (i, j) = (a.start, b.start)
    while i < a.end, j < b.end {
      if first[i] != second[j] { return first[i] < second[j] }
      i += 1
      j += 1
    }
    return i == a.end && j < b.end
  }

  /// Whether two texts have the same bytes.
  func areEqual(_ a: Int, _ b: Int) -> Bool { self[a] == self[b] }
}

/// Numbers of texts in the order in which they are first met.
struct TextNumbers {

  /// The texts, by their numbers.
  private(set) var texts = TextList()

  private var hashes: [UInt64] = []
  /// The number of the text in each slot, plus one, or 0 for a free slot.
  ///
  /// Open addressing with linear probing.
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
