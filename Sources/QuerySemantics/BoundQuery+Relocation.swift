internal import Diagnostics

/// A bound name stands for a query written elsewhere, maybe in an earlier text: its clauses are
/// told at the name.
extension BoundQuery {

  /// Returns the query with `range` as the place of every clause.
  func relocated(to range: SourceRange) -> BoundQuery {
    BoundQuery(
      source: source.relocated(to: range),
      steps: steps.map { step in
        guard case .filter(let clauses) = step else { return step }
        return .filter(
          clauses.map { BoundClause($0.predicate.relocated(to: range), at: range) })
      })
  }
}

extension BoundSource {

  fileprivate func relocated(to range: SourceRange) -> BoundSource {
    switch self {
    case .table, .phrase, .pattern, .compare: self
    case .query(let query): .query(query.relocated(to: range))
    case .region(let rows, let relation, let scope):
      .region(rows.relocated(to: range), relation, scope.relocated(to: range))
    }
  }
}

extension BoundPredicate {

  fileprivate func relocated(to range: SourceRange) -> BoundPredicate {
    switch self {
    case .and(let parts): .and(parts.map { $0.relocated(to: range) })
    case .or(let parts): .or(parts.map { $0.relocated(to: range) })
    case .not(let part): .not(part.relocated(to: range))
    case .region(let relation, let source): .region(relation, source.relocated(to: range))
    default: self
    }
  }
}
