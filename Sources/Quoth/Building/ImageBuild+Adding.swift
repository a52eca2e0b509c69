internal import Annotation
internal import CorpusStore
internal import Ingestion

/// What becomes of documents of an image, and of corrections of them, as others are added.
extension ImageBuild {

  /// So many documents are annotated before they are stored.
  private static let batchLength = 64

  /// Annotates documents of the image anew of which copies tell more: on a date and a title hangs who and
  /// what is meant.
  ///
  /// - Returns: Where they stand in the archive, by their numbers in the image.
  /// - Throws: `BuildError` where the archive cannot be written, or the build is stopped.
  func annotateAnew(
    _ earlier: ImageDocuments, _ replaced: ReplacedDocuments, into archive: DocumentArchive
  ) throws(BuildError) -> [Int: Int] {
    guard !replaced.told.isEmpty, earlier.isAnnotated else { return [:] }
    let pipeline = AnnotationPipeline.standard(OpenedCorpus.layers)
    var places: [Int: Int] = [:]
    var rest = replaced.told.keys.filter { !replaced.earlier.contains($0) }.sorted()[...]
    while !rest.isEmpty {
      if isStopped() { throw interruption }
      let batch = rest.prefix(Self.batchLength).compactMap { number in
        earlier.refilled(number, from: replaced.told[number] ?? []).map { (number, $0) }
      }
      rest = rest.dropFirst(Self.batchLength)
      let documents = Ingestor.annotate(batch.map(\.1)) {
        pipeline.annotate(text: $0, metadata: $1)
      }
      for (offset, (number, _)) in batch.enumerated() {
        places[number] = archive.documentCount + offset
      }
      do {
        try archive.append(documents.map { DocumentArchive.record(of: $0, source: 0) })
      } catch { throw self.error(error) }
    }
    return places
  }

  /// Writes corrections of documents that others have replaced anew for these, where they have the same
  /// quotes.
  ///
  /// - Parameter names: The names of the others, by those of the documents.
  /// - Returns: What is to be told of those that could not be kept.
  func keepCorrections(of names: [String: String]) -> [String] {
    let file = CorrectionFile(path: output + ".corrections")
    guard !names.isEmpty, let entries = try? file.contents().entries else { return [] }
    var undone: Set<String> = []
    for case .undo(_, _, let id) in entries { undone.insert(id) }
    var standing: [Correction] = []
    for case .correction(let correction) in entries
    where !undone.contains(correction.id) && names[correction.quote.document] != nil {
      standing.append(correction)
    }
    guard !standing.isEmpty, let corpus = try? NamedImage.open(output) else { return [] }
    let locator = QuoteLocator(corpus)
    var lost: [String: Int] = [:]
    for correction in standing {
      let old = correction.quote.document
      guard let name = names[old],
        let address = locator.address(like: correction.quote, in: name),
        keep(correction, at: address, in: file)
      else {
        lost[old, default: 0] += 1
        continue
      }
    }
    return lost.sorted { $0.key < $1.key }.map { document, count in
      "\(file.path): \(count == 1 ? "a correction" : "\(count) corrections") of '\(document)' "
        + "\(count == 1 ? "has" : "have") no such quote in '\(names[document] ?? "")', which replaces it; "
        + "`corrections` lists what was corrected, to be done again"
    }
  }

  /// Takes a correction back, and makes it once more of another document; returns whether it was.
  private func keep(
    _ correction: Correction, at address: QuoteAddress, in file: CorrectionFile
  ) -> Bool {
    let (time, id) = CorrectionClock.stamp()
    let moved = Correction(
      id: id, time: correction.time, quote: address, attribute: correction.attribute,
      old: correction.old, new: correction.new)
    do {
      try file.append(.correction(moved))
      try file.append(.undo(id: CorrectionClock.stamp().id, time: time, of: correction.id))
    } catch { return false }
    return true
  }
}

extension QuoteLocator {

  /// Returns the address of the one quote of a document that has the words of another in the same text,
  /// wherever that begins in its file.
  fileprivate func address(like wanted: QuoteAddress, in document: String) -> QuoteAddress? {
    let found = documents(named: document).flatMap { quotes(in: $0) }.compactMap(address)
      .filter { $0.beginning == wanted.beginning }
    if let exact = found.first(where: { $0.offsets == wanted.offsets }) { return exact }
    let alike = found.filter { $0.offsets.map(\.count) == wanted.offsets.map(\.count) }
    return alike.count == 1 ? alike.first : nil
  }
}
