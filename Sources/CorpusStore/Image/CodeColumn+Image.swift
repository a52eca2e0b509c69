/// The numbers that stand for layouts in the catalog.
private enum CodesTag {
  static let wide = 0
  static let narrow = 1
  static let mapped = 2
  static let stretches = 3
  static let sparse = 4
  static let count = 5
}

extension ImageWriter {

  /// Writes the codes of a column, and what they stand for.
  func put(_ column: CodeColumn) throws(ImageError) {
    try put(column.dictionary)
    switch column.values {
    case .wide(let codes):
      catalog.put(CodesTag.wide)
      try put(codes)
    case .narrow(let codes):
      catalog.put(CodesTag.narrow)
      try put(codes)
    case .mapped(let keys, let table):
      catalog.put(CodesTag.mapped)
      try put(keys)
      try put(table)
    case .stretches(let stretches):
      catalog.put(CodesTag.stretches)
      try put(stretches.starts)
      try put(stretches.directory)
    case .sparse(let rows, let codes, let count):
      catalog.put(CodesTag.sparse)
      catalog.put(count)
      try put(rows)
      try put(codes)
    }
  }

  /// Writes a dictionary.
  func put(_ dictionary: ColumnDictionary) throws(ImageError) {
    switch dictionary.domain {
    case .symbols: catalog.put(0)
    case .rows(let table): catalog.put(1 + Int(table.rawValue))
    }
    try put(dictionary.entries)
    catalog.put(dictionary.ownCount)
    try put(dictionary.postings)
  }
}

extension CatalogDecoder {

  /// Reads a column of so many rows.
  mutating func codeColumn(rows count: Int) throws(ImageError) -> CodeColumn {
    let dictionary = try columnDictionary()
    let values = try codes()
    guard values.count == count else { throw Self.damage }
    return CodeColumn(values: values, dictionary: dictionary)
  }

  private mutating func codes() throws(ImageError) -> CodeSequence {
    switch try number(below: CodesTag.count) {
    case CodesTag.wide: return .wide(try array())
    case CodesTag.narrow: return .narrow(try array())
    case CodesTag.mapped: return .mapped(try array(), table: try array())
    case CodesTag.stretches:
      let starts: FrozenArray<UInt32> = try array()
      let entries = CodeStretches.directoryCount(starts)
      return .stretches(CodeStretches(starts: starts, directory: try array(count: entries)))
    default:
      let count = try number()
      let rows: FrozenArray<UInt32> = try array()
      return .sparse(rows: rows, codes: try array(count: rows.count), count: count)
    }
  }

  /// Reads a dictionary.
  mutating func columnDictionary() throws(ImageError) -> ColumnDictionary {
    let domain = try number(below: 1 + Table.allCases.count)
    let entries: FrozenArray<UInt32> = try array()
    let ownCount = try number(below: entries.count + 1)
    return ColumnDictionary(
      domain: domain == 0 ? .symbols : .rows(Table.allCases[domain - 1]), entries: entries,
      ownCount: ownCount, postings: try postingIndex(codes: entries.count))
  }
}
