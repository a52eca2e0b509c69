internal import Annotation
internal import CorpusStore

extension CorpusAssembler {

  /// Adds the documents and all that is known of them beside their text.
  mutating func addDocuments() {
    let starts = Array(tokenStarts.dropLast())
    let ends = Array(tokenStarts.dropFirst())
    builder.setRows(
      of: .documents, count: documents.count, regions: Regions(starts: starts, ends: ends))
    let metadata = documents.map(\.metadata)
    addName("id", "the name that citations use", metadata.map(\.id))
    addName("title", "the title", metadata.map(\.title))
    builder.add(
      "date", of: .documents, type: .date, summary: "the day of publication",
      column: .dates(DateColumn(metadata.map { Day($0.date) })))
    addName("outlet", "who published it", metadata.map(\.outlet))
    addNames("author", "who wrote it", metadata.map(\.authors))
    addName("section", "the section of the outlet", metadata.map(\.section))
    addNames("tags", "categories given by the source", metadata.map(\.tags))
    addNames("topic", "what it is about", documents.map { $0.topics.map(\.name) })
    addDocumentMentions()
    addName("url", "where it was found", metadata.map(\.url))
    addName("language", "the language of the text", metadata.map(\.language))
    builder.add(
      "words", of: .documents, type: .integer, summary: "the number of words",
      column: .integers(IntegerColumn(documents.map { $0.wordCount(of: 0..<$0.tokens.count) })))
    builder.addRegionText("text", of: .documents, summary: "the running text")
    addOtherMetadata(metadata)
  }

  private mutating func addName(_ name: String, _ summary: String, _ values: [String?]) {
    builder.add(
      name, of: .documents, type: .name, summary: summary,
      column: .codes(CodeColumn(values.map { symbol($0) }, domain: .symbols)))
  }

  private mutating func addNames(_ name: String, _ summary: String, _ values: [[String]]) {
    builder.add(
      name, of: .documents, type: .name, isMany: true, summary: summary,
      column: .codeLists(CodeListColumn(values.map { symbols($0) }, domain: .symbols)))
  }

  private mutating func addDocumentMentions() {
    let rows = documents.indices.map { index in
      documents[index].mentions.map { entity($0.entity, in: index) }
        .filter { $0 != CodeColumn.missing }
    }
    builder.add(
      "mention", of: .documents, type: .reference(.entities), isMany: true,
      summary: "who and what is named in it",
      column: .codeLists(CodeListColumn(rows, domain: .rows(.entities))))
  }

  /// Adds an attribute for each field of the sources that has no meaning of its own here.
  private mutating func addOtherMetadata(_ metadata: [DocumentMetadata]) {
    var keys: [String] = []
    for key in metadata.flatMap({ $0.other.map(\.key) }) where !keys.contains(key) {
      keys.append(key)
    }
    for key in keys {
      addName(
        key, "a field of the source",
        metadata.map { document in document.other.first { $0.key == key }?.value })
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
    Int32(clamping: tokens[range].count { $0.partOfSpeech != .punct && $0.partOfSpeech != .sym })
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
