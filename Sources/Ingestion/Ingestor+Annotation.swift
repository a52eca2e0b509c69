public import Annotation
internal import CorpusStore

extension Ingestor {

  /// Annotates documents on all cores.
  ///
  /// - Parameters:
  ///   - documents: The documents as they were read.
  ///   - annotate: Annotates one of them; several threads call it at the same time.
  /// - Returns: The annotated documents in the same order.
  public static func annotate(
    _ documents: [SourceDocument],
    with annotate: @escaping @Sendable (NormalizedText, DocumentMetadata) -> AnnotatedDocument
  ) -> [AnnotatedDocument] {
    let bytes = documents.reduce(0) { $0 + $1.text.bytes.count }
    let threadCount = threadCount(for: bytes, worthwhileAbove: 16 << 10)
    return ParallelMap.run(documents, threadCount: threadCount) {
      annotated($0, with: annotate)
    }
  }

  /// Annotates a document; one of which something is given keeps that, and gets what is not given.
  package static func annotated(
    _ document: SourceDocument,
    with annotate: (NormalizedText, DocumentMetadata) -> AnnotatedDocument
  ) -> AnnotatedDocument {
    published(
      document.given?.document(
        document.text, document.metadata, with: AnnotationPipeline.standardAnnotators)
        ?? annotate(document.text, document.metadata))
  }

  /// Returns a document with the host of its address for an outlet where neither its source nor its
  /// text names one.
  static func published(_ document: AnnotatedDocument) -> AnnotatedDocument {
    guard document.metadata.outlet == nil, let host = document.metadata.publisher else {
      return document
    }
    var document = document
    document.metadata.outlet = host
    return document
  }

  /// Returns a document of words alone, given or found.
  package static func words(
    of document: SourceDocument,
    with annotate: (NormalizedText, DocumentMetadata) -> AnnotatedDocument
  ) -> AnnotatedDocument {
    guard let given = document.given, !given.tokens.isEmpty else {
      return published(annotate(document.text, document.metadata))
    }
    return published(given.document(document.text, document.metadata))
  }

  /// Returns how many threads are worth their start for a number of bytes.
  ///
  /// - Parameters:
  ///   - bytes: The number of bytes to work on.
  ///   - share: The number of bytes up to which a second thread costs more than it saves.
  /// - Returns: One, or the number of cores.
  static func threadCount(for bytes: Int, worthwhileAbove share: Int) -> Int {
    bytes <= share ? 1 : Cores.count
  }
}
