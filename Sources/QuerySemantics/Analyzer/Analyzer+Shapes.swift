internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// Steps that make something new of the rows: a timeline, a concordance, other rows, a file.
extension Analyzer {

  mutating func bindTimeline(
    _ unit: Name, by key: Path?, at step: Step, in scope: Scope
  ) -> BoundStep? {
    let by = key.flatMap { key in
      bind(key, in: scope).map { BoundColumn($0, name: key.text) }
    }
    guard let date = datePath(in: scope) else {
      report(.noDate(scope.plural, at: step.range))
      return nil
    }
    guard let part = DatePart(counted: unit.text) else {
      // The parser has told it: it knows the units of time.
      isBroken = true
      return nil
    }
    tellUndated(date, at: step.range)
    return .timeline(part, date: date, by: by)
  }

  mutating func bindConcordance(
    _ width: Value?, _ order: [ConcordanceKey], at step: Step, in scope: Scope
  ) -> BoundStep? {
    guard scope.isText else {
      report(.noConcordance(scope.plural, at: step.range))
      return nil
    }
    let keys = order.map { key in
      BoundConcordanceKey(offset: key.place.offset, isDescending: key.isDescending)
    }
    let count = width.map { bindCount($0, of: "kwic", atLeast: 1) } ?? Self.defaultWidth
    return count.map { .kwic(width: min($0, Self.greatestWidth), order: keys) }
  }

  mutating func bindMove(_ kind: RowKindName, to query: inout BoundQuery, in scope: inout Scope) {
    if case .groups = scope.rowType {
      reportUnlessLost(.cannotMove(kind))
      return
    }
    let table = kind.kind.table
    guard let type = kind.kind.entityType else {
      query.steps.append(.to(table, entityType: nil))
      scope = Scope(rowType: .table(table), kind: kind.kind)
      return
    }
    let attribute = corpus.schema.attribute("type", of: .entities)
    let path = attribute.map { BoundPath(target: .attribute($0), text: "type") }
    let code = path.flatMap { codes(folding: type, in: $0).first }
    query.steps.append(.to(table, entityType: code))
    scope = Scope(rowType: .table(table), kind: kind.kind)
    if code == nil {
      query.steps.append(.filter([BoundClause(.constant(false), at: kind.range)]))
    }
  }

  mutating func bindSave(_ name: Name) -> BoundStep? {
    let ending = name.text.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
    guard name.text.contains("."), Self.endings.contains(ending.lowercased()) else {
      report(.unknownEnding(name, known: Self.endings))
      return nil
    }
    return .save(name.text)
  }

  /// The words shown on each side of a concordance line where none are named.
  static let defaultWidth = 8
  /// More words than this on a side fit no line.
  static let greatestWidth = 100
  /// The formats that a result can be written in.
  static let endings = ["csv", "tsv", "json", "jsonl", "md", "html", "svg", "gexf"]
}

extension ConcordanceKey.Place {

  /// The place as an offset from the match, in words.
  fileprivate var offset: Int {
    switch self {
    case .left(let distance): -distance
    case .right(let distance): distance
    case .node: 0
    }
  }
}
