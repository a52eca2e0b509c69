internal import Annotation
internal import CorpusStore
internal import Ingestion

/// The documents of a corpus as they are written: under the names of the whole corpus, with the
/// corrections that apply, and with texts that need no repair any more.
struct ExportedDocuments {

  /// The corpus, with its corrections.
  let corpus: Corpus

  private let sources: [any DocumentSource]
  private var source = 0
  private var next = 0
  private var row = 0
  private var quoteRow = 0
  private var mentionRow = 0
  private let columns: NamedColumns
  private let uncorrected: NamedColumns

  /// Creates the documents of a corpus that was made of `sources`.
  ///
  /// - Parameters:
  ///   - corpus: The corpus, with its corrections.
  ///   - uncorrected: The corpus without them.
  ///   - sources: What both were made of.
  init(_ corpus: Corpus, uncorrected: Corpus, _ sources: [any DocumentSource]) {
    self.corpus = corpus
    self.sources = sources
    columns = NamedColumns(corpus)
    self.uncorrected = NamedColumns(uncorrected)
  }

  /// Returns the next document; nil behind the last.
  mutating func document() throws(ArchiveError) -> AnnotatedDocument? {
    while source < sources.count, next == sources[source].documentCount {
      source += 1
      next = 0
    }
    guard source < sources.count else { return nil }
    defer { next += 1 }
    return named(try sources[source].document(next))
  }

  /// Returns the names of the fields that have no meaning of their own, of all documents, in the order
  /// in which they are met.
  func fieldNames() throws(ArchiveError) -> [String] {
    var names: [String] = []
    var (seen, row) = (Set<String>(), 0)
    for source in sources {
      for index in 0..<source.documentCount {
        for field in known(try source.metadata(of: index), row).other
        where seen.insert(field.key).inserted {
          names.append(field.key)
        }
        row += 1
      }
    }
    return names
  }

  /// What is known of the document of a row, as it is written.
  private func known(_ stored: DocumentMetadata, _ row: Int) -> DocumentMetadata {
    var metadata = stored
    metadata.id = columns.text("id", .documents, row) ?? metadata.id
    metadata.other.removeAll(where: DocumentMetadata.isListOfCopies)
    metadata.other = SourceField.written(metadata)
    if let copies = columns.copies(row) { metadata.other.append(("copies", copies)) }
    return metadata
  }

  private mutating func named(_ stored: AnnotatedDocument) -> AnnotatedDocument {
    var document = AnnotatedDocument(
      text: NormalizedText(
        bytes: stored.text.bytes, originalBytes: stored.text.bytes, edits: [], repairs: []),
      metadata: known(stored.metadata, row))
    document.blocks = stored.blocks
    document.sentences = stored.sentences
    document.tokens = stored.tokens
    document.givenWords = stored.givenWords
    document.emptyLayers = stored.emptyLayers
    document.mentions = stored.mentions
    document.quotes = stored.quotes
    document.topics = stored.topics
    var entities = NamedEntities(columns)
    for index in document.mentions.indices {
      document.mentions[index].entity = entities.number(
        columns.row("entity", .mentions, mentionRow + index))
    }
    for index in document.quotes.indices {
      let row = quoteRow + index
      document.quotes[index].speaker = entities.number(columns.row("speaker", .quotes, row))
      document.quotes[index].addressee = entities.number(columns.row("addressee", .quotes, row))
      document.quotes[index].cueLemma = columns.text("cue", .quotes, row)
      document.quotes[index].kind =
        columns.text("kind", .quotes, row).flatMap(Quote.Kind.init) ?? document.quotes[index].kind
      if columns.row("speaker", .quotes, row) != uncorrected.row("speaker", .quotes, row) {
        let name = document.quotes[index].speaker.map { entities.all[Int($0)].name }
        document.quotes[index].reasons.removeAll { $0.hasPrefix("speaker: ") }
        document.quotes[index].reasons.append(
          "speaker: \(name ?? "nobody"), corrected by hand")
      }
    }
    document.entities = stored.entities
    document.renameTopics(
      zip(stored.mentions, document.mentions).compactMap { old, new in
        guard let old = old.entity, let new = new.entity else { return nil }
        return (entity: Int(old), name: entities.all[Int(new)].name)
      })
    document.entities = entities.all
    row += 1
    quoteRow += document.quotes.count
    mentionRow += document.mentions.count
    return document
  }
}

/// The entities that a document names, as the corpus knows them, in the order in which they are met.
private struct NamedEntities {

  private let columns: NamedColumns
  private(set) var all: [DocumentEntity] = []
  private var numbers: [Int: UInt32] = [:]

  init(_ columns: NamedColumns) { self.columns = columns }

  /// The number in the document of an entity of the corpus.
  mutating func number(_ row: Int?) -> UInt32? {
    guard let row else { return nil }
    if let number = numbers[row] { return number }
    guard let name = columns.text("name", .entities, row) else { return nil }
    let type = columns.text("type", .entities, row).flatMap(EntityType.init) ?? .person
    let number = UInt32(all.count)
    numbers[row] = number
    all.append(
      DocumentEntity(
        name: name, type: type, aliases: columns.texts("aliases", .entities, row),
        roles: columns.texts("roles", .entities, row)))
    return number
  }
}

/// The values of a corpus by attribute and row.
struct NamedColumns {

  private let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// The string at an attribute of a row; nil where there is none.
  func text(_ attribute: String, _ table: Table, _ row: Int) -> String? {
    guard case .codes(let column) = corpus.column(attribute, of: table),
      row < column.values.endIndex
    else { return nil }
    let code = column.values[row]
    guard code != CodeColumn.missing else { return nil }
    return corpus.pool[column.dictionary.symbol(of: code)]
  }

  /// The strings at an attribute of many values.
  func texts(_ attribute: String, _ table: Table, _ row: Int) -> [String] {
    guard case .codeLists(let column) = corpus.column(attribute, of: table) else { return [] }
    return column.codes(of: RowID(UInt32(row))).map {
      corpus.pool[column.dictionary.symbol(of: $0)]
    }
  }

  /// The row that an attribute refers to; nil where there is none.
  func row(_ attribute: String, _ table: Table, _ row: Int) -> Int? {
    guard case .codes(let column) = corpus.column(attribute, of: table),
      row < column.values.endIndex
    else { return nil }
    let code = column.values[row]
    return code == CodeColumn.missing ? nil : Int(column.dictionary.row(of: code).rawValue)
  }

  /// The day at an attribute of a row; nil where there is none.
  func day(_ attribute: String, _ table: Table, _ row: Int) -> CalendarDay? {
    guard case .dates(let column) = corpus.column(attribute, of: table) else { return nil }
    let day = column.values[row]
    guard day != .missing else { return nil }
    let (year, month, number) = day.civil
    return CalendarDay(year: year, month: month, day: number)
  }

  /// The fields of the sources that have no meaning of their own, of a document.
  func others(_ row: Int) -> [(key: String, value: String)] {
    otherNames.compactMap { name in
      let value = name == "copies" ? copies(row) : text(name, .documents, row)
      return value.map { (key: name, value: $0) }
    }
  }

  /// Where else the text of a document was found; a semicolon at the end tells the list from what a
  /// source may call so, when it is read back.
  func copies(_ row: Int) -> String? {
    DocumentFields.list(texts("copies", .documents, row)).map {
      $0.hasSuffix(";") ? $0 : $0 + ";"
    }
  }

  /// Whether any text was found elsewhere, too.
  private var hasCopies: Bool {
    guard case .codeLists(let column) = corpus.column("copies", of: .documents) else {
      return false
    }
    return column.dictionary.count > 0
  }

  /// The names of the fields of the sources that have no meaning of their own, and of that which
  /// says where else a text was found.
  var otherNames: [String] {
    corpus.schema.attributes(of: .documents)
      .filter { $0.summary == "a field of the source" || $0.name == "copies" && hasCopies }
      .map(\.name)
  }
}
