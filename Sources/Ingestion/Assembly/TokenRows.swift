internal import Annotation
internal import CorpusStore

/// The words and marks, with the entities that they name, while documents are added.
struct TokenRows: ~Copyable {

  private var store: TokenStoreBuilder
  private var entities: [UInt32] = []
  private var documents: [UInt32] = []

  /// Creates the rows, and puts the names of all parts of speech into the pool.
  init(_ pool: inout StringPoolBuilder) {
    store = TokenStoreBuilder(tags: PartOfSpeech.allCases.map { pool.intern($0.name) })
  }

  /// The number of tokens so far.
  var count: Int { store.count }

  mutating func reserve(_ count: Int) {
    entities.reserveCapacity(count)
    documents.reserveCapacity(count)
  }

  /// Adds the tokens of a document.
  ///
  /// - Returns: The folded form of each.
  mutating func add(
    _ document: AnnotatedDocument, _ place: DocumentPlace, pool: inout StringPoolBuilder
  ) -> [UInt32] {
    var folds: [UInt32] = []
    folds.reserveCapacity(document.tokens.count)
    for token in document.tokens {
      let range = Int(token.range.start)..<Int(token.range.end)
      let word = pool.intern(document.text.bytes.span.extracting(range))
      let lemma = token.lemma.isEmpty ? word : pool.intern(token.lemma)
      store.append(
        word: word, lemma: lemma, tag: token.partOfSpeech.rawValue,
        start: place.textStart + token.range.start)
      folds.append(pool.fold(of: word).rawValue)
    }
    documents.append(contentsOf: repeatElement(place.row, count: document.tokens.count))
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
    columns.builder.setTokens(store)
    columns.addReference("entity", of: .tokens, to: .entities, "what the word names", entities)
    columns.addDocument(of: .tokens, documents)
  }
}
