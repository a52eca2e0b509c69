internal import Annotation
internal import CorpusStore

/// The words and marks, with the entities that they name, while documents are added.
struct TokenRows: ~Copyable {

  private var store: TokenStoreBuilder
  private var entities: [UInt32] = []
  /// The documents that have tokens, and where those of each start.
  private var documents: [UInt32] = []
  private var documentStarts: [UInt32] = []

  /// Creates the rows, and puts the names of all parts of speech into the pool.
  init(_ pool: inout StringPoolBuilder) {
    store = TokenStoreBuilder(tags: PartOfSpeech.allCases.map { pool.intern($0.name) })
  }

  /// The number of tokens so far.
  var count: Int { store.count }

  mutating func reserve(_ count: Int) {
    store.reserve(count)
    entities.reserveCapacity(count)
  }

  /// Adds the tokens of a document.
  ///
  /// - Returns: The folded form of each.
  mutating func add(
    _ document: AnnotatedDocument, _ place: DocumentPlace, pool: inout StringPoolBuilder
  ) -> [UInt32] {
    var folds: [UInt32] = []
    var added: [NewToken] = []
    folds.reserveCapacity(document.tokens.count)
    added.reserveCapacity(document.tokens.count)
    let text = document.text.bytes.span
    let tokens = document.tokens.span
    for index in tokens.indices {
      let range = tokens[index].range
      let word = pool.intern(text.extracting(Int(range.start)..<Int(range.end)))
      let lemma = tokens[index].lemma.isEmpty ? word : pool.intern(tokens[index].lemma)
      added.append(
        NewToken(
          word: word, lemma: lemma, tag: tokens[index].partOfSpeech.rawValue,
          start: place.textStart + range.start))
      folds.append(pool.fold(of: word).rawValue)
    }
    store.append(contentsOf: added)
    if !document.tokens.isEmpty {
      documents.append(place.row)
      documentStarts.append(place.tokenStart)
    }
    addEntities(of: document, place)
    return folds
  }

  private mutating func addEntities(of document: AnnotatedDocument, _ place: DocumentPlace) {
    let first = entities.count
    entities.append(
      contentsOf: repeatElement(CodeColumn.missing, count: document.tokens.count))
    for mention in document.mentions {
      let entity = place.entity(mention.entity)
      for token in mention.firstToken..<mention.endToken { entities[first + Int(token)] = entity }
    }
  }

  consuming func addColumns(to columns: inout ColumnWriter) {
    let starts = documentStarts + [UInt32(store.count)]
    columns.builder.setTokens(store)
    columns.addReference("entity", of: .tokens, to: .entities, "what the word names", entities)
    columns.builder.add(
      "document", of: .tokens, type: .reference(.documents), summary: "the document it stands in",
      column: .codes(
        CodeColumn(stretches: documents, starts: starts, domain: .rows(.documents))))
  }
}
