internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

extension Analyzer {

  /// Binds a query.
  ///
  /// A query in parentheses and a bound name are written out, so that their steps and those behind
  /// them are one run of steps.
  mutating func bind(_ query: Query) -> BoundQuery {
    var (bound, scope) = openQuery(bind(query.source))
    if case .rows(let kind) = query.source.kind { scope.kind = kind }
    for step in query.steps { bind(step, to: &bound, in: &scope) }
    return bound
  }

  private func openQuery(_ source: BoundSource) -> (BoundQuery, Scope) {
    var bound = BoundQuery(source: source)
    if case .query(let inner) = source { bound = inner }
    var scope = Scope(rowType: bound.rowType)
    for case .select(let columns) in bound.steps { scope.columns = columns }
    return (bound, scope)
  }

  mutating func bind(_ source: Source) -> BoundSource {
    switch source.kind {
    case .rows(let kind): return bind(kind, at: source.range)
    case .phrase(let name): return .phrase(bindPhrase(name))
    case .name(let name): return bindName(name)
    case .query(let query):
      let bound = bind(query)
      return bound.steps.isEmpty ? bound.source : .query(bound)
    case .region(let rows, let relation, let other):
      return bindRegion(rows, relation, other)
    case .pattern(let pattern): return .pattern(bindPattern(pattern))
    case .call(let name, let values): return bindCall(name, values, at: source.range)
    case .compare(let first, let second, let basis):
      return bindCompare(first, second, on: basis, at: source.range)
    case .invalid: return unknownRows()
    }
  }

  private func bind(_ kind: RowKind, at range: SourceRange) -> BoundSource {
    guard let type = kind.entityType, let path = entityTypePath else { return .table(kind.table) }
    let codes = codes(folding: type, in: path)
    return .query(
      BoundQuery(
        source: .table(.entities),
        steps: [.filter([BoundClause(.codes(path, codes), at: range)])]))
  }

  private var entityTypePath: BoundPath? {
    corpus.schema.attribute("type", of: .entities).map {
      BoundPath(target: .attribute($0), text: "type")
    }
  }

  private mutating func bindName(_ name: Name) -> BoundSource {
    let key = TextFolding.fold(name.text)
    if let bound = environment.queries[key] {
      calls += environment.weights[key] ?? 1
      guard calls <= Self.mostCalls else { return tooMany(at: name.range) }
      let query = bound.relocated(to: name.range)
      return query.steps.isEmpty ? query.source : .query(query)
    }
    if let function = environment.functions[key] {
      report(.wrongValueCount(function, given: 0, at: name.range))
      return unknownRows()
    }
    if environment.brokenNames.contains(key) { return unknownRows() }
    let known = RowKind.allCases.map(\.rawValue) + environment.queryNames
    let near = EditDistance.nearest(to: name.text, among: known, most: 1).first
    report(.unknownSource(name, known: known, didYouMean: near))
    // What was very likely meant is what the rest of the query is about.
    let meant = near.flatMap { RowKind(rawValue: $0) }
    lacksRows = meant == nil
    return .table(meant?.table ?? .documents)
  }

  /// Binds what stands behind a relation, where `s` is short for sentences, as in CQP.
  mutating func bind(regions source: Source) -> BoundSource {
    guard case .name(let name) = source.kind else { return bind(source) }
    let key = TextFolding.fold(name.text)
    guard let table = Self.shortNames[key], environment.queries[key] == nil else {
      return bind(source)
    }
    return .table(table)
  }

  /// The names that other corpus tools give to regions.
  private static let shortNames: [String: Table] = [
    "s": .sentences, "p": .paragraphs, "text": .documents,
  ]

  private mutating func bindRegion(
    _ rows: Source, _ relation: Relation, _ other: Source
  ) -> BoundSource {
    let bound = bind(rows)
    let scope = bind(regions: other)
    for (source, written) in [(bound, rows), (scope, other)]
    where !Scope(rowType: source.rowType).isText && !isBroken {
      report(.notText(source.rowType.plural, relation: relation.kind.rawValue, at: written.range))
    }
    let between = bind(
      relation, between: Scope(rowType: bound.rowType), and: Scope(rowType: scope.rowType))
    return .region(bound, between ?? .within, scope)
  }
}

extension RowKind {

  /// The table whose rows are of the kind.
  var table: Table {
    switch self {
    case .documents: .documents
    case .paragraphs: .paragraphs
    case .sentences: .sentences
    case .tokens: .tokens
    case .quotes: .quotes
    case .mentions: .mentions
    case .people, .organizations, .places, .entities: .entities
    case .topics: .topics
    case .outlets: .outlets
    case .authors: .authors
    case .families: .families
    }
  }

  /// The type of entity that the kind is limited to.
  var entityType: String? {
    switch self {
    case .people: "person"
    case .organizations: "organization"
    case .places: "place"
    default: nil
    }
  }
}
