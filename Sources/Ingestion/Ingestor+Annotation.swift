public import Annotation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

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
    return ParallelMap.run(documents, threadCount: threadCount(forBytes: bytes)) {
      annotate($0.text, $0.metadata)
    }
  }

  /// Returns how many threads are worth their start for so much text.
  static func threadCount(forBytes bytes: Int) -> Int { bytes < smallCorpus ? 1 : coreCount }

  /// The number of bytes up to which a second thread costs more than it saves.
  private static let smallCorpus = 16_384

  private static var coreCount: Int {
    let count = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    return max(1, min(count, 64))
  }
}
