/// A table of comma-separated values, read by the rules of RFC 4180 alone.
struct ValueTable {

  /// A row that breaks the rules.
  struct Fault: Error {
    let line: Int
    let message: String
  }

  /// The rows by the names of the columns.
  private(set) var rows: [[String: String]] = []
  /// The names of the columns.
  private(set) var names: [String] = []

  /// Reads a table.
  ///
  /// - Throws: `Fault` where a quote stands in a bare field, nothing closes one, something stands
  ///   behind a closed one, or a row has more or fewer fields than the first.
  init(_ bytes: [UInt8]) throws(Fault) {
    var (fields, field, line) = ([String](), [UInt8](), 1)
    var place = 0
    while place < bytes.count {
      field = []
      if bytes[place] == 0x22 {
        place += 1
        while true {
          guard place < bytes.count else { throw Fault(line: line, message: "not closed") }
          if bytes[place] == 0x22 {
            place += 1
            guard place < bytes.count, bytes[place] == 0x22 else { break }
          }
          if bytes[place] == 0x0A { line += 1 }
          field.append(bytes[place])
          place += 1
        }
      } else {
        while place < bytes.count, ![0x2C, 0x0A, 0x0D].contains(bytes[place]) {
          if bytes[place] == 0x22 { throw Fault(line: line, message: "a quote in a bare field") }
          field.append(bytes[place])
          place += 1
        }
      }
      guard let text = String(validating: field, as: UTF8.self) else {
        throw Fault(line: line, message: "no UTF-8")
      }
      fields.append(text)
      guard place < bytes.count, bytes[place] == 0x2C || bytes[place] == 0x0A else {
        throw Fault(line: line, message: "something behind a field, or no line end")
      }
      if bytes[place] == 0x0A {
        try add(fields, line)
        fields = []
        line += 1
      } else if place + 1 < bytes.count, bytes[place + 1] == 0x0A {
        // An empty field at the end of the row.
        fields.append("")
        place += 1
        try add(fields, line)
        fields = []
        line += 1
      }
      place += 1
    }
  }

  private mutating func add(_ fields: [String], _ line: Int) throws(Fault) {
    if names.isEmpty {
      names = fields
      return
    }
    guard fields.count == names.count else {
      throw Fault(line: line, message: "\(fields.count) fields of \(names.count)")
    }
    rows.append(Dictionary(uniqueKeysWithValues: zip(names, fields)))
  }

  /// The table with tabs between fields, all of which stand in quotes; a tab in one is a blank, as in
  /// what spreadsheets write.
  var tabbed: [UInt8] {
    let lines = [names] + rows.map { row in names.map { row[$0] ?? "" } }
    return lines.flatMap { line in
      Array(line.map(Self.quoted).joined(separator: "\t").utf8) + [0x0A]
    }
  }

  private static func quoted(_ value: String) -> String {
    let scalars = value.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      scalar == "\"" ? ["\"", "\""] : scalar == "\t" ? [" "] : [scalar]
    }
    return "\"\(String(String.UnicodeScalarView(scalars)))\""
  }
}
