package import Annotation
package import CorpusStore

/// The annotated documents of a corpus that carries what its tables do not hold.
package struct ImageDocuments: DocumentSource {

  /// The name under which a corpus carries its documents without their texts and tokens.
  package static let attachment = "documents"

  private let corpus: Corpus
  private let records: [UInt8]
  /// Where each record starts.
  private let offsets: [Int]
  private let tags: [String: PartOfSpeech]

  /// Finds the documents of a corpus; nil where it does not carry them, or they are damaged.
  package init?(_ corpus: Corpus) {
    guard let attached = corpus.attachment(Self.attachment) else { return nil }
    self.corpus = corpus
    records = Array(attached)
    var offsets: [Int] = []
    var offset = 0
    while offset < records.count {
      guard let record = try? RecordFrame.record(in: records[...], at: offset) else { return nil }
      offsets.append(offset)
      offset = record.end
    }
    guard offsets.count == corpus.rowCount(of: .documents) else { return nil }
    self.offsets = offsets
    tags = Dictionary(uniqueKeysWithValues: PartOfSpeech.allCases.map { ($0.name, $0) })
  }

  /// Returns what the attachment holds of a document.
  static func record(of document: AnnotatedDocument) -> [UInt8] {
    var writer = RecordWriter()
    DocumentRecord.append(document, .withoutTokens, to: &writer)
    return RecordFrame.framed(writer.bytes)
  }

  package var documentCount: Int { offsets.count }

  package var tokenCount: Int { corpus.tokens.count }

  package var textByteCount: Int { corpus.text.bytes.count }

  package func entities(of index: Int) throws(ArchiveError) -> [DocumentEntity] {
    var reader = try reader(of: index)
    do { return try DocumentRecord.entities(&reader) } catch { throw .damaged }
  }

  package func document(_ index: Int) throws(ArchiveError) -> AnnotatedDocument {
    var reader = try reader(of: index)
    let start = Int(corpus.text.documents[index])
    let bytes = Array(
      corpus.text.bytes.extracting(start..<Int(corpus.text.documents[index + 1])))
    do {
      return try DocumentRecord.document(
        &reader, text: bytes, tokens: try tokens(of: index, textStart: start))
    } catch { throw .damaged }
  }

  private func reader(of index: Int) throws(ArchiveError) -> RecordReader {
    do {
      return RecordReader(try RecordFrame.record(in: records[...], at: offsets[index]).record)
    } catch { throw .damaged }
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
