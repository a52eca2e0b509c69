internal import QueryExecution

/// Writes a complete page that needs no other file.
///
/// Quotes are block quotations, charts are pictures with their table folded below, all else is a
/// table. Notes are paragraphs.
struct HTMLWriter {

  private let options: RenderingOptions

  init(options: RenderingOptions) { self.options = options }

  func write(_ table: ResultTable, into out: inout ByteBuffer) {
    let header = ResultHeader(table, firstNumber: options.firstNumber).text
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    out.write("<meta name=\"viewport\" content=\"width=device-width\">\n")
    element("title", header, into: &out)
    out.write(Self.style)
    out.write("</head>\n<body>\n<main>\n")
    if table.layout == .quotes, let columns = QuoteColumns(table.columns) {
      writeQuotes(table, columns, header: header, into: &out)
    } else if case .chart = table.layout, let picture = try? SVGWriter(table) {
      out.write("<figure>\n")
      picture.write(into: &out)
      out.write("</figure>\n<details>\n<summary>The figures</summary>\n")
      writeTable(table, header: header, into: &out)
      out.write("</details>\n")
    } else {
      writeTable(table, header: header, into: &out)
    }
    for note in table.notes { element("p", attributes: " class=\"note\"", note, into: &out) }
    out.write("</main>\n</body>\n</html>\n")
  }

  private static let style = """
    <style>
    body { font-family: system-ui, sans-serif; margin: 2em auto; max-width: 72em; padding: 0 1em; }
    table { border-collapse: collapse; }
    caption { font-weight: bold; padding: .5em; text-align: start; }
    th, td { border-bottom: 1px solid #bbb; padding: .3em .8em; text-align: start; \
    vertical-align: top; }
    .number { font-variant-numeric: tabular-nums; text-align: end; }
    blockquote { border-inline-start: 3px solid #bbb; margin: 0; padding-inline-start: 1em; }
    figure { margin: 1.5em 0; max-width: 44em; }
    figcaption { color: #555; padding-inline-start: 1em; }
    figure:has(svg) { max-width: none; }
    .note { color: #555; }
    svg { height: auto; max-width: 100%; }
    </style>

    """

  private func writeTable(_ table: ResultTable, header: String, into out: inout ByteBuffer) {
    out.write("<table>\n")
    element("caption", header, into: &out)
    out.write("<thead>\n<tr>")
    for column in table.columns {
      let kind = column.isNumeric ? " class=\"number\"" : ""
      element("th", attributes: " scope=\"col\"" + kind, column.title, ends: "", into: &out)
    }
    out.write("</tr>\n</thead>\n<tbody>\n")
    let reader = table.rows.makeReader()
    for row in table.rows.indices where out.wantsMore() {
      reader.move(to: row)
      out.write("<tr>")
      for (index, column) in table.columns.enumerated() {
        out.write(column.isNumeric ? "<td class=\"number\">" : "<td dir=\"auto\">")
        if index < reader.width { write(index, of: reader, into: &out) }
        out.write("</td>")
      }
      out.write("</tr>\n")
    }
    out.write("</tbody>\n</table>\n")
  }

  private func write(_ column: Int, of row: any RowReader, into out: inout ByteBuffer) {
    if row.withText(column, { HTMLLiteral.write($0, into: &out) }) { return }
    HTMLLiteral.write(row.cell(column).written(joinedBy: ", ") ?? "", into: &out)
  }

  private func writeQuotes(
    _ table: ResultTable, _ columns: QuoteColumns, header: String, into out: inout ByteBuffer
  ) {
    element("h1", header, into: &out)
    for row in table.rows where out.wantsMore() {
      let quote = columns.quote(in: row)
      out.write("<figure>\n<blockquote dir=\"auto\">")
      element("p", quote.marked, ends: "", into: &out)
      out.write("</blockquote>\n<figcaption dir=\"auto\">")
      for run in quote.attribution {
        switch run.role {
        case .date: element("time", run.text, ends: "", into: &out)
        case .speaker: element("strong", run.text, ends: "", into: &out)
        case .title: element("cite", run.text, ends: "", into: &out)
        default: HTMLLiteral.write(run.text, into: &out)
        }
      }
      out.write("</figcaption>\n</figure>\n")
    }
  }

  private func element(
    _ name: String, attributes: String = "", _ text: String, ends: String = "\n",
    into out: inout ByteBuffer
  ) {
    out.write("<" + name + attributes + ">")
    HTMLLiteral.write(text, into: &out)
    out.write("</" + name + ">" + ends)
  }
}
