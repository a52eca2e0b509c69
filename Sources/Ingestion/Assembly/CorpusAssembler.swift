public import Annotation
public import CorpusStore

/// Puts annotated documents into the tables of a corpus, one document after the other.
///
/// What is kept of a document is its rows, so that it can be let go when it has been added. The
/// attributes that queries can name are added table by table, each in the file of its table: a new
/// attribute goes into one of them and nowhere else.
public struct CorpusAssembler: ~Copyable {

  private var builder = CorpusBuilder()
  private var names = StringPoolBuilder()
  private var text = TextRows()
  private var tokens: TokenRows
  private var documents = DocumentRows()
  private var paragraphs = RegionRows()
  private var sentences = RegionRows()
  private var quotes = QuoteRows()
  private var mentions = MentionRows()
  private var entities = EntityTally()
  private var topics = ValueTally()
  private var outlets = ValueTally()
  private var authors = ValueTally()
  private let resolved: [DocumentEntity]

  /// Creates an assembler of no documents yet.
  ///
  /// - Parameter entities: The entities of the corpus, to which those of the documents lead.
  public init(entities: [DocumentEntity]) {
    resolved = entities
    tokens = TokenRows(&builder.pool)
  }

  /// Returns the corpus of `documents`, in their order.
  ///
  /// - Precondition: `resolution` belongs to `documents`, and the corpus has room for all of them.
  public static func assemble(
    _ documents: [AnnotatedDocument], resolution: CorpusIdentity.Resolution, name: String
  ) -> Corpus {
    var assembler = CorpusAssembler(entities: resolution.entities)
    for (document, entities) in zip(documents, resolution.indices) {
      assembler.add(document, entities: entities)
    }
    return assembler.finish(name: name)
  }

  /// Makes room for a number of tokens and bytes of text, so that columns need not grow.
  public mutating func reserve(tokens tokenCount: Int, textBytes: Int) {
    tokens.reserve(tokenCount)
    text.reserve(textBytes)
  }

  /// Adds bytes that the corpus carries without knowing what they are.
  package mutating func attach(_ name: String, _ bytes: FrozenArray<UInt8>) {
    builder.attach(name, bytes)
  }

  /// Whether a document can be added: positions have 32 bits.
  public func hasRoom(for document: AnnotatedDocument) -> Bool {
    let limit = Int(Int32.max)
    return text.count + document.text.bytes.count < 2 * limit
      && tokens.count + document.tokens.count < 2 * limit
      && quotes.count + document.quotes.count < limit
      && mentions.count + document.mentions.count < limit
      && max(mentions.reasonByteCount, quotes.reasonByteCount) < limit
  }

  /// Adds a document behind those that are there.
  ///
  /// - Precondition: there is room for it.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - numbers: For each of its entities, the entity of the corpus.
  public mutating func add(_ document: AnnotatedDocument, entities numbers: [UInt32]) {
    var document = document
    document.renameTopics(
      numbers.enumerated().compactMap { entity, number in
        number < resolved.count ? (entity: entity, name: resolved[Int(number)].name) : nil
      })
    let place = DocumentPlace(
      row: UInt32(documents.count), textStart: UInt32(text.count),
      tokenStart: UInt32(tokens.count), entities: numbers)
    let folds = tokens.add(document, place, pool: &builder.pool)
    text.add(document.text)
    documents.add(document, place, names: &names)
    paragraphs.add(document.paragraphs, of: document, place)
    sentences.add(
      document.sentences.map { Int($0.firstToken)..<Int($0.endToken) }, of: document, place)
    quotes.add(document, place, folds: folds, names: &names)
    mentions.add(document, place, names: &names)
    entities.add(document, place)
    topics.addTopics(of: document)
    outlets.add(document.metadata.outlet.map { [$0] } ?? [], quotes: document.quotes.count)
    authors.add(document.metadata.authors, quotes: document.quotes.count)
  }

  /// Ends the assembly.
  ///
  /// - Parameters:
  ///   - name: What the corpus is called in headers.
  ///   - copies: Where else the texts of documents were found, by the ids of the documents; nil where
  ///     nobody has looked for that.
  /// - Returns: The corpus of all documents added.
  public consuming func finish(name: String, copies: [String: [String]]? = nil) -> Corpus {
    if let copies { documents.add(copies: copies, names: &names) }
    let (wordings, outer, owners) = (quotes.wordings, quotes.outer, quotes.documents)
    let wordCount = builder.pool.count
    let pending = Pending(isWorthThread: quotes.count > 1_000) {
      QuoteFamilies(wordings.rareFirst(poolCount: wordCount), outer: outer, documents: owners)
    }
    var columns = ColumnWriter(builder, names: names)
    tokens.addColumns(to: &columns)
    documents.addColumns(to: &columns)
    paragraphs.addColumns(of: .paragraphs, to: &columns)
    sentences.addColumns(of: .sentences, to: &columns)
    let families = pending.value()
    quotes.addColumns(families: families, to: &columns)
    mentions.addColumns(entities: resolved, to: &columns)
    entities.addColumns(entities: resolved, to: &columns)
    topics.addColumns(of: .topics, "the topic", to: &columns)
    outlets.addColumns(of: .outlets, "the outlet", to: &columns)
    authors.addColumns(of: .authors, "the author", to: &columns)
    FamilyRows(families, quotes: quotes, documents: documents, text: text)
      .addColumns(to: &columns)
    columns.builder.setText(text.store())
    return columns.finish(name: name)
  }
}

/// Where a document stands in the corpus that is put together.
struct DocumentPlace {

  /// The row of the document.
  let row: UInt32
  /// Where its text starts in the text of the corpus.
  let textStart: UInt32
  /// Where its tokens start among those of the corpus.
  let tokenStart: UInt32
  /// For each of its entities, the entity of the corpus.
  let entities: [UInt32]

  /// Returns the corpus's row of a document's entity, or the mark of none.
  func entity(_ index: UInt32?) -> UInt32 {
    guard let index, Int(index) < entities.count else { return CodeColumn.missing }
    return entities[Int(index)]
  }
}
