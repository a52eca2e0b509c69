public import CorpusStore
public import QuerySemantics

/// Codes at two attributes of a table, of which a row has one of each.
public struct CodePair: Hashable, Sendable {

  /// The attribute by whose codes rows are indexed.
  public let first: Attribute

  /// Codes of the first attribute.
  public let codes: [UInt32]

  /// The attribute by whose codes the rows of each code are indexed in turn.
  public let second: Attribute

  /// Codes of the second attribute.
  public let partners: [UInt32]
}

/// What one operator of a plan does.
public enum PlanOperation: Hashable, Sendable {

  // MARK: Sources

  /// Reads all rows of a table.
  case scan(Table)
  /// Reads nothing.
  case empty(RowType)
  /// Reads the rows at which one of these codes stands, from posting lists.
  case postings(Attribute, [UInt32])
  /// Reads the rows that have codes at two attributes, from an index of such pairs.
  case pairedPostings(CodePair)
  /// Reads the rows whose day lies in the range, from the order of dates.
  case dateRange(Attribute, ClosedRange<Day>)
  /// Finds every place of a phrase, the rarest word first.
  case phrase(PhrasePattern)

  /// Finds every match of a token pattern.
  case pattern(BoundPattern)

  // MARK: Sets of rows

  /// Keeps the rows that all inputs have.
  case intersection
  /// Keeps the rows that any input has.
  case union

  // MARK: Links between tables

  /// Moves to the rows that refer to an input row by the attribute.
  case referring(Attribute)
  /// Moves to the rows that the input rows refer to by the attribute.
  case following(Attribute)
  /// Moves to the rows of the table whose names are values of the attribute at an input row.
  case named(Attribute, Table)
  /// Moves to the rows whose values of the attribute name an input row, one of the table.
  case naming(Attribute, Table)
  /// Moves to the rows of the table that share a token with an input row.
  case overlapping(Table)

  // MARK: Conditions

  /// Keeps the rows of which all predicates are true.
  case filter([BoundPredicate])
  /// Keeps the rows of the first input that stand so to some row of the second.
  case regionJoin(RegionRelation)

  // MARK: Shape

  /// Orders the rows; equal ones stay in their order.
  case sort([BoundOrder])
  /// Keeps the first rows of the order, without ordering the rest.
  case topRows(Int, [BoundOrder])
  /// Keeps the rows with the greatest values; of each group where there is one.
  case top(Int, by: BoundPath?, per: BoundPath?)
  /// Keeps the first rows.
  case limit(Int)
  /// Keeps rows drawn at random.
  case sample(Int, seed: UInt64)
  /// Counts the rows of each combination of values.
  case count([BoundColumn])
  /// Counts the rows of each period.
  case timeline(DatePart, date: BoundPath, by: BoundColumn?)
  /// Shows these columns.
  case select([BoundColumn])
  /// Shows each row as a line of a concordance.
  case concordance(width: Int, [BoundConcordanceKey])

  /// Keeps the first of the rows that have the same values.
  case distinct([BoundColumn])
  /// Orders the rows by how much their wording is like a text.
  case similar(BoundSimilarity)
  /// Keeps, adds or takes away the rows of the second input.
  case combine(SetOperation)
  /// Draws the result.
  case chart(ChartKind)

  // MARK: Figures

  /// Figures of the rows of each combination of values.
  case summarize([BoundAggregate], [BoundColumn])
  /// Divides counts by those of the second input, or by their sum where there is none.
  case rate(BoundRate)
  /// The words that stand near the rows.
  case collocates(BoundCollocates)
  /// The words that are more frequent in the first input than in the second.
  case keywords(BoundKeywords)
  /// What sets the rows of the first input apart from those of the second.
  case compare(BoundContrast)
  /// Counts the groups in which two values meet.
  case pairs(of: BoundColumn, per: BoundColumn)

  /// What a row is that comes out, when `inputs` go in.
  func rowType(of inputs: [Plan]) -> RowType {
    switch self {
    case .scan(let table), .named(_, let table), .overlapping(let table): .table(table)
    case .postings(let attribute, _), .dateRange(let attribute, _), .referring(let attribute),
      .naming(let attribute, _):
      .table(attribute.table)
    case .pairedPostings(let pair): .table(pair.first.table)
    case .following(let attribute):
      if case .reference(let table) = attribute.type { .table(table) } else { .groups([]) }
    case .empty(let type): type
    case .phrase, .pattern: .matches
    case .count(let keys): step(.count(by: keys), inputs)
    case .timeline(let part, let date, let key): step(.timeline(part, date: date, by: key), inputs)
    case .intersection, .union, .filter, .regionJoin, .sort, .topRows, .top, .limit, .sample,
      .select, .concordance, .distinct, .similar, .combine, .chart:
      inputs.first?.rowType ?? .groups([])
    case .summarize(let figures, let keys): step(.summarize(figures, by: keys), inputs)
    case .rate(let rate): step(.rate(rate), inputs)
    case .collocates(let collocates): step(.collocates(collocates), inputs)
    case .keywords(let keywords): step(.keywords(keywords), inputs)
    case .pairs(let key, let group): step(.pairs(of: key, per: group), inputs)
    case .compare(let contrast): .groups(contrast.columns)
    }
  }

  private func step(_ step: BoundStep, _ inputs: [Plan]) -> RowType {
    step.rowType(after: inputs.first?.rowType ?? .groups([]))
  }
}
