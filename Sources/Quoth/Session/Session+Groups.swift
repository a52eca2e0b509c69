internal import CorpusStore
public import QueryExecution
internal import QueryPlanning
internal import QuerySemantics

/// The rows of a query that are counted in groups, and what tells the groups apart.
struct GroupedRows {

  private let query: BoundQuery
  private let keys: [BoundColumn]

  /// Creates the rows behind the groups of a query; nil where its rows are no groups of rows.
  init?(_ query: BoundQuery) {
    guard let step = query.steps.lastIndex(where: \.makesGroups),
      let keys = query.steps[step].groupKeys, !keys.isEmpty
    else { return nil }
    let later = query.steps[(step + 1)...]
    guard !later.contains(where: { if case .combine = $0 { true } else { false } }) else {
      return nil
    }
    let inner = query.steps[..<step].filter { !$0.isShape }
    self.query = BoundQuery(source: query.source, steps: inner)
    self.keys = keys
    if case .groups = self.query.rowType { return nil }
  }

  /// Returns the rows that have the values which a row of the groups has; nil where not all values
  /// that tell the groups apart are shown.
  func rows(
    ofRow row: Int, of groups: ResultTable, _ interruption: Interruption,
    _ run: (BoundQuery) throws(Interrupted) -> ResultTable
  ) throws(Interrupted) -> ResultTable? {
    var wanted: [ResultTable.Cell] = []
    for key in keys {
      guard let column = groups.columns.firstIndex(where: { $0.name == key.name }) else {
        return nil
      }
      wanted.append(groups.rows[row][column])
    }
    let values = try run(
      BoundQuery(source: query.source, steps: query.steps + [.select(keys)]))
    let all = try run(query)
    var places: [Int] = []
    for (place, row) in values.rows.enumerated() {
      if place & 0x3F == 0, interruption.isRequested { throw Interrupted() }
      if zip(row, wanted).allSatisfy({ Self.holds($0, $1) }) { places.append(place) }
    }
    guard values.rows.count == all.rows.count, all.origins.count == all.rows.count else {
      return nil
    }
    return all.picking(places, total: places.count)
  }

  /// Whether the value of a row, or one of its values, is that of a group.
  private static func holds(_ value: ResultTable.Cell, _ wanted: ResultTable.Cell) -> Bool {
    if case .list(let values) = value {
      if case .text(let text) = wanted { return values.contains(text) }
      return values.isEmpty && wanted == .missing
    }
    return value == wanted
  }
}

extension Session {

  /// Returns the rows behind a row of the latest result where that is a group, and makes them the
  /// latest result; nil where a row of the latest result is no group.
  ///
  /// - Parameters:
  ///   - number: The number of the group, from one.
  ///   - interruption: A wish to stop.
  /// - Returns: The rows, as an answer.
  /// - Throws: `RowError` when the search for the rows was stopped.
  public func rows(
    ofGroup number: Int, interruption: Interruption = Interruption()
  ) throws(RowError) -> Answer? {
    guard let result = latestResult, result.origins.isEmpty, let groups = latestGroups,
      result.rows.indices.contains(number - 1)
    else { return nil }
    let found: ResultTable?
    do throws(Interrupted) {
      found = try groups.rows(
        ofRow: number - 1, of: result, interruption
      ) { query throws(Interrupted) in
        var table = try evaluator.run(planner.plan(query), interruption: interruption).table
        if table.unit == Table.entities.name { table.unit = unit(of: query) }
        return table
      }
    } catch {
      throw RowError(message: "interrupted")
    }
    guard let found else { return nil }
    latestResult = found
    latestGroups = nil
    return Answer(content: .table(found))
  }
}

extension BoundStep {

  /// Whether the rows behind the step are counts of something.
  fileprivate var makesGroups: Bool {
    switch self {
    case .count, .timeline, .summarize, .collocates, .keywords, .pairs: true
    case .filter, .select, .order, .limit, .top, .sample, .to, .kwic, .save, .distinct, .similar,
      .rate, .chart, .combine:
      false
    }
  }

  /// What tells groups of rows apart; nil where groups are no groups of rows.
  fileprivate var groupKeys: [BoundColumn]? {
    switch self {
    case .count(let keys), .summarize(_, let keys): return keys
    case .timeline(let unit, let date, let key):
      let path = BoundPath(
        hops: date.hops, target: date.target, part: unit, text: unit.rawValue)
      return [BoundColumn(path, name: unit.rawValue)] + (key.map { [$0] } ?? [])
    case .filter, .select, .order, .limit, .top, .sample, .to, .kwic, .save, .distinct, .similar,
      .rate, .chart, .combine, .collocates, .keywords, .pairs:
      return nil
    }
  }

  /// Whether the step only says how rows are shown or written.
  fileprivate var isShape: Bool {
    switch self {
    case .select, .kwic, .save, .chart: true
    case .filter, .order, .limit, .top, .sample, .count, .timeline, .to, .distinct, .similar,
      .summarize, .rate, .collocates, .keywords, .pairs, .combine:
      false
    }
  }
}
