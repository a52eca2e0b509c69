internal import Annotation
internal import CorpusStore

/// The words and marks, with the entities that they name, while documents are added.
struct TokenRows {

  private let tags: [UInt32]
  private var words: [UInt32] = []
  private var folds: [UInt32] = []
  private var lemmas: [UInt32] = []
  private var tagCodes: [UInt32] = []
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var entities: [UInt32] = []
  private var documents: [UInt32] = []

  /// Creates the rows, and puts the names of all parts of speech into the pool.
  init(_ pool: inout StringPoolBuilder) {
    tags = PartOfSpeech.allCases.map { pool.intern($0.name).rawValue }
  }

  /// The number of tokens so far.
  var count: Int { starts.count }

  mutating func reserve(_ count: Int) {
    words.reserveCapacity(count)
    folds.reserveCapacity(count)
    lemmas.reserveCapacity(count)
    tagCodes.reserveCapacity(count)
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
    entities.reserveCapacity(count)
    documents.reserveCapacity(count)
  }

  /// Adds the tokens of a document.
  ///
  /// - Returns: The folded form of each.
  mutating func add(
    _ document: AnnotatedDocument, _ place: DocumentPlace, pool: inout StringPoolBuilder
  ) -> ArraySlice<UInt32> {
    let first = count
    for token in document.tokens {
      let range = Int(token.range.start)..<Int(token.range.end)
      let word = pool.intern(document.text.bytes.span.extracting(range))
      words.append(word.rawValue)
      folds.append(pool.fold(of: word).rawValue)
      lemmas.append(token.lemma.isEmpty ? word.rawValue : pool.intern(token.lemma).rawValue)
      tagCodes.append(tags[Int(token.partOfSpeech.rawValue)])
      starts.append(place.textStart + token.range.start)
      ends.append(place.textStart + token.range.end)
    }
    documents.append(contentsOf: repeatElement(place.row, count: document.tokens.count))
    addEntities(of: document, place, first)
    return folds[first...]
  }

  private mutating func addEntities(
    of document: AnnotatedDocument, _ place: DocumentPlace, _ first: Int
  ) {
    entities.append(
      contentsOf: repeatElement(CodeColumn.missing, count: document.tokens.count))
    for mention in document.mentions {
      let entity = place.entity(mention.entity)
      for token in mention.firstToken..<mention.endToken { entities[first + Int(token)] = entity }
    }
  }

  func addColumns(to columns: inout ColumnWriter) {
    columns.builder.setTokens(
      TokenStore(
        words: words, folds: folds, lemmas: lemmas, partsOfSpeech: tagCodes, starts: starts,
        ends: ends))
    columns.addReference("entity", of: .tokens, to: .entities, "what the word names", entities)
    columns.addDocument(of: .tokens, documents)
  }
}
