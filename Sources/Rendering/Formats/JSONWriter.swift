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
    let reader = table.rows.makeReader()
    for row in table.rows.indices where out.wantsMore() {
      out.write(row == 0 ? "  " : ",\n  ")
      write(row, of: reader, into: &out)
    }
    out.write("\n]\n")
  }

  func writeLines(into out: inout ByteBuffer) {
    let reader = table.rows.makeReader()
    for row in table.rows.indices where out.wantsMore() {
      write(row, of: reader, into: &out)
      out.newline()
    }
  }

  private func write(_ row: Int, of reader: any RowReader, into out: inout ByteBuffer) {
    reader.move(to: row)
    out.write(byte: UInt8(ascii: "{"))
    for (index, key) in keys.enumerated() {
      if index > 0 { out.write(", ") }
      out.write(bytes: key)
      if index >= reader.width {
        out.write("null")
      } else if !reader.withText(index, { Self.write($0, into: &out) }) {
        write(reader.cell(index), into: &out)
      }
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
    write(text.utf8.span, into: &out)
  }

  private static func write(_ bytes: Span<UInt8>, into out: inout ByteBuffer) {
    out.write(byte: UInt8(ascii: "\""))
    // What needs no escape is written in stretches.
    var (place, written) = (0, 0)
    while place < bytes.count {
      let length = escapedLength(bytes, at: place)
      if length > 0 {
        out.write(bytes.extracting(written..<place))
        writeEscape(of: bytes[place + length - 1], into: &out)
        written = place + length
      }
      place += max(1, length)
    }
    out.write(bytes.extracting(written..<bytes.count))
    out.write(byte: UInt8(ascii: "\""))
  }

  /// Returns how many bytes of what begins at `place` are written as an escape; 0 where they are none.
  private static func escapedLength(_ bytes: Span<UInt8>, at place: Int) -> Int {
    switch bytes[place] {
    case ..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"): return 1
    case 0xC2: return place + 1 < bytes.count && bytes[place + 1] < 0xA0 ? 2 : 0
    case 0xEF:
      let isMark =
        place + 2 < bytes.count && bytes[place + 1] == 0xBB && bytes[place + 2] == 0xBF
      return isMark ? 3 : 0
    default: return 0
    }
  }

  /// Writes the escape of a character, by its last byte.
  private static func writeEscape(of byte: UInt8, into out: inout ByteBuffer) {
    switch byte {
    case UInt8(ascii: "\""): out.write("\\\"")
    case UInt8(ascii: "\\"): out.write("\\\\")
    case UInt8(ascii: "\n"): out.write("\\n")
    case UInt8(ascii: "\r"): out.write("\\r")
    case UInt8(ascii: "\t"): out.write("\\t")
    case 0xBF: out.write("\\ufeff")
    default:
      out.write(byte < 0x10 ? "\\u000" : "\\u00")
      out.write(String(byte, radix: 16))
    }
  }
}
