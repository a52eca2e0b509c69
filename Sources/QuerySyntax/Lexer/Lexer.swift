public import Diagnostics

/// The tokens of a text, the comments between them, and what was wrong with them.
public struct LexedText: Sendable {

  /// The tokens in order; the last one, and only it, is the end of the text.
  public let tokens: [Token]

  /// Where comments stand, from their mark to the end of their line.
  public let comments: [SourceRange]

  /// The mistakes found.
  public let diagnostics: [Diagnostic]

  /// Where a string begins that is still open at the end of the text.
  public let openString: Int?
}

/// Cuts a text into tokens.
///
/// One pass over the bytes; a table gives the class of each ASCII byte, and only bytes beyond
/// ASCII are decoded. Lexing never fails: what begins no token becomes an invalid one.
public struct Lexer {

  let bytes: [UInt8]
  var position = 0
  var tokens: [Token] = []
  var diagnostics: [Diagnostic] = []
  var openString: Int?

  /// How many brackets are open: between them `&`, `|` and `!` join conditions.
  var bracketDepth = 0

  /// Whether `::` stands before, behind which the same marks join conditions on labels.
  var isInConstraint = false

  private var comments: [SourceRange] = []
  private var startsLine = true
  private var followsBlank = false

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 5 + 1)
  }

  /// Returns the tokens of `text`.
  public static func tokenize(_ text: String) -> LexedText { tokenize(Array(text.utf8)) }

  static func tokenize(_ bytes: [UInt8]) -> LexedText {
    var lexer = Lexer(bytes)
    if let place = ByteClass.firstOfNoText(in: bytes) {
      lexer.position = bytes.count
      lexer.report(.notText(at: SourceRange(place, place + 1)))
    }
    while lexer.skipTrivia() { lexer.lexToken() }
    lexer.append(.end, from: bytes.count)
    return LexedText(
      tokens: lexer.tokens, comments: lexer.comments, diagnostics: lexer.diagnostics,
      openString: lexer.openString)
  }

  /// Returns the byte `distance` bytes ahead, or nil behind the end.
  func peek(_ distance: Int = 0) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  /// Appends the token that runs from `start` to the present position.
  mutating func append(_ kind: Token.Kind, from start: Int, keyword: Keyword? = nil) {
    noteBrackets(kind, keyword)
    tokens.append(
      Token(
        kind: kind, range: SourceRange(start, position), keyword: keyword, startsLine: startsLine,
        followsBlank: followsBlank))
    startsLine = false
    followsBlank = false
  }

  /// Skips blanks and comments, and returns whether a token follows.
  ///
  /// An empty line behind a token becomes a token of its own.
  private mutating func skipTrivia() -> Bool {
    var isBlankSinceNewline = startsLine
    while let byte = peek() {
      switch ByteClass.of(byte) {
      case .newline:
        if isBlankSinceNewline, tokens.last.map({ $0.kind != .blankLine }) == true {
          append(.blankLine, from: position)
        }
        (startsLine, followsBlank, isBlankSinceNewline) = (true, true, true)
        position += 1
      case .blank:
        followsBlank = true
        position += 1
      case .hash:
        skipComment()
        isBlankSinceNewline = false
      case .hyphen where peek(1) == byte:
        skipComment()
        isBlankSinceNewline = false
      case .beyondASCII:
        guard let (scalar, length) = scalar(at: position), scalar.isBlank else { return true }
        followsBlank = true
        position += length
      default: return true
      }
    }
    return false
  }

  private mutating func skipComment() {
    let start = position
    var end = start
    while let byte = peek(), byte != UInt8(ascii: "\n") {
      position += 1
      if byte > UInt8(ascii: " ") { end = position }
    }
    comments.append(SourceRange(start, end))
    followsBlank = true
  }

  private mutating func lexToken() {
    guard let byte = peek() else { return }
    switch ByteClass.of(byte) {
    case .letter: lexWord()
    case .digit: lexNumber()
    case .hyphen: lexHyphen()
    case .mark: lexMark(byte)
    case .quotationMark: lexString(openedBy: Unicode.Scalar(byte), length: 1)
    case .slash: lexSlash()
    case .dollar: lexParameter()
    case .beyondASCII: lexBeyondASCII()
    case .other, .blank, .newline, .hash: lexUnknown(length: 1)
    }
  }

  private mutating func lexHyphen() {
    guard let next = peek(1), ByteClass.of(next) == .digit else { return lexUnknown(length: 1) }
    lexNumber()
  }

  private mutating func lexBeyondASCII() {
    guard let (scalar, length) = scalar(at: position) else { return lexUnknown(length: 1) }
    if scalar.opensString {
      lexString(openedBy: scalar, length: length)
    } else if let mark = scalar.comparison {
      let start = position
      position += length
      append(mark, from: start)
    } else if scalar.isWordPart {
      lexWord()
    } else {
      lexUnknown(length: length)
    }
  }

  /// Keeps a mistake; a text that has this many is no query, and the first ones tell as much.
  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < Parser.greatestNumberOfMistakes { diagnostics.append(diagnostic) }
  }

  /// Makes a token of characters that mean nothing.
  mutating func lexUnknown(length: Int) {
    let start = position
    position += length
    while let byte = peek(), ByteClass.of(byte) == .other { position += 1 }
    append(.invalid, from: start)
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    report(.unexpectedCharacter(text, at: SourceRange(start, position)))
  }
}
