internal import CorpusStore
internal import Diagnostics
internal import QueryExecution
internal import QuerySemantics
internal import QuerySyntax
internal import Rendering

/// Why there is nothing to show.
extension Session {

  /// Returns, for a query without a result, how many rows are left behind each clause.
  ///
  /// The list ends at the clause that leaves none, with the rows of which that clause alone holds.
  /// Rows that a step makes of others, such as groups, are counted anew.
  func reasonsForNothing(
    in query: BoundQuery, of source: SourceText, _ range: SourceRange, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    var lines: [String] = []
    var left: (count: Int, unit: String)?
    let places = query.steps.indices.filter { query.steps[$0].isFilter }
    let reports = try evaluator.clauseReports(of: query, interruption: interruption)
    for (place, report) in zip(places, reports) {
      var unit = unit(of: BoundQuery(source: query.source, steps: Array(query.steps[..<place])))
      var rows = report.rows
      var entries = report.entries[...]
      // The kind that rows are of, like people, is no condition that somebody wrote.
      if let first = entries.first, let kind = kindName(of: first.clause, in: source) {
        (unit, rows) = (kind, first.cumulative)
        entries.removeFirst()
        if rows == 0 { return lines + ["  there are no \(kind) in the corpus"] }
      }
      guard rows > 0 else { break }
      if left?.count != rows || left?.unit != unit {
        let isWhole = place == 0 && query.source.isTable
        lines.append("of " + Plural.counted(rows, unit) + (isWhole ? " in the corpus" : ""))
      }
      for entry in entries {
        guard entry.cumulative == 0 else {
          lines.append(
            "  \(Numerals.grouped(entry.cumulative)) with " + text(of: entry.clause, in: source))
          continue
        }
        let isFirst = entry.clause == entries.first?.clause
        lines.append(
          (isFirst ? "  none with " : "  none of these with ") + text(of: entry.clause, in: source))
        if !isFirst {
          lines.append("  by itself, that holds of " + Plural.counted(entry.alone, unit))
        }
        return lines + (try linked(by: entry.clause.predicate, interruption: interruption))
      }
      left = (entries.last?.cumulative ?? rows, unit)
    }
    if lines.isEmpty {
      let written = WrittenSource(source.substring(range))
      lines = try parts(of: query.source, written, interruption: interruption)
    }
    return lines + (try endingStep(of: query, interruption: interruption))
  }

  /// Returns what rows are called where a clause says no more than that.
  private func kindName(of clause: BoundClause, in source: SourceText) -> String? {
    switch clause.predicate {
    case .codes(let path, let codes) where path.text == "type" && codes.count == 1:
      let kind = kind(of: codes[0])
      return kind == source.substring(clause.range).lowercased() ? kind : nil
    case .constant(false):
      return RowKind(rawValue: source.substring(clause.range).lowercased())?.rawValue
    default: return nil
    }
  }

  /// Returns, where rows end at a step that is no condition, how many there were in front of it.
  private func endingStep(
    of query: BoundQuery, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    var front = BoundQuery(source: query.source)
    var rows = try count(of: front, interruption: interruption)
    for step in query.steps {
      let unit = unit(of: front)
      front.steps.append(step)
      if case .count = step { continue }
      let left = try count(of: front, interruption: interruption)
      if rows > 0, left == 0, let reason = step.reasonForNone {
        return ["of " + Plural.counted(rows, unit) + ", " + reason]
      }
      rows = left
    }
    return []
  }

  /// Returns, for a condition on rows that belong to a row, how many of them fulfil its parts.
  private func linked(
    by predicate: BoundPredicate, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    guard case .linked(let amount, let table, entityType: _, let condition) = predicate,
      amount.needsRows
    else { return [] }
    var conditions = [condition]
    if case .and(let several) = condition { conditions = several }
    var query = BoundQuery(source: .table(table))
    var lines = [
      "  of " + Plural.counted(try count(of: query, interruption: interruption), table.name)
    ]
    for condition in conditions where condition != .constant(true) {
      query.steps.append(.filter([BoundClause(condition, at: SourceRange(at: 0))]))
      let left = try count(of: query, interruption: interruption)
      let rows = left == 0 ? "none" : Numerals.grouped(left)
      lines.append("    \(rows) " + ReadBack(corpus).text(of: condition))
      if left == 0 { return lines }
    }
    return lines
  }
}

extension BoundSource {

  /// Whether the rows are all of a table.
  fileprivate var isTable: Bool {
    if case .table = self { return true }
    return false
  }
}

extension BoundStep {

  fileprivate var isFilter: Bool {
    if case .filter = self { return true }
    return false
  }

  /// Why nothing is left behind the step, where it is no condition.
  fileprivate var reasonForNone: String? {
    switch self {
    case .combine(let operation, _): "`\(operation.rawValue)` leaves none of them"
    case .to(let table, entityType: _): "none leads to \(table.name)"
    case .timeline: "none has a date"
    case .similar: "none is like that text"
    case .pairs: "no two values stand together"
    case .collocates: "no word stands often enough beside them"
    case .keywords: "no word is more frequent in them than in the others"
    case .filter, .select, .order, .limit, .top, .sample, .kwic, .save, .distinct, .count,
      .summarize, .rate, .chart:
      nil
    }
  }
}

extension LinkedCount {

  /// Whether there must be a row that fulfils the condition.
  fileprivate var needsRows: Bool {
    switch self {
    case .some: true
    case .no, .every: false
    case .count(let range): range.lowerBound > 0
    }
  }
}
