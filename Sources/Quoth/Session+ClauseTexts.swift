internal import CorpusStore
internal import Diagnostics
internal import QuerySemantics

/// How clauses were written.
extension Session {

  /// Keeps how the clauses of a definition were written: their own places are forgotten where the
  /// name stands for them.
  func keepTexts(of query: BoundQuery, in source: SourceText) {
    for case .filter(let clauses) in query.steps {
      for clause in clauses where !isName(source.substring(clause.range)) {
        clauseTexts[clause.predicate] = source.substring(clause.range)
      }
    }
  }

  /// Returns how a clause was written, also where a name stands for it; behind a call, which says
  /// nothing of its clauses, what the clause means.
  func text(of clause: BoundClause, in source: SourceText) -> String {
    let written = source.substring(clause.range)
    if isName(written), let own = clauseTexts[clause.predicate] { return "`\(Self.inLine(own))`" }
    let text = "`\(Self.inLine(written))`"
    return isCall(written)
      ? text + ": " + ReadBack(corpus).text(of: clause.predicate) : text
  }

  private func isName(_ written: String) -> Bool {
    environment.queries[TextFolding.fold(written)] != nil
  }

  private func isCall(_ written: String) -> Bool {
    guard written.hasSuffix(")") else { return false }
    let name = written.prefix { $0 != "(" && !$0.isWhitespace }
    return environment.functions[TextFolding.fold(String(name))] != nil
  }

  /// The most characters of a clause that are shown.
  private static let longestClause = 120

  /// Returns a clause on one line, cut where it is very long.
  static func inLine(_ clause: String) -> String {
    let start = clause.prefix(longestClause)
    let line = start.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return start.endIndex == clause.endIndex ? line : line + "…"
  }
}
