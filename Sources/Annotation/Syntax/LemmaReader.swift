/// Reads words for their lemmas: letters in lower case, and the keys of their endings.
package struct LemmaReader: Sendable {

  /// The word in lower case.
  package private(set) var lower: [UInt8] = []
  /// The keys of its endings from none, and of the whole word at last; see `LemmaTable`.
  package private(set) var keys: [UInt32] = []

  private var word: [UInt8] = []

  /// Creates a reader.
  package init() {}

  /// Reads a word.
  package mutating func read(_ range: Range<Int>, of bytes: [UInt8], as tag: PartOfSpeech) {
    lower.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    word.removeAll(keepingCapacity: true)
    word.append(contentsOf: bytes[range])
    var previous: UInt8 = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      let isCurly =
        byte == 0xE2 && index + 2 < range.upperBound && bytes[index + 1] == 0x80
        && bytes[index + 2] == 0x99
      lower.append(isCurly ? 0x27 : byte.lowercased(after: previous))
      previous = byte
      index += isCurly ? 3 : 1
    }
    readKeys(tag)
  }

  private mutating func readKeys(_ tag: PartOfSpeech) {
    var hash = WordHash()
    hash.append(tag.rawValue)
    if tag == .propn || tag == .x { hash.append(letterCase) }
    keys.append(Self.fold(hash.bits))
    var length = 0
    while length < lower.count {
      length += 1
      hash.append(lower[lower.count - length])
      if length <= LemmaTable.longestEnding { keys.append(Self.fold(hash.bits)) }
    }
    keys.append(Self.fold(hash.bits &* 31 &+ 7))
  }

  private static func fold(_ bits: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: bits ^ (bits >> 29) ^ (bits >> 43))
  }

  /// Lower case 0, a capital at the start 1, all capitals 2, others 3.
  private var letterCase: UInt8 {
    let uppers = word.count { $0 >= 0x41 && $0 <= 0x5A }
    if uppers == 0 { return 0 }
    let lowers = word.count { $0 >= 0x61 && $0 <= 0x7A }
    if lowers == 0, uppers > 1 { return 2 }
    return uppers == 1 && word[0] >= 0x41 && word[0] <= 0x5A ? 1 : 3
  }

  /// The word in the letters of an edit.
  package func letters(_ letters: LemmaTable.Edit.Letters) -> [UInt8] {
    switch letters {
    case .lower: lower
    case .upper: lower.map { $0 >= 0x61 && $0 <= 0x7A ? $0 & 0xDF : $0 }
    case .title:
      [lower[0] >= 0x61 && lower[0] <= 0x7A ? lower[0] & 0xDF : lower[0]] + lower.dropFirst()
    case .asWritten: word
    }
  }

  /// Returns the lemma that an edit makes of the word; without one, the word in lower case.
  package func lemma(_ edit: LemmaTable.Edit?) -> String {
    guard let edit, !lower.isEmpty else { return String(decoding: lower, as: UTF8.self) }
    if edit.cut == 0, edit.ending.isEmpty {
      return String(decoding: letters(edit.letters), as: UTF8.self)
    }
    let word = letters(edit.letters)
    guard edit.cut < word.count || !edit.ending.isEmpty && edit.cut == word.count else {
      return String(decoding: word, as: UTF8.self)
    }
    return String(decoding: word.dropLast(edit.cut) + edit.ending, as: UTF8.self)
  }
}
