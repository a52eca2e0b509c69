internal import CBuiltinCorpus
package import CorpusStore
internal import Ingestion

extension OpenedCorpus {

  /// What `use` calls the built-in corpus.
  static let builtinName = "built-in"

  /// Returns the built-in teaching corpus.
  ///
  /// Its image is part of the program, so nothing is read and nothing is annotated.
  ///
  /// - Parameter options: How files are read that a session on it opens later.
  /// - Returns: The corpus.
  public static func builtin(
    reading options: ReadingOptions = ReadingOptions()
  ) -> OpenedCorpus {
    let image = unsafe UnsafeRawBufferPointer(
      start: quoth_builtin_bytes(), count: quoth_builtin_count())
    // A test holds the image to the texts and to this version; there is no other one.
    let corpus = try? unsafe CorpusImage.open(image, isTrusted: true)
    return OpenedCorpus(
      corpus ?? CorpusBuilder().finish(name: "nothing"), nil, paths: [], reading: options)
  }

  /// Makes the built-in corpus of its texts, to be embedded as an image.
  ///
  /// - Parameter texts: The names and bytes of the files, in the order of the names.
  /// - Returns: The corpus; nil where the texts cannot be put together.
  package static func builtin(of texts: [(name: String, bytes: [UInt8])]) -> Corpus? {
    let documents = texts.flatMap { Ingestor.read(name: $0.name, bytes: $0.bytes).documents }
    var record = BuildRecord()
    record.filesRead = texts.count
    return try? CorpusAssembly([MemoryDocuments(annotated(documents, layers: layers))]).corpus(
      name: "the built-in teaching corpus", with: .reasons,
      attachments: [(BuildRecord.attachment, record.bytes)])
  }
}
