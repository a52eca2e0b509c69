internal import Annotation
internal import CorpusStore

/// The distinct values of an attribute, in the order first seen, with their counts.
struct ValueTally {

  private var names: [String] = []
  private var documents: [Int32] = []
  private var quotes: [Int32] = []
  private var rows: [String: Int] = [:]

  /// Counts a document that has these values, and so many quotes with it.
  mutating func add(_ values: [String], quotes: Int) {
    addDocument(values)
    addQuotes(quotes, values)
  }

  /// Counts the topics of a document and its quotes.
  mutating func addTopics(of document: AnnotatedDocument) {
    addDocument(document.topics.map(\.name) + document.quotes.flatMap { $0.topics.map(\.name) })
    for quote in document.quotes { addQuotes(1, quote.topics.map(\.name)) }
  }

  /// Counts a document that has these values, each once however often it stands there.
  private mutating func addDocument(_ values: [String]) {
    for value in Set(values).sorted() where !value.isEmpty { documents[row(value)] += 1 }
  }

  /// Counts quotes that have these values.
  private mutating func addQuotes(_ count: Int, _ values: [String]) {
    for value in Set(values) where !value.isEmpty { quotes[row(value)] += Int32(clamping: count) }
  }

  private mutating func row(_ value: String) -> Int {
    if let row = rows[value] { return row }
    rows[value] = names.count
    names.append(value)
    documents.append(0)
    quotes.append(0)
    return names.count - 1
  }

  /// Adds the table of the values.
  func addColumns(of table: Table, _ summary: String, to columns: inout ColumnWriter) {
    columns.builder.setRows(of: table, count: names.count)
    columns.addName("name", of: table, summary, texts: names)
    columns.addNumber("documents", of: table, "the number of documents", documents)
    columns.addNumber("quotes", of: table, "the number of quotes", quotes)
  }
}
