internal import CorpusStore
public import QuerySemantics

extension Planner {

  /// Returns plans of the rows that a query drops only because they have no date: for each step of
  /// conditions, those of which all other conditions are true.
  ///
  /// Conditions on dates below `or` and `not` say themselves what becomes of undated rows.
  public func undatedRows(of query: BoundQuery) -> [Plan] {
    query.steps.indices.compactMap { index in
      guard case .filter(let clauses) = query.steps[index] else { return nil }
      let predicates = clauses.flatMap { conjuncts(of: $0.predicate) }
      let missing = predicates.compactMap { predicate -> BoundPredicate? in
        if case .dates(let path, _) = predicate, canBeMissing(path) {
          .isMissing(whole(path))
        } else {
          nil
        }
      }
      guard let first = missing.first else { return nil }
      let others = predicates.filter { if case .dates = $0 { false } else { true } }
      let before = BoundQuery(source: query.source, steps: Array(query.steps[..<index]))
      let condition = missing.count == 1 ? first : .or(missing)
      return rewritten(make(.filter(others + [condition]), [logicalPlan(of: before)]))
    }
  }

  private func conjuncts(of predicate: BoundPredicate) -> [BoundPredicate] {
    if case .and(let all) = predicate { return all.flatMap(conjuncts) }
    return [predicate]
  }

  private func whole(_ path: BoundPath) -> BoundPath {
    BoundPath(hops: path.hops, target: path.target, text: path.text)
  }

  /// Whether some row can be without a value: one of the table has none, or leads nowhere.
  private func canBeMissing(_ path: BoundPath) -> Bool {
    guard case .attribute(let attribute) = path.target,
      case .dates(let column)? = corpus.column(of: attribute)
    else { return false }
    return column.order.count < column.values.count || path.hops.contains(where: isPartial)
  }

  private func isPartial(_ hop: Attribute) -> Bool {
    guard case .codes(let column)? = corpus.column(of: hop) else { return true }
    return column.dictionary.postings.rowCount < column.values.count
  }
}
