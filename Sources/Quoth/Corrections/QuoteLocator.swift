internal import CorpusStore

/// Finds quotes by their addresses, and the addresses of quotes.
struct QuoteLocator {

  /// How many words of a quote an address holds.
  private static let words = 6

  private let corpus: Corpus
  private let documents: CodeColumn?
  private let quotes: CodeColumn?

  /// Creates a locator of the quotes of a corpus.
  init(_ corpus: Corpus) {
    self.corpus = corpus
    documents = corpus.codes("id", of: .documents)
    quotes = corpus.codes("document", of: .quotes)
  }

  /// Returns the address of a quote; nil where the corpus does not say which document it is in.
  func address(of quote: RowID) -> QuoteAddress? {
    guard let quotes, let documents, quotes.values.indices.contains(quote.index),
      quotes.values[quote.index] != CodeColumn.missing
    else { return nil }
    let document = quotes.dictionary.row(of: quotes.values[quote.index])
    let id = documents.values[document.index]
    guard id != CodeColumn.missing else { return nil }
    let name = corpus.pool[documents.dictionary.symbol(of: id)]
    return QuoteAddress(
      document: name, offsets: offsets(of: quote, in: document), beginning: beginning(of: quote))
  }

  /// Returns the documents of an id.
  func documents(named id: String) -> [RowID] {
    guard let documents else { return [] }
    let codes = (0..<documents.dictionary.count).filter {
      corpus.pool[documents.dictionary.symbol(of: UInt32($0))] == id
    }
    return codes.flatMap { documents.dictionary.postings.rows(of: $0) }
  }

  /// Returns the quotes of a document.
  func quotes(in document: RowID) -> [RowID] {
    guard let quotes, let code = quotes.dictionary.code(of: document.rawValue) else { return [] }
    return Array(quotes.dictionary.postings.rows(of: Int(code)))
  }

  private func offsets(of quote: RowID, in document: RowID) -> [Range<Int>] {
    corpus.quotePieces.tokens(of: quote).filter { !$0.isEmpty }.map { run in
      let start = corpus.text.originalOffset(
        ofByte: corpus.tokens.start(of: run.lowerBound), in: document)
      let end = corpus.text.originalOffset(
        ofByte: corpus.tokens.end(of: run.upperBound - 1), in: document)
      return start..<max(start, end)
    }
  }

  private func beginning(of quote: RowID) -> String {
    guard let run = corpus.quotePieces.tokens(of: quote).first else { return "" }
    let words = corpus.string(ofTokens: run).split(whereSeparator: \.isWhitespace)
    return words.prefix(Self.words).joined(separator: " ")
  }
}

extension Corpus {

  /// Returns a column of codes by the name of its attribute.
  func codes(_ name: String, of table: Table) -> CodeColumn? {
    guard case .codes(let column)? = column(name, of: table) else { return nil }
    return column
  }

  /// Returns what a code of a column stands for: a string, or the name of an entity.
  func name(of code: UInt32, in column: CodeColumn) -> String? {
    guard Int(code) < column.dictionary.count else { return nil }
    switch column.dictionary.domain {
    case .symbols: return pool[column.dictionary.symbol(of: code)]
    case .rows(let table): return self.name(ofRow: column.dictionary.row(of: code), in: table)
    }
  }

  /// Returns what a row is called; nil where it has no name.
  func name(ofRow row: RowID, in table: Table) -> String? {
    guard let names = codes("name", of: table), names.values.indices.contains(row.index),
      names.values[row.index] != CodeColumn.missing
    else { return nil }
    return pool[names.dictionary.symbol(of: names.values[row.index])]
  }

  /// Returns the code that stands for each string or name of an entity; of several for one name
  /// that which most rows have.
  func codesByName(in column: CodeColumn) -> [String: UInt32] {
    let postings = column.dictionary.postings
    var codes: [String: UInt32] = [:]
    for code in 0..<UInt32(clamping: column.dictionary.count) {
      guard let name = name(of: code, in: column) else { continue }
      let count = codes[name].map { postings.count(of: Int($0)) } ?? -1
      if postings.count(of: Int(code)) > count { codes[name] = code }
    }
    return codes
  }
}
