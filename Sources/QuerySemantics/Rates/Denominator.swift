internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// What counts are divided by: all rows of a kind, or all words, in the documents that fulfil those
/// conditions of the query that only look at the document; told apart by those keys of the groups
/// that these rows have too.
struct Denominator {

  /// What is counted.
  enum Unit: Hashable {
    case words
    case rows(RowKind)

    /// The kind of row; nil for words, which documents know the number of.
    var kind: RowKind? {
      if case .rows(let kind) = self { return kind }
      return nil
    }

    /// The plural of what is counted.
    var plural: String { kind?.rawValue ?? "words" }
  }

  /// What is counted.
  let unit: Unit

  private let corpus: Corpus
  private let conditions: [BoundPredicate]
  /// The stretches of text within or outside which the words are counted.
  private let scopes: [BoundPredicate]
  /// The table whose rows are counted or summed.
  private let table: Table
  private var keys: [(index: Int, column: BoundColumn)] = []

  /// The headings of the keys that what is counted has not.
  private(set) var unkeyed: [String] = []

  /// Finds what the counts of `rows` are to be divided by.
  init(
    of rows: BoundQuery, groups: GroupProvenance, columns: [GroupColumn], _ unit: Unit,
    in corpus: Corpus
  ) {
    self.unit = unit
    self.corpus = corpus
    conditions = DocumentConditions(of: rows, in: corpus).predicates
    let isToken = unit == .words || unit == .rows(.tokens)
    scopes = isToken ? VoiceScopes.predicates(of: rows) : []
    // Documents know their number of words, but neither where they stand nor the document itself.
    let named = zip(columns, groups.columns).enumerated().compactMap {
      index, column -> (Int, GroupColumn, BoundPath?)? in
      guard case .key(let path) = column.1 else { return nil }
      return (index, column.0, path)
    }
    let needsTokens = !scopes.isEmpty || named.contains { $0.2?.isDocumentItself ?? false }
    table = unit.kind?.table ?? (needsTokens ? .tokens : .documents)
    for (index, column, path) in named {
      if let path = path.flatMap({ corpus.path($0, of: rows.rowType, on: .table(table)) }) {
        keys.append((index, BoundColumn(path, name: column.name)))
      } else {
        unkeyed.append(column.name)
      }
    }
  }

  /// Returns the query that counts, and the numbers of the groups' columns that it has as keys;
  /// `source` gives all rows of the kind.
  func query(source: BoundSource) -> (BoundQuery, keys: [Int]) {
    let isSummed = unit == .words && table == .documents
    let isTold = corpus.isInDocument(.table(table))
    let start = isTold && table == .tokens ? .table(.tokens) : isTold ? source : .table(.documents)
    var query = BoundQuery(source: start)
    if case .query(let inner) = start { query = inner }
    if isTold {
      let hops = table == .documents ? [] : corpus.hop(from: table).map { [$0] } ?? []
      query.filter(
        scopes + conditions.map { $0.prefixed(hops) } + (unit == .words && !isSummed ? word : []))
    } else if conditions.isEmpty {
      query = BoundQuery(source: source)
      if case .query(let inner) = source { query = inner }
    } else {
      query.filter(conditions)
      query.steps.append(.to(table, entityType: entityType))
    }
    query.steps.append(isSummed ? sum : .count(by: keys.map(\.column)))
    return (query, keys.map(\.index))
  }

  private var sum: BoundStep {
    let words = corpus.schema.attribute("words", of: .documents).map {
      BoundPath(target: .attribute($0), text: "words")
    }
    return .summarize([BoundAggregate(.sum, of: words, name: "words")], by: keys.map(\.column))
  }

  /// The condition that a token is no mark.
  private var word: [BoundPredicate] {
    guard let tag = corpus.schema.attribute("pos", of: .tokens),
      let dictionary = corpus.column(of: tag)?.dictionary
    else { return [] }
    let marks = ["punct", "sym"].flatMap { corpus.pool.symbols(folding: $0) }
    let codes = marks.compactMap { dictionary.code(of: $0.rawValue) }.sorted()
    return codes.isEmpty
      ? [] : [.not(.codes(BoundPath(target: .attribute(tag), text: "pos"), codes))]
  }

  private var entityType: UInt32? {
    guard let type = unit.kind?.entityType,
      let dictionary = corpus.column("type", of: .entities)?.dictionary
    else { return nil }
    return corpus.pool.symbols(folding: type).compactMap { dictionary.code(of: $0.rawValue) }.first
  }

  /// What is counted, for people.
  var meaning: String {
    let reading = ReadBack(corpus)
    var text = "all \(unit.plural)"
    if !scopes.isEmpty { text += " " + Wording.list(scopes.map { reading.condition($0) }) }
    if !keys.isEmpty { text += " of each " + Wording.list(keys.map(\.column.each)) }
    guard !conditions.isEmpty else { return text }
    let documents = unit == .rows(.documents) ? " " : " in documents "
    return text + documents + Wording.list(conditions.map { reading.holding($0) })
  }
}

extension BoundQuery {

  /// Adds conditions, if there are any.
  fileprivate mutating func filter(_ predicates: [BoundPredicate]) {
    guard !predicates.isEmpty else { return }
    let clauses = predicates.map { BoundClause($0, at: SourceRange(at: 0)) }
    if case .filter(let before) = steps.last {
      steps[steps.count - 1] = .filter(before + clauses)
    } else {
      steps.append(.filter(clauses))
    }
  }
}

extension BoundPredicate {

  /// Returns the condition with references in front of every path.
  func prefixed(_ hops: [Attribute]) -> BoundPredicate {
    if hops.isEmpty { return self }
    return mapped {
      $0.prefixed(hops)
    } descend: {
      $0.prefixed(hops)
    } ?? self
  }
}

extension Corpus {

  /// Returns the path by which rows of one type have the value that those of another have by
  /// `path`; nil where there is none.
  ///
  /// A value of the document is reached from all its rows; another one is the attribute of the same
  /// name, if its values are of one type.
  func path(_ path: BoundPath, of rowType: RowType, on other: RowType) -> BoundPath? {
    if rowType == other { return path }
    guard case .table(let table) = other else { return nil }
    if path.isDocumentItself {
      return hop(from: table).map { BoundPath(target: .attribute($0), text: path.text) }
    }
    if let inDocument = documentPath(path, of: rowType) {
      if table == .documents { return inDocument }
      if let hop = hop(from: table) { return inDocument.prefixed([hop]) }
    }
    return counterpart(of: path, on: table)
  }

  private func counterpart(of path: BoundPath, on table: Table) -> BoundPath? {
    guard case .attribute(let target) = path.target else { return nil }
    let first = path.hops.first ?? target
    guard let own = schema.attribute(first.name, of: table), own.type == first.type,
      own.type.isTelling
    else { return nil }
    let rest = Array(path.hops.dropFirst())
    return path.hops.isEmpty
      ? BoundPath(target: .attribute(own), part: path.part, text: path.text)
      : BoundPath(hops: [own] + rest, target: path.target, part: path.part, text: path.text)
  }
}

extension AttributeType {

  /// Whether values of one name mean the same in rows of different kinds.
  fileprivate var isTelling: Bool {
    switch self {
    case .name, .category, .reference: true
    case .text, .integer, .decimal, .date, .flag: false
    }
  }
}

/// The stretches of text within or outside which tokens are asked for.
enum VoiceScopes {

  /// Returns the conditions `within` and outside under which a query finds its tokens or matches.
  static func predicates(of query: BoundQuery) -> [BoundPredicate] {
    guard query.source.rowType.isOfTokens, query.rowType.isOfTokens else { return [] }
    var found = predicates(of: query.source)
    for step in query.steps {
      switch step {
      case .filter(let clauses): found += clauses.map(\.predicate).filter(\.isScope)
      case .to, .combine: return []
      default: continue
      }
    }
    return found
  }

  private static func predicates(of source: BoundSource) -> [BoundPredicate] {
    switch source {
    case .query(let query): predicates(of: query)
    case .region(let rows, .within, let scope):
      predicates(of: rows) + [.region(.within, scope)].filter(\.isScope)
    case .region(let rows, .outside, let scope):
      predicates(of: rows) + [.not(.region(.within, scope))].filter(\.isScope)
    case .region(let rows, _, _): predicates(of: rows)
    case .table, .phrase, .pattern, .compare: []
    }
  }
}

extension RowType {

  /// Whether rows are tokens or runs of tokens.
  fileprivate var isOfTokens: Bool { self == .matches || self == .table(.tokens) }
}

extension BoundPredicate {

  /// Whether it says where in the text a row lies.
  fileprivate var isScope: Bool {
    switch self {
    case .region(.within, let scope): scope.rowType != .table(.documents)
    case .not(let part): part.isScope
    default: false
    }
  }
}
