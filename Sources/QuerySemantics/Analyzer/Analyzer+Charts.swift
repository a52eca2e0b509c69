internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// Drawings, and what each needs.
extension Analyzer {

  mutating func bindChart(
    _ name: Name, at range: SourceRange, behind query: BoundQuery, in scope: Scope
  ) -> BoundStep? {
    guard let kind = ChartKind(rawValue: name.text.lowercased()) else {
      // The parser has told it: it knows the drawings.
      isBroken = true
      return nil
    }
    guard let drawn = DrawnColumns(of: query, showing: scope.columns) else {
      reportUnlessLost(.nothingToDraw(kind.rawValue, scope.plural, at: range))
      return nil
    }
    if let need = kind.missing(in: drawn) {
      report(.unfitChart(kind.rawValue, need: need, at: range))
      return nil
    }
    return .chart(kind)
  }
}

/// The columns of groups that a drawing shows.
struct DrawnColumns {

  /// The number of columns that tell the groups apart.
  let keys: Int

  /// The number of figures.
  let figures: Int

  /// Whether the first key is a time or a number, so that a line can run along it.
  let isOrdered: Bool

  /// Finds the columns of a query's groups; nil where its rows are no groups.
  init?(of query: BoundQuery, showing columns: [BoundColumn]) {
    guard case .groups(let all) = query.rowType, let groups = query.provenance else { return nil }
    var shown = Array(all.indices.prefix(groups.columns.count))
    let selected = columns.compactMap { column -> Int? in
      if case .group(let index, _) = column.path.target { return index }
      return nil
    }
    if !selected.isEmpty { shown = selected.filter { $0 < groups.columns.count } }
    let keys = shown.filter { groups.columns[$0].isKey }
    self.keys = keys.count
    figures = shown.count - keys.count
    isOrdered = keys.first.map { groups.columns[$0].isOrdered || all[$0].type.isMeasure } ?? false
  }
}

extension GroupProvenance.Origin {

  /// Whether values are periods that follow each other.
  fileprivate var isOrdered: Bool {
    guard case .key(let path?) = self else { return false }
    return path.isPeriod
  }
}

extension ChartKind {

  /// What the drawing needs and the columns have not; nil where they fit.
  func missing(in columns: DrawnColumns) -> String? {
    if columns.figures == 0 { return "a figure; select one beside the names" }
    switch self {
    case .bars, .dots:
      if columns.keys == 0 { return "something to tell the \(rawValue) apart; write 'count by …'" }
      return columns.keys > 2 ? "groups told apart by one or two attributes, not more" : nil
    case .line:
      if columns.keys == 0 || !columns.isOrdered {
        return "a time or a number to run along; write 'timeline by week' or 'count by month'"
      }
      return columns.keys > 2 ? "a time and one more attribute at most" : nil
    case .heat:
      return columns.keys == 2
        ? nil : "groups told apart by two attributes; write 'count by outlet, month'"
    }
  }
}
