/// Joins the mentions of a document that mean one person, body or place.
///
/// Full names come first, for a page may name someone in full only at its end; then surnames,
/// descriptions by office and pronouns in reading order. Each link says why in its `reason`.
public struct EntityResolver: Annotator {

  /// Mentions must be known, and the words around them.
  public static let requires: Set<Layer> = [.tokens, .sentences, .partsOfSpeech, .mentions]
  /// The entities that mentions stand for.
  public static let provides: Set<Layer> = [.entities]

  /// Creates a resolver.
  public init() {}

  /// Joins the mentions of a document, and gives each its entity.
  public func annotate(_ document: inout AnnotatedDocument) {
    var resolution = DocumentResolution(document)
    resolution.run()
    document.mentions = resolution.mentions
    document.entities = resolution.register.entities
  }
}
