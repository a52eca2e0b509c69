internal import Annotation
internal import CorpusStore

/// The documents and all that is known of them beside their text, while they are added.
struct DocumentRows {

  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var ids: [UInt32] = []
  private var titles: [UInt32] = []
  private(set) var days: [Day] = []
  private(set) var outlets: [UInt32] = []
  private var authors = ListRows()
  private var sections: [UInt32] = []
  private var tags = ListRows()
  private var topics = ListRows()
  private var mentions = ListRows()
  private var addresses: [UInt32] = []
  private var languages: [UInt32] = []
  private var words: [Int32] = []
  private var others = OtherFields()
  private var copies: ListRows?

  /// The number of documents so far.
  var count: Int { starts.count }

  mutating func add(
    _ document: AnnotatedDocument, _ place: DocumentPlace, names: inout StringPoolBuilder
  ) {
    let metadata = document.metadata
    starts.append(place.tokenStart)
    ends.append(place.tokenStart + UInt32(document.tokens.count))
    ids.append(names.code(metadata.id))
    titles.append(names.code(metadata.title))
    days.append(Day(metadata.date))
    outlets.append(names.code(metadata.outlet))
    authors.append(names.codes(metadata.authors))
    sections.append(names.code(metadata.section))
    tags.append(names.codes(metadata.tags))
    topics.append(names.codes(document.topics.map(\.name)))
    mentions.append(
      document.mentions.map { place.entity($0.entity) }.filter { $0 != CodeColumn.missing })
    addresses.append(names.code(metadata.url))
    languages.append(names.code(metadata.language))
    words.append(document.wordCount(of: 0..<document.tokens.count))
    others.add(metadata.other, row: place.row, names: &names)
  }

  /// Adds where else the texts of documents were found, by the ids of the documents.
  mutating func add(copies places: [String: [String]], names: inout StringPoolBuilder) {
    var byCode: [UInt32: [UInt32]] = [:]
    for (id, places) in places { byCode[names.code(id)] = names.codes(places) }
    var rows = ListRows()
    for id in ids { rows.append(byCode[id] ?? []) }
    copies = rows
  }

  func addColumns(to columns: inout ColumnWriter) {
    let table = Table.documents
    columns.builder.setRows(of: table, count: count, regions: Regions(starts: starts, ends: ends))
    columns.addName("id", of: table, "the name that citations use", ids)
    columns.addName("title", of: table, "the title", titles)
    columns.addDate("date", of: table, "the day of publication", days)
    columns.addName("outlet", of: table, "who published it", outlets)
    columns.addNames("author", of: table, "who wrote it", authors)
    columns.addName("section", of: table, "the section of the outlet", sections)
    columns.addNames("tags", of: table, "categories given by the source", tags)
    columns.addNames("topic", of: table, "what it is about", topics)
    columns.addReferences(
      "mention", of: table, to: .entities, "who and what is named in it", mentions)
    columns.addName("url", of: table, "where it was found", addresses)
    columns.addName("language", of: table, "the language of the text", languages)
    columns.addNumber("words", of: table, "the number of words", words)
    columns.builder.addRegionText("text", of: table, summary: "the running text")
    if let copies {
      columns.addNames("copies", of: table, "where else its text was found", copies)
    }
    others.addColumns(count: count, to: &columns)
  }
}

/// The fields of the sources that have no meaning of their own here, each an attribute.
private struct OtherFields {

  /// The documents that have a field, with its value.
  private struct Field {
    let name: String
    var rows: [UInt32] = []
    var values: [UInt32] = []
  }

  private var fields: [Field] = []
  private var numbers: [String: Int] = [:]

  /// Adds the fields of a document.
  mutating func add(
    _ own: [(key: String, value: String)], row: UInt32, names: inout StringPoolBuilder
  ) {
    for (name, (_, value)) in zip(SourceField.attributes(own), own) {
      let number = numbers[name] ?? fields.count
      if number == fields.count {
        numbers[name] = number
        fields.append(Field(name: name))
      }
      fields[number].rows.append(row)
      fields[number].values.append(names.code(value))
    }
  }

  func addColumns(count: Int, to columns: inout ColumnWriter) {
    for field in fields {
      var raw = [UInt32](repeating: CodeColumn.missing, count: count)
      for (row, value) in zip(field.rows, field.values) { raw[Int(row)] = value }
      columns.addName(field.name, of: .documents, "a field of the source", raw)
    }
  }
}

extension Day {

  /// Creates the day of a calendar date; `missing` for none.
  init(_ day: CalendarDay?) {
    guard let day else {
      self = .missing
      return
    }
    self.init(year: day.year, month: day.month, day: day.day)
  }
}

extension AnnotatedDocument {

  /// Returns the number of tokens in a run that are no punctuation.
  func wordCount(of range: Range<Int>) -> Int32 {
    // A token that is lent is not copied, nor its lemma retained.
    let tokens = tokens.span
    var count = 0
    for index in range {
      let tag = tokens[index].partOfSpeech
      count += tag != .punct && tag != .sym ? 1 : 0
    }
    return Int32(clamping: count)
  }

  /// Returns the run of tokens that lie in a range of bytes, wholly or in part.
  ///
  /// - Complexity: O(log *n*).
  func tokens(in range: ByteRange) -> Range<Int> {
    let first = firstToken { $0.range.end > range.start }
    return first..<max(first, firstToken { $0.range.start >= range.end })
  }

  /// Returns the first token of which `isReached`, which is false before and true from there on.
  private func firstToken(where isReached: (Token) -> Bool) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if isReached(tokens[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
