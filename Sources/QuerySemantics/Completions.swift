public import CorpusStore
public import QuerySyntax

/// What could stand at a place of a query that is being typed: attributes and their values.
public struct Completions {

  let analyzer: Analyzer

  /// Creates the completions of queries about `corpus`.
  public init(_ corpus: Corpus, environment: QueryEnvironment = QueryEnvironment()) {
    analyzer = Analyzer(corpus: corpus, environment: environment)
  }

  init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  /// Returns the paths that rows behind `query` have, the row's own first, and those of the
  /// document that are reached without ceremony.
  public func paths(behind query: BoundQuery) -> [CompletedPath] {
    switch query.rowType {
    case .groups(let columns):
      return columns.map {
        CompletedPath(text: $0.writtenName, type: Wording.type($0.type), summary: "")
      }
    case .matches:
      let own = CompletedPath(text: "match", type: "running text", summary: "the words found")
      let containers = attributes(of: .tokens).filter {
        ["document", "sentence"].contains($0.text)
      }
      return [own] + containers + attributes(of: .documents).filter { $0.text != "text" }
        + dateParts(in: .matches)
    case .table(let table):
      let own = attributes(of: table)
      let isInDocument = analyzer.corpus.schema.attribute("document", of: table) != nil
      let inherited = isInDocument ? attributes(of: .documents) : []
      let known = Set(own.map(\.text))
      return own + inherited.filter { !known.contains($0.text) } + dateParts(in: query.rowType)
    }
  }

  /// Returns the path that is written, as rows behind `query` have it.
  public func path(_ path: Path, behind query: BoundQuery) -> BoundPath? {
    var analyzer = analyzer
    return analyzer.bind(path, in: Scope(rowType: query.rowType))
  }

  /// Returns the values of a path that start with `prefix`, or of which a word does, the most
  /// frequent first.
  ///
  /// Case and accents do not count. An entity is found by its aliases too, and comes once under
  /// the name that it goes by. Counts are those of the whole corpus.
  public func candidates(for path: BoundPath, prefix: String, most: Int = 50) -> [ValueCount] {
    guard let dictionary = analyzer.dictionary(of: path) else { return flags(path, prefix) }
    let wanted = TextFolding.fold(bytes: Array(prefix.utf8))
    let counts = (0..<dictionary.count).filter { code in
      wanted.isEmpty || symbols(of: UInt32(code), in: dictionary).contains { fits($0, wanted) }
    }
    let sorted = counts.sorted {
      (dictionary.postings.count(of: $1), $0) < (dictionary.postings.count(of: $0), $1)
    }
    return sorted.prefix(most).map { code in
      ValueCount(
        value: analyzer.corpus.label(of: UInt32(code), in: dictionary),
        count: dictionary.postings.count(of: code))
    }
  }

  private func attributes(of table: Table) -> [CompletedPath] {
    analyzer.corpus.schema.attributes(of: table).map {
      CompletedPath(text: $0.name, type: Wording.type($0.type), summary: $0.summary)
    }
  }

  private func dateParts(in rowType: RowType) -> [CompletedPath] {
    guard analyzer.datePath(in: Scope(rowType: rowType)) != nil else { return [] }
    return DatePart.allCases.map {
      CompletedPath(text: $0.rawValue, type: "a part of the date", summary: "the \($0) of the date")
    }
  }

  private func flags(_ path: BoundPath, _ prefix: String) -> [ValueCount] {
    guard path.type == .flag else { return [] }
    return ["yes", "no"].filter { $0.hasPrefix(prefix.lowercased()) }.map {
      ValueCount(value: $0, count: 0)
    }
  }

  /// The names under which a value is found: its own, and of an entity the aliases.
  private func symbols(of code: UInt32, in dictionary: ColumnDictionary) -> [Symbol] {
    guard case .rows(let table) = dictionary.domain else { return [dictionary.symbol(of: code)] }
    let row = dictionary.row(of: code)
    return ["name", "aliases", "title"].flatMap { attribute -> [Symbol] in
      switch analyzer.corpus.column(attribute, of: table) {
      case .codes(let column) where column.values[row.index] != CodeColumn.missing:
        [column.dictionary.symbol(of: column.values[row.index])]
      case .codeLists(let column):
        column.codes(of: row).map { column.dictionary.symbol(of: $0) }
      default: []
      }
    }
  }

  /// Whether a string, folded, starts with the folded `prefix`, or one of its words does.
  private func fits(_ symbol: Symbol, _ prefix: [UInt8]) -> Bool {
    let pool = analyzer.corpus.pool
    let name = pool.bytes(of: pool.fold(of: symbol))
    return name.indices.contains { start in
      (start == name.startIndex || name[start - 1] == UInt8(ascii: " "))
        && name[start...].starts(with: prefix)
    }
  }
}

/// A path that rows have, for a menu.
public struct CompletedPath: Hashable, Sendable {

  /// The path as it is written.
  public let text: String

  /// What its values are, in words.
  public let type: String

  /// What it means, in one phrase.
  public let summary: String
}
