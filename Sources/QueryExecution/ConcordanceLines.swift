internal import CorpusStore

/// The words to the left and right of rows, within their documents.
final class ConcordanceLines: Sendable {

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

  /// A row between the words before and behind it, as runs of tokens.
  struct Line {
    /// The words before the row.
    var left = 0..<0
    /// The row.
    var match = 0..<0
    /// The words behind the row.
    var right = 0..<0
    /// The row of the document; nil where there is none.
    var document: RowID?

    /// The words before the row, the row, and the words behind it.
    subscript(part: Int) -> Range<Int> { part == 0 ? left : part == 1 ? match : right }
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
    guard !run.isEmpty, let document = document(of: run, near: hint) else { return Line() }
    let bounds = tokens(of: document)
    let (start, end) = (Int(run.start), Int(run.end))
    let left = max(bounds.lowerBound, start - min(start, max(0, width)))
    let right = end + min(max(0, width), bounds.upperBound - end)
    return Line(left: left..<start, match: start..<end, right: end..<right, document: document)
  }

  /// Lends the text of a run of tokens on one line.
  func withText(of run: Range<Int>, _ body: (Span<UInt8>) -> Void) {
    guard !run.isEmpty, run.upperBound <= corpus.tokens.count else { return body(Span()) }
    let text = bytes.extracting(corpus.tokens.bytes(of: run))
    LineText.with(text.span, body)
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
}
