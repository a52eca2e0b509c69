internal import CorpusStore

/// The names, aliases and roles by which the entities of a corpus are known.
struct EntityNames {

  let corpus: Corpus

  /// Returns the name that an entity goes by.
  func name(of entity: RowID) -> String { corpus.label(of: entity, in: .entities) }

  /// Returns the entities of which `text` is the very name, case and accents aside.
  func canonical(_ text: String) -> [RowID] { rows(having: text, in: "name") }

  /// Returns the entities that `text` names: by name or alias, else by role, else by a name
  /// behind a title that is theirs, else by the sort of their role.
  func resolve(_ text: String) -> [RowID] {
    let text = Self.withoutArticle(text)
    let named = merged([canonical(text), rows(having: text, in: "aliases")])
    if !named.isEmpty { return named }
    let holders = rows(having: text, in: "roles")
    if !holders.isEmpty { return holders }
    let titled = titled(text)
    return titled.isEmpty ? holding(roleHeadedBy: text) : titled
  }

  private func rows(having text: String, in attribute: String) -> [RowID] {
    guard let dictionary = corpus.column(attribute, of: .entities)?.dictionary else { return [] }
    let found = corpus.pool.symbols(folding: text).compactMap { symbol in
      dictionary.code(of: symbol.rawValue).map { dictionary.postings.rows(of: Int($0)) }
    }
    return merged(found.map(Array.init))
  }

  private func merged(_ lists: [[RowID]]) -> [RowID] {
    var merged: [RowID] = []
    for row in lists.flatMap(\.self).sorted() where row != merged.last { merged.append(row) }
    return merged
  }

  /// `the minister`: the entities with a role of that sort.
  private func holding(roleHeadedBy text: String) -> [RowID] {
    guard let dictionary = corpus.column("roles", of: .entities)?.dictionary else { return [] }
    let head = TextFolding.fold(text)
    let found = (0..<dictionary.count).filter {
      Self.isRole(corpus.label(of: UInt32($0), in: dictionary), headedBy: head)
    }
    return merged(found.map { Array(dictionary.postings.rows(of: $0)) })
  }

  /// `President Macron`: the entities called Macron, if there is one whose role the title is;
  /// and whoever else is called so, where the title is a mere form of address.
  private func titled(_ text: String) -> [RowID] {
    let words = text.split(separator: " ").map(String.init)
    for split in words.indices.dropFirst() {
      let title = TextFolding.fold(words[..<split].joined(separator: " "))
      let rest = words[split...].joined(separator: " ")
      let found = merged([canonical(rest), rows(having: rest, in: "aliases")])
      if found.isEmpty { continue }
      let holders = found.filter { roles(of: $0).contains { Self.holds($0, title: title) } }
      if !holders.isEmpty { return holders }
      if Self.isAddress(title) { return found }
    }
    return []
  }

  private func roles(of entity: RowID) -> [String] {
    guard case .codeLists(let column) = corpus.column("roles", of: .entities) else { return [] }
    return column.codes(of: entity).map { corpus.pool[column.dictionary.symbol(of: $0)] }
  }

  /// Whether a role is of the sort that `head` names: `minister of finance` is a minister.
  ///
  /// The head stands last, or before the first preposition; `head` is folded.
  static func isRole(_ role: String, headedBy head: String) -> Bool {
    let words = TextFolding.fold(role).split(separator: " ")
    let core = words.prefix { !["of", "for", "to", "at", "in"].contains($0) }
    let sort = core.joined(separator: " ")
    // A vice president is no president.
    return !head.isEmpty
      && (sort == head || sort.hasSuffix(" " + head) && !sort.hasSuffix("vice " + head))
  }

  private static func holds(_ role: String, title: String) -> Bool {
    let words = TextFolding.fold(role).split(separator: " ")
    return title.split(separator: " ").allSatisfy { words.contains($0) }
  }

  private static func isAddress(_ title: String) -> Bool {
    ["mr", "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr.", "sir", "dame", "lord", "lady"]
      .contains(title)
  }

  /// Returns the form by which a name that the user gave is looked up.
  static func key(_ text: String) -> String { TextFolding.fold(withoutArticle(text)) }

  private static func withoutArticle(_ text: String) -> String {
    text.lowercased().hasPrefix("the ") ? String(text.dropFirst(4)) : text
  }

  /// The names and aliases of every entity, each with its entity.
  func all() -> [(name: String, entity: RowID)] {
    var result: [(name: String, entity: RowID)] = []
    for attribute in ["name", "aliases"] {
      guard let dictionary = corpus.column(attribute, of: .entities)?.dictionary else { continue }
      for code in 0..<dictionary.count {
        let name = corpus.pool[dictionary.symbol(of: UInt32(code))]
        for row in dictionary.postings.rows(of: code) { result.append((name, row)) }
      }
    }
    return result
  }
}

extension Column {

  /// The distinct values, where they are coded.
  var dictionary: ColumnDictionary? {
    switch self {
    case .codes(let column): column.dictionary
    case .codeLists(let column): column.dictionary
    case .integers, .decimals, .dates, .texts: nil
    }
  }
}

extension Corpus {

  /// Returns what a row is called: its name, its title, its id.
  func label(of row: RowID, in table: Table) -> String {
    for attribute in ["name", "title", "id"] {
      guard case .codes(let column) = column(attribute, of: table) else { continue }
      let code = column.values[row.index]
      if code != CodeColumn.missing { return pool[column.dictionary.symbol(of: code)] }
    }
    return Wording.singular(table.name) + " " + String(row.index + 1)
  }

  /// Returns what a code of a dictionary stands for, in words.
  func label(of code: UInt32, in dictionary: ColumnDictionary) -> String {
    switch dictionary.domain {
    case .symbols: pool[dictionary.symbol(of: code)]
    case .rows(let table): label(of: dictionary.row(of: code), in: table)
    }
  }
}
