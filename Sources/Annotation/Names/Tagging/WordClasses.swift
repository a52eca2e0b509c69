/// What lists a word stands in, as bits, with one look-up for all of them.
struct WordClasses: OptionSet, Hashable, Sendable {

  let rawValue: UInt32

  static let honorific = Self(rawValue: 1 << 0)
  static let role = Self(rawValue: 1 << 1)
  static let modifier = Self(rawValue: 1 << 2)
  static let organization = Self(rawValue: 1 << 3)
  static let place = Self(rawValue: 1 << 4)
  static let nothing = Self(rawValue: 1 << 5)
  static let leadingSurname = Self(rawValue: 1 << 6)
  static let particle = Self(rawValue: 1 << 7)
  static let locative = Self(rawValue: 1 << 8)
  static let speech = Self(rawValue: 1 << 9)
  static let function = Self(rawValue: 1 << 10)
  static let works = Self(rawValue: 1 << 11)
  static let linker = Self(rawValue: 1 << 12)
  static let surname = Self(rawValue: 1 << 13)
  static let article = Self(rawValue: 1 << 14)
  static let possessive = Self(rawValue: 1 << 15)

  /// The classes of a word, by its hash.
  static func of(_ word: WordHash) -> WordClasses { table[word] }

  private static let table = WordClassTable([
    (NameWords.honorifics, .honorific), (NameWords.roles, .role),
    (NameWords.roleModifiers, .modifier), (NameWords.organizations, .organization),
    (NameWords.places, .place), (NameWords.nothing, .nothing),
    (NameWords.leadingSurnames, .leadingSurname), (NameWords.particles, .particle),
    (NameWords.locatives, .locative), (NameWords.speech, .speech),
    (NameWords.functionWords, .function), (NameWords.works, .works),
    (NameWords.linkers, .linker), (NameWords.surnames, .surname),
    (WordSet("the a an"), .article), (WordSet("'s '"), .possessive),
  ])
}

/// The classes of all words that have one, by open addressing.
private struct WordClassTable: Sendable {

  private var keys: [WordHash?]
  private var values: [WordClasses]

  init(_ lists: [(WordSet, WordClasses)]) {
    keys = [WordHash?](repeating: nil, count: 1 << 12)
    values = [WordClasses](repeating: [], count: 1 << 12)
    for (words, bit) in lists {
      for word in words.words {
        let slot = slot(of: word)
        keys[slot] = word
        values[slot].insert(bit)
      }
    }
  }

  subscript(word: WordHash) -> WordClasses { values[slot(of: word)] }

  private func slot(of word: WordHash) -> Int {
    var slot = Int(truncatingIfNeeded: word.index) & (keys.count - 1)
    while let key = keys[slot], key != word { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }
}
