internal import CorpusStore

/// The conditions of a query that only look at the documents of its rows.
///
/// They hold for whatever else stands in the same documents, and so for what a count is divided by.
/// Their paths start at the document.
struct DocumentConditions {

  private let corpus: Corpus
  private var found: [(predicate: BoundPredicate, isOwn: Bool)] = []

  /// Finds the conditions on the documents of the rows of `query`.
  ///
  /// What documents are about, name and say is what makes them the rows that are counted, and no
  /// condition on others.
  init(of query: BoundQuery, in corpus: Corpus) {
    self.corpus = corpus
    collect(query)
    found.removeAll { $0.isOwn && $0.predicate.paths.contains(where: \.isContentOfDocument) }
  }

  /// The conditions, each once.
  var predicates: [BoundPredicate] {
    var seen: Set<BoundPredicate> = []
    return found.map(\.predicate).filter { seen.insert($0).inserted }
  }

  private mutating func collect(_ query: BoundQuery) {
    collect(query.source)
    var rowType = query.source.rowType
    for step in query.steps {
      collect(step, of: rowType)
      rowType = step.rowType(after: rowType)
    }
  }

  private mutating func collect(_ step: BoundStep, of rowType: RowType) {
    switch step {
    case .filter(let clauses):
      for clause in clauses {
        guard let predicate = corpus.documentCondition(clause.predicate, of: rowType) else {
          continue
        }
        found.append((predicate, rowType == .table(.documents)))
      }
    case .to(let table, _):
      let stays = corpus.isInDocument(rowType) && corpus.isInDocument(.table(table))
      found = stays ? found.map { ($0.predicate, false) } : []
    case .combine(.union, _): found = []
    default: break
    }
  }

  private mutating func collect(_ source: BoundSource) {
    switch source {
    case .query(let query): collect(query)
    case .region(let rows, let relation, let other):
      collect(rows)
      if other.rowType == .table(.documents), relation == .within || relation == .outside {
        let lies = BoundPredicate.region(.within, other)
        found.append((relation == .within ? lies : .not(lies), false))
        return
      }
      guard relation.isInOneDocument else { return }
      var inner = self
      inner.found = []
      inner.collect(other)
      found += inner.found.map { ($0.predicate, false) }
    case .table, .phrase, .pattern, .compare: break
    }
  }
}

extension RegionRelation {

  /// Whether the two regions lie in the same document.
  fileprivate var isInOneDocument: Bool {
    switch self {
    case .outside, .before(.days), .after(.days), .near(.days): false
    case .within, .containing, .overlapping, .before, .after, .near: true
    }
  }
}

extension BoundPath {

  /// Whether the value is what a document is about, names or says.
  fileprivate var isContentOfDocument: Bool {
    let first: Attribute? =
      if case .attribute(let attribute) = target { hops.first ?? attribute } else { hops.first }
    return first.map { ["topic", "mention", "text"].contains($0.name) } ?? false
  }
}

extension Corpus {

  /// Whether each row lies in one document.
  func isInDocument(_ rowType: RowType) -> Bool {
    switch rowType {
    case .matches: true
    case .groups: false
    case .table(let table): table == .documents || hop(from: table) != nil
    }
  }

  /// The reference that leads from the rows of a table to their document.
  func hop(from table: Table) -> Attribute? {
    guard let attribute = schema.attribute("document", of: table),
      attribute.type == .reference(.documents), !attribute.isMany
    else { return nil }
    return attribute
  }

  /// Returns a path from rows as one from their document; nil where it leads elsewhere.
  func documentPath(_ path: BoundPath, of rowType: RowType) -> BoundPath? {
    if rowType == .table(.documents) { return path }
    guard let first = path.hops.first, first.type == .reference(.documents), !first.isMany,
      first.name == "document"
    else { return nil }
    let text =
      path.text.lowercased().hasPrefix("document.") ? path.text.dropFirst(9)[...] : path.text[...]
    return BoundPath(
      hops: Array(path.hops.dropFirst()), target: path.target, part: path.part, text: String(text))
  }

  /// Returns a condition on rows as one on their document; nil where it looks at anything else.
  func documentCondition(_ predicate: BoundPredicate, of rowType: RowType) -> BoundPredicate? {
    switch predicate {
    case .region(.within, let source):
      return source.rowType == .table(.documents) && isInDocument(rowType) ? predicate : nil
    case .codes(let path, let codes) where path.isDocumentItself:
      return identities(codes, of: path)
    default:
      return predicate.mapped {
        documentPath($0, of: rowType)
      } descend: {
        documentCondition($0, of: rowType)
      }
    }
  }

  /// The condition that a document is one of those with `codes` in the column of references.
  private func identities(_ codes: [UInt32], of path: BoundPath) -> BoundPredicate? {
    guard case .attribute(let reference) = path.target,
      let rows = column(of: reference)?.dictionary,
      let id = schema.attribute("id", of: .documents), case .codes(let ids) = column(of: id)
    else { return nil }
    let found = codes.map { ids.values[rows.row(of: $0).index] }
    return .codes(
      BoundPath(target: .attribute(id), text: "id"),
      Set(found.filter { $0 != CodeColumn.missing }).sorted())
  }
}

extension BoundPath {

  /// Whether the value is the document in which the row lies.
  var isDocumentItself: Bool {
    guard hops.isEmpty, case .attribute(let attribute) = target else { return false }
    return attribute.name == "document" && attribute.type == .reference(.documents)
  }

  /// Returns the path with references in front.
  func prefixed(_ hops: [Attribute]) -> BoundPath {
    BoundPath(hops: hops + self.hops, target: target, part: part, text: text)
  }
}

extension BoundPredicate {

  /// The paths of the values that are looked at, save those of other rows.
  var paths: [BoundPath] {
    switch self {
    case .and(let parts), .or(let parts): parts.flatMap(\.paths)
    case .not(let part): part.paths
    case .codes(let path, _), .isMissing(let path), .integers(let path, _), .decimals(let path, _),
      .dates(let path, _), .contains(let path, _), .matches(let path, _), .groupEquals(let path, _):
      [path]
    case .constant, .phrase, .region, .pattern, .proximity, .linked: []
    }
  }

  /// Returns the condition with every path exchanged; nil where one has no counterpart, or where
  /// the condition looks at the text of the row itself.
  func mapped(
    _ map: (BoundPath) -> BoundPath?, descend: (BoundPredicate) -> BoundPredicate?
  ) -> BoundPredicate? {
    switch self {
    case .and(let parts):
      let mapped = parts.compactMap(descend)
      return mapped.count == parts.count ? .and(mapped) : nil
    case .or(let parts):
      let mapped = parts.compactMap(descend)
      return mapped.count == parts.count ? .or(mapped) : nil
    case .not(let part): return descend(part).map { .not($0) }
    case .codes(let path, let codes): return map(path).map { .codes($0, codes) }
    case .isMissing(let path): return map(path).map { .isMissing($0) }
    case .integers(let path, let range): return map(path).map { .integers($0, range) }
    case .decimals(let path, let range): return map(path).map { .decimals($0, range) }
    case .dates(let path, let range): return map(path).map { .dates($0, range) }
    case .contains(let path, let text): return map(path).map { .contains($0, text) }
    case .matches(let path, let tree): return map(path).map { .matches($0, tree) }
    case .constant, .phrase, .groupEquals, .region, .pattern, .proximity, .linked: return nil
    }
  }
}
