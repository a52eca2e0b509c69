public import Diagnostics

/// The smallest piece of a query that has a meaning: a word, a string, a number, a mark.
public struct Token: Hashable, Sendable {

  /// The sorts of token; a mark is named by how it is written.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Letters and digits, with apostrophes and hyphens inside: `quotes`, `O'Brien`, `al-Sisi`.
    case word = "WORD"
    /// Text between quotation marks.
    case string = "STRING"
    /// A regular expression between slashes.
    case pattern = "PATTERN"
    /// A whole number.
    case integer = "INTEGER"
    /// A number with a fraction.
    case decimal = "DECIMAL"
    /// A day or month: `2025-02-24`, `2025-02`.
    case date = "DATE"
    /// `$who`.
    case parameter = "PARAMETER"
    /// The letters behind a text of a token pattern: `%cd`.
    case flags = "FLAGS"
    case pipe = "|"
    case semicolon = ";"
    case comma = ","
    case dot = "."
    case dotDot = ".."
    case slash = "/"
    case ampersand = "&"
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case asterisk = "*"
    case plus = "+"
    case questionMark = "?"
    case colon = ":"
    case doubleColon = "::"
    case exclamationMark = "!"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    /// An empty line, which ends a statement in a script.
    case blankLine = "BLANK_LINE"
    /// Characters that begin no token.
    case invalid = "INVALID"
    /// The end of the text.
    case end = "END"
  }

  /// The sort.
  public let kind: Kind

  /// Where it stands.
  public let range: SourceRange

  /// The keyword that a word spells, in any case.
  public let keyword: Keyword?

  /// Whether nothing but blanks stands before it on its line.
  public let startsLine: Bool

  /// Whether blanks or a comment stand directly before it.
  public let followsBlank: Bool

  /// The comparison that the token stands for.
  public var comparison: Comparison? { Comparison(rawValue: kind.rawValue) }

  /// Whether a statement ends here.
  public var endsStatement: Bool { kind == .semicolon || kind == .blankLine || kind == .end }
}
