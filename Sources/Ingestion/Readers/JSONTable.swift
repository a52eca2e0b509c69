/// A table as pandas writes it into one JSON object: a column a field, `{"title": {"0": "…"}, …}` or
/// `{"title": ["…"], …}`, a row a field, `{"0": {"title": "…", …}, …}`, or
/// `{"columns": ["title", …], "data": [["…"], …]}`; or as lists of cells, the first with the names of the
/// columns, as spreadsheets give them.
///
/// Source: pandas, `DataFrame.to_json`, whose `orient` is `columns`, `index` or `split`, and
/// `DataFrame.to_dict` with `list`.
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
  ///   - field: Returns the field that a name is of.
  init?(
    _ bytes: [UInt8], _ start: Int, end: Int, _ outline: JSONOutline,
    field: (String) -> MetadataField?
  ) {
    let members = Self.members(of: bytes, start, outline)
    guard let shape = Self.shape(of: members, outline, field),
      let value = try? JSONScanner.value(Array(bytes[start..<end]))
    else { return nil }
    switch shape {
    case .split: addRows(of: value)
    case .columns: addColumns(of: value)
    case .lists: addLists(of: value)
    case .rows: addNamedRows(of: value)
    }
    guard rows.contains(where: { $0.contains { field($0.name) == .text } }) else { return nil }
  }

  /// Reads the list of rows at a place of a text; nil where its first row does not name a text, or another is no row.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - start: Where the list begins.
  ///   - end: Where it ends.
  ///   - outline: The outline of the text.
  ///   - field: Returns the field that a name is of.
  init?(
    rows bytes: [UInt8], _ start: Int, end: Int, _ outline: JSONOutline,
    field: (String) -> MetadataField?
  ) {
    let inner = outline.skipBlanks(from: start + 1)
    guard inner < end, bytes[inner] == 0x5B, let behind = outline.end(of: inner), behind <= end,
      let head = try? JSONScanner.value(Array(bytes[inner..<behind])),
      head.items.count > 1
    else { return nil }
    let names = head.items.compactMap(\.string)
    guard names.count == head.items.count, names.contains(where: { field($0) == .text }),
      case .array(let all)? = try? JSONScanner.value(Array(bytes[start..<end]))
    else { return nil }
    for row in all.dropFirst() {
      guard case .array(let cells) = row else { return nil }
      rows.append(zip(names, cells).map { (name: $0, value: $1) })
    }
    if rows.isEmpty { return nil }
  }

  /// Reads the object at a place of a text that holds documents under their names; nil where it is another.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - start: Where the object begins.
  ///   - end: Where it ends.
  ///   - outline: The outline of the text.
  ///   - field: Returns the field that a name is of.
  init?(
    named bytes: [UInt8], _ start: Int, end: Int, _ outline: JSONOutline,
    field: (String) -> MetadataField?
  ) {
    let members = Self.members(of: bytes, start, outline)
    guard Self.shape(of: members, outline, field) == .rows,
      let value = try? JSONScanner.value(Array(bytes[start..<end]))
    else { return nil }
    addNamedRows(of: value)
  }

  private static func members(
    of bytes: [UInt8], _ start: Int, _ outline: JSONOutline
  ) -> [Member] {
    outline.members(ofObjectAt: start).map {
      let place = $0.value.lowerBound
      return (
        name: String(decoding: $0.name, as: UTF8.self), place: place,
        first: $0.value.isEmpty || place >= bytes.count ? 0 : bytes[place]
      )
    }
  }

  /// A member of the object: its name, and where its value begins with which byte.
  private typealias Member = (name: String, place: Int, first: UInt8)

  /// How a table stands in an object.
  private enum Shape { case split, columns, lists, rows }

  /// Returns how the table stands in an object of some members; nil where it is none.
  private static func shape(
    of members: [Member], _ outline: JSONOutline, _ field: (String) -> MetadataField?
  ) -> Shape? {
    let isSplit = ["columns", "data"].allSatisfy { name in
      members.contains { $0.name == name && $0.first == 0x5B }
    }
    if isSplit { return .split }
    let hasText = members.contains { field($0.name) == .text }
    if members.allSatisfy({ $0.first == 0x5B }) {
      // A document may have a list of paragraphs, and one of writers, but none of titles or days.
      let areRows = members.contains { [.title, .date, .url, .id].contains(field($0.name)) }
      return hasText && areRows ? .lists : nil
    }
    guard members.allSatisfy({ $0.first == 0x7B }) else { return nil }
    if hasText { return .columns }
    guard members.count > 1 || members.allSatisfy({ isNumber($0.name) }) else { return nil }
    let areRows = members.allSatisfy { row in
      field(row.name) == nil && !DocumentFields.isWrapper(row.name)
        && outline.members(ofObjectAt: row.place).contains {
          field(String(decoding: $0.name, as: UTF8.self)) == .text
        }
    }
    return areRows ? .rows : nil
  }

  private mutating func addRows(of value: JSONValue) {
    let names = value["columns"]?.items.map { $0.string ?? "" } ?? []
    rows = (value["data"]?.items ?? []).map { row in
      zip(names, row.items).map { (name: $0, value: $1) }
    }
  }

  /// Takes rows by their names, which are identifiers where they do not just count them.
  private mutating func addNamedRows(of value: JSONValue) {
    guard case .object(let members) = value else { return }
    // pandas counts rows from nought.
    let areCounted = members.enumerated().allSatisfy { "\($0)" == $1.name }
    rows = members.compactMap { name, row in
      guard case .object(let fields) = row else { return nil }
      if areCounted
        || fields.contains(where: { MetadataField.named($0.name)?.field == .id })
      {
        return fields
      }
      return [("id", .text(Array(name.utf8)))] + fields
    }
  }

  /// Takes columns that are lists of as many cells each; none where they are not.
  private mutating func addLists(of value: JSONValue) {
    guard case .object(let columns) = value, let count = columns.first?.value.items.count,
      columns.allSatisfy({ $0.value.items.count == count })
    else { return }
    let cells = columns.map { (name: $0.name, items: $0.value.items) }
    rows = (0..<count).map { row in cells.map { (name: $0.name, value: $0.items[row]) } }
  }

  private static func isNumber(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }

  private mutating func addColumns(of value: JSONValue) {
    guard case .object(let columns) = value else { return }
    var numbers: [String: Int] = [:]
    for (name, column) in columns {
      guard case .object(let cells) = column,
        cells.allSatisfy({ Self.isNumber($0.name) })
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
