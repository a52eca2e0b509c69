internal import CorpusStore

/// The words to the left and right of rows, within their documents.
struct ConcordanceLines {

  private let corpus: Corpus
  private let reader: RegionReader
  private let text: RowText
  private let documents: Regions

  init(_ corpus: Corpus, kind: Rows.Kind) {
    self.corpus = corpus
    reader = RegionReader(corpus, kind: kind)
    text = RowText(corpus)
    documents = corpus.regions(of: .documents) ?? .none
  }

  /// A row between the words before and behind it.
  struct Line {
    var left = ""
    var match = ""
    var right = ""
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
    guard !run.isEmpty, let document = document(of: run, near: hint) else { return Line() }
    let bounds = documents.tokens(of: document)
    let (start, end) = (Int(run.start), Int(run.end))
    let left = max(bounds.lowerBound, start - min(start, max(0, width)))
    let right = end + min(max(0, width), bounds.upperBound - end)
    return Line(
      left: string(left..<start), match: string(start..<end), right: string(end..<right),
      document: document)
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
    let bounds = documents.tokens(of: document)
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

  private func document(of run: TokenRun, near hint: RowID? = nil) -> RowID? {
    if let hint, documents.tokens(of: hint).contains(Int(run.start)) { return hint }
    let place = documents.firstRow(endingBehind: run.start)
    guard place < documents.count, documents.start(of: place) <= run.start else { return nil }
    return RowID(UInt32(truncatingIfNeeded: place))
  }

  /// Returns the text of a run of tokens on one line.
  private func string(_ run: Range<Int>) -> String {
    let text = text.text(ofTokens: run)
    if Self.isPlain(text.span) { return String(decoding: text, as: UTF8.self) }
    var bytes: [UInt8] = []
    for byte in text {
      if !Self.isBlank(byte) {
        bytes.append(byte)
      } else if bytes.last != 0x20 {
        bytes.append(0x20)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a text has no control characters and no two blanks next to each other.
  ///
  /// Every byte is looked at, without a branch, which takes less time than to stop at the first.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    var odd: UInt8 = 0
    for place in text.indices { odd |= text[place] < 0x20 ? 1 : 0 }
    for place in text.indices.dropFirst() {
      odd |= (text[place - 1] ^ 0x20) | (text[place] ^ 0x20) == 0 ? 1 : 0
    }
    return odd == 0
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
