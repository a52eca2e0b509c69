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
    let (first, second) = (one.span, other.span)
    let count = min(a.end - a.start, b.end - b.start)
    var place = 0
    // Eight bytes at a time, the first counting most.
    let (firstBytes, secondBytes) = unsafe (first.bytes, second.bytes)
    while place + 8 <= count {
      let own = unsafe firstBytes.unsafeLoadUnaligned(
        fromByteOffset: a.start + place, as: UInt64.self)
      let next = unsafe secondBytes.unsafeLoadUnaligned(
        fromByteOffset: b.start + place, as: UInt64.self)
      if own != next { return own.bigEndian < next.bigEndian }
      place += 8
    }
    while place < count {
      let (own, next) = (first[a.start + place], second[b.start + place])
      if own != next { return own < next }
      place += 1
    }
    return a.end - a.start < b.end - b.start
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
