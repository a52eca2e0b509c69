internal import Annotation
internal import CorpusStore

extension CorpusAssembler {

  /// Adds the tables of topics, outlets and authors, each value with its counts.
  mutating func addValueTables() {
    var topics = ValueTally()
    var outlets = ValueTally()
    var authors = ValueTally()
    for document in documents {
      let names = document.topics.map(\.name) + document.quotes.flatMap { $0.topics.map(\.name) }
      topics.addDocument(names)
      for quote in document.quotes { topics.addQuotes(1, quote.topics.map(\.name)) }
      let outlet = document.metadata.outlet.map { [$0] } ?? []
      outlets.addDocument(outlet)
      outlets.addQuotes(document.quotes.count, outlet)
      authors.addDocument(document.metadata.authors)
      authors.addQuotes(document.quotes.count, document.metadata.authors)
    }
    add(topics, to: .topics, "the topic")
    add(outlets, to: .outlets, "the outlet")
    add(authors, to: .authors, "the author")
  }

  private mutating func add(_ tally: ValueTally, to table: Table, _ summary: String) {
    builder.setRows(of: table, count: tally.names.count)
    builder.add(
      "name", of: table, type: .name, summary: summary,
      column: .codes(CodeColumn(tally.names.map { symbol($0) }, domain: .symbols)))
    builder.add(
      "documents", of: table, type: .integer, summary: "the number of documents",
      column: .integers(IntegerColumn(tally.documents)))
    builder.add(
      "quotes", of: table, type: .integer, summary: "the number of quotes",
      column: .integers(IntegerColumn(tally.quotes)))
  }
}

/// The distinct values of an attribute, in the order first seen, with their counts.
private struct ValueTally {

  private(set) var names: [String] = []
  private(set) var documents: [Int32] = []
  private(set) var quotes: [Int32] = []
  private var rows: [String: Int] = [:]

  /// Counts a document that has these values, each once however often it stands there.
  mutating func addDocument(_ values: [String]) {
    for value in Set(values).sorted() where !value.isEmpty { documents[row(value)] += 1 }
  }

  /// Counts quotes that have these values.
  mutating func addQuotes(_ count: Int, _ values: [String]) {
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
}
