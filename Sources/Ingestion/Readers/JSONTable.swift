/// A table as pandas writes it into one JSON object: a column a field, `{"title": {"0": "…"}, …}`, or
/// `{"columns": ["title", …], "data": [["…"], …]}`.
///
/// Source: pandas, `DataFrame.to_json`, whose `orient` is `columns` or `split`.
struct JSONTable {

  /// The rows, each with its fields.
  private(set) var rows: [[(name: String, value: JSONValue)]] = []

  /// Reads the object at a place of a text; nil where it is no table.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - start: Where the object begins.
  ///   - end: Where it ends.
  ///   - outline: The outline of the text.
  ///   - isText: Whether a field of a name is the text.
  init?(
    _ bytes: [UInt8], _ start: Int, end: Int, _ outline: JSONOutline, isText: (String) -> Bool
  ) {
    let members = outline.members(ofObjectAt: start).map {
      (
        name: String(decoding: $0.name, as: UTF8.self),
        first: $0.value.isEmpty || $0.value.lowerBound >= bytes.count
          ? 0 : bytes[$0.value.lowerBound]
      )
    }
    let isSplit = ["columns", "data"].allSatisfy { name in
      members.contains { $0.name == name && $0.first == 0x5B }
    }
    let isColumns = members.allSatisfy { $0.first == 0x7B } && members.contains { isText($0.name) }
    guard isSplit || isColumns, let value = try? JSONScanner.value(Array(bytes[start..<end])) else {
      return nil
    }
    if isSplit { addRows(of: value) } else { addColumns(of: value) }
    guard rows.contains(where: { $0.contains { isText($0.name) } }) else { return nil }
  }

  private mutating func addRows(of value: JSONValue) {
    let names = value["columns"]?.items.map { $0.string ?? "" } ?? []
    rows = (value["data"]?.items ?? []).map { row in
      zip(names, row.items).map { (name: $0, value: $1) }
    }
  }

  private mutating func addColumns(of value: JSONValue) {
    guard case .object(let columns) = value else { return }
    var numbers: [String: Int] = [:]
    for (name, column) in columns {
      guard case .object(let cells) = column,
        cells.allSatisfy({ !$0.name.isEmpty && $0.name.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
      else {
        rows = []
        return
      }
      for (key, cell) in cells {
        let number = numbers[key] ?? rows.count
        if number == rows.count {
          numbers[key] = number
          rows.append([])
        }
        rows[number].append((name, cell))
      }
    }
  }
}
