internal import CorpusStore
internal import Diagnostics
internal import QueryExecution
internal import QuerySemantics
internal import Rendering

extension Session {

  /// Returns, for a query without a result, how many rows are left behind each clause.
  ///
  /// The list ends at the clause that leaves none, with the rows of which that clause alone holds.
  func reasonsForNothing(
    in query: BoundQuery, of source: SourceText, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    let unit = unit(of: query.source)
    var lines: [String] = []
    for report in try evaluator.clauseReports(of: query, interruption: interruption) {
      if lines.isEmpty { lines.append(Plural.counted(report.rows, unit)) }
      for entry in report.entries {
        let left = entry.cumulative == 0 ? "none" : Numerals.grouped(entry.cumulative)
        lines.append("  \(left) with `\(Self.inLine(text(of: entry.clause, in: source)))`")
        guard entry.cumulative == 0 else { continue }
        let alone = Plural.counted(entry.alone, unit)
        let isFirst = entry.clause == report.entries.first?.clause
        if !isFirst { lines.append("  that clause alone: \(alone)") }
        return lines
      }
    }
    return lines.isEmpty ? try sides(of: query.source, interruption: interruption) : lines
  }

  /// Returns, for two sources of which no rows stand together so, how many rows each has.
  private func sides(
    of source: BoundSource, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    guard case .region(let rows, let relation, let others) = source else { return [] }
    var counts: [String] = []
    for side in [rows, others] {
      let found = try count(
        of: BoundQuery(source: side, steps: []), interruption: interruption)
      counts.append(Plural.counted(found, unit(of: side)))
    }
    return [counts[0], "  none \(relation.name) the other side, which has \(counts[1])"]
  }

  /// Keeps how the clauses of a definition were written: their own places are forgotten where the
  /// name stands for them.
  func keepTexts(of query: BoundQuery, in source: SourceText) {
    for case .filter(let clauses) in query.steps {
      for clause in clauses { clauseTexts[clause.predicate] = source.substring(clause.range) }
    }
  }

  /// Returns how a clause was written, also where a name stands for it.
  private func text(of clause: BoundClause, in source: SourceText) -> String {
    let written = source.substring(clause.range)
    let isName = environment.queries[TextFolding.fold(written)] != nil
    return isName ? clauseTexts[clause.predicate] ?? written : written
  }

  /// The most characters of a clause that are shown.
  private static let longestClause = 120

  /// Returns a clause on one line, cut where it is very long.
  private static func inLine(_ clause: String) -> String {
    let start = clause.prefix(longestClause)
    let line = start.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return start.endIndex == clause.endIndex ? line : line + "…"
  }
}
