/// What the rules know of a word form.
struct WordEntry {
  var key = WordKey.other
  var form = CueForm.none
  /// The cue as an index into `CueLexicon.cues`; meaningful when `form` is not `none`.
  var cue: UInt16 = 0
  var traits: WordTraits = []
  /// The cue that it is as a noun, likewise.
  var nominalCue: UInt16?

  static let unknown = WordEntry()
}

/// Word forms by the hash of their lower-case bytes.
///
/// Open addressing with linear probing. Only the 64-bit hashes are compared: with some thousand
/// forms, one in 10^15 unknown words is taken for a known one.
struct LexicalTable: Sendable {
  private var hashes: [UInt64]
  private var entries: [WordEntry]
  private let mask: Int

  /// Creates a table with room for `count` forms.
  init(capacity count: Int) {
    var size = 1024
    while size < count * 3 { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    entries = Array(repeating: .unknown, count: size)
    mask = size - 1
  }

  /// Returns the entry of the word at a range of `bytes`.
  func entry(of range: Range<Int>, in bytes: [UInt8]) -> WordEntry {
    entry(of: Self.hash(range, in: bytes))
  }

  /// Returns the entry of the word with a hash.
  func entry(of hash: UInt64) -> WordEntry {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return entries[slot] }
      slot = (slot + 1) & mask
    }
    return .unknown
  }

  /// Changes the entry of a word form, which is made if there is none.
  mutating func update(_ word: some StringProtocol, _ change: (inout WordEntry) -> Void) {
    let bytes = Array(word.utf8)
    let hash = Self.hash(0..<bytes.count, in: bytes)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    hashes[slot] = hash
    change(&entries[slot])
  }

  /// FNV-1a over the bytes with ASCII letters in lower case and typographic apostrophes made plain.
  static func hash(_ range: Range<Int>, in bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var index = range.lowerBound
    while index < range.upperBound {
      var byte = bytes[index]
      if byte &- 0x41 < 26 { byte |= 0x20 }
      if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99
      {
        byte = 0x27
        index += 2
      }
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      index += 1
    }
    return hash == 0 ? 1 : hash
  }
}
