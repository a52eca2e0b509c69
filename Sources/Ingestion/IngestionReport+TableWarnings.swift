/// The wording of what is wrong with tables, sorted by name.
extension IngestionReport.Warning {

  static func cutRow(_ file: String, line: Int, _ count: Int, of width: Int) -> Self {
    Self(
      file: file, line: line, message: "the row has \(count) cells of \(width), and no text",
      mend: "put a cell that holds line ends in quotes; this row was left out")
  }

  /// `quotation` is a column that may hold quotations, of which none tells who speaks.
  static func guessedTextColumn(_ file: String, name: String, quotation: String?) -> Self {
    Self(
      file: file, message: "no column is called text; '\(name)' was taken, whose cells are longest",
      mend: quotation.map(speakerMend) ?? "say which it is with --map text=\(name)")
  }

  static func joinedRow(_ file: String, line: Int, _ count: Int, of width: Int) -> Self {
    Self(
      file: file, line: line, message: "the row has \(count) cells of \(width)",
      mend: "put a text that holds separators in quotes; the last cells were taken as one")
  }

  static func longRow(_ file: String, line: Int, _ count: Int, of width: Int) -> Self {
    Self(
      file: file, line: line, message: "the row has \(count) cells of \(width)",
      mend: "put a cell that holds separators in quotes; this row was left out")
  }

  /// `quotation` is a column that may hold quotations, of which none tells who speaks.
  static func noTextColumn(
    _ file: String, names: [String], likely name: String?, quotation: String?
  ) -> Self {
    let list = names.prefix(12).joined(separator: ", ")
    return Self(
      file: file,
      message: names.isEmpty
        ? "no column holds text" : "no column holds text; there are \(list)",
      mend: quotation.map(speakerMend)
        ?? "name the one that does, like --map text=\(name ?? names.first ?? "column1")")
  }

  static func noTextInRow(_ file: String, line: Int, column: String) -> Self {
    Self(
      file: file, line: line, message: "the row has nothing in its column '\(column)'",
      mend: "put the text there; this row was left out")
  }

  /// What to do about quotations in a field of a name, beside which no field tells who speaks.
  static func speakerMend(_ quotation: String) -> String {
    "if rows are quotations, name who speaks, like --map quotation=\(quotation),speaker=NAME"
  }

  static func shortRow(_ file: String, line: Int, _ count: Int, of width: Int) -> Self {
    Self(
      file: file, line: line, message: "the row has \(count) cells of \(width)",
      mend: "put a cell that holds line ends in quotes; those that are missing were taken as empty")
  }

  static func unclosedQuote(_ file: String, line: Int) -> Self {
    Self(
      file: file, line: line,
      message: "a quote is opened at the beginning of a cell and not closed",
      mend: "close it, or double quotes that are part of the text; the cell was ended with its line"
    )
  }
}
