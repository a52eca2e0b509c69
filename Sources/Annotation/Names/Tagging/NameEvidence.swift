/// What a document says elsewhere of the words that it writes with a capital.
struct NameEvidence {

  /// What has been seen of a word, anywhere in the document.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt32
    static let lowercase = Self(rawValue: 1 << 0)
    static let midSentence = Self(rawValue: 1 << 1)
    static let behindTitle = Self(rawValue: 1 << 2)
    static let behindFirstName = Self(rawValue: 1 << 3)
    static let behindPreposition = Self(rawValue: 1 << 4)
    static let besideBody = Self(rawValue: 1 << 5)
    static let besideSpeech = Self(rawValue: 1 << 6)
    static let runStart = Self(rawValue: 1 << 7)
    static let runEnd = Self(rawValue: 1 << 8)
    static let alone = Self(rawValue: 1 << 9)
    static let behindArticle = Self(rawValue: 1 << 10)
    static let initials = Self(rawValue: 1 << 11)
    static let isFirstName = Self(rawValue: 1 << 12)
    static let possessive = Self(rawValue: 1 << 13)
  }

  /// A word of the document.
  struct Entry {
    var key: UInt64
    var flags: Flags = []
    /// How often it is written with a capital, at most 255.
    var count: UInt8 = 0
    /// A place where it stands in a run of capitalised words, or anywhere.
    var reference: Int32 = -1
    /// The length of that run.
    var length: UInt8 = 0
  }

  private var slots: [Int32]
  private(set) var entries: [Entry] = []

  init(_ clues: [NameClue], _ runs: [NameRun]) {
    var size = 64
    while size < clues.count { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    for run in runs {
      for index in run.tokens where clues[index].isCapital { note(index, run, clues) }
      noteInitials(run, clues)
    }
    for clue in clues where !clue.isCapital && !clue.writing.contains(.mark) {
      let slot = slot(of: clue.word)
      if slots[slot] >= 0 { entries[Int(slots[slot])].flags.insert(.lowercase) }
    }
  }

  /// What is known of a word.
  func entry(_ word: UInt64) -> Entry {
    let slot = slots[slot(of: word)]
    return slot < 0 ? Entry(key: word) : entries[Int(slot)]
  }

  private mutating func note(_ index: Int, _ run: NameRun, _ clues: [NameClue]) {
    let clue = clues[index]
    let number = number(of: clue.word)
    entries[number].flags.formUnion(flags(index, run, clues))
    if entries[number].count < 255 { entries[number].count += 1 }
    let length = UInt8(min(run.tokens.count, 255))
    if entries[number].reference < 0 || length > entries[number].length, length < 8 {
      entries[number].reference = Int32(index)
      entries[number].length = length
    }
  }

  private func flags(_ index: Int, _ run: NameRun, _ clues: [NameClue]) -> Flags {
    var flags: Flags = []
    let clue = clues[index]
    if clue.writing.isDisjoint(with: [.sentenceStart, .shouting, .titled]) {
      flags.insert(.midSentence)
    }
    if run.tokens.count == 1 {
      flags.insert(.alone)
    } else if index == run.tokens.lowerBound {
      flags.insert(.runStart)
    } else if index == run.tokens.upperBound - 1 {
      flags.insert(.runEnd)
    }
    if clue.firstName > 0 { flags.insert(.isFirstName) }
    if index > 0 {
      let before = clues[index - 1]
      if !before.classes.isDisjoint(with: [.honorific, .role]) { flags.insert(.behindTitle) }
      if before.firstName > 0 { flags.insert(.behindFirstName) }
      if before.classes.contains(.locative) { flags.insert(.behindPreposition) }
      if before.classes.contains(.article) { flags.insert(.behindArticle) }
    }
    if run.hasBody { flags.insert(.besideBody) }
    if index + 1 < clues.count {
      if clues[index + 1].classes.contains(.speech) { flags.insert(.besideSpeech) }
      if clues[index + 1].classes.contains(.possessive) { flags.insert(.possessive) }
    }
    return flags
  }

  /// Notes "ANC" for "African National Congress".
  private mutating func noteInitials(_ run: NameRun, _ clues: [NameClue]) {
    guard run.tokens.count > 1 else { return }
    let number = number(of: run.initials)
    entries[number].flags.insert(.initials)
    if run.hasBody { entries[number].flags.insert(.besideBody) }
  }

  private mutating func number(of word: UInt64) -> Int {
    let slot = slot(of: word)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    guard entries.count * 4 < slots.count * 3 else { return grow(word) }
    slots[slot] = Int32(entries.count)
    entries.append(Entry(key: word))
    return entries.count - 1
  }

  private mutating func grow(_ word: UInt64) -> Int {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, entry) in entries.enumerated() { slots[slot(of: entry.key)] = Int32(number) }
    return number(of: word)
  }

  private func slot(of word: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: word ^ (word >> 29)) & (slots.count - 1)
    while slots[slot] >= 0, entries[Int(slots[slot])].key != word {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
