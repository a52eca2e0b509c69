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
    let reader = table.rows.makeReader()
    for row in table.rows.indices where out.wantsMore() {
      reader.move(to: row)
      for index in table.columns.indices {
        if index > 0 { out.write(byte: separator) }
        if index < reader.width { write(index, of: reader, into: &out) }
      }
      out.newline()
    }
  }

  private func write(_ column: Int, of row: any RowReader, into out: inout ByteBuffer) {
    if row.withText(column, { write($0, into: &out) }) { return }
    if let text = row.cell(column).written(joinedBy: "; ") {
      write(text, into: &out)
    } else if row.width == 1, dialect == .csv {
      // Readers skip a line that is empty.
      out.write("\"\"")
    }
  }

  private func write(_ text: String, into out: inout ByteBuffer) {
    write(text.utf8.span, into: &out)
  }

  private func write(_ text: Span<UInt8>, into out: inout ByteBuffer) {
    if replacesControls {
      VisibleText.withSpaceKept(text) { writeAsIs($0, into: &out) }
    } else {
      writeAsIs(text, into: &out)
    }
  }

  private func writeAsIs(_ text: Span<UInt8>, into out: inout ByteBuffer) {
    switch dialect {
    case .csv: Self.writeQuoted(text, into: &out)
    case .tsv: writeEscaped(text, into: &out)
    }
  }

  /// Writes a value between quotation marks where it needs them.
  static func writeQuoted(_ text: String, into out: inout ByteBuffer) {
    writeQuoted(text.utf8.span, into: &out)
  }

  private static func writeQuoted(_ bytes: Span<UInt8>, into out: inout ByteBuffer) {
    guard bytes.isEmpty || bytes.hasAny(needsQuotes) else {
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

  @inline(__always)
  private static func needsQuotes(_ word: UInt64) -> UInt64 {
    EightBytes.equal(UInt8(ascii: ","), word) | EightBytes.equal(UInt8(ascii: "\""), word)
      | EightBytes.equal(UInt8(ascii: "\n"), word) | EightBytes.equal(UInt8(ascii: "\r"), word)
  }

  @inline(__always)
  private static func needsEscape(_ word: UInt64) -> UInt64 {
    EightBytes.below(0x20, word) | EightBytes.equal(UInt8(ascii: "\\"), word)
  }

  private func writeEscaped(_ bytes: Span<UInt8>, into out: inout ByteBuffer) {
    guard bytes.hasAny(Self.needsEscape) else { return out.write(bytes) }
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
