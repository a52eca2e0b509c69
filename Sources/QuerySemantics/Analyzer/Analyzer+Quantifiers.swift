internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// Conditions on the rows that belong to a row: `some quotes (p)`, `count of quotes (p) >= 3`.
extension Analyzer {

  mutating func bindQuantified(
    _ quantifier: Quantifier, _ kind: RowKindName, _ inner: Predicate?, in scope: Scope
  ) -> BoundPredicate {
    let count: LinkedCount =
      switch quantifier {
      case .some: .some
      case .no: .no
      case .every: .every
      }
    return bindLinked(kind, inner, in: scope) { count.of($0) } ?? .constant(true)
  }

  mutating func bindCount(
    of kind: RowKindName, _ inner: Predicate?, _ test: CountTest, at range: SourceRange,
    in scope: Scope
  ) -> BoundPredicate {
    let counts = bind(test, at: range)
    return bindLinked(kind, inner, in: scope) { linked in
      BoundPredicate.any((counts ?? []).map { LinkedCount.count($0).of(linked) })
    }.map { counts != nil && test.isComplement ? .complement($0) : $0 } ?? .constant(true)
  }

  private mutating func bindLinked(
    _ kind: RowKindName, _ inner: Predicate?, in scope: Scope,
    _ make: (LinkedRows) -> BoundPredicate
  ) -> BoundPredicate? {
    let own = Scope(rowType: .table(kind.kind.table), kind: kind.kind)
    let condition = inner.map { bind($0, in: own) } ?? .constant(true)
    if lacksRows { return nil }
    guard isReachable(kind.kind, from: scope) else {
      report(.unreachable(kind, from: scope.plural, known: reachableKinds(from: scope)))
      return nil
    }
    if scope.table == kind.kind.table, kind.kind.entityType == nil {
      tell(.linkedToItself(kind))
    }
    guard let type = kind.kind.entityType else {
      return make(LinkedRows(kind.kind.table, nil, condition))
    }
    guard let attribute = corpus.schema.attribute("type", of: .entities),
      let code = codes(folding: type, in: BoundPath(target: .attribute(attribute), text: "type"))
        .first
    else { return make(LinkedRows(kind.kind.table, nil, .constant(false))) }
    return make(LinkedRows(kind.kind.table, code, condition))
  }

  /// The numbers of rows that a test asks for; nil where it has a mistake.
  private mutating func bind(_ test: CountTest, at range: SourceRange) -> [ClosedRange<Int>]? {
    switch test {
    case .comparison(let comparison, let value):
      guard let number = bindCount(value, of: "count of", atLeast: 0) else { return nil }
      if comparison == .less, number == 0 {
        report(.impossibleCount(at: value.range))
        return nil
      }
      return [comparison.counts(number)]
    case .between(let low, let high):
      let first = bindCount(low, of: "count of", atLeast: 0)
      guard let last = bindCount(high, of: "count of", atLeast: 0), let first else { return nil }
      guard first <= last else {
        report(.backwardRange(at: low.range.union(high.range)))
        return nil
      }
      return [first...last]
    case .membership(let values):
      var counts: [ClosedRange<Int>] = []
      for value in values {
        guard let number = bindCount(value, of: "count of", atLeast: 0) else { return nil }
        counts.append(number...number)
      }
      return counts
    }
  }
}

/// The rows of a table that belong to a row and fulfil a condition.
private struct LinkedRows {
  let table: Table
  let entityType: UInt32?
  let condition: BoundPredicate

  init(_ table: Table, _ entityType: UInt32?, _ condition: BoundPredicate) {
    (self.table, self.entityType, self.condition) = (table, entityType, condition)
  }
}

extension LinkedCount {

  /// The condition that so many of some rows are there.
  fileprivate func of(_ rows: LinkedRows) -> BoundPredicate {
    .linked(self, rows.table, entityType: rows.entityType, rows.condition)
  }
}

extension CountTest {

  /// Whether it is written as the complement of another test.
  fileprivate var isComplement: Bool {
    if case .comparison(.notEqual, _) = self { return true }
    return false
  }
}

extension Comparison {

  /// The numbers that compare so with `number`, which is not below zero; of `!=`, its complement.
  fileprivate func counts(_ number: Int) -> ClosedRange<Int> {
    switch self {
    case .equal, .notEqual: number...number
    case .less: 0...max(0, number - 1)
    case .lessOrEqual: 0...number
    case .greater: (number == .max ? number : number + 1)...(.max)
    case .greaterOrEqual: number...(.max)
    }
  }
}
