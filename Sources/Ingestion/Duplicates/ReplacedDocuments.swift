/// The documents whose place later ones have taken, since these give more of the same text, and those
/// of an earlier build of which later ones tell more.
package struct ReplacedDocuments: Sendable {

  /// The numbers of those of an earlier build.
  package var earlier: Set<Int> = []
  /// The numbers of those that were read, in the order in which they were returned.
  package var own: Set<Int> = []
  /// The names of those that have their place, by the names of those of the earlier build.
  package var names: [String: String] = [:]
  /// What copies tell of documents of an earlier build that are kept, by their numbers.
  package var told: [Int: [SourceCopy]] = [:]

  /// Whether all documents are as they were returned.
  package var isEmpty: Bool { earlier.isEmpty && own.isEmpty && told.isEmpty }
}
