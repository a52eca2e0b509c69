/// How words lose their endings: edits of words, found by part of speech and the longest known ending.
///
/// A whole word counts as its own longest ending, so exceptions are entries like any other. In a
/// section: the logarithm of the number of slots (4 bytes), the number of edits (4), zeros up to 64;
/// the slots, each a hash (4); for each slot the number of an edit (2), zero where the slot is empty;
/// the edits, each 16 bytes: letter case, letters taken off, letters put on, those letters.
package struct LemmaTable: Sendable {

  /// What makes a lemma of a word.
  package struct Edit: Hashable, Sendable {
    /// In which letters the word is read first.
    package enum Letters: UInt8, Sendable {
      case lower, upper, title, asWritten
    }
    package let letters: Letters
    /// The number of bytes taken off the end.
    package let cut: Int
    /// The bytes put there instead, at most thirteen.
    package let ending: [UInt8]

    /// Creates an edit.
    package init(letters: Letters, cut: Int, ending: [UInt8]) {
      (self.letters, self.cut, self.ending) = (letters, cut, ending)
    }
  }

  /// The longest ending that is looked for, in bytes; whole words may be longer.
  package static let longestEnding = 7

  private let slotBits: Int
  private let slots: ModelBytes
  private let edits: [Edit]

  /// Reads a table, or returns nil where the bytes are none.
  package init?(_ bytes: ModelBytes) {
    slotBits = Int(bytes.uint32(0))
    let count = Int(bytes.uint32(4))
    guard (4...20).contains(slotBits), count <= Int(UInt16.max),
      let slots = bytes.part(64, 6 << slotBits),
      let list = bytes.part(64 + 6 << slotBits, count * 16)
    else { return nil }
    self.slots = slots
    edits = (0..<count).map { index in
      let start = index * 16
      let length = min(Int(list[start + 2]), 13)
      return Edit(
        letters: Edit.Letters(rawValue: list[start]) ?? .lower, cut: Int(list[start + 1]),
        ending: (0..<length).map { list[start + 3 + $0] })
    }
  }

  /// Returns the edit for the longest known ending; `keys` holds the keys of endings from the
  /// shortest, and the key of the whole word at last.
  package func edit(_ keys: [UInt32]) -> Edit? {
    let mask = (1 << slotBits) - 1
    for key in keys.reversed() {
      var slot = Int(key) & mask
      for _ in 0..<64 {
        let number = Int(slots.uint16((4 << slotBits) + slot * 2))
        if number == 0 { break }
        if slots.uint32(slot * 4) == key { return number <= edits.count ? edits[number - 1] : nil }
        slot = (slot + 1) & mask
      }
    }
    return nil
  }

  /// Returns the section of a table.
  package static func section(_ entries: [(key: UInt32, edit: Int)], edits: [Edit]) -> [UInt8] {
    var slotBits = 4
    while entries.count * 5 > 3 << slotBits { slotBits += 1 }
    let mask = (1 << slotBits) - 1
    var hashes = [UInt32](repeating: 0, count: mask + 1)
    var numbers = [UInt16](repeating: 0, count: mask + 1)
    for entry in entries {
      var slot = Int(entry.key) & mask
      while numbers[slot] != 0, hashes[slot] != entry.key { slot = (slot + 1) & mask }
      (hashes[slot], numbers[slot]) = (entry.key, UInt16(entry.edit + 1))
    }
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(slotBits))
    bytes.append(littleEndian: UInt32(edits.count))
    bytes += repeatElement(0, count: 64 - bytes.count)
    for hash in hashes { bytes.append(littleEndian: hash) }
    for number in numbers { bytes.append(littleEndian: number) }
    for edit in edits {
      let ending = edit.ending.prefix(13)
      bytes += [edit.letters.rawValue, UInt8(clamping: edit.cut), UInt8(ending.count)]
      bytes += ending
      bytes += repeatElement(0, count: 13 - ending.count)
    }
    return bytes
  }
}
