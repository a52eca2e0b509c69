public import CorpusStore
public import Diagnostics

/// A query with every name looked up: plain data that a planner reads.
///
/// Values are codes of column dictionaries, numbers and days. The few ranges that are kept serve
/// messages at run time, such as the clause that ends an empty result.
public struct BoundQuery: Hashable, Sendable {

  /// Where the rows come from.
  public var source: BoundSource

  /// What is done to them, in order.
  public var steps: [BoundStep]

  /// Creates a query.
  public init(source: BoundSource, steps: [BoundStep] = []) {
    self.source = source
    self.steps = steps
  }

  /// What a row is, once all steps are done.
  public var rowType: RowType { steps.reduce(source.rowType) { $1.rowType(after: $0) } }
}

/// What a row of a result is.
public enum RowType: Hashable, Sendable {
  /// A row of a table.
  case table(Table)
  /// A run of tokens: a place where a phrase or pattern stands.
  case matches
  /// A row of counted groups, with these columns.
  case groups([GroupColumn])
}

/// A column of a grouped result.
public struct GroupColumn: Hashable, Sendable {

  /// The heading, by which later steps name it.
  public let name: String

  /// What its values are; `name` also for references, which show as the row's name.
  public let type: AttributeType

  /// Creates a column.
  public init(name: String, type: AttributeType) {
    self.name = name
    self.type = type
  }
}

/// Where rows come from.
public indirect enum BoundSource: Hashable, Sendable {
  /// All rows of a table.
  case table(Table)
  /// Every place where a phrase stands.
  case phrase(PhrasePattern)
  /// The rows that a query returns, in its order.
  case query(BoundQuery)
  /// The rows of the first source that stand so to some row of the second.
  case region(BoundSource, RegionRelation, BoundSource)

  /// What a row is.
  public var rowType: RowType {
    switch self {
    case .table(let table): .table(table)
    case .phrase: .matches
    case .query(let query): query.rowType
    case .region(let rows, _, _): rows.rowType
    }
  }
}

/// How two regions stand to each other, inside one document.
public enum RegionRelation: String, Hashable, Sendable, CaseIterable {
  /// The first lies wholly inside the second.
  case within
  /// The second lies wholly inside the first.
  case containing
  /// The exact complement of `within`.
  case outside
  /// They share a token.
  case overlapping
  /// The first ends where or before the second starts.
  case before
  /// The first starts where or after the second ends.
  case after
}

/// A run of words, each given by the folded forms that may stand there.
public struct PhrasePattern: Hashable, Sendable {

  /// The phrase as it was written.
  public let text: String

  /// For each place the codes that fit, ascending, in the dictionary of the tokens' folds.
  ///
  /// A place without codes fits nothing; a phrase without places has no match.
  public let places: [[UInt32]]

  /// Creates a pattern.
  public init(text: String, places: [[UInt32]]) {
    self.text = text
    self.places = places
  }
}

/// A value that each row has: the row's own attribute, or one of a row that it leads to.
public struct BoundPath: Hashable, Sendable {

  /// Where the value is.
  public enum Target: Hashable, Sendable {
    /// An attribute of a table.
    case attribute(Attribute)
    /// A column of a grouped result.
    case group(Int, GroupColumn)
    /// The text of the row itself: of a match, a quote, a sentence.
    case ownText
  }

  /// The references that lead from the row to the table that has the attribute, in order.
  ///
  /// For `matches`, the first hop is an attribute of the table of tokens or `document`.
  public let hops: [Attribute]

  /// The value at the end.
  public let target: Target

  /// The part of a date that is meant; nil for the day itself and for all else.
  public let part: DatePart?

  /// The path as it was written, for headings.
  public let text: String

  /// Creates a path.
  public init(hops: [Attribute] = [], target: Target, part: DatePart? = nil, text: String) {
    self.hops = hops
    self.target = target
    self.part = part
    self.text = text
  }

  /// What the values are.
  public var type: AttributeType {
    if let part { return part.type }
    return switch target {
    case .attribute(let attribute): attribute.type
    case .group(_, let column): column.type
    case .ownText: .text
    }
  }

  /// Whether a row can have several values.
  public var isMany: Bool {
    if hops.contains(where: \.isMany) { return true }
    if case .attribute(let attribute) = target { return attribute.isMany }
    return false
  }
}

/// A part of a date.
public enum DatePart: String, Hashable, Sendable, CaseIterable {
  case year, quarter, month, week, day, weekday

  /// What the values are: `day` is a date, the others show as names like `2025-02` or `2025-W09`.
  public var type: AttributeType { self == .day ? .date : .name }
}

/// A condition on a row.
public indirect enum BoundPredicate: Hashable, Sendable {
  /// True of every row, or of none.
  case constant(Bool)
  /// True where all are; at least two.
  case and([BoundPredicate])
  /// True where any is; at least two.
  case or([BoundPredicate])
  /// The exact complement.
  case not(BoundPredicate)
  /// Some value's code is among these, ascending, in the dictionary of the path's column.
  case codes(BoundPath, [UInt32])
  /// There is no value.
  case isMissing(BoundPath)
  /// There is a value, and it lies in the range.
  case integers(BoundPath, ClosedRange<Int>)
  /// There is a value, and it lies in the range.
  case decimals(BoundPath, ClosedRange<Double>)
  /// There is a value, and it lies in the range. With a part: the part's period does.
  case dates(BoundPath, ClosedRange<Day>)
  /// The row's text holds the phrase. For a quote that is its content.
  case phrase(PhrasePattern)
  /// Some value, as text and folded, contains the string.
  case contains(BoundPath, String)
  /// Some value, as text and folded, holds a match of the regular expression.
  case matches(BoundPath, RegexTree)
  /// A value of a grouped result, as shown and folded, equals the string.
  case groupEquals(BoundPath, String)
  /// The row stands so to some row of the source.
  case region(RegionRelation, BoundSource)
}

/// A condition with the place where it was written.
///
/// Two clauses are equal where their conditions are, wherever they were written: that is what makes
/// `quotes by Macron` and `quotes where speaker = Macron` the same tree.
public struct BoundClause: Hashable, Sendable {

  /// The condition.
  public let predicate: BoundPredicate

  /// Its text in the source.
  public let range: SourceRange

  /// Creates a clause.
  public init(_ predicate: BoundPredicate, at range: SourceRange) {
    self.predicate = predicate
    self.range = range
  }

  public static func == (a: BoundClause, b: BoundClause) -> Bool { a.predicate == b.predicate }

  public func hash(into hasher: inout Hasher) { hasher.combine(predicate) }
}

/// A column to show.
public struct BoundColumn: Hashable, Sendable {

  /// The value.
  public let path: BoundPath

  /// The heading.
  public let name: String

  /// Creates a column.
  public init(_ path: BoundPath, name: String) {
    self.path = path
    self.name = name
  }
}

/// A key to order by.
public struct BoundOrder: Hashable, Sendable {

  /// The value compared.
  ///
  /// Rows without one come last, whatever the direction.
  public let path: BoundPath

  /// Whether the greatest comes first.
  public let isDescending: Bool

  /// Creates a key.
  public init(_ path: BoundPath, isDescending: Bool) {
    self.path = path
    self.isDescending = isDescending
  }
}

/// A place in a concordance line that lines are ordered by.
public struct BoundConcordanceKey: Hashable, Sendable {

  /// Which word: -n is the nth to the left, n the nth to the right, 0 the match itself.
  public let offset: Int

  /// Whether the greatest comes first.
  public let isDescending: Bool

  /// Creates a key.
  public init(offset: Int, isDescending: Bool) {
    self.offset = offset
    self.isDescending = isDescending
  }
}

/// One step of a query.
public enum BoundStep: Hashable, Sendable {
  /// Keeps the rows of which all clauses are true; `where a and b` is two clauses.
  case filter([BoundClause])
  /// Shows these columns instead of the row's own.
  case select([BoundColumn])
  /// Orders the rows; rows that are equal stay in their order.
  case order([BoundOrder])
  /// Keeps the first rows.
  case limit(Int)
  /// Keeps the rows with the greatest values, or the first ones; of each group where there is one.
  case top(Int, by: BoundPath?, per: BoundPath?)
  /// Keeps rows drawn at random; the same seed draws the same rows, which stay in order.
  case sample(Int, seed: UInt64)
  /// Counts the rows of each combination of values; without keys, all rows.
  case count(by: [BoundColumn])
  /// Counts the rows of each period from the first to the last, empty ones too.
  case timeline(DatePart, date: BoundPath, by: BoundColumn?)
  /// Moves to the rows of another table that contain, lie in or are named by the present ones;
  /// each comes once, in the order of its table. Where `type` is set, only entities of the type.
  case to(Table, entityType: UInt32?)
  /// Shows each row as a line of a concordance.
  case kwic(width: Int, order: [BoundConcordanceKey])
  /// Writes the result to a file, in the format that its ending names.
  case save(String)

  /// What a row is behind this step, when it was `rowType` before it.
  public func rowType(after rowType: RowType) -> RowType {
    switch self {
    case .filter, .select, .order, .limit, .top, .sample, .kwic, .save: rowType
    case .to(let table, _): .table(table)
    case .count(let keys):
      .groups(keys.map(Self.groupColumn) + [GroupColumn(name: "count", type: .integer)])
    case .timeline(let unit, _, let key):
      .groups(
        [GroupColumn(name: unit.rawValue, type: unit.type)]
          + (key.map { [Self.groupColumn($0)] } ?? [])
          + [GroupColumn(name: "count", type: .integer)])
    }
  }

  private static func groupColumn(_ column: BoundColumn) -> GroupColumn {
    GroupColumn(name: column.name, type: column.path.type)
  }
}
