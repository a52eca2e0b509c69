internal import Annotation
internal import CorpusStore
internal import Ingestion

extension OpenedCorpus {

  /// Opens a corpus with the annotated documents that it was made of.
  ///
  /// - Throws: `OpeningError`, as `open` does, and where an image does not carry its documents.
  static func openWithDocuments(
    _ paths: [String], _ options: ReadingOptions
  ) throws(OpeningError) -> (corpus: OpenedCorpus, documents: [any DocumentSource]) {
    guard !paths.isEmpty else {
      let opened = builtin()
      return (opened, [opened.annotatedAnew])
    }
    let (sources, record) = try read(paths, options, packs: true)
    // The corpus of an image is the image itself.
    if paths.count == 1, NamedImage.isImage(paths[0]) { return (try open(paths), sources) }
    do {
      let corpus = try CorpusAssembly(sources).corpus(
        name: paths.count == 1 ? paths[0] : "\(paths.count) inputs", with: .reasons,
        copies: record.copies)
      return (OpenedCorpus(corpus, record, paths: paths), sources)
    } catch {
      throw OpeningError(error, paths: paths, warnings: record.warnings)
    }
  }

  /// The documents of the built-in corpus, whose image has no room for them.
  private var annotatedAnew: MemoryDocuments {
    let columns = NamedColumns(corpus)
    let pipeline = AnnotationPipeline.standard(OpenedCorpus.layers)
    let documents = (0..<corpus.rowCount(of: .documents)).map { row in
      let start = Int(corpus.text.documents[row])
      let bytes = Array(corpus.text.bytes.extracting(start..<Int(corpus.text.documents[row + 1])))
      return pipeline.annotate(
        text: NormalizedText(bytes: bytes, originalBytes: bytes, edits: [], repairs: []),
        metadata: columns.metadata(row))
    }
    return MemoryDocuments(documents)
  }
}

extension NamedColumns {

  /// What the tables hold of a document beside its text.
  fileprivate func metadata(_ row: Int) -> DocumentMetadata {
    let id = text("id", .documents, row) ?? ""
    var metadata = DocumentMetadata(id: id, origin: id)
    metadata.title = text("title", .documents, row)
    metadata.date = day("date", .documents, row)
    metadata.url = text("url", .documents, row)
    metadata.outlet = text("outlet", .documents, row)
    metadata.authors = texts("author", .documents, row)
    metadata.section = text("section", .documents, row)
    metadata.tags = texts("tags", .documents, row)
    metadata.language = text("language", .documents, row)
    metadata.other = others(row)
    return metadata
  }
}
