/// Goes through the places of a paragraph where a sentence may end, and reads the features by which
/// that is decided.
package struct BoundaryReader {

  /// The logarithm of the number of rows of the weights.
  package static let rowBits = 16

  private let bytes: [UInt8]
  private let tokens: [Token]
  private let rules: BoundaryRules
  private var words: WordAttributeReader

  /// The words of the paragraph, with two beyond either end.
  private var places: [BoundaryPlace] = []
  /// What has been seen of the sentence so far.
  private var sentence = SentenceState()
  private var features = BoundaryFeatures()

  /// Creates a reader of the tokens of a document.
  package init(_ document: AnnotatedDocument, _ vocabulary: Vocabulary) {
    bytes = document.text.bytes
    tokens = document.tokens
    rules = BoundaryRules(bytes: bytes, tokens: tokens)
    words = WordAttributeReader(vocabulary)
  }

  /// Where sentences of a paragraph end by rule, the end of the paragraph among them.
  func ruledEnds(_ paragraph: Range<Int>) -> [Int] {
    var ends: [Int] = []
    var start = paragraph.lowerBound
    while start < paragraph.upperBound {
      start = rules.sentenceEnd(from: start, limit: paragraph.upperBound)
      ends.append(start)
    }
    return ends
  }

  /// Returns where sentences end within a paragraph; `isEnd` is asked of the token behind each place
  /// that the rules leave open, with the rows of its features.
  package mutating func ends(
    _ paragraph: Range<Int>, isEnd: (Int, [UInt32]) -> Bool
  ) -> [Int] {
    guard let start = paragraph.first else { return [] }
    open(paragraph)
    var ruled = ruledEnds(paragraph)[...]
    var ends: [Int] = []
    sentence = SentenceState()
    var closers = 0
    for index in paragraph.dropFirst() {
      let place = index - start + 2
      sentence.add(places[place - 1])
      let isCloser = places[place - 1].kind.isQuote && !places[place - 1].isSpaced
      closers = isCloser ? closers + 1 : 0
      let isRuled = ruled.first == index
      if isRuled { ruled.removeFirst() }
      guard isRuled || isCandidate(place) else { continue }
      let isSettled = settled(place, index, closers: closers, isRuled: isRuled)
      if isSettled == nil { features.read(places, place, sentence, isRuled: isRuled) }
      guard isSettled ?? isEnd(index, features.rows) else { continue }
      ends.append(index)
      sentence = SentenceState()
    }
    return ends
  }

  /// What the rules are sure of: a quotation goes on behind its comma, and a name behind an initial
  /// or title; what opens behind a full stop is another sentence.
  ///
  /// `closers` is the number of quotation marks right before the place that no blank parts from what
  /// they close.
  private func settled(_ place: Int, _ index: Int, closers: Int, isRuled: Bool) -> Bool? {
    let (last, next) = (places[place - 1].kind, places[place].kind)
    if closers > 0, places[place - 1 - closers].kind == .comma { return false }
    if last == .abbreviation, !isRuled, rules.isBeforeName(index - 1) { return false }
    if isRuled, next == .openingQuote, last == .period || last == .closingQuote { return true }
    return nil
  }

  /// Reads the words of a paragraph.
  private mutating func open(_ paragraph: Range<Int>) {
    places.removeAll(keepingCapacity: true)
    places += [.boundary, .boundary]
    for index in paragraph {
      let range = tokens[index].range
      places.append(
        BoundaryPlace(
          words.attributes(of: range, in: bytes),
          kind: BoundaryPlace.Kind(Int(range.start)..<Int(range.end), of: bytes),
          isSpaced: index == paragraph.lowerBound || tokens[index - 1].range.end < range.start))
    }
    places += [.boundary, .boundary]
  }

  /// Between two words in lower case, or where no blank stands, a sentence hardly ends.
  private func isCandidate(_ place: Int) -> Bool {
    let (last, next) = (places[place - 1], places[place])
    if last.kind == .word, next.kind == .word { return next.isSpaced && next.word.shape != 1 }
    return next.isSpaced || last.kind.mayEnd
  }
}

/// A word as the features of boundaries read it.
struct BoundaryPlace {

  let word: WordAttributes
  let kind: Kind
  /// Whether a blank stands before it.
  let isSpaced: Bool

  init(_ word: WordAttributes, kind: Kind, isSpaced: Bool) {
    (self.word, self.kind, self.isSpaced) = (word, kind, isSpaced)
  }

  static let boundary = BoundaryPlace(.boundary, kind: .outside, isSpaced: true)

  /// What a token is, as far as the ends of sentences go.
  enum Kind: UInt8 {
    case outside, word, number, abbreviation, address, period, periods, strong, quote, apostrophe
    case openingQuote, closingQuote, opening, closing, comma, colon, dash, face, line, other

    /// Whether it may close a quotation.
    var isQuote: Bool { self == .quote || self == .closingQuote || self == .apostrophe }

    /// Whether a sentence may end behind it though no blank follows.
    var mayEnd: Bool {
      switch self {
      case .period, .periods, .strong, .closing, .closingQuote, .quote, .face, .colon, .line: true
      default: false
      }
    }
  }
}

extension BoundaryPlace.Kind {

  /// Tells the kind of a token.
  init(_ range: Range<Int>, of bytes: [UInt8]) {
    let (first, last) = (bytes[range.lowerBound], bytes[range.upperBound - 1])
    if first < 0x80, ByteClass.at(range.lowerBound, in: bytes).0 != .mark {
      self = Self.word(range, of: bytes, isNumber: first >= 0x30 && first <= 0x39, last)
    } else if let mark = Mark(at: range.lowerBound, in: bytes) {
      self = Self.mark(mark, isLong: range.count > (first < 0x80 ? 1 : 3), last)
    } else if ByteClass.at(range.lowerBound, in: bytes).0 == .letter {
      self = .word
    } else {
      self = range.count > 2 && first < 0x80 ? .line : .other
    }
  }

  private static func word(
    _ range: Range<Int>, of bytes: [UInt8], isNumber: Bool, _ last: UInt8
  ) -> Self {
    if last == 0x2E { return .abbreviation }
    let isAddress = bytes[range].contains { $0 == 0x40 || $0 == 0x2F }
    if isNumber { return .number }
    return isAddress ? .address : .word
  }

  private static func mark(_ mark: Mark, isLong: Bool, _ last: UInt8) -> Self {
    switch mark {
    case .period: last == 0x2E ? (isLong ? .periods : .period) : .strong
    case .ellipsis: .periods
    case .question, .exclamation: .strong
    case .quote: .quote
    case .apostrophe where isLong && last == 0x27: .closingQuote
    case .apostrophe, .closingSingle: isLong ? .word : .apostrophe
    case .openingDouble, .openingAngle, .openingSingle: .openingQuote
    case .closingDouble, .closingAngle: .closingQuote
    case .openingParenthesis, .openingBracket: .opening
    case .closingParenthesis, .closingBracket: .closing
    case .comma: .comma
    case .colon, .semicolon: isLong ? .face : .colon
    case .hyphen, .enDash, .emDash: isLong ? .line : .dash
    }
  }
}

/// What has been read of a sentence.
struct SentenceState {

  private(set) var length = 0
  private(set) var start = BoundaryPlace.boundary
  /// Whether a quotation or bracket has been opened and not closed, as far as marks tell.
  private(set) var isQuoted = false
  private(set) var isBracketed = false
  private(set) var hasTerminator = false

  mutating func add(_ place: BoundaryPlace) {
    if length == 0 { start = place }
    length += 1
    switch place.kind {
    case .quote: isQuoted.toggle()
    case .openingQuote: isQuoted = true
    case .closingQuote: isQuoted = false
    case .opening: isBracketed = true
    case .closing: isBracketed = false
    case .period, .strong, .periods: hasTerminator = true
    default: break
    }
  }
}
