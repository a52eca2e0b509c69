internal import CorpusStore

/// Adds columns to a corpus, and gives the strings of each their symbols.
///
/// Documents come one after the other, but symbols are given column by column, so that neighbours
/// in the pool are strings of one kind. Until then names are known by places in a pool of their own.
struct ColumnWriter: ~Copyable {

  /// What is built.
  var builder: CorpusBuilder

  private let names: StringPool
  /// The symbol of each name that has one by now.
  private var symbols: [UInt32]

  /// Creates a writer of columns whose names are places in `names`.
  init(_ builder: consuming CorpusBuilder, names: consuming StringPoolBuilder) {
    self.builder = builder
    self.names = names.finish()
    symbols = Array(repeating: CodeColumn.missing, count: self.names.count)
  }

  /// Ends the building.
  consuming func finish(name: String) -> Corpus { builder.finish(name: name) }

  private mutating func translate(_ raw: [UInt32]) -> [UInt32] {
    raw.map { place in
      guard place != CodeColumn.missing else { return place }
      let index = Int(place)
      if symbols[index] == CodeColumn.missing {
        symbols[index] = builder.pool.intern(names[Symbol(place)]).rawValue
      }
      return symbols[index]
    }
  }
}

extension ColumnWriter {

  /// Adds an attribute of one short string a row, given as names.
  mutating func addName(
    _ name: String, of table: Table, _ summary: String, _ raw: [UInt32],
    type: AttributeType = .name
  ) {
    builder.add(
      name, of: table, type: type, summary: summary,
      column: .codes(CodeColumn(translate(raw), domain: .symbols)))
  }

  /// Adds an attribute of one short string a row.
  mutating func addName(
    _ name: String, of table: Table, _ summary: String, texts: [String],
    type: AttributeType = .name
  ) {
    let raw = texts.map { builder.pool.code($0) }
    builder.add(
      name, of: table, type: type, summary: summary,
      column: .codes(CodeColumn(raw, domain: .symbols)))
  }

  /// Adds an attribute of any number of short strings a row, given as names.
  mutating func addNames(_ name: String, of table: Table, _ summary: String, _ rows: ListRows) {
    let rows = rows.replacing(values: translate(rows.values))
    builder.add(
      name, of: table, type: .name, isMany: true, summary: summary, column: rows.column(.symbols))
  }

  /// Adds an attribute of any number of short strings a row.
  mutating func addNames(
    _ name: String, of table: Table, _ summary: String, texts: [[String]]
  ) {
    var rows = ListRows()
    for row in texts { rows.append(builder.pool.codes(row)) }
    builder.add(
      name, of: table, type: .name, isMany: true, summary: summary, column: rows.column(.symbols))
  }

  /// Adds a reference to a row of another table.
  mutating func addReference(
    _ name: String, of table: Table, to other: Table, _ summary: String, _ raw: [UInt32]
  ) {
    builder.add(
      name, of: table, type: .reference(other), summary: summary,
      column: .codes(CodeColumn(raw, domain: .rows(other))))
  }

  /// Adds any number of references a row to rows of another table.
  mutating func addReferences(
    _ name: String, of table: Table, to other: Table, _ summary: String, _ rows: ListRows
  ) {
    builder.add(
      name, of: table, type: .reference(other), isMany: true, summary: summary,
      column: rows.column(.rows(other)))
  }

  /// Adds an attribute of a whole number a row.
  mutating func addNumber(
    _ name: String, of table: Table, _ summary: String, _ values: [Int32],
    type: AttributeType = .integer
  ) {
    builder.add(
      name, of: table, type: type, summary: summary, column: .integers(IntegerColumn(values)))
  }

  /// Adds an attribute of a day a row.
  mutating func addDate(_ name: String, of table: Table, _ summary: String, _ values: [Day]) {
    builder.add(
      name, of: table, type: .date, summary: summary, column: .dates(DateColumn(values)))
  }

  /// Adds an attribute of long strings, which are shown and not looked up.
  mutating func addTexts(_ name: String, of table: Table, _ summary: String, _ texts: TextList) {
    builder.add(name, of: table, type: .text, summary: summary, column: texts.column)
  }

  /// Adds the reference of each row to the document it stands in.
  mutating func addDocument(of table: Table, _ rows: [UInt32]) {
    addReference("document", of: table, to: .documents, "the document it stands in", rows)
  }
}

extension StringPoolBuilder {

  /// Returns the raw symbol of a string, or the mark of none.
  mutating func code(_ text: String?) -> UInt32 {
    guard let text, !text.isEmpty else { return CodeColumn.missing }
    return intern(text).rawValue
  }

  /// Returns the raw symbols of strings; empty ones have none.
  mutating func codes(_ texts: [String]) -> [UInt32] {
    texts.filter { !$0.isEmpty }.map { intern($0).rawValue }
  }
}
