internal import QueryExecution

/// What the user is told below the rows, wrapped to the width.
///
/// A chart that could not be drawn stands as a table, and the reason is told here.
struct NoteDrawing {

  private let notes: [String]
  private let options: RenderingOptions

  init(_ table: ResultTable, options: RenderingOptions) {
    var notes = table.notes
    if case .chart(let form) = table.layout, !table.rows.isEmpty {
      do throws(Undrawable) {
        _ = try ChartData(table, as: form)
        if let width = options.width, width < ChartDrawing.leastWidth {
          notes.append("too narrow to draw; a chart needs \(ChartDrawing.leastWidth) columns")
        }
      } catch {
        notes.append("not drawn: \(error)")
      }
    }
    self.notes = notes.map(VisibleText.line).filter { !$0.isEmpty }
    self.options = options
  }

  func draw(into out: inout ByteBuffer) {
    let wrapper = TextWrapper(width: options.width)
    for note in notes {
      for line in wrapper.lines([.init(.dim, note)]) { out.write(line, options) }
    }
  }
}
