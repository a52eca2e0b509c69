/// The words and marks that the rules call by name.
enum WordKey: UInt8 {
  case other
  case that, to, of, by, `for`, `as`, on, about, out, at, `in`, with, from, against, into, up, back
  case according, who, which, whom, what, how, why, whether, `if`, when, `where`
  case and, but, or, `while`, because, although, not, never, there, it, isForm, clear, view, opinion
  case words, clitic, he, she, you
  case comma, colon, semicolon, dash, stop, ellipsis, openMark, closeMark, bracket, hyphen
}

/// What a word may do in a sentence, whatever its tag says.
struct WordTraits: OptionSet {
  let rawValue: UInt32

  static let subjectPronoun = WordTraits(rawValue: 1 << 0)
  static let objectPronoun = WordTraits(rawValue: 1 << 1)
  static let possessive = WordTraits(rawValue: 1 << 2)
  static let determiner = WordTraits(rawValue: 1 << 3)
  static let preposition = WordTraits(rawValue: 1 << 4)
  static let be = WordTraits(rawValue: 1 << 5)
  static let have = WordTraits(rawValue: 1 << 6)
  static let modal = WordTraits(rawValue: 1 << 7)
  static let negation = WordTraits(rawValue: 1 << 8)
  static let question = WordTraits(rawValue: 1 << 9)
  static let relative = WordTraits(rawValue: 1 << 10)
  static let conjunction = WordTraits(rawValue: 1 << 11)
  static let subordinator = WordTraits(rawValue: 1 << 12)
  static let temporal = WordTraits(rawValue: 1 << 13)
  static let adverb = WordTraits(rawValue: 1 << 14)
  static let reflexive = WordTraits(rawValue: 1 << 15)
  static let doForm = WordTraits(rawValue: 1 << 16)
  static let mark = WordTraits(rawValue: 1 << 17)
  /// A word of refusal, after which "to say" reports nothing.
  static let refusal = WordTraits(rawValue: 1 << 18)
  static let indefinite = WordTraits(rawValue: 1 << 19)
  /// A word before "to say" that puts the saying into the future or under way.
  static let planning = WordTraits(rawValue: 1 << 20)
  /// A verb with which words are given out, as in "issued a warning".
  static let issuing = WordTraits(rawValue: 1 << 21)

  /// A word that says there is none.
  static let negative = WordTraits(rawValue: 1 << 22)

  static let auxiliary: WordTraits = [.be, .have, .modal, .doForm]
  static let pronoun: WordTraits = [.subjectPronoun, .objectPronoun]
}
