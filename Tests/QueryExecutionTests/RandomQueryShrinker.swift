import QuerySemantics

/// Makes a query that shows a mistake smaller, as long as it still shows it.
enum RandomQueryShrinker {

  /// Returns a query from which nothing more can be taken.
  static func shrink(
    _ query: BoundQuery, while isWrong: (BoundQuery) throws -> Bool
  ) rethrows -> BoundQuery {
    var query = query
    while let smaller = try smaller(query).first(where: isWrong) { query = smaller }
    return query
  }

  /// All queries that lack one thing, those that lack most first.
  private static func smaller(_ query: BoundQuery) -> [BoundQuery] {
    var found: [BoundQuery] = []
    for count in 0..<query.steps.count {
      found.append(BoundQuery(source: query.source, steps: Array(query.steps.prefix(count))))
    }
    var type = query.source.rowType
    for (index, step) in query.steps.enumerated() {
      let next = step.rowType(after: type)
      if next == type {
        var less = query
        less.steps.remove(at: index)
        found.append(less)
      }
      found += smaller(step).map { replaced in
        var less = query
        less.steps[index] = replaced
        return less
      }
      type = next
    }
    return found + smaller(query.source).map { BoundQuery(source: $0, steps: query.steps) }
  }

  private static func smaller(_ source: BoundSource) -> [BoundSource] {
    switch source {
    case .table, .phrase: return []
    case .pattern(let pattern): return smaller(pattern).map { .pattern($0) }
    case .compare(let contrast):
      return smaller(contrast.first).map { less in
        .compare(
          BoundContrast(
            first: less, second: contrast.second, basis: contrast.basis, name: contrast.name))
      }
    case .query(let query):
      let own = query.rowType == query.source.rowType ? [query.source] : []
      return own + smaller(query).filter { $0.rowType == query.rowType }.map { .query($0) }
    case .region(let rows, let relation, let others):
      return [rows] + smaller(rows).map { .region($0, relation, others) }
        + smaller(others).map { .region(rows, relation, $0) }
    }
  }

  private static func smaller(_ step: BoundStep) -> [BoundStep] {
    switch step {
    case .filter(let clauses):
      return clauses.indices.flatMap { index -> [BoundStep] in
        var less = clauses
        less.remove(at: index)
        let fewer: [BoundStep] = less.isEmpty ? [] : [.filter(less)]
        return fewer
          + smaller(clauses[index].predicate).map { predicate in
            var less = clauses
            less[index] = BoundClause(predicate, at: clauses[index].range)
            return .filter(less)
          }
      }
    case .order(let keys): return without(keys).map { .order($0) }
    case .distinct(let columns): return without(columns).map { .distinct($0) }
    case .combine(let operation, let query):
      return smaller(query).filter { $0.rowType == query.rowType }.map { .combine(operation, $0) }
    case .summarize(let figures, let keys): return without(figures).map { .summarize($0, by: keys) }
    default: return []
    }
  }

  private static func smaller(_ predicate: BoundPredicate) -> [BoundPredicate] {
    switch predicate {
    case .and(let parts): parts
    case .or(let parts): parts
    case .not(let part): [part] + smaller(part).map { .not($0) }
    case .region(let relation, let source): smaller(source).map { .region(relation, $0) }
    case .pattern(let pattern): smaller(pattern).map { .pattern($0) }
    case .linked(let count, let table, let type, let part):
      ([.constant(true)] + smaller(part)).filter { $0 != part }.map {
        .linked(count, table, entityType: type, $0)
      }
    case .proximity(let first, let relation, let second):
      smaller(first).map { .proximity($0, relation, second) }
        + smaller(second).map { .proximity(first, relation, $0) }
    default: []
    }
  }

  private static func smaller(_ text: BoundText) -> [BoundText] {
    switch text {
    case .phrase: []
    case .pattern(let pattern): smaller(pattern).map { .pattern($0) }
    case .related(let first, _, let second): [first, second]
    }
  }

  // MARK: Patterns

  private static func smaller(_ pattern: BoundPattern) -> [BoundPattern] {
    let free =
      pattern.constraint == nil
      ? [] : [BoundPattern.written(pattern.node, pattern.labelCount, nil)]
    return free
      + smaller(pattern.node).map {
        BoundPattern.written($0, pattern.labelCount, pattern.constraint)
      }
  }

  private static func smaller(_ node: BoundPatternNode) -> [BoundPatternNode] {
    switch node {
    case .token(.any): return []
    case .token: return [.token(.any)]
    case .labelled(_, .any): return [.token(.any)]
    case .labelled(let label, let test): return [.token(test), .labelled(label, .any)]
    case .sequence(let parts):
      return parts + without(parts).map { .sequence($0) }
        + inside(parts).map { .sequence($0) }
    case .choice(let parts):
      return parts + inside(parts).map { .choice($0) }
    case .repetition(let part, let least, let most):
      return [part] + smaller(part).map { .repetition($0, atLeast: least, atMost: most) }
    }
  }

  private static func inside(_ parts: [BoundPatternNode]) -> [[BoundPatternNode]] {
    parts.indices.flatMap { index in
      smaller(parts[index]).map { less in
        var all = parts
        all[index] = less
        return all
      }
    }
  }

  private static func without<T>(_ parts: [T]) -> [[T]] {
    guard parts.count > 1 else { return [] }
    return parts.indices.map { index in
      var less = parts
      less.remove(at: index)
      return less
    }
  }
}
