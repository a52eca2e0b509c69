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

  /// Returns the words before a row, the row, and the words behind it.
  func line(of id: RowID, end: UInt32?, width: Int) -> (left: String, match: String, right: String)
  {
    let run = reader.envelope(of: id, end: end)
    guard !run.isEmpty, let document = document(of: run) else { return ("", "", "") }
    let bounds = documents.tokens(of: RowID(UInt32(document)))
    let (start, end) = (Int(run.start), Int(run.end))
    let left = max(bounds.lowerBound, start - min(start, max(0, width)))
    let right = end + min(max(0, width), bounds.upperBound - end)
    return (string(left..<start), string(start..<end), string(end..<right))
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
    let bounds = documents.tokens(of: RowID(UInt32(document)))
    let distance = max(-corpus.tokens.count, min(corpus.tokens.count, offset))
    let token = distance < 0 ? Int(run.start) + distance : Int(run.end) + distance - 1
    guard bounds.contains(token) else { return nil }
    let code = corpus.tokens.folds.values[token]
    return code == CodeColumn.missing ? nil : code
  }

  /// Returns the row of the document that a row stands in.
  func documentRow(of id: RowID, end: UInt32?) -> RowID? {
    document(of: reader.envelope(of: id, end: end)).map { RowID(UInt32($0)) }
  }

  private func document(of run: TokenRun) -> Int? {
    let place = documents.firstRow(endingBehind: run.start)
    return place < documents.count && documents.start(of: place) <= run.start ? place : nil
  }

  /// Returns the text of a run of tokens on one line.
  private func string(_ run: Range<Int>) -> String {
    let text = text.text(ofTokens: run)
    var (isPlain, previous) = (true, UInt8(0))
    for byte in text {
      if Self.isBlank(byte), byte != 0x20 || previous == 0x20 { isPlain = false }
      previous = byte
    }
    if isPlain { return String(decoding: text, as: UTF8.self) }
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

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
