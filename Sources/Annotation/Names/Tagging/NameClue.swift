/// What is known of a token for the recognition of names, as numbers.
package struct NameClue: Sendable {

  /// The word in lower case, digits alike.
  var word: UInt64 = 0
  /// The word as it is written.
  var form: UInt64 = 0
  /// Its shape, runs of one class of letter as one: "Xx", "X", "9", "x-x".
  var shape: UInt64 = 0
  /// The lists it stands in.
  var classes: WordClasses = []
  /// What the gazetteer knows here: its kind plus one, with 16 behind the first word, 32 for names
  /// of several words; 0 for nothing.
  var known: UInt8 = 0
  /// Whether a first name stands here: 0 for none, 1 for "m", 2 for "f".
  var firstName: UInt8 = 0
  /// Flags of writing.
  var writing: Writing = []

  /// How a token is written.
  struct Writing: OptionSet, Sendable {
    let rawValue: UInt8
    static let capital = Self(rawValue: 1)
    static let allCapitals = Self(rawValue: 2)
    static let sentenceStart = Self(rawValue: 4)
    static let digit = Self(rawValue: 8)
    static let mark = Self(rawValue: 16)
    static let tight = Self(rawValue: 32)
    /// The sentence is written in capitals, or each of its words with one, so that they say little.
    static let shouting = Self(rawValue: 64)
    static let titled = Self(rawValue: 128)
  }

  var isCapital: Bool { writing.contains(.capital) }
}

/// The clues of all tokens of a document.
struct NameClues {

  private(set) var clues: [NameClue]
  let text: TokenText

  init(_ text: TokenText, _ sentences: [Sentence]) {
    self.text = text
    clues = text.tokens.indices.map { Self.clue($0, text) }
    for sentence in sentences {
      let range = Int(sentence.firstToken)..<Int(sentence.endToken)
      markSentence(range)
      markKnown(range)
    }
  }

  subscript(index: Int) -> NameClue { clues[index] }

  private static func clue(_ index: Int, _ text: TokenText) -> NameClue {
    var clue = NameClue()
    let range = text.range(index)
    let hash = text.hash(index)
    clue.classes = .of(hash)
    if text.isCapitalized(index) { clue.writing.insert(.capital) }
    if text.isAllCapitals(index) { clue.writing.insert(.allCapitals) }
    let first = text.bytes[range.lowerBound]
    if first >= 0x30, first <= 0x39 { clue.writing.insert(.digit) }
    if case .mark = ByteClass.at(range.lowerBound, in: text.bytes).0 { clue.writing.insert(.mark) }
    if text.touches(index) { clue.writing.insert(.tight) }
    var spelling = Spelling()
    for position in range { spelling.append(text.bytes[position]) }
    clue.form = spelling.form
    clue.shape = spelling.shape
    clue.word = spelling.hasDigit ? spelling.masked : hash.bits
    return clue
  }

  /// Marks the start of a sentence, and sentences whose capitals say little.
  private mutating func markSentence(_ range: Range<Int>) {
    var words = 0
    var (capitals, shouts) = (0, 0)
    for index in range where !clues[index].writing.contains(.mark) {
      if words == 0 { clues[index].writing.insert(.sentenceStart) }
      words += 1
      if clues[index].isCapital || clues[index].writing.contains(.digit) { capitals += 1 }
      if clues[index].writing.contains(.allCapitals) { shouts += 1 }
    }
    guard words > 3 else { return }
    let isShouting = shouts * 10 > words * 7
    guard isShouting || capitals * 10 > words * 6 else { return }
    for index in range { clues[index].writing.insert(isShouting ? .shouting : .titled) }
  }

  /// Marks what the gazetteer knows, longest first, and first names.
  private mutating func markKnown(_ range: Range<Int>) {
    let gazetteer = Gazetteer.world
    var next = range.lowerBound
    for index in range where !clues[index].writing.contains(.mark) {
      if clues[index].isCapital,
        let name = gazetteer.firstName(at: index, in: text, limit: range.upperBound)
      {
        let isMale = gazetteer.bytes[name.line + 2] == 0x6D
        for part in index..<index + name.tokens { clues[part].firstName = isMale ? 1 : 2 }
      }
      guard index >= next,
        let match = gazetteer.longest(at: index, in: text, limit: range.upperBound)
      else { continue }
      let kind = match.kind.rawValue + 1 | (match.tokens > 1 ? 32 : 0)
      for part in index..<index + match.tokens {
        clues[part].known = part == index ? kind : kind | 16
      }
      next = index + match.tokens
    }
  }
}

/// The hashes of a word's spelling.
private struct Spelling {

  private(set) var form: UInt64 = 0xcbf2_9ce4_8422_2325
  private(set) var shape: UInt64 = 0x9E37_79B9
  private(set) var masked: UInt64 = 0x8422_2325
  private(set) var hasDigit = false
  private var last: UInt8 = 0

  mutating func append(_ byte: UInt8) {
    form = (form ^ UInt64(byte)) &* 0x100_0000_01b3
    let kind: UInt8
    switch byte {
    case 0x30...0x39: kind = 0x39
    case 0x41...0x5A: kind = 0x58
    case 0x61...0x7A: kind = 0x78
    case 0x80...: kind = 0x75
    default: kind = byte
    }
    if kind == 0x39 { hasDigit = true }
    masked = (masked ^ UInt64(kind == 0x39 ? kind : byte | 0x20)) &* 0x100_0000_01b3
    if kind != last { shape = (shape ^ UInt64(kind)) &* 0x100_0000_01b3 }
    last = kind
  }
}
