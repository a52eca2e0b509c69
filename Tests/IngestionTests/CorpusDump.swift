import CorpusStore

/// All that a corpus holds, in lines that can be compared.
enum CorpusDump {

  static func lines(_ corpus: Corpus) -> [String] {
    var lines = ["\(corpus.pool.count) strings, \(corpus.fingerprint)"]
    for table in Table.allCases {
      lines.append("\(table.name): \(corpus.rowCount(of: table))")
      if let regions = corpus.regions(of: table) {
        lines.append((0..<regions.count).map { "\(regions.tokens(of: row($0)))" }.joined())
      }
    }
    for attribute in corpus.schema.attributes {
      let values =
        corpus.column(of: attribute).map {
          self.values($0, corpus, count: corpus.rowCount(of: attribute.table))
        } ?? []
      lines.append("\(attribute.table.name).\(attribute.name) \(attribute.type): \(values)")
    }
    for quote in 0..<corpus.rowCount(of: .quotes) {
      lines.append("\(corpus.quotePieces.tokens(of: row(quote)))")
    }
    for document in 0..<corpus.rowCount(of: .documents) {
      let end = Int(corpus.text.documents[document + 1])
      lines.append("\(corpus.text.originalOffset(ofByte: end, in: row(document)))")
    }
    return lines
  }

  private static func row(_ index: Int) -> RowID { RowID(UInt32(index)) }

  private static func values(_ column: Column, _ corpus: Corpus, count: Int) -> [String] {
    switch column {
    case .codes(let column):
      return column.values.map { value($0, column.dictionary, corpus) }
    case .codeLists(let column):
      return (0..<column.offsets.count - 1).map { index in
        column.codes(of: row(index)).map { value($0, column.dictionary, corpus) }
          .joined(separator: "|")
      }
    case .integers(let column): return column.values.map { "\($0)" }
    case .decimals(let values): return values.map { "\($0)" }
    case .dates(let column): return column.values.map(\.iso) + column.order.map { "\($0)" }
    case .texts(let column): return (0..<count).map { column[row($0)] }
    }
  }

  private static func value(
    _ code: UInt32, _ dictionary: ColumnDictionary, _ corpus: Corpus
  ) -> String {
    guard code != CodeColumn.missing else { return "-" }
    guard case .symbols = dictionary.domain else { return "\(dictionary.row(of: code))" }
    let symbol = dictionary.symbol(of: code)
    return "\(symbol.rawValue) \(corpus.pool[symbol])"
  }
}
