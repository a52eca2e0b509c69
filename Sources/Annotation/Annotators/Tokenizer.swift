/// Cuts running text into tokens after the conventions of the English treebanks of UD.
///
/// Clitics ("'s", "n't") and hyphens are tokens of their own, and so is every quotation mark.
public struct Tokenizer: Annotator {

  /// Only paragraphs have tokens.
  public static let requires: Set<Layer> = [.layout]
  /// The tokens of paragraphs.
  public static let provides: Set<Layer> = [.tokens]

  /// Creates a tokenizer.
  public init() {}

  /// Cuts the paragraphs of a document into tokens.
  public func annotate(_ document: inout AnnotatedDocument) {
    var tokens: [Token] = []
    tokens.reserveCapacity(document.text.bytes.count / 5 + 1)
    for block in document.blocks where block.kind.holdsSentences {
      Self.scan(document.text.bytes, block.range, into: &tokens)
    }
    document.tokens = tokens
  }

  /// Returns the tokens of a run of a text.
  static func tokens(of bytes: [UInt8], in range: ByteRange) -> [Token] {
    var tokens: [Token] = []
    scan(bytes, range, into: &tokens)
    return tokens
  }

  private static func scan(_ bytes: [UInt8], _ range: ByteRange, into tokens: inout [Token]) {
    let end = min(Int(range.end), bytes.count)
    var scanner = TokenScanner(bytes: bytes, end: end)
    var index = Int(range.start)
    while index < end {
      let (kind, length) = ByteClass.at(index, in: bytes)
      if kind == .blank {
        index += length
        continue
      }
      let next = scanner.tokenEnd(from: index, kind, length)
      tokens.append(Token(ByteRange(UInt32(index), UInt32(next))))
      index = next
    }
  }
}

/// Finds where the token ends that starts at a given byte.
struct TokenScanner {

  let bytes: [UInt8]
  let end: Int

  /// The end of a token of more than one part, like the "not" of "cannot", that is still to come.
  private var pending: Int?

  /// The run of bytes that an address of mail may be made of which was looked at last.
  var mailRun = 0..<0

  init(bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
  }

  /// Returns the end of the token that starts at `start`, always behind it.
  mutating func tokenEnd(from start: Int, _ kind: ByteClass, _ length: Int) -> Int {
    if let pending, pending > start {
      self.pending = nil
      return pending
    }
    if let special = addressEnd(from: start) { return special }
    switch kind {
    case .digit: return numberEnd(from: start)
    case .letter: return wordEnd(from: start)
    case .mark, .blank: return markEnd(from: start, length)
    }
  }

  /// The byte at an index, or zero outside of the run.
  func byte(_ index: Int) -> UInt8 { index < end && index >= 0 ? bytes[index] : 0 }

  /// Whether a letter or digit stands at an index.
  func isWord(_ index: Int) -> Bool {
    guard index < end, index >= 0 else { return false }
    let kind = ByteClass.at(index, in: bytes).0
    return kind == .letter || kind == .digit
  }

  /// Whether the scalar that ends before an index is a letter or digit.
  func isBehindWord(_ index: Int) -> Bool {
    var start = index - 1
    while start > 0, byte(start) & 0xC0 == 0x80 { start -= 1 }
    return isWord(start)
  }

  func isDigit(_ index: Int) -> Bool { byte(index) >= 0x30 && byte(index) <= 0x39 }

  /// Returns the length of an apostrophe, straight or curly, at an index, or zero.
  func apostropheLength(_ index: Int) -> Int {
    if byte(index) == 0x27 { return 1 }
    if byte(index) == 0x60 { return isBehindWord(index) && isWord(index + 1) ? 1 : 0 }
    return byte(index) == 0xE2 && byte(index + 1) == 0x80 && byte(index + 2) == 0x99 ? 3 : 0
  }

  private mutating func wordEnd(from start: Int) -> Int {
    if let dotted = initialsEnd(from: start) { return dotted }
    var index = start
    scan: while index < end {
      let (kind, length) = ByteClass.at(index, in: bytes)
      switch kind {
      case .letter, .digit: index += length
      case .blank: break scan
      case .mark:
        if isGlued(start, index) { return index + 1 }
        guard let next = joined(start, index) else { break scan }
        if next < index { return next }
        index = next
      }
    }
    return divided(start, index)
  }

  /// Returns where a word goes on behind the mark at `index`; before it, where a clitic begins.
  private func joined(_ start: Int, _ index: Int) -> Int? {
    let apostrophe = apostropheLength(index)
    if apostrophe > 0 { return joinedByApostrophe(start, index, apostrophe) }
    switch byte(index) {
    case 0x2E: return joinedByPeriod(start, index)
    case 0x23, 0x5F, 0x7E: return fileEnd(from: index)
    case 0x2D where isWord(index + 1) || Self.fileMarks.contains(byte(index + 1)):
      if let file = fileEnd(from: index) { return file }
      return Self.prefixes.contains(WordHash(bytes, start..<index)) ? index + 1 : nil
    case 0x2F where index == start + 1: return slashedEnd(start, index)
    case 0x26 where isUpper(index - 1) && isUpper(index + 1): return index + 1
    default: return nil
    }
  }

  /// Returns the end of a short form with a stroke: "w/o".
  private func slashedEnd(_ start: Int, _ index: Int) -> Int? {
    var last = index + 1
    while isWord(last) { last += ByteClass.at(last, in: bytes).length }
    return Self.slashed.contains(WordHash(bytes, start..<last)) ? last : nil
  }

  private func joinedByApostrophe(_ start: Int, _ index: Int, _ length: Int) -> Int? {
    guard isWord(index + length), cliticEnd(index, length) == nil else { return nil }
    let isNot = bytes[index - 1] | 0x20 == 0x6E && byte(index + length) | 0x20 == 0x74
    if isNot, !isWord(index + length + 1) {
      return index - 1 > start ? index - 1 : index + length + 1
    }
    return index + length
  }

  private func joinedByPeriod(_ start: Int, _ index: Int) -> Int? {
    let word = WordHash(bytes, start..<index)
    if isAbbreviation(start, index), !isWord(index + 1) {
      return isLastOfList(word, index) ? nil : index + 1
    }
    if Self.innerAbbreviations.contains(word), goesOn(index + 1) { return index + 1 }
    guard isWord(index + 1) else { return nil }
    return dottedNameEnd(index, isNewsgroup: Self.newsgroups.contains(word))
  }

  /// Whether the period at `index` belongs to the word before it, wherever that stands.
  private func isAbbreviation(_ start: Int, _ index: Int) -> Bool {
    let word = WordHash(bytes, start..<index)
    return Self.abbreviations.contains(word)
      || (isUpper(start) && Self.titles.contains(word))
      || (word == Self.number && nextWordIsNumber(index + 1))
  }

  /// Whether a name or number follows an abbreviation without a blank: "Dr.Ode".
  private func isGlued(_ start: Int, _ index: Int) -> Bool {
    byte(index) == 0x2E && (isUpper(index + 1) || isDigit(index + 1))
      && isAbbreviation(start, index)
  }

  /// Whether a word in lower case or a number follows the blank at an index.
  private func goesOn(_ index: Int) -> Bool {
    byte(index) == 0x20 && isWord(index + 1) && !isUpper(index + 1)
  }

  /// Whether the period of "etc." ends a sentence as well; it is a token of its own there.
  private func isLastOfList(_ word: WordHash, _ period: Int) -> Bool {
    guard word == Self.etc else { return false }
    if period + 1 >= end || byte(period + 1) == 0x2E { return true }
    guard ByteClass.at(period + 1, in: bytes).0 == .blank else { return false }
    var next = period + 1
    while next < end, ByteClass.at(next, in: bytes).0 == .blank {
      next += ByteClass.at(next, in: bytes).length
    }
    return next >= end || isUpper(next)
  }

  /// Returns the end of what is written with periods like a name of the net: "example.com",
  /// "notes.txt", "a.long.name"; nil where a sentence may have lost its space.
  private func dottedNameEnd(_ index: Int, isNewsgroup: Bool) -> Int? {
    var (period, last, dots) = (index, index, 0)
    while byte(period) == 0x2E, isWord(period + 1), !isUpper(period + 1) || dots == 0 {
      last = period + 1
      while isWord(last) { last += ByteClass.at(last, in: bytes).length }
      dots += 1
      let word = WordHash(bytes, period + 1..<last)
      if Self.domains.contains(word), byte(last) != 0x2E || !isWord(last + 1) { return last }
      period = last
    }
    return (dots > 1 || isNewsgroup) && !isUpper(index + 1) ? last : nil
  }

  private func nextWordIsNumber(_ index: Int) -> Bool { byte(index) == 0x20 && isDigit(index + 1) }

  func isUpper(_ index: Int) -> Bool {
    (byte(index) >= 0x41 && byte(index) <= 0x5A)
      || (byte(index) == 0xC3 && byte(index + 1) >= 0x80 && byte(index + 1) <= 0x9E)
  }

  /// Returns the end of letters with periods: "U.S.", "a.m.", or the initial before a name.
  private func initialsEnd(from start: Int) -> Int? {
    var index = start
    while isLetter(index), byte(index + 1) == 0x2E, !isBehindWord(index) || index > start,
      index - start < Self.longestInitials
    {
      index += 2
    }
    let pairs = (index - start) / 2
    guard pairs > 0, !isWord(index) else {
      guard pairs > 0, isLetter(index) else { return nil }
      let isWhole = pairs > 1 || isUpper(start) && isUpper(index)
      let isKnown = Self.dotted.contains(WordHash(bytes, start..<index + 1))
      return isWhole || isKnown ? dottedTail(index) : nil
    }
    if pairs > 1 { return index }
    guard isUpper(start), byte(start) != 0x49, byte(index) == 0x20 else { return nil }
    return isUpper(index + 1) ? index : nil
  }

  /// "U.S" and "Ph.D" without their last period.
  private func dottedTail(_ index: Int) -> Int? { isWord(index + 1) ? nil : index + 1 }

  private func isLetter(_ index: Int) -> Bool {
    (byte(index) | 0x20) >= 0x61 && (byte(index) | 0x20) <= 0x7A
  }

  /// Whether "its" stands for "it's", or "your" for "you're", as the next word tells: one of those
  /// that nobody owns.
  private func isSlip(_ word: WordHash, before stop: Int) -> Bool {
    guard word == Self.its || word == Self.your, byte(stop) == 0x20 else { return false }
    var end = stop + 1
    while isLetter(end) { end += 1 }
    let next = WordHash(bytes, stop + 1..<end)
    if byte(end) == 0x2D { return false }
    if word == Self.its && next == Self.all || Self.unowned.contains(next) { return true }
    return Self.predicates.contains(next) && isTo(end)
  }

  /// Whether the word behind the blank at an index is "to".
  private func isTo(_ index: Int) -> Bool {
    byte(index) == 0x20 && byte(index + 1) | 0x20 == 0x74 && byte(index + 2) | 0x20 == 0x6F
      && !isWord(index + 3)
  }

  /// Whether a word in capitals ends as a negation does, with more than that before.
  private static func isNegation(_ word: ArraySlice<UInt8>) -> Bool {
    word.count > 3
      && (word.suffix(2).elementsEqual("NT".utf8) || word.suffix(3).elementsEqual("NOT".utf8))
  }

  /// Cuts "cannot" and its like in two.
  private mutating func divided(_ start: Int, _ stop: Int) -> Int {
    guard stop - start >= 2, stop - start <= 8 else { return stop }
    let word = WordHash(bytes, start..<stop)
    let isClipped = word == Self.lets && isUpper(start) || isSlip(word, before: stop)
    let length = isClipped ? stop - start - 1 : Self.contractions.first { $0.word == word }?.cut
    let isCapital = isUpper(start) && isUpper(start + 1)
    guard let length, !isCapital || Self.isNegation(bytes[start..<stop]) else { return stop }
    pending = stop
    return start + length
  }

  /// Returns the end of the clitic that the apostrophe at `index` begins.
  func cliticEnd(_ index: Int, _ length: Int) -> Int? {
    guard isBehindWord(index) || byte(index - 1) == 0x2E else {
      return nil
    }
    let start = index + length
    var stop = start
    while isLetter(stop), stop < start + 3 { stop += 1 }
    guard stop > start, stop <= start + 2, !isWord(stop) else { return nil }
    return Self.clitics.contains(WordHash(bytes, start..<stop)) ? stop : nil
  }
}
