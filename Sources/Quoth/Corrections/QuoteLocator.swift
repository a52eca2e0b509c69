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
        ofByte: Int(corpus.tokens.starts[run.lowerBound]), in: document)
      let end = corpus.text.originalOffset(
        ofByte: Int(corpus.tokens.ends[run.upperBound - 1]), in: document)
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
    case .rows(let table):
      guard let names = codes("name", of: table) else { return nil }
      let name = names.values[column.dictionary.row(of: code).index]
      return name == CodeColumn.missing ? nil : pool[names.dictionary.symbol(of: name)]
    }
  }

  /// Returns the code that stands for a string or the name of an entity; of several the one that
  /// most rows have.
  func code(of name: String, in column: CodeColumn) -> UInt32? {
    let fitting = (0..<UInt32(column.dictionary.count)).filter {
      self.name(of: $0, in: column) == name
    }
    return fitting.max {
      let (a, b) = (Int($0), Int($1))
      let postings = column.dictionary.postings
      return (postings.count(of: a), b) < (postings.count(of: b), a)
    }
  }
}
