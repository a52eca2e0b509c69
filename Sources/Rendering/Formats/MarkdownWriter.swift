internal import QueryExecution

/// Writes a table of GitHub-flavoured Markdown.
///
/// What Markdown or HTML would read as markup is escaped, line ends become `<br>`, and control
/// characters become pictures. Notes are paragraphs below the table.
enum MarkdownWriter {

  static func write(_ table: ResultTable, into out: inout ByteBuffer) {
    guard !table.columns.isEmpty else { return }
    writeLine(of: table.columns, into: &out) { column, out in write(column.title, into: &out) }
    writeLine(of: table.columns, into: &out) { column, out in
      out.write(column.isNumeric ? "---:" : "---")
    }
    let reader = table.rows.makeReader()
    for row in table.rows.indices where out.wantsMore() {
      reader.move(to: row)
      writeLine(of: table.columns.indices, into: &out) { index, out in
        guard index < reader.width else { return }
        if reader.withText(index, { write($0, into: &out) }) { return }
        write(reader.cell(index).written(joinedBy: ", ") ?? "", into: &out)
      }
    }
    for note in table.notes {
      out.newline()
      write(VisibleText.line(note), into: &out)
      out.newline()
    }
  }

  private static func writeLine<Cells: Sequence>(
    of cells: Cells, into out: inout ByteBuffer,
    cell: (Cells.Element, inout ByteBuffer) -> Void
  ) {
    out.write(byte: UInt8(ascii: "|"))
    for element in cells {
      out.write(byte: UInt8(ascii: " "))
      cell(element, &out)
      out.write(" |")
    }
    out.newline()
  }

  private static func write(_ text: String, into out: inout ByteBuffer) {
    write(text.utf8.span, into: &out)
  }

  private static func write(_ text: Span<UInt8>, into out: inout ByteBuffer) {
    VisibleText.withSpaceKept(text) { bytes in
      // What needs no escape is written in stretches.
      var written = 0
      for i in bytes.indices where bytes[i] < 0x20 || isMarkup(bytes[i]) {
        out.write(bytes.extracting(written..<i))
        writeEscape(of: bytes, at: i, into: &out)
        written = i + 1
      }
      out.write(bytes.extracting(written..<bytes.count))
    }
  }

  private static func writeEscape(
    of bytes: Span<UInt8>, at i: Int, into out: inout ByteBuffer
  ) {
    switch bytes[i] {
    case UInt8(ascii: "\n"): out.write("<br>")
    case UInt8(ascii: "\r"):
      if i + 1 == bytes.count || bytes[i + 1] != UInt8(ascii: "\n") { out.write("<br>") }
    case UInt8(ascii: "\t"): out.write(byte: UInt8(ascii: " "))
    case let byte where isMarkup(byte):
      out.write(byte: UInt8(ascii: "\\"))
      out.write(byte: byte)
    case let byte: out.write(byte: byte)
    }
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "`"), UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
      UInt8(ascii: "&"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
