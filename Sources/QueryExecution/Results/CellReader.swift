internal import CorpusStore
internal import QuerySemantics

/// Reads the cells of one column, for a block of rows at a time.
final class CellReader {

  private let path: BoundPath
  private let kind: Rows.Kind
  private let corpus: Corpus
  private let isMany: Bool
  private var reader: ValueReader
  private var reading: KeyReading
  private var rows: Rows
  /// The keys of the rows, where each has one at most; otherwise rows are read one by one.
  private var keys: [Int64]?
  private var ownKeys: [Int64] = []

  /// Texts that have been given numbers are let go of when they are so many.
  private static let mostTexts = 1 << 12

  init(_ path: BoundPath, kind: Rows.Kind, corpus: Corpus) {
    self.path = path
    self.kind = kind
    self.corpus = corpus
    isMany = path.isMany
    rows = Rows(kind, [])
    reader = ValueReader(path, kind: kind, corpus: corpus)
    reading = reader.reading
  }

  /// Whether the values are numbers.
  var isNumeric: Bool { reading.isNumeric }

  /// Goes to some rows, which are known by their places from now on.
  func read(_ rows: Rows) {
    self.rows = rows
    // Nobody asks this to stop: it is a block.
    keys = isMany ? nil : (try? reader.singleKeys(of: rows, Interruption())) ?? nil
  }

  /// Returns the cell of a row.
  func cell(at place: Int) -> ResultTable.Cell {
    if let keys { return reading.shownCell(of: keys[place]) }
    if !isMany {
      var cell = ResultTable.Cell.missing
      let text = reader.withText(of: rows.ids[place], end: rows.end(at: place)) {
        cell = .text(String(copying: $0))
      }
      if text != nil { return cell }
    }
    readKeys(at: place)
    if isMany { return ownKeys.isEmpty ? .missing : .list(ownKeys.map { reading.text(of: $0) }) }
    return ownKeys.first.map { reading.cell(of: $0) } ?? .missing
  }

  /// Lends the text of a cell, where it is one.
  ///
  /// - Returns: Whether it is; otherwise `body` has not been called.
  func withText(at place: Int, _ body: (Span<UInt8>) -> Void) -> Bool {
    if let keys {
      return keys[place] != GroupValues.missing && reading.withText(of: keys[place], body)
    }
    if isMany { return false }
    let text = reader.withText(of: rows.ids[place], end: rows.end(at: place), body)
    if let text { return text }
    readKeys(at: place)
    return ownKeys.first.map { reading.withText(of: $0, body) } ?? false
  }

  private func readKeys(at place: Int) {
    ownKeys.removeAll(keepingCapacity: true)
    reader.appendKeys(of: rows.ids[place], end: rows.end(at: place), to: &ownKeys)
    guard case .texts = reading else { return }
    reading = reader.reading
    if reading.placeCount > Self.mostTexts {
      reader = ValueReader(path, kind: kind, corpus: corpus)
    }
  }
}

extension CellReader {

  /// Returns the cell of a row that is asked for alone.
  func cell(of id: RowID, end: UInt32?) -> ResultTable.Cell {
    read(Rows(kind, [id], ends: end.map { [$0] } ?? []))
    return cell(at: 0)
  }
}

extension String {

  /// Creates a string of UTF-8 bytes; what is damaged becomes U+FFFD.
  init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
