internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// Values that are names: what they resolve to, and what is said of it.
extension Analyzer {

  var names: EntityNames { EntityNames(corpus: corpus) }

  /// Returns the entities that a value names: by a name that the user gave them, or one that the
  /// corpus knows; of an exact one, those with that very name.
  func entities(named value: Value) -> [RowID] {
    if case .exact(let text) = value.kind { return names.canonical(text) }
    let text = Numeral.text(value)
    if let alias = environment.aliases[EntityNames.key(text)] {
      return alias.entities.map { RowID($0) }
    }
    return names.resolve(text)
  }

  /// Returns the dictionary of the attribute that a path ends in.
  func dictionary(of path: BoundPath) -> ColumnDictionary? {
    guard case .attribute(let attribute) = path.target else { return nil }
    return corpus.column(of: attribute)?.dictionary
  }

  /// Returns the codes of the strings that equal `text`, case and accents aside, ascending.
  func codes(folding text: String, in path: BoundPath) -> [UInt32] {
    guard let dictionary = dictionary(of: path), dictionary.domain == .symbols else { return [] }
    return corpus.pool.symbols(folding: text).compactMap { dictionary.code(of: $0.rawValue) }
      .sorted()
  }

  mutating func bindName(_ path: BoundPath, _ value: Value) -> BoundPredicate {
    if path.isTopic { return bindTopic(path, value) }
    if path.isEntityName, case .attribute = path.target { return bindEntityName(path, value) }
    var codes = codes(folding: Numeral.text(value), in: path)
    if path.isRole { codes = Set(codes + rolesHeaded(by: value, in: path)).sorted() }
    if codes.isEmpty { tellUnknown(value, of: path, entries: { $0.entries(of: path) }) }
    return .codes(path, codes)
  }

  /// `speaker.roles = minister`: the roles that are of that sort, like prime minister.
  private mutating func rolesHeaded(by value: Value, in path: BoundPath) -> [UInt32] {
    if case .exact = value.kind { return [] }
    guard let dictionary = dictionary(of: path) else { return [] }
    let wanted = TextFolding.fold(Numeral.text(value))
    let codes = (0..<UInt32(dictionary.count)).filter { code in
      EntityNames.isRole(corpus.label(of: code, in: dictionary), headedBy: wanted)
    }
    let candidates = codes.map { code in
      Notice.Candidate(
        name: corpus.label(of: code, in: dictionary),
        count: dictionary.postings.count(of: Int(code)), unit: "entities")
    }.sorted { $0.count > $1.count }
    if candidates.count == 1 { tell(.resolved(value, candidates[0])) }
    if candidates.count > 1 { tell(.ambiguous(value, candidates)) }
    return codes
  }

  /// `people where name = Macron`: any name of an entity leads to the one it goes by.
  private mutating func bindEntityName(_ path: BoundPath, _ value: Value) -> BoundPredicate {
    let entities = entities(named: value)
    let codes = entities.flatMap { self.codes(folding: names.name(of: $0), in: path) }
    if entities.isEmpty {
      tellUnknown(value, of: path, entries: { $0.entityEntries(countedBy: $0.mentionCount) })
    } else {
      tellResolved(value, entities, unit: "mentions", count: mentionCount)
    }
    return .codes(path, Set(codes).sorted())
  }

  mutating func bindCategory(_ path: BoundPath, _ value: Value) -> BoundPredicate? {
    let text = Numeral.text(value)
    let codes = codes(folding: text, in: path)
    guard codes.isEmpty else { return .codes(path, codes) }
    let known = Category.values(of: path, in: corpus)
    if case .attribute(let attribute) = path.target, attribute.table == .tokens,
      attribute.name == "pos",
      !known.contains(where: { TextFolding.fold($0) == TextFolding.fold(text) })
    {
      report(.unknownTag(path.text, Name(text, at: value.range), known: known))
      return nil
    }
    guard known.contains(where: { TextFolding.fold($0) == TextFolding.fold(text) }) else {
      report(.unknownCategory(path.text, value, known: known))
      return nil
    }
    tellUnknown(value, of: path, entries: { $0.entries(of: path) })
    return .codes(path, [])
  }

  mutating func bindReference(
    _ path: BoundPath, to table: Table, _ value: Value
  ) -> BoundPredicate? {
    guard table != .entities else { return bindEntity(path, value) }
    guard corpus.column("name", of: table) != nil || corpus.column("id", of: table) != nil else {
      report(.nameless(path.text, table, at: value.range))
      return nil
    }
    guard let dictionary = dictionary(of: path) else { return .codes(path, []) }
    let wanted = TextFolding.fold(Numeral.text(value))
    let codes = (0..<UInt32(dictionary.count)).filter { code in
      labels(of: dictionary.row(of: code), in: table).contains { TextFolding.fold($0) == wanted }
    }
    if codes.isEmpty { tellUnknown(value, of: path, entries: { $0.entries(of: path) }) }
    return .codes(path, codes)
  }

  private func labels(of row: RowID, in table: Table) -> [String] {
    ["name", "title", "id"].compactMap { attribute in
      guard case .codes(let column) = corpus.column(attribute, of: table) else { return nil }
      let code = column.values[row.index]
      return code == CodeColumn.missing ? nil : corpus.pool[column.dictionary.symbol(of: code)]
    }
  }

  private mutating func bindEntity(_ path: BoundPath, _ value: Value) -> BoundPredicate {
    let (unit, count) = counting(path)
    let entities = entities(named: value)
    if entities.isEmpty {
      guard tellsNames else { return .codes(path, []) }
      let all = entityEntries(countedBy: count)
      let found = all.contains { $0.count > 0 } ? all.filter { $0.count > 0 } : all
      tellUnknown(value, of: path, entries: { _ in found }, unit: unit)
      return .codes(path, [])
    }
    tellResolved(value, entities, unit: unit, count: count)
    let codes = entityCodes(entities, in: path)
    if codes.isEmpty { _ = tellContained(value, of: path) }
    return .codes(path, codes)
  }

  /// Returns the codes of entities in the dictionary of a path that refers to them, ascending.
  func entityCodes(_ entities: [RowID], in path: BoundPath) -> [UInt32] {
    guard let dictionary = dictionary(of: path) else { return [] }
    return entities.compactMap { dictionary.code(of: $0.rawValue) }.sorted()
  }
}

extension BoundPath {

  /// Whether the values are topics.
  var isTopic: Bool {
    guard case .attribute(let attribute) = target else { return false }
    return attribute.name == "topic" && attribute.type == .name
  }

  /// Whether the values are offices and titles.
  fileprivate var isRole: Bool {
    guard case .attribute(let attribute) = target else { return false }
    return attribute.table == .entities && attribute.name == "roles"
  }

  /// Whether the values are the names that entities go by.
  fileprivate var isEntityName: Bool {
    guard case .attribute(let attribute) = target else { return false }
    return attribute.table == .entities && attribute.name == "name"
  }
}

/// The values of attributes that have but a few.
enum Category {

  /// Returns the values that an attribute can have, those of the corpus first.
  static func values(of path: BoundPath, in corpus: Corpus) -> [String] {
    guard case .attribute(let attribute) = path.target else { return [] }
    let dictionary = corpus.column(of: attribute)?.dictionary
    var values = (0..<UInt32(dictionary?.count ?? 0)).compactMap { code in
      dictionary.map { corpus.label(of: code, in: $0) }
    }
    for value in known[attribute.name] ?? [] where !values.contains(value) { values.append(value) }
    return values
  }

  private static let known = [
    "kind": ["direct", "indirect", "mixed"],
    "position": ["before", "inside", "after"],
    "form": ["name", "nominal", "pronoun"],
    "type": ["person", "organization", "place", "group"],
    "pos": [
      "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
      "PUNCT", "SCONJ", "SYM", "VERB", "X",
    ],
  ]
}
