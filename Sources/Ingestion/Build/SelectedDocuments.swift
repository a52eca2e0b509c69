package import Annotation

/// The documents of a source without some of them, and with what copies tell of others.
package struct SelectedDocuments: DocumentSource {

  private let source: any DocumentSource
  /// The numbers of those that are left, in the source; nil for all.
  private let numbers: [Int]?
  /// What copies tell of documents, by their numbers in the source.
  private let told: [Int: [SourceCopy]]
  /// Where documents stand that were annotated anew, by their numbers in the source.
  private var anew: (source: any DocumentSource, places: [Int: Int])?

  /// Leaves documents out, by their numbers.
  ///
  /// - Parameters:
  ///   - source: The documents.
  ///   - left: The numbers of those that are left out.
  ///   - told: What copies tell of others.
  ///   - anew: Where those stand that were annotated anew with that, by their numbers.
  package init(
    _ source: any DocumentSource, without left: Set<Int>, told: [Int: [SourceCopy]] = [:],
    anew: (source: any DocumentSource, places: [Int: Int])? = nil
  ) {
    self.source = source
    self.told = told
    self.anew = anew
    numbers =
      left.isEmpty ? nil : (0..<source.documentCount).filter { !left.contains($0) }
  }

  /// Takes the first documents of a source, some of which stand anew behind them.
  ///
  /// - Parameters:
  ///   - source: The documents.
  ///   - left: The numbers of those that are left out.
  ///   - count: How many of them are the first.
  ///   - repeated: The numbers of the documents for which those behind the first stand.
  package init(
    _ source: any DocumentSource, without left: Set<Int>, first count: Int, repeated: [Int]
  ) {
    self.source = source
    told = [:]
    var places = Array(0..<count)
    for (offset, number) in repeated.enumerated() where number < count {
      places[number] = count + offset
    }
    numbers = (0..<count).filter { !left.contains($0) }.map { places[$0] }
  }

  package var documentCount: Int { numbers?.count ?? source.documentCount }

  /// Those of all, which is what room is made for.
  package var tokenCount: Int { source.tokenCount }

  /// Those of all.
  package var textByteCount: Int { source.textByteCount }

  package func byteCount(of index: Int) -> Int { source.byteCount(of: number(index)) }

  package func entities(of index: Int) throws(ArchiveError) -> [DocumentEntity] {
    let number = number(index)
    if let anew, let place = anew.places[number] { return try anew.source.entities(of: place) }
    return try source.entities(of: number)
  }

  package func metadata(of index: Int) throws(ArchiveError) -> DocumentMetadata {
    let number = number(index)
    if let anew, let place = anew.places[number] { return try anew.source.metadata(of: place) }
    return try source.metadata(of: number)
  }

  package func stored(_ index: Int) throws(ArchiveError) -> StoredDocument {
    let number = number(index)
    if let anew, let place = anew.places[number] { return try anew.source.stored(place) }
    let stored = try source.stored(number)
    guard let copies = told[number] else { return stored }
    var document = stored.document
    document.metadata.fill(from: copies)
    document = Ingestor.published(document)
    return document.metadata == stored.document.metadata ? stored : StoredDocument(document)
  }

  private func number(_ index: Int) -> Int { numbers?[index] ?? index }
}
