package import Annotation

/// Annotated documents in memory.
package struct MemoryDocuments: DocumentSource {

  private let documents: [AnnotatedDocument]

  /// Creates a source of these documents.
  package init(_ documents: [AnnotatedDocument]) { self.documents = documents }

  package var documentCount: Int { documents.count }

  package var tokenCount: Int { documents.reduce(0) { $0 + $1.tokens.count } }

  package var textByteCount: Int { documents.reduce(0) { $0 + $1.text.bytes.count } }

  package func entities(of index: Int) throws(ArchiveError) -> [DocumentEntity] {
    documents[index].entities
  }

  package func metadata(of index: Int) throws(ArchiveError) -> DocumentMetadata {
    documents[index].metadata
  }

  package func byteCount(of index: Int) -> Int { documents[index].text.bytes.count }

  package func stored(_ index: Int) throws(ArchiveError) -> StoredDocument {
    StoredDocument(documents[index])
  }
}
