internal import CorpusStore

/// The text of rows, as it is shown and searched.
struct RowText: Sendable {

  let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// Returns the text of a row: the words of a region, the content of a quote, the name of all else.
  func bytes(of id: RowID, end: UInt32?, kind: Rows.Kind) -> [UInt8] {
    switch kind {
    case .groups: []
    case .table(.quotes): quote(id)
    case .matches: Array(text(ofTokens: id.index..<Int(end ?? id.rawValue + 1)))
    case .table(let table):
      if let regions = corpus.regions(of: table) {
        Array(text(ofTokens: regions.tokens(of: id)))
      } else {
        Array(name(of: id, in: table))
      }
    }
  }

  /// Returns what stands for a row where another refers to it: a name, a title, or its text.
  func label(of id: RowID, in table: Table) -> [UInt8] {
    if Self.isNamed(table) { return Array(name(of: id, in: table)) }
    guard table == .documents else { return bytes(of: id, end: nil, kind: .table(table)) }
    let title = symbolBytes("title", of: .documents, id)
    return Array(title.isEmpty ? symbolBytes("id", of: .documents, id) : title)
  }

  /// Whether the rows of a table are called by their names.
  static func isNamed(_ table: Table) -> Bool {
    switch table {
    case .entities, .topics, .outlets, .authors, .families: true
    case .documents, .paragraphs, .sentences, .tokens, .quotes, .mentions: false
    }
  }

  /// Returns the text from the first to the last of a run of tokens.
  func text(ofTokens run: Range<Int>) -> FrozenArray<UInt8> {
    guard !run.isEmpty, run.upperBound <= corpus.tokens.count else { return [] }
    return corpus.text.bytes.extracting(corpus.tokens.bytes(of: run))
  }

  /// Returns the pieces of a quote in one: with a blank between two that only marks part, with an
  /// ellipsis where other words stand between.
  func quote(_ id: RowID) -> [UInt8] {
    var bytes: [UInt8] = []
    var previous: Range<Int>?
    let (offsets, regions) = (corpus.quotePieces.offsets, corpus.quotePieces.regions)
    for place in offsets[id.index]..<offsets[id.index + 1] {
      let piece = regions.tokens(of: RowID(place))
      guard !piece.isEmpty else { continue }
      if let previous {
        bytes += Array((hasWord(between: previous, and: piece) ? " … " : " ").utf8)
      }
      bytes += text(ofTokens: piece)
      previous = piece
    }
    return bytes
  }

  private func hasWord(between first: Range<Int>, and second: Range<Int>) -> Bool {
    guard first.upperBound < second.lowerBound else { return false }
    return (first.upperBound..<second.lowerBound).contains { token in
      text(ofTokens: token..<token + 1).contains(where: isLetter)
        && corpus.tokens.partsOfSpeech.values[token] != punctuation
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  private var punctuation: UInt32? {
    corpus.pool.symbol(of: "PUNCT").flatMap {
      corpus.tokens.partsOfSpeech.dictionary.code(of: $0.rawValue)
    }
  }

  func name(of id: RowID, in table: Table) -> FrozenArray<UInt8> {
    symbolBytes("name", of: table, id)
  }

  private func symbolBytes(_ attribute: String, of table: Table, _ id: RowID) -> FrozenArray<UInt8>
  {
    guard case .codes(let column)? = corpus.column(attribute, of: table),
      column.values[id.index] != CodeColumn.missing
    else { return [] }
    return corpus.pool.bytes(of: column.dictionary.symbol(of: column.values[id.index]))
  }
}

/// What the codes of a dictionary are called.
///
/// It is handed on with every value that is read, so it is shared and not copied.
final class CodeNames: Sendable {

  let corpus: Corpus
  let dictionary: ColumnDictionary
  /// The names of the rows that codes stand for; none where rows have no names.
  private let names: CodeSequence
  private let symbols: FrozenArray<UInt32>

  init(_ dictionary: ColumnDictionary, _ corpus: Corpus) {
    self.dictionary = dictionary
    self.corpus = corpus
    if case .rows(let table) = dictionary.domain, RowText.isNamed(table),
      case .codes(let column)? = corpus.column("name", of: table)
    {
      (names, symbols) = (column.values, column.dictionary.entries)
    } else {
      (names, symbols) = (.wide([]), [])
    }
  }

  /// Returns the name of a code as it is shown.
  func text(of code: UInt32) -> String {
    if let symbol = symbol(of: code) {
      return String(decoding: corpus.pool.bytes(of: symbol), as: UTF8.self)
    }
    return String(decoding: bytes(of: code), as: UTF8.self)
  }

  /// Returns the bytes of the name of a code as it is shown.
  func bytes(of code: UInt32) -> [UInt8] {
    if let symbol = symbol(of: code) { return Array(corpus.pool.bytes(of: symbol)) }
    guard case .rows(let table) = dictionary.domain else { return [] }
    return RowText(corpus).label(of: dictionary.row(of: code), in: table)
  }

  /// Returns the name of a code with case and accents folded.
  func foldedBytes(of code: UInt32) -> [UInt8] {
    if let symbol = symbol(of: code) {
      return Array(corpus.pool.bytes(of: corpus.pool.fold(of: symbol)))
    }
    return TextFolding.fold(bytes: bytes(of: code))
  }

  /// Appends a name of the pool with case and accents folded, and behind a zero its exact letters.
  static func appendSortKey(of symbol: Symbol, _ pool: StringPool, to bytes: inout [UInt8]) {
    bytes.append(copying: pool.span(of: pool.fold(of: symbol)))
    bytes.append(0)
    bytes.append(copying: pool.span(of: symbol))
  }

  /// Returns the name of a code, where it is in the pool.
  func symbol(of code: UInt32) -> Symbol? {
    guard case .rows = dictionary.domain else { return dictionary.symbol(of: code) }
    guard !symbols.isEmpty else { return nil }
    let name = names[dictionary.row(of: code).index]
    return name == CodeColumn.missing ? nil : Symbol(symbols[Int(name)])
  }
}
