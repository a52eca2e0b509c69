/// The numbers that stand for kinds of columns in the catalog.
private enum ColumnTag {
  static let codes = 0
  static let codeLists = 1
  static let integers = 2
  static let decimals = 3
  static let dates = 4
  static let texts = 5
  static let count = 6
}

extension ImageWriter {

  /// Writes a column of any kind.
  func put(_ column: Column) throws(ImageError) {
    switch column {
    case .codes(let column):
      catalog.put(ColumnTag.codes)
      try put(column)
    case .codeLists(let column):
      catalog.put(ColumnTag.codeLists)
      try put(column.offsets)
      try put(column.values)
      try put(column.dictionary)
    case .integers(let column):
      catalog.put(ColumnTag.integers)
      try put(column.values)
    case .decimals(let values):
      catalog.put(ColumnTag.decimals)
      try put(values)
    case .dates(let column):
      catalog.put(ColumnTag.dates)
      try put(column.values)
      try put(column.order)
    case .texts(let column):
      catalog.put(ColumnTag.texts)
      try put(column.bytes)
      try put(column.offsets)
    }
  }
}

extension CatalogDecoder {

  /// Reads a column of any kind, of so many rows.
  mutating func column(rows: Int) throws(ImageError) -> Column {
    switch try number(below: ColumnTag.count) {
    case ColumnTag.codes: return .codes(try codeColumn(rows: rows))
    case ColumnTag.codeLists:
      let offsets: FrozenArray<UInt32> = try array(count: rows + 1)
      return .codeLists(
        CodeListColumn(
          offsets: offsets, values: try array(count: Int(offsets.last ?? 0)),
          dictionary: try columnDictionary()))
    case ColumnTag.integers: return .integers(IntegerColumn(try array(count: rows)))
    case ColumnTag.decimals: return .decimals(try array(count: rows))
    case ColumnTag.dates:
      return .dates(DateColumn(values: try array(count: rows), order: try array()))
    default: return .texts(TextColumn(bytes: try array(), offsets: try array(count: rows + 1)))
    }
  }
}
