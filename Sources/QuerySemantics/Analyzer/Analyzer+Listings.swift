internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// `values of`: a count by an attribute, the most frequent value first.
extension Analyzer {

  mutating func bindValues(of path: Path) -> BoundStatement? {
    let (kind, rest) = splitKind(path)
    let kinds = kind.map { [$0] } ?? holders(of: rest)
    guard let chosen = kinds.first else {
      report(unknownValue(rest))
      return nil
    }
    var query = BoundQuery(source: bind(Source(.rows(chosen), at: path.range)))
    if case .query(let inner) = query.source { query = inner }
    guard let bound = bind(rest, in: Scope(rowType: query.rowType)) else { return nil }
    if bound.type == .text { report(.noListing(rest)) }
    if kinds.count > 1 {
      let others = kinds.dropFirst().map(\.rawValue)
      tell(.countedOver(chosen.rawValue, others: others, of: rest))
    }
    query.steps.append(.count(by: [BoundColumn(bound, name: rest.text)]))
    let count = GroupColumn(name: "count", type: .integer)
    let key = BoundPath(target: .group(1, count), text: "count")
    query.steps.append(.order([BoundOrder(key, isDescending: true)]))
    return .values(of: bound, query)
  }

  /// `quotes.kind` names the rows first.
  private func splitKind(_ path: Path) -> (RowKind?, Path) {
    guard path.parts.count > 1, let first = path.parts.first,
      let kind = RowKind(rawValue: first.text.lowercased())
    else { return (nil, path) }
    let rest = Array(path.parts.dropFirst())
    return (kind, Path(rest, at: rest.reduce(rest[0].range) { $0.union($1.range) }))
  }

  /// The kinds of row that have the attribute themselves, the most asked about first.
  private func holders(of path: Path) -> [RowKind] {
    guard let name = path.parts.first?.text else { return [] }
    return Self.preference.filter { kind in
      let own = corpus.schema.attribute(name, of: kind.table) != nil
      let part =
        DatePart(rawValue: name.lowercased()) != nil
        && corpus.schema.attribute("date", of: kind.table) != nil
      return own || part
    }
  }

  private static let preference: [RowKind] = [
    .quotes, .documents, .mentions, .entities, .tokens, .sentences, .paragraphs, .topics, .outlets,
    .authors, .families,
  ]

  private func unknownValue(_ path: Path) -> Diagnostic {
    let known = Self.preference.flatMap { corpus.schema.attributes(of: $0.table).map(\.name) }
    return .unknownListing(path, known: known)
  }
}
