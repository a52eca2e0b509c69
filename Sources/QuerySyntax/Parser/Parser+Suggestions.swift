internal import Diagnostics

extension Parser {

  /// Words of other query languages, with the keyword that does the same.
  private static let foreignSteps: [String: Keyword] = [
    "filter": .where, "having": .where, "sort": .order, "group": .count, "head": .limit,
    "take": .limit, "fetch": .limit, "first": .limit, "project": .select, "show": .select,
    "aggregate": .count, "export": .save, "write": .save, "concordance": .kwic,
  ]

  /// Returns the keyword that does what `word` does in another language.
  func foreignStep(_ word: String) -> Keyword? { Self.foreignSteps[word.lowercased()] }

  /// Returns the keyword nearest to the word `token`, if one is near.
  func nearest(to token: Token, among keywords: [Keyword]) -> Keyword? {
    nearestWords(to: token, among: keywords).first.flatMap(Keyword.init(rawValue:))
  }

  func nearestWords(to token: Token, among keywords: [Keyword]) -> [String] {
    guard token.kind == .word, token.range.length <= 2 * Keyword.greatestLength else { return [] }
    return EditDistance.nearest(to: text(token), among: keywords.map(\.rawValue))
  }

  /// Reports the next word if it is near to `keyword`, and returns whether it is.
  mutating func reportMisspelling(of keyword: Keyword) -> Bool {
    guard current.kind == .word, current.keyword == nil,
      nearest(to: current, among: [keyword]) != nil
    else { return false }
    report(.misspeltKeyword(text(current), didYouMean: [keyword.rawValue], at: current.range))
    return true
  }

  /// Reports a word that begins no step, and returns the step that it is likely to mean.
  mutating func misspeltStep() -> Keyword? {
    guard current.kind == .word else {
      if startsPattern(at: position)
        || current.kind == .string && position > 1 && tokens[position - 1].kind == .pipe
      {
        report(.choiceWithoutParentheses(at: current.range))
      }
      reportExpected(.step)
      return nil
    }
    let word = text(current)
    if let keyword = foreignStep(word) {
      let quoth = token(1).keyword == .by ? "\(keyword.rawValue) by" : keyword.rawValue
      report(.foreignStep(word, quoth: quoth, at: current.range))
      return keyword
    }
    if current.keyword == .asc || current.keyword == .desc {
      report(.misplacedDirection(word, at: current.range))
      return nil
    }
    if let keyword = current.keyword, keyword.startsLadder || keyword.regionOperator != nil {
      report(.misplacedLadder(word, at: current.range))
      return nil
    }
    var candidates = Keyword.steps
    if token(1).keyword == .by { candidates = [.order, .count, .timeline] + candidates }
    let near = nearestWords(
      to: current, among: candidates + Keyword.ladder + Keyword.regions + attempted)
    report(.unknownStep(word, didYouMean: near, at: current.range))
    guard let keyword = near.first.flatMap(Keyword.init(rawValue:)), Keyword.steps.contains(keyword)
    else { return nil }
    return keyword
  }

  /// Whether the word numbered `index`, inside a value, is likely to be a misspelt keyword.
  ///
  /// What follows it must look like what follows that keyword: nobody is called `Macron oder by`.
  func looksMisspelt(at index: Int) -> Bool {
    let word = tokens[index]
    let next = tokens[min(index + 1, tokens.count - 1)]
    if next.keyword == .by {
      return nearest(to: word, among: [.order, .count, .timeline]) != nil
    }
    let isLong = word.range.length >= 4
    switch next.kind {
    case .integer:
      if isTimeUnit(at: index + 2), nearest(to: word, among: [.last]) != nil { return true }
      return isLong && nearest(to: word, among: [.limit, .sample]) != nil
    case .string, .parameter:
      return isLong && nearest(to: word, among: Self.beforeTexts) != nil
    case .leftParenthesis, .leftBracket:
      return isLong
        && nearest(to: word, among: Keyword.regions + [.union, .except, .intersect]) != nil
    default: return isMisspeltConnective(at: index)
    }
  }

  /// The keywords that may stand between a value of several words and a text or parameter.
  private static let beforeTexts: [Keyword] = [
    .save, .contains, .since, .about, .mentions, .last, .limit, .sample, .kwic, .exactly,
  ]

  func isTimeUnit(at index: Int) -> Bool {
    let token = tokens[min(index, tokens.count - 1)]
    return token.kind == .word && TimeUnitName.all.contains(text(token).lowercased())
  }

  /// Whether the token numbered `index` is followed by a comparison and near to `and` or `where`.
  func isMisspeltConnective(at index: Int) -> Bool {
    guard index + 2 < tokens.count, tokens[index + 1].kind == .word,
      comparesAttribute(at: index + 1)
    else { return false }
    return tokens[index].kind == .ampersand && !isInExpectation
      || nearest(to: tokens[index], among: [.and, .or, .where]) != nil
  }

  /// Skips `keyword`, or a word that is near to it where a condition follows.
  mutating func consumeConnective(_ keyword: Keyword) -> Bool {
    if consume(keyword) { return true }
    guard isMisspeltConnective(at: position) else { return false }
    let isNear =
      current.kind == .ampersand
      ? keyword == .and : nearest(to: current, among: [.and, .or, .where]) == keyword
    guard isNear else { return false }
    report(.misspeltKeyword(text(current), didYouMean: [keyword.rawValue], at: current.range))
    advance()
    return true
  }

  /// Reports that `and` is missing where a second condition follows the first one directly.
  mutating func reportMissingAnd() -> Bool {
    let isWord =
      current.kind == .word && !beginsNewStatement && !isStepStart(at: position)
      && !(isInExpectation && current.keyword == .families)
    let begins =
      current.kind == .string || startsLadder(at: position) || startsRegion(at: position)
      || current.keyword == .not || isWord && comparesAttribute(at: position)
    guard begins else { return false }
    report(.missingAnd(at: current.range))
    return true
  }

  /// Reads what other languages write where a condition stands, or a step that is none.
  mutating func parseForeignConditionIfPresent() -> Predicate.Kind? {
    if current.kind == .pattern {
      let range = current.range
      report(
        .patternWithoutMatches(
          at: range, mended: SourceRange(at: range.start), with: "text matches "))
      let name = Name("text", at: SourceRange(at: range.start))
      return parsePattern(of: Path([name], at: name.range))
    }
    guard current.keyword == .similar, token(1).keyword == .to else { return nil }
    report(.misplacedStep("similar to", at: current.range.union(token(1).range)))
    advance()
    advance()
    if current.kind == .string { advance() }
    lastMistake = position
    return .invalid
  }

  /// Reads a condition of the short ladder that stands behind a step.
  mutating func parseMisplacedLadder() -> Step {
    let start = position
    report(.misplacedLadder(text(current), at: current.range))
    advance()
    synchronize()
    return Step(.invalid, at: range(from: start))
  }
}

// MARK: Reports that look at the word they found

extension Parser {

  mutating func reportUnknownRowKind() {
    guard current.kind == .word else { return reportExpected(.rowKind) }
    let names = (Keyword.allCases.filter { $0.rowKind != nil } + attempted).map(\.rawValue)
    let near = EditDistance.nearest(to: text(current), among: names)
    report(.unknownRowKind(text(current), didYouMean: near, at: current.range))
    advance()
  }

  mutating func reportExpectedTimeUnit() {
    guard current.kind == .word, !isStepStart(at: position) else {
      return reportExpected(.timeUnit)
    }
    let near = EditDistance.nearest(to: text(current), among: TimeUnitName.all)
    report(.unknownTimeUnit(text(current), didYouMean: near, at: current.range))
    advance()
  }

  /// Reports that a comparison is missing, and returns the keyword that was likely meant.
  mutating func misspeltComparison(of path: Path) -> Keyword? {
    let word = current.kind == .word ? text(current).lowercased() : ""
    switch word {
    case "like", "ilike":
      reportLike()
      return .contains
    case "equals", "eq", "are", "was":
      report(.foreignWord(text(current), quoth: "=", at: current.range))
      return nil
    default:
      let near = nearestWords(to: current, among: Keyword.comparisons)
      guard current.kind == .word, current.keyword == nil, !near.isEmpty else {
        if reportMisspeltCondition(path) { return nil }
        if current.kind == .end { lacksEnd = true }
        if !isReportedByLexer(current) { reportMissingComparison(of: path) }
        return nil
      }
      report(.misspeltKeyword(text(current), didYouMean: near, at: current.range))
      return near.first.flatMap(Keyword.init(rawValue:))
    }
  }

  /// Reports that no comparison stands behind an attribute, with what was most likely meant.
  private mutating func reportMissingComparison(of path: Path) {
    switch current.keyword {
    case .since?, .last?:
      let condition = words(from: position, atMost: current.keyword == .last ? 3 : 2)
      let start = path.range.start
      report(
        .needlessAttribute(
          path.text, condition, at: current.range,
          removing: SourceRange(start, max(start, current.range.start))))
    case .exactly?:
      report(
        .missingEqual(
          path.text, before: words(from: position, atMost: 2), at: current.range))
    default:
      guard current.kind == .string else {
        report(.missingComparison(of: path.text, found: describe(current), at: placeOfMistake))
        return
      }
      report(.missingEqual(path.text, before: text(current), at: current.range))
    }
  }

  /// Returns the words of a condition as they are written; an ellipsis where the statement ends.
  private func words(from first: Int, atMost count: Int) -> String {
    let found = (first..<first + count).map { token($0 - position) }.prefix { $0.kind != .end }
    let text = found.map { self.text($0) }.joined(separator: " ")
    return found.count < 2 ? text + " …" : text
  }

  /// Reports a word that was read as an attribute and is near to what begins a condition.
  private mutating func reportMisspeltCondition(_ path: Path) -> Bool {
    guard path.parts.count == 1, position > 0, current.kind != .end,
      tokens[position - 1].keyword == nil
    else { return false }
    let near = nearestWords(to: tokens[position - 1], among: conditionKeywords)
    guard !near.isEmpty else { return false }
    report(.misspeltKeyword(path.text, didYouMean: near, at: path.range))
    return true
  }

  /// The keywords that may stand in front of the next token in a condition.
  private var conditionKeywords: [Keyword] {
    switch current.kind {
    case .slash: [.near, .then, .before, .after]
    case .word where current.keyword == .of: [.count]
    case .word where token(1).kind == .leftParenthesis:
      Keyword.quantifiers + [.not] + Keyword.regions
    case .integer, .parameter: [.last, .since, .about, .mentions, .by, .not]
    default: [.not] + Keyword.ladder + Keyword.regions + Keyword.quantifiers
    }
  }

  /// Reports `like`, with the text behind it as `contains` has it.
  private mutating func reportLike() {
    let word = text(current)
    guard token(1).kind == .string else {
      return report(.foreignWord(word, quoth: "contains", at: current.range))
    }
    let range = token(1).range
    let parts = LiteralText.string(bytes[range.start..<range.end]).split(separator: "%")
    report(
      .foreignLike(
        word, quoth: "contains \(SyntaxPrinter().quoted(parts.joined(separator: "*")))",
        at: current.range, mended: current.range.union(range)))
  }

  /// What other languages call a value that is not there.
  static let foreignStates: Set = ["null", "none", "empty", "nil", "unknown", "nothing"]

  /// Reports that `missing` or `known` must stand here, and returns the one that was likely meant.
  mutating func misspeltState() -> Keyword? {
    let word = current.kind == .word ? text(current).lowercased() : ""
    if Self.foreignStates.contains(word) {
      report(.foreignWord(text(current), quoth: "missing", at: current.range))
      return .missing
    }
    let near = nearestWords(to: current, among: [.missing, .known])
    if current.keyword == nil, !near.isEmpty {
      report(.misspeltKeyword(text(current), didYouMean: near, at: current.range))
      return Keyword(rawValue: near[0])
    }
    reportExpected(.state)
    return nil
  }

  /// Returns how a message names `token`.
  func describe(_ token: Token) -> String {
    switch token.kind {
    case .end: "the end"
    case .blankLine: "an empty line"
    case .string: text(token).utf8.count > 24 ? "a text" : text(token)
    case .pattern: "a pattern"
    default: "'\(text(token))'"
    }
  }
}
