internal import QueryExecution

/// Writes csv and tsv: a line of names, then a line for each row.
///
/// csv follows RFC 4180, with a line feed alone at the end of lines, as most tools of Unix write
/// it. A missing value is an empty field; an empty string is `""`. Values are not altered: those
/// that begin with `=` are still theirs who open the file in a spreadsheet to judge.
///
/// tsv has no quotes: a tab, a line end or a backslash in a value is written `\t`, `\n`, `\r`
/// or `\\`.
struct DelimitedWriter {

  /// The two forms.
  enum Dialect { case csv, tsv }

  private let dialect: Dialect
  private let separator: UInt8
  private let replacesControls: Bool

  init(_ dialect: Dialect, replacesControls: Bool) {
    self.dialect = dialect
    self.replacesControls = replacesControls
    separator = UInt8(ascii: dialect == .csv ? "," : "\t")
  }

  func write(_ table: ResultTable, into out: inout ByteBuffer) {
    for (index, column) in table.columns.enumerated() {
      if index > 0 { out.write(byte: separator) }
      write(column.name, into: &out)
    }
    out.newline()
    for row in table.rows where out.wantsMore() {
      for index in table.columns.indices {
        if index > 0 { out.write(byte: separator) }
        if index < row.count { write(row[index], isAlone: row.count == 1, into: &out) }
      }
      out.newline()
    }
  }

  private func write(_ cell: ResultTable.Cell, isAlone: Bool, into out: inout ByteBuffer) {
    if case .text(let text) = cell {
      write(text, into: &out)
    } else if let text = cell.written(joinedBy: "; ") {
      write(text, into: &out)
    } else if isAlone, dialect == .csv {
      // Readers skip a line that is empty.
      out.write("\"\"")
    }
  }

  private func write(_ text: String, into out: inout ByteBuffer) {
    let text = replacesControls ? VisibleText.keepingSpace(text) : text
    switch dialect {
    case .csv: Self.writeQuoted(text, into: &out)
    case .tsv: writeEscaped(text, into: &out)
    }
  }

  /// Writes a value between quotation marks where it needs them.
  static func writeQuoted(_ text: String, into out: inout ByteBuffer) {
    let bytes = text.utf8.span
    guard bytes.isEmpty || hasAny(bytes, needsQuotes) else {
      return out.write(bytes)
    }
    let quote = UInt8(ascii: "\"")
    out.write(byte: quote)
    for i in bytes.indices {
      if bytes[i] == quote { out.write(byte: quote) }
      out.write(byte: bytes[i])
    }
    out.write(byte: quote)
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\\")
  }

  /// Whether something is true of any byte; all are looked at, many at a time, without a branch.
  @inline(__always)
  private static func hasAny(_ bytes: Span<UInt8>, _ isTrue: (UInt8) -> Bool) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var found: UInt8 = 0
      for place in 0..<bytes.count { found |= unsafe isTrue(bytes[place]) ? 1 : 0 }
      return found != 0
    }
  }

  private func writeEscaped(_ text: String, into out: inout ByteBuffer) {
    let bytes = text.utf8.span
    guard Self.hasAny(bytes, Self.needsEscape) else { return out.write(bytes) }
    for i in bytes.indices {
      switch bytes[i] {
      case UInt8(ascii: "\t"): out.write("\\t")
      case UInt8(ascii: "\n"): out.write("\\n")
      case UInt8(ascii: "\r"): out.write("\\r")
      case UInt8(ascii: "\\"): out.write("\\\\")
      default: out.write(byte: bytes[i])
      }
    }
  }
}
