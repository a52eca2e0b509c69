internal import CorpusStore

/// The words to the left and right of rows, within their documents.
struct ConcordanceLines {

  private let corpus: Corpus
  private let reader: RegionReader
  private let text: RowText
  /// The text of the corpus, and where the documents stand in it, in tokens.
  private let bytes: FrozenArray<UInt8>
  private let documents: (starts: FrozenArray<UInt32>, ends: FrozenArray<UInt32>)

  init(_ corpus: Corpus, kind: Rows.Kind) {
    self.corpus = corpus
    reader = RegionReader(corpus, kind: kind)
    text = RowText(corpus)
    bytes = corpus.text.bytes
    documents = (corpus.regions(of: .documents) ?? .none).bounds
  }

  /// A row between the words before and behind it.
  struct Line {
    /// The words before it, the row, and the words behind it.
    var cells: [ResultTable.Cell] = []
    /// The row of the document; nil where there is none.
    var document: RowID?
  }

  /// Returns the words before a row, the row, and the words behind it.
  ///
  /// - Parameters:
  ///   - id: The row.
  ///   - end: For a match, the token behind its last.
  ///   - width: How many words are wanted on each side.
  ///   - hint: A document that is looked at first, since rows often stand in the same as those before.
  /// - Returns: The line; an empty one for a row that stands in no document.
  func line(of id: RowID, end: UInt32?, width: Int, near hint: RowID?) -> Line {
    let run = reader.envelope(of: id, end: end)
    var line = Line(document: document(of: run, near: hint))
    // The name of the document follows, and a figure may.
    line.cells.reserveCapacity(5)
    guard !run.isEmpty, let document = line.document else {
      line.cells += repeatElement(.text(""), count: 3)
      line.document = nil
      return line
    }
    let bounds = tokens(of: document)
    let (start, end) = (Int(run.start), Int(run.end))
    let left = max(bounds.lowerBound, start - min(start, max(0, width)))
    let right = end + min(max(0, width), bounds.upperBound - end)
    line.cells.append(.text(string(left..<start)))
    line.cells.append(.text(string(start..<end)))
    line.cells.append(.text(string(end..<right)))
    return line
  }

  /// Returns a row's own text, folded; nil where it stands in no document.
  func text(of id: RowID, end: UInt32?) -> [UInt8]? {
    let run = reader.envelope(of: id, end: end)
    guard !run.isEmpty, document(of: run) != nil else { return nil }
    return TextFolding.fold(bytes: Array(text.text(ofTokens: Int(run.start)..<Int(run.end))))
  }

  /// What the codes of words are called.
  var words: CodeNames { CodeNames(corpus.tokens.folds.dictionary, corpus) }

  /// Returns the code of the folded word at a place near a row, -1 being the first to the left, 1
  /// the first to the right; nil beyond the document.
  func word(at offset: Int, of id: RowID, end: UInt32?) -> UInt32? {
    let run = reader.envelope(of: id, end: end)
    guard !run.isEmpty, let document = document(of: run) else { return nil }
    let bounds = tokens(of: document)
    let distance = max(-corpus.tokens.count, min(corpus.tokens.count, offset))
    let token = distance < 0 ? Int(run.start) + distance : Int(run.end) + distance - 1
    guard bounds.contains(token) else { return nil }
    let code = corpus.tokens.folds.values[token]
    return code == CodeColumn.missing ? nil : code
  }

  /// Returns the row of the document that a row stands in.
  func documentRow(of id: RowID, end: UInt32?) -> RowID? {
    document(of: reader.envelope(of: id, end: end))
  }

  private func tokens(of document: RowID) -> Range<Int> {
    Int(documents.starts[document.index])..<Int(documents.ends[document.index])
  }

  private func document(of run: TokenRun, near hint: RowID? = nil) -> RowID? {
    if let hint, tokens(of: hint).contains(Int(run.start)) { return hint }
    let place = documents.ends.firstIndex(above: run.start)
    guard place < documents.ends.count, documents.starts[place] <= run.start else { return nil }
    return RowID(UInt32(truncatingIfNeeded: place))
  }

  /// Returns the text of a run of tokens on one line.
  private func string(_ run: Range<Int>) -> String {
    guard !run.isEmpty, run.upperBound <= corpus.tokens.count else { return "" }
    return LineText.string(bytes.span.extracting(corpus.tokens.bytes(of: run)))
  }
}
