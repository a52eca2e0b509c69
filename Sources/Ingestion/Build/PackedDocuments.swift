package import Annotation

/// Annotated documents in memory as their records, which take a fraction of the room.
package struct PackedDocuments: DocumentSource {

  private var records: [[UInt8]] = []
  package private(set) var tokenCount = 0
  package private(set) var textByteCount = 0

  /// Creates a source of no documents.
  package init() {}

  /// Adds documents.
  package mutating func append(_ documents: [AnnotatedDocument]) {
    for document in documents {
      var writer = RecordWriter()
      DocumentRecord.append(document, .whole, to: &writer)
      records.append(writer.bytes)
      tokenCount += document.tokens.count
      textByteCount += document.text.bytes.count
    }
  }

  package var documentCount: Int { records.count }

  package func byteCount(of index: Int) -> Int { records[index].count }

  package func entities(of index: Int) throws(ArchiveError) -> [DocumentEntity] {
    var reader = RecordReader(records[index][...])
    do { return try DocumentRecord.entities(&reader) } catch { throw .damaged }
  }

  package func metadata(of index: Int) throws(ArchiveError) -> DocumentMetadata {
    var reader = RecordReader(records[index][...])
    do { return try DocumentRecord.known(&reader) } catch { throw .damaged }
  }

  package func stored(_ index: Int) throws(ArchiveError) -> StoredDocument {
    var reader = RecordReader(records[index][...])
    do {
      let (document, layers) = try DocumentRecord.stored(&reader)
      return StoredDocument(document, record: Array(records[index].prefix(layers)))
    } catch { throw .damaged }
  }
}
