public import Annotation

/// Which entity of the corpus each document's entities are.
public struct EntityResolution: Sendable {

  /// For each document, for each of its entities, the index of the corpus's entity.
  public let indices: [[UInt32]]

  /// The entities of the corpus, with all their names and roles.
  public let entities: [DocumentEntity]

  /// Creates a resolution.
  ///
  /// - Precondition: `indices` has one entry a document, and each index is below `entities.count`.
  public init(indices: [[UInt32]], entities: [DocumentEntity]) {
    self.indices = indices
    self.entities = entities
  }
}
