internal import Annotation
public import Ingestion

/// Reads and annotates texts, and writes what was found in them.
public enum AnnotationWriter {

  /// So many documents are in memory with their annotation at the same time.
  private static let batchSize = 256

  /// Reads and annotates files and folders, and hands on what was found, document by document.
  ///
  /// - Parameters:
  ///   - paths: Files and folders as the user named them.
  ///   - options: What is to be read otherwise than the readers would by themselves.
  ///   - format: The form of the output.
  ///   - tell: Takes what could not be read as it should, one line each, before anything else;
  ///     what it throws is thrown on.
  ///   - emit: Takes a piece of output, and returns whether more is wanted.
  /// - Throws: `OpeningError` when a path is missing or there is nothing to read, and what `tell`
  ///   throws.
  public static func write(
    _ paths: [String], reading options: ReadingOptions = ReadingOptions(),
    as format: AnnotationFormat, tell: ([String]) throws -> Void,
    to emit: ([UInt8]) -> Bool
  ) throws {
    let (documents, warnings) = try OpenedCorpus.documents(paths, options)
    try tell(warnings)
    if format == .html, !emit(AnnotatedPage.opening) { return }
    for start in stride(from: 0, to: documents.count, by: batchSize) {
      let batch = documents[start..<min(start + batchSize, documents.count)]
      for document in OpenedCorpus.annotated(Array(batch), layers: format.layers) {
        guard emit(bytes(of: document, as: format)) else { return }
      }
    }
    if format == .html { _ = emit(AnnotatedPage.closing) }
  }

  private static func bytes(of document: AnnotatedDocument, as format: AnnotationFormat) -> [UInt8]
  {
    switch format {
    case .quotesJSONL: QuoteLines.line(of: document)
    case .jsonl: LayerLines(document).line
    case .conllu: TreebankLines(document).bytes
    case .html: AnnotatedPage.article(of: document)
    }
  }
}
