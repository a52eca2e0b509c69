public import Diagnostics

/// How two values are compared.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// A condition on a row.
public struct Predicate: Hashable, Sendable {

  /// The forms of a condition.
  public indirect enum Kind: Hashable, Sendable {
    /// `p or q or …`, at least two.
    case or([Predicate])
    /// `p and q and …`, at least two.
    case and([Predicate])
    /// `not p`.
    case not(Predicate)
    /// `words > 10`, `speaker = Macron`.
    case comparison(Path, Comparison, Value)
    /// `speaker in (Macron, Trump)`, `date in 2025-02` (a list of one).
    case membership(Path, [Value])
    /// `date between a and b`; `words in 3..5`; both ends are included.
    case between(Path, Value, Value)
    /// `topic = all (China, Taiwan)`: every value is there.
    case all(Path, [Value])
    /// `speaker is missing`.
    case isMissing(Path)
    /// `speaker is known`.
    case isKnown(Path)
    /// `first`: an attribute that is yes or no, and is yes.
    case flag(Path)
    /// `"wealth tax"`: the row's own text holds the phrase.
    case phrase(Name)
    /// `title contains "…"`.
    case contains(Path, Name)
    /// `text matches /…/`.
    case matches(Path, Name)
    /// `mentions Putin`.
    case mentions(Value)
    /// `about China`.
    case about(Value)
    /// `by Macron`.
    case by(Value)
    /// `since 2020`: on or after the first day named.
    case since(Value)
    /// `last 30 days`, counted back from the newest date of the corpus; the unit is as written.
    case last(Value, unit: Name)
    /// `within (quotes …)`: the row stands so to some row of the source.
    case region(Relation, Source)
    /// `[lemma = "send"] [lemma = "troop"]`: the row's own text holds a match of the pattern.
    case pattern(TokenPattern)
    /// `"NATO" near/5 "troops"`: the row's own text holds the one so to the other. Both sides are
    /// phrases, patterns or such conditions again.
    case proximity(Predicate, Relation, Predicate)
    /// `some quotes (p)`: of the rows that belong to this one, some, none or every one is so.
    case quantified(Quantifier, RowKindName, Predicate?)
    /// `count of quotes (p) >= 3`: how many of the rows that belong to this one are so.
    case countOf(RowKindName, Predicate?, CountTest)
    /// A condition that could not be read; it is true of every row, and the statement does not run.
    case invalid
  }

  /// Its form.
  public let kind: Kind

  /// The text of the condition.
  public let range: SourceRange

  /// Creates a condition.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// How many of several rows a condition must be true of.
public enum Quantifier: String, Hashable, Sendable, CaseIterable {
  case some, no, every
}

/// What a number of rows is compared with.
public enum CountTest: Hashable, Sendable {
  /// `>= 3`.
  case comparison(Comparison, Value)
  /// `between 2 and 4`, `= 2..4`, `in 2..4`: both ends are included.
  case between(Value, Value)
  /// `in (1, 3)`.
  case membership([Value])
}

/// A value as it was written.
public struct Value: Hashable, Sendable {

  /// The forms of a value.
  public enum Kind: Hashable, Sendable {
    /// One or more words without quotation marks, joined by single blanks: `Keir Starmer`.
    case bareword(String)
    /// `"Keir Starmer"`.
    case string(String)
    /// `exactly "Brigitte Macron"`: the name itself and no other reading of it.
    case exact(String)
    /// A whole number.
    case integer(Int)
    /// A number with a fraction.
    case decimal(Double)
    /// A date of which the month or the day may be open.
    case date(PartialDate)
    /// `$who`.
    case parameter(String)
    /// A value that could not be read.
    case invalid
  }

  /// Its form.
  public let kind: Kind

  /// Where it stands.
  public let range: SourceRange

  /// Creates a value.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A day, month or year of the Gregorian calendar.
public struct PartialDate: Hashable, Sendable, Comparable {

  /// The year, like 2025.
  public let year: Int

  /// The month from one, if the date names one.
  public let month: Int?

  /// The day of the month, if the date names one.
  public let day: Int?

  /// Creates a date; what is nil is open.
  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  public static func < (a: PartialDate, b: PartialDate) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }
}
