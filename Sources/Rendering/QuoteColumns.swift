internal import QueryExecution

/// Where the attributes of a quote stand in the rows of a result.
struct QuoteColumns {

  private let text: Int
  private let named: [String: Int]
  private let others: [(column: ResultTable.Column, index: Int)]

  /// Finds the columns; nil where there is none for the text.
  init?(_ columns: [ResultTable.Column]) {
    var named: [String: Int] = [:]
    var others: [(ResultTable.Column, Int)] = []
    for (index, column) in columns.enumerated() {
      let name = column.name.lowercased()
      if Self.names.contains(name), named[name] == nil {
        named[name] = index
      } else {
        others.append((column, index))
      }
    }
    guard let text = named["text"] else { return nil }
    self.text = text
    self.named = named
    self.others = others
  }

  private static let names: Set<String> = [
    "text", "speaker", "cue", "kind", "document", "title", "date", "outlet",
  ]

  /// Returns the quote in a row.
  func quote(in row: [ResultTable.Cell]) -> QuoteText {
    func value(_ name: String) -> String? { named[name].flatMap { cell(row, $0) } }
    return QuoteText(
      text: cell(row, text) ?? "", speaker: value("speaker"), cue: value("cue"),
      kind: value("kind"), document: value("title") ?? value("document"),
      outlet: value("outlet"), date: value("date"),
      others: others.compactMap { other in
        cell(row, other.index, NumberForm(other.column)).map {
          (VisibleText.line(other.column.name), $0)
        }
      })
  }

  private func cell(
    _ row: [ResultTable.Cell], _ index: Int, _ form: NumberForm = .init()
  ) -> String? {
    index < row.count ? row[index].shown(as: form) : nil
  }
}

/// A quote as people read it; every string is one line and safe to draw.
struct QuoteText {

  var text: String
  var speaker: String?
  var cue: String?
  var kind: String?
  var document: String?
  var outlet: String?
  var date: String?
  var others: [(name: String, value: String)] = []

  /// The words, within quotation marks where they are the speaker's own and have none yet.
  var marked: String {
    guard kind == "direct", let first = text.first, !Self.marks.contains(first) else { return text }
    return "“" + text + "”"
  }

  private static let marks: [Character] = ["“", "\"", "«", "„", "‘", "'", "”"]

  /// The line that says whose the words are and where they stand.
  var attribution: [StyledRun] {
    var runs: [StyledRun] = []
    runs.add("— ", .dim)
    if let speaker { runs.add(speaker, .speaker) } else { runs.add("speaker unknown", .warning) }
    if let cue {
      runs.add(", ", .dim)
      runs.add(cue, .cue)
    }
    if let kind { runs.add(" · " + kind, .dim) }
    if let outlet { runs.add(" · " + outlet, .dim) }
    if let date {
      runs.add(outlet == nil ? " · " : ", ", .dim)
      runs.add(date, .date)
    }
    if let document {
      runs.add(" · ", .dim)
      runs.add(document, .title)
    }
    for other in others { runs.add(" · \(other.name) \(other.value)", .dim) }
    return runs
  }
}
