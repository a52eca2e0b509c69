internal import CorpusStore
internal import QuerySyntax

/// Which rows lead to which others.
extension Analyzer {

  /// Whether `to` leads from rows to those of a kind.
  func isReachable(_ kind: RowKind, from scope: Scope) -> Bool {
    switch scope.rowType {
    case .groups: false
    case .matches: reachableTables(from: .tokens).contains(kind.table)
    case .table(let table): reachableTables(from: table).contains(kind.table)
    }
  }

  /// The kinds of row to which `to` leads.
  func reachableKinds(from scope: Scope) -> [RowKind] {
    RowKind.allCases.filter { isReachable($0, from: scope) }
  }

  /// The tables that references, names and stretches of text lead to, in any number of steps.
  private func reachableTables(from table: Table) -> Set<Table> {
    var found: Set<Table> = [table]
    var open = [table]
    while let next = open.popLast() {
      for other in Table.allCases where !found.contains(other) && isLinked(next, other) {
        found.insert(other)
        open.append(other)
      }
    }
    return found
  }

  private func isLinked(_ a: Table, _ b: Table) -> Bool {
    guard corpus.schema.attributes.contains(where: { $0.table == b }) else { return false }
    if a.isText, b.isText { return true }
    return refers(a, to: b) || refers(b, to: a) || names(a, b) || names(b, a)
  }

  private func refers(_ a: Table, to b: Table) -> Bool {
    corpus.schema.attributes.contains { $0.table == a && $0.type == .reference(b) }
  }

  /// Whether rows have values that are the names of the others.
  private func names(_ a: Table, _ b: Table) -> Bool {
    let name: String? =
      switch b {
      case .topics: "topic"
      case .outlets: "outlet"
      case .authors: "author"
      default: nil
      }
    return name.map { corpus.schema.attribute($0, of: a) != nil } ?? false
  }
}
