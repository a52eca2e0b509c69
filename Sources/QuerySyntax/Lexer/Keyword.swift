/// A word that has a meaning of its own somewhere in the language.
///
/// No keyword is reserved everywhere: an attribute, a bound name or a value may be spelt like one
/// where no other reading is possible.
public enum Keyword: String, Hashable, Sendable, CaseIterable {
  // Statements.
  case `let`, define, topic, param, describe, values, of, explain, expect
  case alias, run, use, correct, corrections, undo
  // Rows.
  case documents, paragraphs, sentences, tokens, quotes, mentions
  case people, organizations, organisations, places, entities
  case topics, outlets, authors, families
  // Regions.
  case within, containing, outside, overlapping, before, after, near, then
  case sentence, paragraph, document
  // Sources.
  case compare, with, on
  // Steps.
  case `where`, select, order, limit, top, sample, count, timeline, to, kwic, save
  case by, `as`, asc, desc, per, seed, left, right, node
  case distinct, similar, summarize, collocates, window, keywords, against, pairs, chart
  case union, except, intersect
  case bars, line, heat, dots, share, thousand, million, words
  // Conditions.
  case and, or, not, `in`, between, `is`, missing, known, all, contains, matches
  case about, since, last, exactly, some, no, every
}

extension Keyword {

  /// The kind of row that the keyword names, if it names one.
  public var rowKind: RowKind? {
    self == .organisations ? .organizations : RowKind(rawValue: rawValue)
  }

  /// The relation of regions that the keyword names, if it names one.
  public var regionOperator: RegionOperator? { RegionOperator(rawValue: rawValue) }

  /// The set operation that the keyword names, if it names one.
  var setOperator: SetOperator? { SetOperator(rawValue: rawValue) }

  /// The quantifier that the keyword names, if it names one.
  var quantifier: Quantifier? { Quantifier(rawValue: rawValue) }

  /// Whether a statement other than a query begins with the keyword.
  public var startsStatement: Bool {
    switch self {
    case .let, .define, .param, .describe, .values, .explain, .expect: true
    case .alias, .run, .use, .correct, .corrections: true
    default: false
    }
  }

  /// Whether the keyword leads a condition of the short ladder, like `by` in `quotes by Macron`.
  public var startsLadder: Bool {
    switch self {
    case .by, .about, .mentions, .since, .last: true
    default: false
    }
  }

  /// The keywords that begin a step, the most usual first.
  public static let steps: [Keyword] = [
    .where, .order, .count, .limit, .top, .select, .sample, .timeline, .to, .kwic, .save,
    .summarize, .distinct, .per, .as, .collocates, .keywords, .pairs, .similar, .chart, .families,
    .union, .except, .intersect,
  ]

  /// The keyword with the one that always follows it.
  var phrase: String {
    switch self {
    case .order, .timeline: "\(rawValue) by"
    case .similar: "similar to"
    case .pairs: "pairs of"
    case .as: "as share"
    case .keywords: "keywords against"
    default: rawValue
    }
  }

  /// The keywords of the short ladder.
  public static let ladder: [Keyword] = [.by, .about, .mentions, .since, .last]

  /// The keywords that relate regions.
  public static let regions: [Keyword] = [
    .within, .containing, .outside, .overlapping, .before, .after, .near, .then,
  ]

  /// The keywords that say of how many rows a condition must be true.
  public static let quantifiers: [Keyword] = [.some, .no, .every]

  /// The forms of a chart.
  public static let charts: [Keyword] = [.bars, .line, .heat, .dots]

  /// The regions in which two others may have to lie together: `near/sentence`.
  public static let reaches: [Keyword] = [.sentence, .paragraph, .document]

  /// The keywords that stand between an attribute and what it is compared with.
  public static let comparisons: [Keyword] = [.in, .is, .between, .contains, .matches]

  /// The keywords that begin a statement other than a query.
  public static let statements: [Keyword] = [
    .let, .explain, .describe, .values, .define, .param, .expect, .alias, .correct, .corrections,
    .run, .use,
  ]

  /// The longest keyword in bytes; no longer word needs a look at the table.
  static let greatestLength = allCases.map(\.rawValue.utf8.count).max() ?? 0

  /// The keywords, each with its letters as one number: the quickest to make, and to look through.
  private static let spellings = allCases.map {
    (letters: letters(of: $0.rawValue.utf8), keyword: $0)
  }

  /// Returns the keyword spelt by `bytes` in any case.
  static func spelled(by bytes: ArraySlice<UInt8>) -> Keyword? {
    guard bytes.count <= greatestLength else { return nil }
    let letters = letters(of: bytes)
    return spellings.first { $0.letters == letters }?.keyword
  }

  /// Returns the bytes of a word, of which there are 16 at most, as one number, with small letters for
  /// capital ones.
  private static func letters(of word: some Sequence<UInt8>) -> UInt128 {
    word.reduce(0) { $0 << 8 | UInt128(0x41...0x5A ~= $1 ? $1 | 0x20 : $1) }
  }
}
