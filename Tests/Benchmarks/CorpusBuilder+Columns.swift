import CorpusStore

extension CorpusBuilder {

  /// Adds a column of names, given as raw symbols.
  mutating func addNames(_ name: String, of table: Table, _ symbols: [UInt32]) {
    add(
      name, of: table, type: .name, summary: name,
      column: .codes(CodeColumn(symbols, domain: .symbols)))
  }

  /// Adds a reference to one row of another table.
  mutating func addReference(
    _ name: String, of table: Table, to other: Table, _ rows: [UInt32]
  ) {
    add(
      name, of: table, type: .reference(other), summary: name,
      column: .codes(CodeColumn(rows, domain: .rows(other))))
  }

  /// Adds the days of rows.
  mutating func addDates(_ name: String, of table: Table, _ days: [Day]) {
    add(name, of: table, type: .date, summary: name, column: .dates(DateColumn(days)))
  }

  /// Adds the table of people who speak, given by their names.
  mutating func addSpeakers(_ names: [UInt32]) {
    setRows(of: .entities, count: names.count)
    addNames("name", of: .entities, names)
    let people = pool.intern("person").rawValue
    add(
      "type", of: .entities, type: .category, summary: "type",
      column: .codes(
        CodeColumn([UInt32](repeating: people, count: names.count), domain: .symbols)))
  }

  /// Sets the quotes as runs of tokens, each in one piece.
  mutating func setQuotes(_ runs: Runs) {
    setRows(of: .quotes, count: runs.count, regions: runs.regions)
    setQuotePieces(
      RegionLists(offsets: Array(0...UInt32(runs.count)), regions: runs.regions))
    addRegionText("text", of: .quotes, summary: "what was said")
  }
}

/// The distinct strings of a column, numbered as they are met.
struct Numbering {

  private var rows: [UInt32: UInt32] = [:]

  /// The symbol of each number.
  private(set) var symbols: [UInt32] = []

  /// Returns the number of a symbol.
  mutating func number(of symbol: UInt32) -> UInt32 {
    if let row = rows[symbol] { return row }
    let row = UInt32(symbols.count)
    rows[symbol] = row
    symbols.append(symbol)
    return row
  }
}

extension Day {

  /// Reads a date like `2025-02-24`; `missing` where there is none.
  init(iso line: Span<UInt8>, _ range: Range<Int>) {
    let parts = LineReader.text(line, range).split(separator: "-").compactMap { Int($0) }
    self =
      parts.count == 3 ? Day(year: parts[0], month: parts[1], day: parts[2]) : .missing
  }
}

extension Regions {

  /// The row that each token lies in, for rows that follow upon each other.
  var rowOfEachToken: [UInt32] {
    var rows: [UInt32] = []
    for row in 0..<UInt32(count) {
      rows.append(contentsOf: repeatElement(row, count: tokens(of: RowID(row)).count))
    }
    return rows
  }
}
