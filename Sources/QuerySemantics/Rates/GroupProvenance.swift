internal import CorpusStore

/// What the columns of counted groups come from: the rows that were counted, and by what.
///
/// A rate needs the rows again to find what the counts are to be divided by, however many steps
/// stand between the count and the rate.
struct GroupProvenance {

  /// What a column is.
  enum Origin {
    /// Something by which rows were told apart, as a path of the counted rows; nil where it is no
    /// attribute of theirs, like a word that stands near them.
    case key(BoundPath?)
    /// The number of rows, or a sum of such numbers.
    case count
    /// A number of different values.
    case distinct
    /// Another figure.
    case figure

    /// Whether it tells groups apart.
    var isKey: Bool {
      if case .key = self { return true }
      return false
    }
  }

  /// The rows that were counted; nil where two sets of rows were.
  let rows: BoundQuery?

  /// What each column is.
  var columns: [Origin]

  /// Whether steps behind the count have left groups out.
  var hasLostGroups = false

  /// The first column with a count of rows.
  var countColumn: Int? {
    columns.firstIndex {
      if case .count = $0 { return true }
      return false
    }
  }

  /// The first column with a count of rows, or else of values.
  var numberColumn: Int? {
    countColumn
      ?? columns.firstIndex {
        if case .distinct = $0 { return true }
        return false
      }
  }

  /// The path from the counted rows that a path from the groups stands for.
  fileprivate func key(_ path: BoundPath) -> Origin {
    guard case .group(let index, _) = path.target, index < columns.count,
      case .key(let origin) = columns[index]
    else { return .key(nil) }
    return .key(origin)
  }
}

extension BoundQuery {

  /// What the columns come from, where the rows are groups.
  var provenance: GroupProvenance? {
    var current: GroupProvenance?
    switch source {
    case .query(let inner): current = inner.provenance
    case .compare(let contrast):
      let figures = contrast.columns.dropFirst().map { _ in GroupProvenance.Origin.figure }
      current = GroupProvenance(rows: nil, columns: [.key(nil)] + figures)
    case .table, .phrase, .region, .pattern: current = nil
    }
    for (index, step) in steps.enumerated() {
      let rows = BoundQuery(source: source, steps: Array(steps[..<index]))
      current = step.provenance(behind: current, rows: rows)
    }
    return current
  }
}

extension BoundStep {

  fileprivate func provenance(
    behind groups: GroupProvenance?, rows: BoundQuery
  ) -> GroupProvenance? {
    func key(_ path: BoundPath) -> GroupProvenance.Origin { groups?.key(path) ?? .key(path) }
    func made(_ columns: [GroupProvenance.Origin]) -> GroupProvenance {
      GroupProvenance(rows: groups?.rows ?? rows, columns: columns)
    }
    switch self {
    case .count(let keys): return made(keys.map { key($0.path) } + [.count])
    case .timeline(let part, let date, let by):
      return made([key(date.of(part))] + (by.map { [key($0.path)] } ?? []) + [.count])
    case .summarize(let figures, let keys):
      return made(keys.map { key($0.path) } + figures.map { $0.origin(behind: groups) })
    case .collocates(let collocates): return made(Self.oneKey(collocates.columns))
    case .keywords(let keywords): return made(Self.oneKey(keywords.columns))
    case .pairs: return made([.key(nil), .key(nil), .distinct])
    case .rate(let rate):
      var groups = groups
      groups?.columns += (rate.denominatorName == nil ? [] : [.figure]) + [.figure]
      return groups
    case .filter, .limit, .top, .sample:
      var groups = groups
      groups?.hasLostGroups = true
      return groups
    case .to: return nil
    case .select, .order, .kwic, .save, .distinct, .similar, .chart, .combine: return groups
    }
  }

  private static func oneKey(_ columns: [GroupColumn]) -> [GroupProvenance.Origin] {
    [.key(nil)] + columns.dropFirst().map { _ in .figure }
  }
}

extension BoundAggregate {

  fileprivate func origin(behind groups: GroupProvenance?) -> GroupProvenance.Origin {
    switch function {
    case .count: return .count
    case .distinct: return .distinct
    case .sum:
      guard let groups, case .group(let index, _)? = path?.target, index < groups.columns.count
      else { return .figure }
      return groups.columns[index].isCount ? .count : .figure
    case .share, .mean, .median, .deviation, .min, .max, .first, .last: return .figure
    }
  }
}

extension GroupProvenance.Origin {

  fileprivate var isCount: Bool {
    if case .count = self { return true }
    return false
  }
}

extension BoundPath {

  /// The part of the date that the path leads to.
  func of(_ part: DatePart) -> BoundPath {
    BoundPath(hops: hops, target: target, part: part, text: part.rawValue)
  }
}
