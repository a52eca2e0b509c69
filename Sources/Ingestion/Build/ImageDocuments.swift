package import Annotation
package import CorpusStore

/// The annotated documents of a corpus that carries what its tables do not hold.
package struct ImageDocuments: DocumentSource {

  /// The name under which a corpus carries its documents without their texts and tokens.
  package static let attachment = "documents"

  private let corpus: Corpus
  private let records: FrozenArray<UInt8>
  /// Where each record starts; one entry more than there are documents.
  private let offsets: [Int]
  private let tags: [String: PartOfSpeech]

  /// Finds the documents of a corpus; nil where it does not carry them, or they are damaged.
  package init?(_ corpus: Corpus) {
    guard let attached = corpus.attachment(Self.attachment) else { return nil }
    self.corpus = corpus
    records = attached
    var offsets = [0]
    while let offset = offsets.last, offset < attached.count {
      let header = attached.extracting(
        offset..<min(attached.count, offset + RecordFrame.headerLength))
      guard let (length, _) = try? RecordFrame.header(Array(header)[...]),
        length <= attached.count - offset - RecordFrame.headerLength
      else { return nil }
      offsets.append(offset + RecordFrame.headerLength + length)
    }
    guard offsets.count == corpus.rowCount(of: .documents) + 1 else { return nil }
    self.offsets = offsets
    tags = Dictionary(uniqueKeysWithValues: PartOfSpeech.allCases.map { ($0.name, $0) })
  }

  /// Returns what the attachment holds of a document.
  static func record(of document: AnnotatedDocument) -> [UInt8] {
    var writer = RecordWriter()
    DocumentRecord.append(document, .withoutTokens, to: &writer)
    return RecordFrame.framed(writer.bytes)
  }

  /// Whether each record is as it was written.
  package var isSound: Bool {
    (0..<documentCount).allSatisfy { (try? record(of: $0)) != nil }
  }

  package var documentCount: Int { offsets.count - 1 }

  package var tokenCount: Int { corpus.tokens.count }

  package var textByteCount: Int { corpus.text.bytes.count }

  package func entities(of index: Int) throws(ArchiveError) -> [DocumentEntity] {
    var reader = RecordReader(try record(of: index))
    do { return try DocumentRecord.entities(&reader) } catch { throw .damaged }
  }

  /// Calls a function with the text of each document, and where it comes from.
  func forEachText(_ body: (_ text: [UInt8], _ origin: DuplicateFinder.Origin) -> Void) {
    let (ids, addresses, outlets) = (names("id"), names("url"), names("outlet"))
    let titles = names("title")
    let days: FrozenArray<Day>? =
      if case .dates(let column) = corpus.column("date", of: .documents) { column.values } else {
        nil
      }
    for index in 0..<documentCount {
      let bounds = Int(corpus.text.documents[index])..<Int(corpus.text.documents[index + 1])
      guard let id = ids(index) else { continue }
      let day = days?[index] ?? .missing
      body(
        Array(corpus.text.bytes.extracting(bounds)),
        DuplicateFinder.Origin(
          name: id, address: addresses(index), outlet: outlets(index), day: day,
          title: titles(index), metadata: DocumentMetadata(id: id, origin: "")))
    }
  }

  /// Returns what the source of a document gave of it, where that is told; all where it cannot be read.
  func layers(of index: Int, like given: GivenLayers?) -> GivenKinds {
    guard let document = try? document(index) else { return [.words, .names, .quotes] }
    return GivenKinds(of: document, like: given)
  }

  /// Returns what is known of a document, told or found; nil where it cannot be read.
  func known(of index: Int) -> DocumentMetadata? { try? metadata(of: index) }

  package func metadata(of index: Int) throws(ArchiveError) -> DocumentMetadata {
    var reader = RecordReader(try record(of: index))
    do { return try DocumentRecord.known(&reader) } catch { throw .damaged }
  }

  /// Returns what the source of a document told of it, apart from what was found in its text; nil where
  /// it cannot be read.
  func copy(of index: Int) -> SourceCopy? {
    guard let document = try? document(index) else { return nil }
    var metadata = document.metadata
    if metadata.outlet == metadata.url.flatMap(DocumentMetadata.host) { metadata.outlet = nil }
    let head = metadata
    let isGiven = document.givenWords != nil
    // What the layout of a text tells is found once more wherever that is read.
    var bare = AnnotatedDocument(
      text: document.text, metadata: DocumentMetadata(id: metadata.id, origin: metadata.origin))
    if !isGiven { LayoutAnnotator().annotate(&bare) }
    let found = bare.metadata
    if metadata.title == found.title { metadata.title = nil }
    if metadata.date == found.date { metadata.date = nil }
    if metadata.outlet == found.outlet { metadata.outlet = nil }
    if metadata.authors == found.authors { metadata.authors = [] }
    if metadata.section == found.section { metadata.section = nil }
    if metadata.tags == found.tags { metadata.tags = [] }
    return SourceCopy(metadata, head: head)
  }

  /// Whether names were looked for in the documents.
  package var isAnnotated: Bool { corpus.rowCount(of: .mentions) > 0 }

  /// Returns a document as its source and copies of it tell of it, to be annotated anew; nil where its
  /// source gives words, names or quotes, which an image does not hold as they came, or where the copies
  /// tell nothing that it does not.
  package func refilled(_ index: Int, from copies: [SourceCopy]) -> SourceDocument? {
    guard let document = try? document(index), document.givenWords == nil,
      document.emptyLayers.isEmpty,
      !document.mentions.contains(where: \.isGiven), !document.quotes.contains(where: \.isGiven),
      let own = copy(of: index)
    else { return nil }
    let source = SourceDocument(text: document.text, metadata: own.metadata)
    let filled = source.filled(from: copies)
    return filled == source ? nil : filled
  }

  /// Returns what tells an attribute of a document, which may have none.
  private func names(_ attribute: String) -> (Int) -> String? {
    guard case .codes(let column) = corpus.column(attribute, of: .documents) else {
      return { _ in nil }
    }
    return { index in
      let code = column.values[index]
      return code == CodeColumn.missing ? nil : corpus.pool[column.dictionary.symbol(of: code)]
    }
  }

  package func byteCount(of index: Int) -> Int {
    let documents = corpus.text.documents
    return offsets[index + 1] - offsets[index] + Int(documents[index + 1]) - Int(documents[index])
  }

  package func stored(_ index: Int) throws(ArchiveError) -> StoredDocument {
    let record = try record(of: index)
    var reader = RecordReader(record)
    let start = Int(corpus.text.documents[index])
    let bytes = Array(
      corpus.text.bytes.extracting(start..<Int(corpus.text.documents[index + 1])))
    do {
      let document = try DocumentRecord.document(
        &reader, text: bytes, tokens: try tokens(of: index, textStart: start))
      return StoredDocument(document, record: Array(record))
    } catch { throw .damaged }
  }

  private func record(of index: Int) throws(ArchiveError) -> ArraySlice<UInt8> {
    let framed = Array(records.extracting(offsets[index]..<offsets[index + 1]))
    do { return try RecordFrame.record(in: framed[...], at: 0).record } catch { throw .damaged }
  }

  private func tokens(of index: Int, textStart: Int) throws(RecordError) -> [Token] {
    guard let regions = corpus.regions(of: .documents) else { throw RecordError() }
    let (lemmas, parts) = (corpus.tokens.lemmas, corpus.tokens.partsOfSpeech)
    var result: [Token] = []
    for row in regions.tokens(of: RowID(UInt32(index))) {
      guard let start = UInt32(exactly: corpus.tokens.start(of: row) - textStart),
        let end = UInt32(exactly: corpus.tokens.end(of: row) - textStart),
        let tag = tags[corpus.pool[parts.dictionary.symbol(of: parts.values[row])]]
      else { throw RecordError() }
      var token = Token(ByteRange(start, end))
      token.lemma = corpus.pool[lemmas.dictionary.symbol(of: lemmas.values[row])]
      token.partOfSpeech = tag
      result.append(token)
    }
    return result
  }
}
