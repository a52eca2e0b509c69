internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// Two sets of rows: compared, united, or what is shared taken away.
extension Analyzer {

  /// Binds a source that stands for rows of their own; nil where it is not known what they are.
  mutating func bindOperand(_ source: Source) -> (query: BoundQuery, scope: Scope)? {
    let lacked = lacksRows
    lacksRows = false
    defer { lacksRows = lacked }
    let bound = bind(source)
    guard !lacksRows else { return nil }
    var query = BoundQuery(source: bound)
    if case .query(let inner) = bound { query = inner }
    var scope = Scope(rowType: query.rowType)
    scope.kind = source.writtenKind
    return (query, scope)
  }

  mutating func bindCombination(
    _ operation: SetOperator, _ source: Source, at range: SourceRange, in scope: Scope
  ) -> BoundStep? {
    guard let other = bindOperand(source) else { return nil }
    if lacksRows { return nil }
    let word = operation.rawValue
    guard scope.isUngrouped else {
      report(.combinedGroups(word, at: range))
      return nil
    }
    guard other.scope.isUngrouped else {
      report(.combinedGroups(word, at: source.range))
      return nil
    }
    guard scope.rowType == other.scope.rowType else {
      report(.differentRows(word, scope.plural, other.scope.plural, at: source.range))
      return nil
    }
    return .combine(SetOperation(operation), other.query)
  }

  mutating func bindCompare(
    _ first: Source, _ second: Source, on basis: Path?, at range: SourceRange
  ) -> BoundSource {
    let sides = (bindOperand(first), bindOperand(second))
    guard let one = sides.0, let other = sides.1 else { return lost() }
    for (side, source) in [(one, first), (other, second)] where !side.scope.isUngrouped {
      report(.combinedGroups("compare", at: source.range))
      return lost()
    }
    guard let basis, !isWords(basis) else {
      return bindCompare(one, other, sources: (first, second), by: basis)
    }
    guard let path = bindPlural(basis, in: one.scope), let same = bindPlural(basis, in: other.scope)
    else { return lost() }
    if !path.isKey || !same.isKey { report(.noListing(basis)) }
    if path.type != same.type { report(.differentBasis(basis, path.type, same.type)) }
    return .compare(
      BoundContrast(
        first: one.query, second: other.query, basis: .values(path, same), name: path.text))
  }

  /// Compares by the words of the texts, told apart by an attribute of tokens.
  private mutating func bindCompare(
    _ one: (query: BoundQuery, scope: Scope), _ other: (query: BoundQuery, scope: Scope),
    sources: (Source, Source), by basis: Path?
  ) -> BoundSource {
    for (scope, source) in [(one.scope, sources.0), (other.scope, sources.1)] where !scope.isText {
      report(.noWording("compare … on words", scope.plural, at: source.range))
      return lost()
    }
    let name = basis.map { Wording.singular($0.text.lowercased()) } ?? "word"
    let key = name == "word" ? Self.defaultWordAttribute : name
    guard let attribute = corpus.schema.attribute(key, of: .tokens) else { return lost() }
    return .compare(
      BoundContrast(first: one.query, second: other.query, basis: .words(attribute), name: name))
  }

  /// Whether a basis is an attribute of the words rather than of the rows.
  private func isWords(_ basis: Path) -> Bool {
    ["words", "word", "lemmas", "lemma"].contains(basis.text.lowercased())
  }

  private mutating func lost() -> BoundSource {
    (isBroken, lacksRows) = (true, true)
    return .table(.documents)
  }

  /// Binds an attribute that may be named in the plural, as one speaks of many rows.
  mutating func bindPlural(_ path: Path, in scope: Scope) -> BoundPath? {
    var probe = self
    probe.diagnostics = []
    let singular = path.singular
    for candidate in [path, singular] {
      if let bound = probe.bind(candidate, in: scope), probe.diagnostics.isEmpty { return bound }
      probe.diagnostics = []
    }
    // Where other rows have the attribute, the message says so of its true name.
    let isKnown = Table.allCases.contains {
      corpus.schema.attribute(singular.parts.first?.text ?? "", of: $0) != nil
    }
    return bind(isKnown ? singular : path, in: scope)
  }

  mutating func bindPairs(
    of key: Path, per group: Path, at range: SourceRange, to query: inout BoundQuery,
    in scope: inout Scope
  ) {
    guard scope.isUngrouped else {
      reportUnlessLost(.noPairs(at: range))
      return
    }
    if scope.table == .documents, !has(key, in: scope) {
      let quotes = Scope(rowType: .table(.quotes), kind: .quotes)
      if has(key, in: quotes) {
        query.steps.append(.to(.quotes, entityType: nil))
        scope = quotes
      }
    }
    let of = bindPlural(key, in: scope)
    let per = isDocument(group) ? documentPath(in: scope) : nil
    guard let of, let per = per ?? bindPlural(group, in: scope) else { return }
    if !of.isKey { report(.noListing(key)) }
    let step = BoundStep.pairs(
      of: BoundColumn(of, name: of.text),
      per: BoundColumn(per, name: Wording.plural(per.text)))
    query.steps.append(step)
    scope = Scope(rowType: step.rowType(after: scope.rowType))
  }

  private func has(_ path: Path, in scope: Scope) -> Bool {
    var probe = self
    let before = probe.diagnostics.count
    return probe.bindPlural(path, in: scope) != nil && probe.diagnostics.count == before
  }

  private func isDocument(_ path: Path) -> Bool {
    ["document", "documents"].contains(path.text.lowercased())
  }

  /// The path that tells the documents of rows apart: of documents themselves, their id.
  private func documentPath(in scope: Scope) -> BoundPath? {
    guard scope.table == .documents else { return start("document", in: scope) }
    return corpus.schema.attribute("id", of: .documents).map {
      BoundPath(target: .attribute($0), text: "document")
    }
  }
}

extension Path {

  /// The path with its last part in the singular.
  fileprivate var singular: Path {
    guard let last = parts.last else { return self }
    return Path(
      parts.dropLast() + [Name(Wording.singular(last.text.lowercased()), at: last.range)], at: range
    )
  }
}

extension Scope {

  /// Whether rows are rows of the corpus, and no counted groups.
  var isUngrouped: Bool {
    if case .groups = rowType { return false }
    return true
  }
}

extension Source {

  /// The kind of row that is written, where the source and its steps return it.
  fileprivate var writtenKind: RowKind? {
    switch kind {
    case .rows(let kind): return kind
    case .region(let rows, _, _): return rows.writtenKind
    case .query(let query):
      var kind = query.source.writtenKind
      for step in query.steps {
        switch step.kind {
        case .to(let other): kind = other.kind
        case .families: kind = .families
        default: continue
        }
      }
      return kind
    case .phrase, .name, .pattern, .call, .compare, .invalid: return nil
    }
  }
}

extension SetOperation {

  /// The operation that is written.
  init(_ written: SetOperator) {
    switch written {
    case .union: self = .union
    case .except: self = .except
    case .intersect: self = .intersect
    }
  }
}
