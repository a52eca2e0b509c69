public import QueryExecution

/// Turns results into text.
///
/// What is drawn for people (`table`) follows the layout of the result, has a header, and is cut or
/// wrapped to the width. The other formats hold every value in full, whatever the layout.
public enum Renderer {

  /// Returns a result in the given format, each line ended by a line feed.
  public static func render(
    _ table: ResultTable, as format: OutputFormat, options: RenderingOptions = .init()
  ) -> String {
    String(decoding: bytes(of: table, as: format, options: options), as: UTF8.self)
  }

  /// Returns a result in the given format as UTF-8.
  ///
  /// - Complexity: O(*n*) in the length of the output, apart from `table`, which measures each
  ///   value first.
  public static func bytes(
    of table: ResultTable, as format: OutputFormat, options: RenderingOptions = .init()
  ) -> [UInt8] {
    var out = ByteBuffer()
    switch format {
    case .table: draw(table, options: options, into: &out)
    case .csv:
      DelimitedWriter(.csv, replacesControls: options.replacesControls).write(table, into: &out)
    case .tsv:
      DelimitedWriter(.tsv, replacesControls: options.replacesControls).write(table, into: &out)
    case .json: JSONWriter(table).writeArray(into: &out)
    case .jsonl: JSONWriter(table).writeLines(into: &out)
    case .markdown: MarkdownWriter.write(table, into: &out)
    case .html: HTMLWriter(options: options).write(table, into: &out)
    }
    return out.bytes
  }

  private static func draw(
    _ table: ResultTable, options: RenderingOptions, into out: inout ByteBuffer
  ) {
    if table.layout == .count, let drawing = CountDrawing(table, options: options) {
      drawing.draw(into: &out)
      return
    }
    if options.showsHeader {
      let header = ResultHeader(table, firstNumber: options.firstNumber).text
      let lines = TextWrapper(width: options.width).lines([.init(.header, header)])
      for line in lines { out.write(line, options) }
    }
    guard !table.rows.isEmpty else { return }
    drawRows(of: table, options: options, into: &out)
  }

  private static func drawRows(
    of table: ResultTable, options: RenderingOptions, into out: inout ByteBuffer
  ) {
    if table.layout == .quotes, let columns = QuoteColumns(table.columns) {
      QuoteDrawing(table, columns: columns, options: options).draw(into: &out)
    } else if table.layout == .concordance, let columns = ConcordanceColumns(table.columns) {
      ConcordanceDrawing(table, columns: columns, options: options).draw(into: &out)
    } else {
      TableDrawing(table, options: options).draw(into: &out)
    }
  }
}
