package import Annotation

/// Annotated documents that lie somewhere outside, each of which can be had by its number.
package protocol DocumentSource: Sendable {

  /// How many there are.
  var documentCount: Int { get }

  /// How many tokens they have in all.
  var tokenCount: Int { get }

  /// How many bytes of text they have in all.
  var textByteCount: Int { get }

  /// About how many bytes a document takes where it lies.
  func byteCount(of index: Int) -> Int

  /// Returns what a document names.
  func entities(of index: Int) throws(ArchiveError) -> [DocumentEntity]

  /// Returns what is known of a document.
  func metadata(of index: Int) throws(ArchiveError) -> DocumentMetadata

  /// Returns a document with what is kept of it; several threads ask at the same time.
  func stored(_ index: Int) throws(ArchiveError) -> StoredDocument
}

extension DocumentSource {

  /// Returns a document.
  package func document(_ index: Int) throws(ArchiveError) -> AnnotatedDocument {
    try stored(index).document
  }
}

/// An annotated document, with the record that an image carries of it.
package struct StoredDocument: Sendable {

  /// The document.
  package var document: AnnotatedDocument

  /// The document without its text and tokens, with its frame; nil where that has yet to be made.
  let framedRecord: [UInt8]?

  /// Creates a document of which there is a record, without a frame, or none.
  init(_ document: AnnotatedDocument, record: [UInt8]? = nil) {
    self.document = document
    framedRecord = record.map { RecordFrame.framed($0) }
  }
}
