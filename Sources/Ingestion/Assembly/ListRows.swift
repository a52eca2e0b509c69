internal import CorpusStore

/// Any number of values a row, the rows one behind the other.
struct ListRows {

  private(set) var offsets: [UInt32] = [0]
  private(set) var values: [UInt32] = []

  /// The number of rows.
  var count: Int { offsets.count - 1 }

  /// Adds a row.
  mutating func append(_ row: [UInt32]) {
    values += row
    offsets.append(UInt32(values.count))
  }

  /// The values of a row.
  subscript(row: Int) -> ArraySlice<UInt32> {
    values[Int(offsets[row])..<Int(offsets[row + 1])]
  }

  /// Returns rows of the same lengths with other values.
  func replacing(values: [UInt32]) -> ListRows {
    var rows = self
    rows.values = values
    return rows
  }

  /// The column of the rows.
  func column(_ domain: CodeDomain) -> Column {
    .codeLists(CodeListColumn((0..<count).map { Array(self[$0]) }, domain: domain))
  }
}

/// Long strings, one a row, one behind the other.
struct TextList {

  private var bytes: [UInt8] = []
  private var offsets: [UInt32] = [0]

  /// The number of bytes so far.
  var byteCount: Int { bytes.count }

  /// Adds a row.
  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    offsets.append(UInt32(bytes.count))
  }

  /// Adds a row of several texts with something between them.
  mutating func append(_ texts: [String], separator: String) {
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(contentsOf: separator.utf8) }
      bytes.append(contentsOf: text.utf8)
    }
    offsets.append(UInt32(bytes.count))
  }

  /// The column of the rows.
  var column: Column {
    .texts(TextColumn(bytes: FrozenArray(bytes), offsets: FrozenArray(offsets)))
  }
}
