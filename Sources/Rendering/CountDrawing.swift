internal import QueryExecution

/// A result that is one number, drawn with its unit.
struct CountDrawing {

  private let runs: [StyledRun]
  private let options: RenderingOptions

  /// Creates the drawing, or nil where the result is not one number.
  init?(_ table: ResultTable, options: RenderingOptions) {
    guard table.rows.count == 1, let row = table.rows.first, row.count == 1 else { return nil }
    let unit = VisibleText.line(table.unit)
    switch row.first {
    case .integer(let count):
      let name = count.magnitude == 1 ? Plural.singular(of: unit) : unit
      runs = [.init(.number, Numerals.grouped(count)), .init(.text, " " + name)]
    case .decimal(let value):
      runs = [.init(.number, Numerals.decimal(value)), .init(.text, " " + unit)]
    default: return nil
    }
    self.options = options
  }

  func draw(into out: inout ByteBuffer) { out.write(runs, options) }
}
