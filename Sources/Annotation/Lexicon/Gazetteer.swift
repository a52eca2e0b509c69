internal import CAnnotationLexicon

/// The people, places and organisations that are known before any text is read.
///
/// Each line of the table is a kind and fields parted by `|`, whose items are parted by `;`:
/// countries `C|name|variants|demonyms|capitals|seats of government`, organisations
/// `O|name|variants|seats`, adjectives of parties `A|party||words`, places `T|names`, people `P|name|aliases|gender|country|offices`,
/// first names `F|gender|names`; `N|phrases` are no names at all. It is indexed once and read in place.
struct Gazetteer: Sendable {

  /// The one table of the program.
  static let world = Gazetteer(bytes: embedded())

  /// What a name in the table stands for.
  enum Kind: UInt8, Sendable {
    case country, demonym, capital, seat, organization, place, person, firstName
    /// A phrase in capitals that names none of these.
    case other
  }

  /// A name of the table found in a text.
  struct Match: Sendable {
    let kind: Kind
    /// Where the line starts.
    let line: Int
    /// The name as the table writes it.
    let name: Range<Int>
    /// The number of tokens it covers.
    var tokens: Int
  }

  let bytes: [UInt8]
  private var names = GazetteerIndex(capacity: 1 << 13)
  private var firstNames = GazetteerIndex(capacity: 1 << 12)

  init(bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      if index > start + 2 { indexLine(start, index) }
      start = index + 1
    }
  }

  /// Returns the longest known name whose first token is at `index`, or nil.
  func longest(at index: Int, in tokens: TokenText, limit: Int) -> Match? {
    names.longest(at: index, in: tokens, limit: limit, table: bytes)
  }

  /// Returns the first name that starts at `index`, or nil.
  func firstName(at index: Int, in tokens: TokenText, limit: Int) -> Match? {
    firstNames.longest(at: index, in: tokens, limit: limit, table: bytes)
  }

  /// Whether a word is a first name.
  func isFirstName(_ word: String) -> Bool { firstNames.lookup(word) != nil }

  /// Returns the entry of a name, written as the table writes it.
  func lookup(_ name: String) -> Match? { names.lookup(name) }

  /// Returns a field of a line, as text.
  func field(_ number: Int, ofLine line: Int) -> String {
    String(decoding: bytes[range(ofField: number, line)], as: UTF8.self)
  }

  /// Returns the items of a field of a line.
  func items(_ number: Int, ofLine line: Int) -> [String] {
    bytes[range(ofField: number, line)].split(separator: 0x3B).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Where the lines of people start.
  var people: [Int] {
    var lines: [Int] = []
    var start = 0
    while start < bytes.count {
      if bytes[start] == 0x50, start + 1 < bytes.count, bytes[start + 1] == 0x7C {
        lines.append(start)
      }
      start = (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count) + 1
    }
    return lines
  }

  private func range(ofField number: Int, _ line: Int) -> Range<Int> {
    var index = line
    var field = 0
    while field < number, index < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == 0x7C { field += 1 }
      index += 1
    }
    let start = index
    while index < bytes.count, bytes[index] != 0x7C, bytes[index] != 0x0A { index += 1 }
    return start..<index
  }

  private mutating func indexLine(_ start: Int, _ end: Int) {
    var field = 0
    var item = start
    for index in start...end {
      let byte = index < end ? bytes[index] : 0x7C
      guard byte == 0x7C || byte == 0x3B else { continue }
      if field > 0, item < index, let kind = kind(bytes[start], field) {
        insert(Match(kind: kind, line: start, name: item..<index, tokens: 0))
      }
      item = index + 1
      if byte == 0x7C { field += 1 }
    }
  }

  private func kind(_ letter: UInt8, _ field: Int) -> Kind? {
    switch (letter, field) {
    case (0x43, 1), (0x43, 2): .country
    case (0x43, 3), (0x41, 3): .demonym
    case (0x43, 4), (0x4F, 3): .capital
    case (0x43, 5): .seat
    case (0x4F, 1), (0x4F, 2): .organization
    case (0x54, _): .place
    case (0x4E, _): .other
    case (0x50, 1), (0x50, 2): .person
    case (0x46, 2): .firstName
    default: nil
    }
  }

  private mutating func insert(_ match: Match) {
    if match.kind == .firstName {
      firstNames.insert(match, table: bytes)
    } else {
      names.insert(match, table: bytes)
    }
  }

  private static func embedded() -> [UInt8] {
    let count = annotation_gazetteer_count()
    return unsafe Array(UnsafeBufferPointer(start: annotation_gazetteer_bytes(), count: count))
  }
}

/// Names of one to several tokens by the hash of their words.
struct GazetteerIndex: Sendable {

  private var matches: [Gazetteer.Match] = []
  private var hashes: [WordHash] = []
  private var slots: [Int32]

  /// By the low bits of a first token's hash: the most tokens of a name that starts so.
  private var lengths = [UInt8](repeating: 0, count: 1 << 12)

  init(capacity: Int) { slots = [Int32](repeating: -1, count: capacity * 2) }

  /// Adds a name of the table, unless one with the same words is there already.
  mutating func insert(_ match: Gazetteer.Match, table: [UInt8]) {
    let words = PhraseHash(table[match.name])
    let bucket = Int(truncatingIfNeeded: words.first.index) & (lengths.count - 1)
    lengths[bucket] = max(lengths[bucket], UInt8(min(words.count, 12)))
    let slot = slot(of: words.hash)
    guard slots[slot] < 0, matches.count * 2 < slots.count else { return }
    slots[slot] = Int32(matches.count)
    matches.append(match)
    hashes.append(words.hash)
  }

  /// Returns the entry of a name.
  func lookup(_ name: String) -> Gazetteer.Match? {
    let slot = slots[slot(of: PhraseHash(Array(name.utf8)[...]).hash)]
    return slot < 0 ? nil : matches[Int(slot)]
  }

  /// Returns the longest name at a token.
  func longest(
    at index: Int, in tokens: TokenText, limit: Int, table: [UInt8]
  ) -> Gazetteer.Match? {
    let first = tokens.hash(index)
    let most = Int(lengths[Int(truncatingIfNeeded: first.index) & (lengths.count - 1)])
    guard most > 0 else { return nil }
    var best: Gazetteer.Match?
    var hash = WordHash()
    for count in 1...most {
      guard index + count <= limit else { break }
      if count > 1 { hash.append(0x20) }
      tokens.append(index + count - 1, to: &hash)
      let slot = slots[slot(of: hash)]
      guard slot >= 0 else { continue }
      var match = matches[Int(slot)]
      guard tokens.isWritten(index, like: table[match.name]) else { continue }
      match.tokens = count
      best = match
    }
    return best
  }

  private func slot(of hash: WordHash) -> Int {
    var slot = Int(truncatingIfNeeded: hash.index) & (slots.count - 1)
    while slots[slot] >= 0, hashes[Int(slots[slot])] != hash {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}

/// The hash of a name of several words, as `TokenText` finds it over tokens.
private struct PhraseHash {

  private(set) var hash = WordHash()
  private(set) var first = WordHash()
  private(set) var count = 1

  init(_ name: ArraySlice<UInt8>) {
    var previous: UInt8 = 0
    for byte in name {
      if byte == 0x20 || byte == 0x2D {
        if count == 1 { first = hash }
        count += byte == 0x2D ? 2 : 1
        if byte == 0x2D {  // a token of its own
          hash.append(0x20)
          hash.append(0x2D)
        }
        hash.append(0x20)
      } else {
        hash.append(byte.lowercased(after: previous))
      }
      previous = byte
    }
    if count == 1 { first = hash }
  }
}
