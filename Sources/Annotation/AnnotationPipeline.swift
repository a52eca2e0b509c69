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

  /// The pipeline that Quoth uses for English news.
  ///
  /// - Parameter wanted: The layers that are asked for; steps that add to none of them, nor to what
  ///   they require, are left out.
  /// - Returns: The steps in an order that works.
  public static func standard(
    _ wanted: Set<Layer> = Set(Layer.allCases)
  ) -> AnnotationPipeline {
    AnnotationPipeline(inOrder: standardAnnotators, for: wanted)
  }

  /// The pipeline of `standard(_:)` with a model of one's own, for the training of what builds on it.
  package static func standard(_ wanted: Set<Layer>, model: ModelFile) -> AnnotationPipeline {
    let syntax = SyntaxModel(model)
    let names = model.section("names.tags").flatMap { NameModel($0) }
    let quotes = QuoteJudge { model.section($0) }
    return AnnotationPipeline(
      inOrder: annotators(
        SentenceSplitter(syntax), PartOfSpeechTagger(syntax), Lemmatizer(syntax),
        DependencyParser(syntax), NameRecognizer(names), QuoteAnnotator(judge: quotes)),
      for: wanted)
  }

  /// The steps of `standard(_:)`; a test holds that their order is sound.
  package static let standardAnnotators = annotators(
    SentenceSplitter(), PartOfSpeechTagger(), Lemmatizer(), DependencyParser(), NameRecognizer(),
    QuoteAnnotator())

  /// The steps that are trained among those that are not.
  private static func annotators(
    _ sentences: SentenceSplitter, _ tags: PartOfSpeechTagger, _ lemmas: Lemmatizer,
    _ trees: DependencyParser, _ names: NameRecognizer, _ quotes: QuoteAnnotator
  ) -> [any Annotator] {
    [
      LayoutAnnotator(), Tokenizer(), sentences, tags, lemmas, trees, names, EntityResolver(),
      quotes, TopicAnnotator(),
    ]
  }

  private init(inOrder all: [any Annotator], for wanted: Set<Layer>) {
    var needed = wanted
    var annotators: [any Annotator] = []
    for annotator in all.reversed() {
      let kind = type(of: annotator)
      guard !kind.provides.isDisjoint(with: needed) else { continue }
      needed.formUnion(kind.requires)
      annotators.insert(annotator, at: 0)
    }
    self.annotators = annotators
  }

  /// Returns what lines of an annotated document are made of that are no running text, like headings.
  ///
  /// The layers of running text leave them out, for they are no sentences; whoever wants all words of
  /// a text, as a treebank has them, finds them here, with the text and metadata of the document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - ranges: The lines, each of which becomes a paragraph.
  ///   - layers: What is wanted of them.
  /// - Returns: The lines, with these layers.
  public static func lines(
    of document: AnnotatedDocument, in ranges: [ByteRange], _ layers: Set<Layer>
  ) -> AnnotatedDocument {
    var lines = AnnotatedDocument(text: document.text, metadata: document.metadata)
    lines.blocks = ranges.map { Block(.paragraph, $0) }
    guard !ranges.isEmpty else { return lines }
    for annotator in standard(layers).annotators.dropFirst() { annotator.annotate(&lines) }
    return lines
  }

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
