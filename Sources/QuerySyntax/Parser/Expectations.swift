public import Diagnostics

extension Expectation {

  /// The place among other expectations: names, then keywords, regions, marks.
  fileprivate var rank: Int {
    switch self {
    case .keyword(let word): RegionOperator(rawValue: word) == nil ? 1 : 2
    case .mark: 3
    default: 0
    }
  }
}

/// Something that the grammar accepts at a place.
public enum Expectation: Hashable, Sendable {
  /// A keyword, or several that belong together like `order by`.
  case keyword(String)
  /// A mark such as `=` or `|`.
  case mark(String)
  /// The name of a kind of row.
  case rowKind
  /// A name bound with `let`.
  case letName
  /// A text between quotation marks.
  case phrase
  /// A pattern between slashes.
  case pattern
  /// An attribute; the parts of its path that stand in front of the cursor are in the result.
  case attribute
  /// A value to compare the attribute with.
  case value(of: Path, Comparison)
  /// A value behind `by`, `about`, `mentions` or `since`.
  case ladderValue(Keyword)
  /// A value that belongs to no attribute.
  case freeValue
  /// A query with parameters, which values in parentheses follow.
  case definedFunction
  /// A name that the user gives: of a query, a topic, a column.
  case newName
  /// A parameter that the user names, with its `$`.
  case newParameter
  /// A whole number.
  case number
  /// An attribute of a token, inside the brackets of a pattern and behind `collocates of`.
  case tokenAttribute
  /// A text between quotation marks to compare the named attribute of a token with.
  case tokenText(of: String)
  /// The label of a token of the pattern; a dot and an attribute follow.
  case label(String)
  /// A function of `summarize`, like `sum`.
  case function
  /// A measure of association, like `logdice`.
  case measure
  /// A unit of time.
  case timeUnit
}

/// What may stand at the cursor.
public struct Expectations: Sendable {

  /// The word or text under the cursor that a completion replaces.
  public let range: SourceRange

  /// What may stand there, each once: names first, then keywords, then marks.
  public let items: [Expectation]

  /// The text that a completed value replaces, where values may have several words: it begins at
  /// the first word of the value under the cursor, or behind the quotation mark that opens it.
  public let valueRange: SourceRange

  /// Whether the cursor stands in a text between quotation marks.
  public let isQuoted: Bool

  /// The parts of an attribute's path that are typed already: `speaker` in `speaker.ro`.
  public let pathPrefix: [Name]

  /// The statements in front of the one that holds the cursor.
  public let script: Script

  /// The query that holds the cursor as far as it is finished: its source, its steps, and the
  /// conditions that are joined to the one being typed by `and`.
  public let query: Query?
}

extension Parser {

  /// Returns what may stand at the byte `offset` of `text`.
  ///
  /// The text behind the cursor does not count. Inside a comment nothing may stand.
  public static func expectations(in text: String, at offset: Int) -> Expectations {
    let bytes = Array(text.utf8)
    let offset = max(0, min(offset, bytes.count))
    let typed = Array(bytes[..<offset])
    let lexed = Lexer.tokenize(typed)
    let word = CursorWord(lexed, in: typed)
    let prefix = Array(typed[..<word.start])
    var parser = Parser(bytes: prefix, lexed: Lexer.tokenize(prefix), probe: Probe())
    let statements = parser.parseScript().statements
    let probe = parser.probe ?? Probe()
    let items = word.isInComment ? [] : word.isQuoted ? probe.quotable : probe.ordered
    return Expectations(
      range: SourceRange(word.start, offset), items: items,
      valueRange: SourceRange(
        word.isQuoted ? word.textStart : min(probe.valueStart ?? word.start, word.start), offset),
      isQuoted: word.isQuoted, pathPrefix: probe.pathPrefix,
      script: Script(statements: Array(statements.prefix(probe.statementCount))),
      query: probe.context)
  }
}

/// The word or open text that a cursor stands in or behind.
private struct CursorWord {

  let start: Int
  let isQuoted: Bool
  let isInComment: Bool

  /// Where the text behind an opening quotation mark begins; elsewhere as `start`.
  let textStart: Int

  init(_ lexed: LexedText, in typed: [UInt8]) {
    let offset = typed.count
    isInComment =
      lexed.comments.last.map { !typed[$0.end...].contains(UInt8(ascii: "\n")) } == true
    if let open = lexed.openString {
      (start, isQuoted) = (open, true)
    } else if let last = lexed.tokens.dropLast().last, last.range.end == offset,
      [.word, .integer, .decimal, .date, .parameter, .invalid].contains(last.kind)
    {
      (start, isQuoted) = (last.range.start, false)
    } else {
      (start, isQuoted) = (offset, false)
    }
    var textStart = start
    if isQuoted {
      // The mark may have several bytes, of which all but the first begin with the bits 10.
      repeat { textStart += 1 } while textStart < offset && typed[textStart] & 0xC0 == 0x80
    }
    self.textStart = textStart
  }
}

extension Probe {

  /// Each expectation once: what names something first, then words, then marks.
  fileprivate var ordered: [Expectation] {
    var seen: Set<Expectation> = []
    let once = (deferred + items).filter { seen.insert($0).inserted }
    return (0...3).flatMap { rank in once.filter { $0.rank == rank } }
  }

  /// What may stand between quotation marks.
  fileprivate var quotable: [Expectation] {
    ordered.filter {
      switch $0 {
      case .value, .ladderValue, .freeValue, .phrase, .tokenText: true
      default: false
      }
    }
  }
}

// MARK: Noting what may stand

extension Parser {

  /// Whether the next token is the place that completion asks about.
  ///
  /// Behind a place where something is missing, nothing more can follow.
  private var isAtProbe: Bool { probe != nil && current.kind == .end && !lacksEnd }

  /// Notes that `item` may stand at the next token.
  mutating func expect(_ item: Expectation) {
    guard isAtProbe else { return }
    probe?.note(item)
  }

  mutating func expectKeywords(_ keywords: [Keyword]) {
    if current.kind == .word, current.keyword == nil { keywords.forEach { noteAttempt($0) } }
    guard isAtProbe else { return }
    for keyword in keywords { expect(.keyword(keyword.rawValue)) }
  }

  /// Notes the steps, with the second word where one always follows.
  mutating func expectSteps() {
    guard isAtProbe else { return }
    for keyword in Keyword.steps { expect(.keyword(keyword.phrase)) }
    expect(.keyword("count by"))
    expect(.keyword("keywords of"))
  }

  /// Notes what a source may begin with.
  mutating func expectSources() {
    guard isAtProbe else { return }
    expectOperands()
    expect(.phrase)
    expect(.mark(Token.Kind.leftBracket.rawValue))
    expect(.keyword(Keyword.compare.rawValue))
  }

  /// Notes the sources that stand where a query needs parentheses.
  mutating func expectOperands() {
    guard isAtProbe else { return }
    expect(.rowKind)
    expect(.letName)
    expect(.definedFunction)
  }

  /// Notes what a part of a token pattern may begin with.
  mutating func expectPatternParts() {
    guard isAtProbe else { return }
    expect(.mark(Token.Kind.leftBracket.rawValue))
    expect(.phrase)
  }

  mutating func expectComparisons() {
    guard isAtProbe else { return }
    for comparison in Comparison.allCases { expect(.mark(comparison.rawValue)) }
    expectKeywords([.in, .between, .is, .contains, .matches])
    expect(.keyword("not in"))
  }

  /// Notes that a value may stand, or go on, at the next token.
  mutating func expectValue(
    _ path: Path?, _ comparison: Comparison, _ ladder: Keyword?, from start: Int
  ) {
    guard isAtProbe else { return }
    if position > start {
      probe?.valueStart = tokens[start].range.start
    } else {
      expect(.keyword("exactly"))
    }
    if let path {
      expect(.value(of: path, comparison))
    } else if let ladder {
      expect(.ladderValue(ladder))
    } else {
      expect(.freeValue)
    }
  }
}
