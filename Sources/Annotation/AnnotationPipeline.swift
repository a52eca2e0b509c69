/// Annotators in the order in which they run.
public struct AnnotationPipeline: Sendable {

  private let annotators: [any Annotator]

  /// Creates a pipeline.
  ///
  /// - Throws: `PipelineError` where an annotator requires a layer that none before it provides.
  public init(_ annotators: [any Annotator]) throws(PipelineError) {
    var layers: Set<Layer> = []
    for annotator in annotators {
      let kind = type(of: annotator)
      let missing = kind.requires.subtracting(layers)
      if let layer = missing.min(by: { $0.rawValue < $1.rawValue }) {
        throw PipelineError(annotator: "\(kind)", missing: layer)
      }
      layers.formUnion(kind.provides)
    }
    self.annotators = annotators
  }

  private init(inOrder annotators: [any Annotator]) { self.annotators = annotators }

  /// The pipeline that Quoth uses for English news.
  ///
  /// - Parameter wanted: The layers that are asked for; steps that add to none of them, nor to what
  ///   they require, are left out.
  /// - Returns: The steps in an order that works.
  public static func standard(
    _ wanted: Set<Layer> = Set(Layer.allCases)
  ) -> AnnotationPipeline {
    var needed = wanted
    var annotators: [any Annotator] = []
    for annotator in standardAnnotators.reversed() {
      let kind = type(of: annotator)
      guard !kind.provides.isDisjoint(with: needed) else { continue }
      needed.formUnion(kind.requires)
      annotators.insert(annotator, at: 0)
    }
    return AnnotationPipeline(inOrder: annotators)
  }

  /// The steps of `standard()`; a test holds that their order is sound.
  package static let standardAnnotators: [any Annotator] = [
    LayoutAnnotator(), Tokenizer(), SentenceSplitter(), PartOfSpeechTagger(), Lemmatizer(),
    DependencyParser(), NameRecognizer(), EntityResolver(), QuoteAnnotator(), TopicAnnotator(),
  ]

  /// Returns the text with all that the annotators find in it.
  public func annotate(text: NormalizedText, metadata: DocumentMetadata) -> AnnotatedDocument {
    var document = AnnotatedDocument(text: text, metadata: metadata)
    for annotator in annotators { annotator.annotate(&document) }
    return document
  }
}

/// A pipeline whose steps stand in an order that cannot work.
public struct PipelineError: Error, Hashable, Sendable, CustomStringConvertible {

  /// The type of the annotator that lacks something.
  public let annotator: String

  /// The layer that it lacks.
  public let missing: Layer

  /// What is wrong, for the developer who put the pipeline together.
  public var description: String {
    "\(annotator) needs the layer '\(missing.rawValue)', which no step before it provides"
  }
}
