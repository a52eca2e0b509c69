internal import QueryExecution

/// Writes json and jsonl: an object for each row, with the columns' names as keys.
///
/// Numbers are numbers, in the shortest form that reads back the same; yes and no are booleans,
/// lists are arrays, what is missing (and a number that is not finite) is null. A name that stands
/// twice gets the number of its column, so that no key is lost.
struct JSONWriter {

  private let table: ResultTable
  private let keys: [[UInt8]]

  init(_ table: ResultTable) {
    self.table = table
    var seen: Set<String> = []
    keys = table.columns.enumerated().map { index, column in
      var name = column.name
      while !seen.insert(name).inserted { name += "_\(index + 1)" }
      var out = ByteBuffer()
      Self.write(name, into: &out)
      out.write(": ")
      return out.bytes
    }
  }

  func writeArray(into out: inout ByteBuffer) {
    guard !table.rows.isEmpty else {
      out.write("[]\n")
      return
    }
    out.write("[\n")
    for (index, row) in table.rows.enumerated() where out.wantsMore() {
      out.write(index == 0 ? "  " : ",\n  ")
      write(row, into: &out)
    }
    out.write("\n]\n")
  }

  func writeLines(into out: inout ByteBuffer) {
    for row in table.rows where out.wantsMore() {
      write(row, into: &out)
      out.newline()
    }
  }

  private func write(_ row: [ResultTable.Cell], into out: inout ByteBuffer) {
    out.write(byte: UInt8(ascii: "{"))
    for (index, key) in keys.enumerated() {
      if index > 0 { out.write(", ") }
      out.write(bytes: key)
      write(index < row.count ? row[index] : .missing, into: &out)
    }
    out.write(byte: UInt8(ascii: "}"))
  }

  private func write(_ cell: ResultTable.Cell, into out: inout ByteBuffer) {
    switch cell {
    case .text(let text): Self.write(text, into: &out)
    case .list(let values):
      out.write(byte: UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { out.write(", ") }
        Self.write(value, into: &out)
      }
      out.write(byte: UInt8(ascii: "]"))
    default: out.write(cell.written(joinedBy: "") ?? "null")
    }
  }

  /// Writes a string literal (RFC 8259).
  ///
  /// Control characters of the C1 set are escaped too, since terminals obey them, and so are byte
  /// order marks, which some readers drop.
  static func write(_ text: String, into out: inout ByteBuffer) {
    let bytes = text.utf8.span
    out.write(byte: UInt8(ascii: "\""))
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0xC2, i + 1 < bytes.count, bytes[i + 1] < 0xA0 {
        writeEscape(of: bytes[i + 1], into: &out)
        i += 1
      } else if byte == 0xEF, i + 2 < bytes.count, bytes[i + 1] == 0xBB, bytes[i + 2] == 0xBF {
        out.write("\\ufeff")
        i += 2
      } else if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"")
        || byte == UInt8(ascii: "\\")
      {
        writeEscape(of: byte, into: &out)
      } else {
        out.write(byte: byte)
      }
      i += 1
    }
    out.write(byte: UInt8(ascii: "\""))
  }

  private static func writeEscape(of byte: UInt8, into out: inout ByteBuffer) {
    switch byte {
    case UInt8(ascii: "\""): out.write("\\\"")
    case UInt8(ascii: "\\"): out.write("\\\\")
    case UInt8(ascii: "\n"): out.write("\\n")
    case UInt8(ascii: "\r"): out.write("\\r")
    case UInt8(ascii: "\t"): out.write("\\t")
    default:
      out.write(byte < 0x10 ? "\\u000" : "\\u00")
      out.write(String(byte, radix: 16))
    }
  }
}
