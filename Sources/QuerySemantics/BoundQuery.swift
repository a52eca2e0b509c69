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
  /// Every match of a token pattern.
  case pattern(BoundPattern)
  /// What sets two sets of rows apart.
  case compare(BoundContrast)

  /// What a row is.
  public var rowType: RowType {
    switch self {
    case .table(let table): .table(table)
    case .phrase: .matches
    case .query(let query): query.rowType
    case .region(let rows, _, _): rows.rowType
    case .pattern: .matches
    case .compare(let contrast): .groups(contrast.columns)
    }
  }
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
    /// What an attribute of tokens holds at each token of a match, with blanks between.
    case matched(Attribute)
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
    case .ownText, .matched: .text
    }
  }

  /// Whether rows can be told apart by the values: by all but texts that are not the row's own.
  var isKey: Bool {
    guard type == .text else { return true }
    switch target {
    case .ownText, .matched: return true
    case .attribute, .group: return false
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
  /// Rows that have the same values in these columns come once, the first of them.
  case distinct([BoundColumn])
  /// Orders the rows by how much their wording is like a text, most first; those that are not at
  /// all are left out.
  case similar(BoundSimilarity)
  /// Figures of the rows of each combination of values; without keys, of all rows.
  case summarize([BoundAggregate], by: [BoundColumn])
  /// Divides a count of each group, and adds the rate and its denominator as columns.
  case rate(BoundRate)
  /// The words that stand near the rows more often than chance has it.
  case collocates(BoundCollocates)
  /// The words that are more frequent in the rows than in other rows.
  case keywords(BoundKeywords)
  /// Counts, for every two values, the groups in which some row has the one and some row the other.
  case pairs(of: BoundColumn, per: BoundColumn)
  /// Draws the result.
  case chart(ChartKind)
  /// Adds, takes away or keeps only the rows of a query of the same row type.
  case combine(SetOperation, BoundQuery)

  /// What a row is behind this step, when it was `rowType` before it.
  public func rowType(after rowType: RowType) -> RowType {
    switch self {
    case .filter, .select, .order, .limit, .top, .sample, .kwic, .save, .distinct, .similar,
      .chart, .combine:
      rowType
    case .summarize(let aggregates, let keys):
      .groups(keys.map(Self.groupColumn) + aggregates.map(\.column))
    case .rate(let rate): .groups(rate.columns(after: rowType))
    case .collocates(let collocates): .groups(collocates.columns)
    case .keywords(let keywords): .groups(keywords.columns)
    case .pairs(let key, let group): .groups(Self.pairColumns(of: key, per: group))
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

  private static func pairColumns(of key: BoundColumn, per group: BoundColumn) -> [GroupColumn] {
    [
      GroupColumn(name: key.name, type: key.path.type),
      GroupColumn(name: "with", type: key.path.type),
      GroupColumn(name: group.name, type: .integer),
    ]
  }

  private static func groupColumn(_ column: BoundColumn) -> GroupColumn {
    GroupColumn(name: column.name, type: column.path.type)
  }
}
