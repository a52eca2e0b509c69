package import Annotation

/// The documents of a source without some of them.
package struct SelectedDocuments: DocumentSource {

  private let source: any DocumentSource
  /// The numbers of those that are left, in the source; nil for all.
  private let numbers: [Int]?

  /// Leaves documents out, by their numbers.
  package init(_ source: any DocumentSource, without left: Set<Int>) {
    self.source = source
    numbers =
      left.isEmpty ? nil : (0..<source.documentCount).filter { !left.contains($0) }
  }

  package var documentCount: Int { numbers?.count ?? source.documentCount }

  /// Those of all, which is what room is made for.
  package var tokenCount: Int { source.tokenCount }

  /// Those of all.
  package var textByteCount: Int { source.textByteCount }

  package func byteCount(of index: Int) -> Int { source.byteCount(of: number(index)) }

  package func entities(of index: Int) throws(ArchiveError) -> [DocumentEntity] {
    try source.entities(of: number(index))
  }

  package func stored(_ index: Int) throws(ArchiveError) -> StoredDocument {
    try source.stored(number(index))
  }

  private func number(_ index: Int) -> Int { numbers?[index] ?? index }
}
