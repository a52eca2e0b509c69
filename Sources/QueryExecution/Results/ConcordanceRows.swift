internal import CorpusStore
internal import QuerySemantics

/// Rows between the words to their left and right, with their documents.
struct ConcordanceRows: RowSource {

  let rows: Rows

  /// How many words stand on each side.
  let width: Int

  let corpus: Corpus

  /// The names of the columns that come before figures.
  static let columns = ["left", "match", "right", "document"]

  var count: Int { rows.count }

  func makeReader() -> any RowReader { ConcordanceReader(self) }
}

/// Reads lines of a concordance.
private final class ConcordanceReader: RowReader {

  private let rows: Rows
  private let wordCount: Int
  private let lines: ConcordanceLines
  private let names: CellReader?
  private var place = 0
  private var line = ConcordanceLines.Line()
  private var document = ResultTable.Cell.missing

  init(_ concordance: ConcordanceRows) {
    let corpus = concordance.corpus
    rows = concordance.rows
    wordCount = concordance.width
    lines = ConcordanceLines(corpus, kind: rows.kind)
    names = corpus.schema.attribute("id", of: .documents).map {
      CellReader(
        BoundPath(target: .attribute($0), text: "id"), kind: .table(.documents), corpus: corpus)
    }
  }

  var width: Int { ConcordanceRows.columns.count + rows.figures.count }

  func move(to row: Int) {
    place = row
    // Rows often stand in the document of those before.
    let last = line.document
    line = lines.line(of: rows.ids[row], end: rows.end(at: row), width: wordCount, near: last)
    guard line.document != last else { return }
    document = line.document.flatMap { names?.cell(of: $0, end: nil) } ?? .missing
  }

  func cell(_ column: Int) -> ResultTable.Cell {
    switch column {
    case 0...2:
      var text = ""
      lines.withText(of: line[column]) { text = String(copying: $0) }
      return .text(text)
    case 3: return document
    default: return rows.figures[column - ConcordanceRows.columns.count].cell(at: place)
    }
  }

  func withText(_ column: Int, _ body: (Span<UInt8>) -> Void) -> Bool {
    switch column {
    case 0...2:
      lines.withText(of: line[column], body)
      return true
    case 3: return document.withText(body)
    default: return false
    }
  }
}
