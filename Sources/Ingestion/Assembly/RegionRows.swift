internal import Annotation
internal import CorpusStore

/// The paragraphs or the sentences while documents are added.
struct RegionRows {

  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var positions: [Int32] = []
  private var words: [Int32] = []
  private var documents: [UInt32] = []

  /// Adds the runs of tokens of a document.
  mutating func add(
    _ runs: [Range<Int>], of document: AnnotatedDocument, _ place: DocumentPlace
  ) {
    for (position, run) in runs.enumerated() {
      starts.append(place.tokenStart + UInt32(run.lowerBound))
      ends.append(place.tokenStart + UInt32(run.upperBound))
      positions.append(Int32(clamping: position + 1))
      words.append(document.wordCount(of: run))
      documents.append(place.row)
    }
  }

  func addColumns(of table: Table, to columns: inout ColumnWriter) {
    columns.builder.setRows(
      of: table, count: starts.count, regions: Regions(starts: starts, ends: ends))
    columns.addNumber("index", of: table, "its number in the document, from one", positions)
    columns.addNumber("words", of: table, "the number of words", words)
    columns.builder.addRegionText("text", of: table, summary: "the text")
    columns.addDocument(of: table, documents)
  }
}

extension AnnotatedDocument {

  /// The paragraphs, which are the blocks of running text, as runs of tokens.
  var paragraphs: [Range<Int>] {
    var runs: [Range<Int>] = []
    var last: UInt32?
    for sentence in sentences {
      let run = Int(sentence.firstToken)..<Int(sentence.endToken)
      if sentence.block == last, let open = runs.popLast() {
        runs.append(open.lowerBound..<run.upperBound)
      } else {
        runs.append(run)
      }
      last = sentence.block
    }
    return runs
  }
}
