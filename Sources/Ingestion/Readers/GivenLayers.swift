public import Annotation

/// What a source that is annotated already gives of a document.
///
/// A layer that the source gives is the source's: nothing of ours is added to it, and only the layers
/// that are missing are made. Of names alone, descriptions and pronouns count as missing.
public struct GivenLayers: Hashable, Sendable {

  /// The paragraphs.
  public var blocks: [Block] = []
  /// The sentences.
  public var sentences: [Sentence] = []
  /// The words and marks; one without a lemma has the word itself for one.
  ///
  /// Where there are none, the text is divided into words as any other.
  public var tokens: [Token] = []
  /// Whether any word has a part of speech.
  public var isTagged = false
  /// Whether any word has a dictionary form.
  public var isLemmatized = false
  /// Where the words come from.
  public var wordFields = WordFields()
  /// What is named where; nil where the source does not tell.
  public var mentions: [GivenMention]?
  /// Whether names are looked for beside `mentions`, as where a source marks some that it is sure of.
  public var keepsFoundNames = false
  /// What is known of those who are named beside their names; of their other names, where `mentions` give
  /// more than names.
  public var entities: [DocumentEntity] = []
  /// Who said what; nil where the source does not tell, empty where it tells that nobody did.
  public var quotes: [GivenQuote]?

  /// Creates layers of nothing yet.
  public init() {}

  /// Whether nothing is given.
  public var isEmpty: Bool {
    blocks.isEmpty && tokens.isEmpty && mentions == nil && quotes == nil
  }
}

extension GivenLayers {

  /// Returns a document of these layers.
  ///
  /// - Parameters:
  ///   - text: The text that they stand in.
  ///   - metadata: What is known of it.
  ///   - annotators: Steps for what is not given; those whose layers are given are passed over.
  /// - Returns: The document, with no more than the words that are given where there are no
  ///   annotators.
  package func document(
    _ text: NormalizedText, _ metadata: DocumentMetadata, with annotators: [any Annotator] = []
  ) -> AnnotatedDocument {
    var document = AnnotatedDocument(text: text, metadata: metadata)
    document.blocks = blocks
    document.sentences = sentences
    document.tokens = tokens
    document.givenWords = givenWords
    if quotes?.isEmpty == true { document.emptyLayers.insert(.quotes) }
    if mentions?.isEmpty == true { document.emptyLayers.insert(.mentions) }
    guard !annotators.isEmpty else { return document }
    for index in tokens.indices where tokens[index].lemma.isEmpty {
      document.tokens[index].lemma = text.string(tokens[index].range)
    }
    for step in steps(annotators) { step.annotate(&document) }
    return document
  }

  /// The steps that make of what is given, and what is not, a whole.
  private func steps(_ annotators: [any Annotator]) -> [any Annotator] {
    var given: Set<Layer> = [.dependencies]
    if !blocks.isEmpty { given.insert(.layout) }
    if !tokens.isEmpty { given.formUnion([.layout, .tokens]) }
    if !sentences.isEmpty { given.insert(.sentences) }
    if isTagged { given.insert(.partsOfSpeech) }
    if isLemmatized { given.insert(.lemmas) }
    let isComplete = mentions.map(GivenMentions.areComplete) ?? false
    return annotators.flatMap { annotator -> [any Annotator] in
      let provides = type(of: annotator).provides
      if provides.contains(.layout), tokens.isEmpty, let quotes {
        return (blocks.isEmpty ? [annotator] : []) + [QuotedBlocks(quotes)]
      }
      if provides.contains(.quotes) {
        let step: any Annotator = quotes.map { GivenAttributions($0) } ?? annotator
        return entities.contains { !$0.roles.isEmpty } ? [step, GivenRoles(entities)] : [step]
      }
      if provides.contains(.mentions), let mentions {
        if isComplete { return [GivenMentions(mentions, entities: entities)] }
        let sources = (quotes ?? []).filter { $0.speaker == nil && !$0.isAnonymous }.flatMap(
          \.source)
        return [annotator, GivenNames(mentions, sources: sources, keepsFound: keepsFoundNames)]
      }
      if provides.contains(.entities), let mentions {
        return isComplete ? [] : [annotator, GivenLinks(mentions)]
      }
      if provides.contains(.topics), let own = quotes.flatMap({ GivenTopics($0) }) {
        return [annotator, own]
      }
      return provides.isSubset(of: given) ? [] : [annotator]
    }
  }
}

/// Takes blocks for running text in which a source gives quotes, whatever they look like: words are
/// found in running text alone.
private struct QuotedBlocks: Annotator {

  static let requires: Set<Layer> = [.layout]
  static let provides: Set<Layer> = [.layout]

  private let pieces: [ByteRange]

  init(_ quotes: [GivenQuote]) {
    pieces = quotes.flatMap(\.content).sorted { $0.start < $1.start }
  }

  func annotate(_ document: inout AnnotatedDocument) {
    var next = 0
    for (index, block) in document.blocks.enumerated() {
      while next < pieces.count, pieces[next].end <= block.range.start { next += 1 }
      guard next < pieces.count else { return }
      guard pieces[next].start < block.range.end, !block.kind.holdsSentences else { continue }
      let isHeading = block.kind == .title || block.kind == .heading
      document.blocks[index] = Block(isHeading ? .headline : .paragraph, block.range)
    }
  }
}
