/// Finds where the sentence ends that starts at a given token.
struct BoundaryRules {

  let bytes: [UInt8]
  let tokens: [Token]

  /// Returns the token behind the sentence that starts at `start`.
  func sentenceEnd(from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit {
      let end = index + 1
      guard isTerminator(index) else {
        index = end
        continue
      }
      let next = closersEnd(from: end, limit: limit)
      if next >= limit { return limit }
      if isBoundary(terminator: index, closed: next > end, next: next, limit: limit) { return next }
      index = next
    }
    return limit
  }

  private func isTerminator(_ index: Int) -> Bool {
    let range = tokens[index].range
    let last = bytes[Int(range.end) - 1]
    if last == 0x2E || last == 0x21 || last == 0x3F { return true }
    return range.length == 3 && Mark(at: Int(range.start), in: bytes) == .ellipsis
  }

  /// Skips what belongs to the sentence that has ended: more periods, closing quotes and brackets.
  private func closersEnd(from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit, isCloser(index) { index += 1 }
    return index
  }

  private func isCloser(_ index: Int) -> Bool {
    let start = Int(tokens[index].range.start)
    switch Mark(at: start, in: bytes) {
    case .closingDouble, .closingAngle, .closingParenthesis, .closingBracket: return true
    case .closingSingle, .apostrophe, .quote:
      return tokens[index].range.length <= 3 && !isBlank(start - 1)
        && (isBlank(Int(tokens[index].range.end)) || isMark(Int(tokens[index].range.end)))
    case .period, .question, .exclamation: return !isBlank(start - 1)
    default: return false
    }
  }

  private func isBoundary(terminator: Int, closed: Bool, next: Int, limit: Int) -> Bool {
    let first = firstWord(from: next, limit: limit)
    guard first < limit else { return true }
    let start = Int(tokens[first].range.start)
    let opensQuote = first > next
    if isLower(start) { return opensQuote && isStrong(terminator) && !closed }
    if isWordWithPeriod(terminator) {
      return endsByAbbreviation(terminator, before: first, opensQuote)
    }
    if closed, bytes[Int(tokens[terminator].range.end) - 1] != 0x2E {
      return !isCueWithName(from: first, limit: limit)
    }
    if Mark(at: start, in: bytes) == .comma || Mark(at: start, in: bytes) == .semicolon {
      return false
    }
    return isBlank(Int(tokens[next].range.start) - 1) || opensQuote || closed
  }

  private func isStrong(_ index: Int) -> Bool { tokens[index].range.length == 1 }

  /// The first token at or behind `start` that does not open a quotation or bracket.
  private func firstWord(from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit {
      switch Mark(at: Int(tokens[index].range.start), in: bytes) {
      case .openingDouble, .openingSingle, .openingAngle, .openingParenthesis, .openingBracket,
        .quote:
        index += 1
      case .apostrophe where tokens[index].range.length == 1: index += 1
      default: return index
      }
    }
    return index
  }

  private func isWordWithPeriod(_ index: Int) -> Bool {
    let range = tokens[index].range
    return range.length > 1 && bytes[Int(range.end) - 1] == 0x2E && bytes[Int(range.start)] != 0x2E
  }

  /// An abbreviation ends a sentence only where the next word can hardly go on.
  private func endsByAbbreviation(_ index: Int, before next: Int, _ opensQuote: Bool) -> Bool {
    let range = tokens[index].range
    let hash = WordHash(bytes, Int(range.start)..<Int(range.end) - 1)
    let follower = tokens[next].range
    let word = WordHash(bytes, Int(follower.start)..<Int(follower.end))
    if isBeforeName(index) { return false }
    return Self.starters.contains(word) || opensQuote && Self.oftenLast.contains(hash)
  }

  /// Whether a token is an initial, or a title or other short form that stands before a name.
  func isBeforeName(_ index: Int) -> Bool {
    let range = tokens[index].range
    guard isWordWithPeriod(index) else { return false }
    let hash = WordHash(bytes, Int(range.start)..<Int(range.end) - 1)
    return range.length == 2 || Self.neverLast.contains(hash) || TokenScanner.titles.contains(hash)
  }

  /// Whether words like "Trump asked" follow, which belong to a question or cry before them.
  private func isCueWithName(from start: Int, limit: Int) -> Bool {
    for index in start..<min(start + 5, limit) {
      let range = tokens[index].range
      if Self.cues.contains(WordHash(bytes, Int(range.start)..<Int(range.end))) {
        return index > start
      }
      if isLower(Int(range.start)), index > start { return false }
    }
    return false
  }

  private func isLower(_ index: Int) -> Bool {
    let byte = bytes[index]
    if byte == 0xC3, index + 1 < bytes.count { return bytes[index + 1] >= 0x9F }
    return byte >= 0x61 && byte <= 0x7A
  }

  private func isBlank(_ index: Int) -> Bool {
    guard index >= 0, index < bytes.count else { return true }
    return bytes[index] <= 0x20 || bytes[index] == 0xA0
  }

  private func isMark(_ index: Int) -> Bool { ByteClass.at(index, in: bytes).0 == .mark }

  /// Abbreviations that stand before a name or number.
  private static let neverLast = WordSet(
    "mr mrs ms messrs dr prof st rev hon ft mt vs eg e.g i.e ie cf no dept est approx")
  private static let oftenLast = WordSet("u.s u.k u.n etc inc co corp ltd d.c jr sr a.m p.m")
  private static let starters = WordSet(
    """
    the a an this that these those he she it they we i you his her their its our my in on at for but
    and or so yet if when while after before as by with from there here what who how why however
    meanwhile both some many most all no not mr mrs ms dr
    """)
  private static let cues = WordSet(
    "asked said says asks wrote added told cried shouted exclaimed wondered demanded replied joked")
}
