/// One step of annotation: it reads earlier layers of a document and adds its own.
///
/// The rules of the first version and the trained models that replace them stand behind this one
/// protocol, so a pipeline can be put together from either.
public protocol Annotator: Sendable {

  /// The layers that must be there before this one.
  static var requires: Set<Layer> { get }

  /// The layers that this one adds.
  static var provides: Set<Layer> { get }

  /// Adds the layer to `document`.
  func annotate(_ document: inout AnnotatedDocument)
}

/// The layers of annotation.
public enum Layer: String, Hashable, Sendable, CaseIterable {
  case layout, tokens, sentences, lemmas, partsOfSpeech, dependencies, mentions, entities, quotes
  case topics
}
