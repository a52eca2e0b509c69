/// The values of one attribute, one entry a row.
public enum Column: Sendable {
  /// Strings or references to rows, by code.
  case codes(CodeColumn)
  /// Any number of strings or references a row, by code.
  case codeLists(CodeListColumn)
  /// Whole numbers.
  case integers(IntegerColumn)
  /// Numbers with a fraction.
  case decimals(FrozenArray<Float>)
  /// Days.
  case dates(DateColumn)
  /// Long strings that are shown and not looked up.
  case texts(TextColumn)
}

/// What the codes of a column stand for.
public enum CodeDomain: Hashable, Sendable {
  /// Strings: a code's entry in the dictionary is a `Symbol`.
  case symbols
  /// Rows of a table: a code's entry in the dictionary is a `RowID`.
  case rows(Table)
}

/// The distinct values of a column, and the rows of each.
public struct ColumnDictionary: Sendable {

  /// What the entries are.
  public let domain: CodeDomain

  /// The raw symbol or row id of each code: ascending up to `ownCount`, and again from there on.
  public let entries: FrozenArray<UInt32>

  /// How many entries come of the rows; those behind them were added for rows to have later.
  public let ownCount: Int

  /// The rows at which each code stands.
  public let postings: PostingIndex

  /// The number of distinct values.
  public var count: Int { entries.count }

  /// Creates a dictionary, of which every entry comes of the rows unless `ownCount` says less.
  init(
    domain: CodeDomain, entries: FrozenArray<UInt32>, ownCount: Int? = nil, postings: PostingIndex
  ) {
    self.domain = domain
    self.entries = entries
    self.ownCount = ownCount ?? entries.count
    self.postings = postings
  }

  /// Returns the code of a raw symbol or row id, if the dictionary holds it.
  ///
  /// - Complexity: O(log *n*).
  public func code(of entry: UInt32) -> UInt32? {
    code(of: entry, in: 0..<ownCount) ?? code(of: entry, in: ownCount..<entries.count)
  }

  private func code(of entry: UInt32, in range: Range<Int>) -> UInt32? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < entry { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && entries[low] == entry ? UInt32(low) : nil
  }

  /// Returns the symbol of a code.
  ///
  /// - Precondition: the domain is `symbols`.
  public func symbol(of code: UInt32) -> Symbol { Symbol(entries[Int(code)]) }

  /// Returns the row that a code refers to.
  ///
  /// - Precondition: the domain is `rows`.
  public func row(of code: UInt32) -> RowID { RowID(entries[Int(code)]) }

  static func encode(_ raw: [UInt32]) -> (entries: [UInt32], codes: [UInt32]) {
    var bound = 0
    for entry in raw where entry != CodeColumn.missing { bound = max(bound, Int(entry) + 1) }
    var code = [UInt32](repeating: CodeColumn.missing, count: bound)
    for entry in raw where entry != CodeColumn.missing { code[Int(entry)] = 0 }
    var distinct: [UInt32] = []
    for entry in code.indices where code[entry] != CodeColumn.missing {
      code[entry] = UInt32(distinct.count)
      distinct.append(UInt32(entry))
    }
    let codes = raw.map { $0 == CodeColumn.missing ? $0 : code[Int($0)] }
    return (distinct, codes)
  }
}

/// Any number of strings or references a row, dictionary-coded, in the order given.
public struct CodeListColumn: Sendable {

  /// Where each row's values start in `values`; one entry more than there are rows.
  public let offsets: FrozenArray<UInt32>

  /// The codes, row by row.
  public let values: FrozenArray<UInt32>

  /// What the codes stand for.
  ///
  /// A row stands in a code's postings once for each time it has it.
  public let dictionary: ColumnDictionary

  /// Encodes raw symbols or row ids; a value repeated within a row is kept once.
  public init(_ rows: [[UInt32]], domain: CodeDomain) {
    var offsets: [UInt32] = [0]
    var raw: [UInt32] = []
    for row in rows {
      let first = raw.count
      for value in row where !raw[first...].contains(value) { raw.append(value) }
      offsets.append(UInt32(raw.count))
    }
    let (entries, codes) = ColumnDictionary.encode(raw)
    self.offsets = FrozenArray(offsets)
    values = FrozenArray(codes)
    dictionary = ColumnDictionary(
      domain: domain, entries: FrozenArray(entries),
      postings: PostingIndex(groupingLists: codes, offsets: offsets, codes: entries.count))
  }

  /// Returns the codes of a row.
  public func codes(of row: RowID) -> FrozenArray<UInt32> {
    values.extracting(Int(offsets[row.index])..<Int(offsets[row.index + 1]))
  }

  init(offsets: FrozenArray<UInt32>, values: FrozenArray<UInt32>, dictionary: ColumnDictionary) {
    self.offsets = offsets
    self.values = values
    self.dictionary = dictionary
  }
}

/// One whole number a row.
public struct IntegerColumn: Sendable {

  /// The mark of a row without a value.
  public static let missing = Int32.min

  /// The number of each row.
  public let values: FrozenArray<Int32>

  /// Creates a column.
  public init(_ values: [Int32]) { self.init(FrozenArray(values)) }

  init(_ values: FrozenArray<Int32>) { self.values = values }
}

/// One day a row.
public struct DateColumn: Sendable {

  /// The day of each row; `Day.missing` where none is known.
  public let values: FrozenArray<Day>

  /// The dated rows, oldest first, rows of one day ascending.
  public let order: FrozenArray<RowID>

  /// Creates a column.
  public init(_ values: [Day]) {
    let order = values.indices.filter { values[$0] != .missing }.sorted {
      (values[$0], $0) < (values[$1], $1)
    }
    self.init(values: FrozenArray(values), order: FrozenArray(order.map { RowID(UInt32($0)) }))
  }

  init(values: FrozenArray<Day>, order: FrozenArray<RowID>) {
    self.values = values
    self.order = order
  }
}

/// One long string a row, outside of the pool.
public struct TextColumn: Sendable {

  let bytes: FrozenArray<UInt8>
  let offsets: FrozenArray<UInt32>

  /// Creates a column.
  public init(_ texts: [String]) {
    var bytes: [UInt8] = []
    var offsets: [UInt32] = [0]
    for text in texts {
      bytes.append(contentsOf: text.utf8)
      offsets.append(UInt32(bytes.count))
    }
    self.init(bytes: FrozenArray(bytes), offsets: FrozenArray(offsets))
  }

  /// Creates a column of strings that lie one behind the other.
  ///
  /// - Precondition: `offsets` has one entry a row and one more, ascending up to the number of bytes.
  package init(bytes: FrozenArray<UInt8>, offsets: FrozenArray<UInt32>) {
    self.bytes = bytes
    self.offsets = offsets
  }

  /// Returns the string of a row.
  public subscript(row: RowID) -> String {
    let range = Int(offsets[row.index])..<Int(offsets[row.index + 1])
    return String(decoding: bytes.extracting(range), as: UTF8.self)
  }

  /// Lends the UTF-8 bytes of the string of a row.
  @_lifetime(borrow self)
  public func span(of row: RowID) -> Span<UInt8> {
    bytes.span.extracting(Int(offsets[row.index])..<Int(offsets[row.index + 1]))
  }
}

extension DateColumn {

  /// Returns where in `order` the rows stand whose day lies in a range.
  ///
  /// - Complexity: O(log *n*).
  public func positions(of range: ClosedRange<Day>) -> Range<Int> {
    let first = partition { $0 >= range.lowerBound }
    return first..<max(first, partition { $0 > range.upperBound })
  }

  private func partition(_ isBehind: (Day) -> Bool) -> Int {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(values[order[middle].index]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
