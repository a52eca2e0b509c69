internal import CAnnotationLexicon

/// The words that the tagger and lemmatizer know, with the costs of their tags.
///
/// The table is the text that `Tests/Tools/make-lexicon.py` writes; it is indexed once, in well
/// under a millisecond, and read in place.
struct Lexicon: Sendable {

  /// The one table of the program.
  static let english = Lexicon(bytes: embedded())

  /// The text: a key, a tab, a value, a line feed, and again.
  let bytes: [UInt8]

  /// Where the line of a key starts, plus one; zero is empty.
  private let slots: [UInt32]

  init(bytes: [UInt8]) {
    self.bytes = bytes
    var slots = [UInt32](repeating: 0, count: 1 << 16)
    var hash = WordHash()
    var start = 0
    var isKey = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x0A {
        (hash, start, isKey) = (WordHash(), index + 1, true)
      } else if byte == 0x09, isKey {
        var slot = Int(truncatingIfNeeded: hash.index) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(start) + 1
        isKey = false
      } else if isKey {
        hash.append(byte)
      }
    }
    self.slots = slots
  }

  /// Returns where the value of `key[range]` starts in `bytes`, or nil where there is none.
  func value(of key: [UInt8], _ range: Range<Int>, hash: WordHash) -> Int? {
    var slot = Int(truncatingIfNeeded: hash.index) & (slots.count - 1)
    while slots[slot] != 0 {
      let start = Int(slots[slot]) - 1
      if matches(key, range, at: start) { return start + range.count + 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Returns where the value of a key starts in `bytes`, or nil where there is no such key.
  func value(of key: String) -> Int? {
    let bytes = Array(key.utf8)
    return value(of: bytes, bytes.indices, hash: WordHash(bytes, bytes.indices))
  }

  /// Whether a word is known first of all as something other than a name.
  func isCommon(_ word: String) -> Bool {
    value(of: word.lowercased()).map { bytes[$0] != 0x61 + PartOfSpeech.propn.rawValue } ?? false
  }

  private func matches(_ key: [UInt8], _ range: Range<Int>, at start: Int) -> Bool {
    guard start + range.count < bytes.count, bytes[start + range.count] == 0x09 else {
      return false
    }
    var index = start
    for position in range {
      guard bytes[index] == key[position] else { return false }
      index += 1
    }
    return true
  }

  private static func embedded() -> [UInt8] {
    let count = annotation_lexicon_count()
    return unsafe Array(UnsafeBufferPointer(start: annotation_lexicon_bytes(), count: count))
  }
}
