public import QueryExecution

/// Turns results into text.
///
/// What is drawn for people (`table`) follows the layout of the result, has a header, and is cut or
/// wrapped to the width. Formats for programs (csv, tsv, json, jsonl) hold every value in full,
/// whatever the layout, and nothing else: the notes of a result are no rows, so that what reads them
/// need not know of them. Markdown and html hold every value too, and the notes as paragraphs.
public enum Renderer {

  /// Returns a result in the given format, each line ended by a line feed.
  public static func render(
    _ table: ResultTable, as format: OutputFormat, options: RenderingOptions = .init()
  ) -> String {
    String(decoding: bytes(of: table, as: format, options: options), as: UTF8.self)
  }

  /// Returns a result as the content of a file, as UTF-8.
  ///
  /// - Throws: `Undrawable` when the format is a picture or a network and the result can be none.
  public static func file(
    _ table: ResultTable, as format: OutputFormat
  ) throws(Undrawable) -> [UInt8] {
    try check(table, as: format)
    guard format == .svg else { return bytes(of: table, as: format) }
    var out = ByteBuffer()
    try SVGWriter(table).writeFile(into: &out)
    return out.bytes
  }

  /// Throws where `file` would, without making the content.
  public static func check(_ table: ResultTable, as format: OutputFormat) throws(Undrawable) {
    switch format {
    case .svg: _ = try SVGWriter(table)
    case .gexf, .edges: _ = try NetworkWriter(table)
    default: break
    }
  }

  /// Returns a result in the given format as UTF-8.
  ///
  /// A result that cannot be drawn gives a picture of the reason; `file` throws it instead.
  ///
  /// - Complexity: O(*n*) in the length of the output, apart from `table`, which measures each
  ///   value first.
  public static func bytes(
    of table: ResultTable, as format: OutputFormat, options: RenderingOptions = .init()
  ) -> [UInt8] {
    var out = ByteBuffer(shouldStop: options.isStopped)
    write(table, as: format, options: options, into: &out)
    return out.bytes
  }

  /// Writes a result in the given format as UTF-8, piece by piece.
  ///
  /// - Parameters:
  ///   - table: The result.
  ///   - format: The format.
  ///   - options: How the result is drawn.
  ///   - sink: Takes the pieces, each of whole rows, and tells whether it takes more.
  /// - Returns: Whether all was written: neither `options.isStopped` nor the sink ended it.
  public static func write(
    _ table: ResultTable, as format: OutputFormat, options: RenderingOptions = .init(),
    to sink: @escaping ([UInt8]) -> Bool
  ) -> Bool {
    var out = ByteBuffer(shouldStop: options.isStopped, sink: sink)
    write(table, as: format, options: options, into: &out)
    return out.finish()
  }

  private static func write(
    _ table: ResultTable, as format: OutputFormat, options: RenderingOptions,
    into out: inout ByteBuffer
  ) {
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
    case .svg:
      do throws(Undrawable) {
        try SVGWriter(table, firstNumber: options.firstNumber).writeFile(into: &out)
      } catch {
        SVGWriter.write(error, into: &out)
      }
    case .gexf, .edges:
      writeNetwork(table, as: format, options: options, into: &out)
    }
  }

  private static func draw(
    _ table: ResultTable, options: RenderingOptions, into out: inout ByteBuffer
  ) {
    if table.layout == .count, let drawing = CountDrawing(table, options: options) {
      drawing.draw(into: &out)
      NoteDrawing(table, options: options).draw(into: &out)
      return
    }
    if options.showsHeader {
      let header = ResultHeader(table, firstNumber: options.firstNumber).text
      let lines = TextWrapper(width: options.width).lines([.init(.header, header)])
      for line in lines { out.write(line, options) }
    }
    if !table.rows.isEmpty { drawRows(of: table, options: options, into: &out) }
    NoteDrawing(table, options: options).draw(into: &out)
  }

  private static func drawRows(
    of table: ResultTable, options: RenderingOptions, into out: inout ByteBuffer
  ) {
    switch table.layout {
    case .chart(let form):
      guard let drawing = try? ChartDrawing(table, as: form, options: options) else { break }
      return drawing.draw(into: &out)
    case .quotes:
      guard let columns = QuoteColumns(table.columns) else { break }
      return QuoteDrawing(table, columns: columns, options: options).draw(into: &out)
    case .concordance:
      guard let columns = ConcordanceColumns(table.columns) else { break }
      return ConcordanceDrawing(table, columns: columns, options: options).draw(into: &out)
    case .table, .count: break
    }
    TableDrawing(table, options: options).draw(into: &out)
  }
}
