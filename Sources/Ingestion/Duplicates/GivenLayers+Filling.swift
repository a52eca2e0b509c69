internal import Annotation
internal import CorpusStore

extension GivenLayers {

  /// Takes the layers that are missing from those that another source gives of the same bytes.
  mutating func fill(from other: GivenLayers) {
    if tokens.isEmpty {
      if !other.tokens.isEmpty { takeWords(from: other) }
    } else if tokens.count == other.tokens.count,
      tokens.indices.allSatisfy({ tokens[$0].range == other.tokens[$0].range })
    {
      fillWords(from: other)
    }
    if blocks.isEmpty, sentences.isEmpty { blocks = other.blocks }
    if mentions == nil {
      mentions = other.mentions
      entities = other.entities
    }
    if quotes == nil { quotes = other.quotes }
  }

  private mutating func takeWords(from other: GivenLayers) {
    (tokens, sentences) = (other.tokens, other.sentences)
    // Sentences point to the paragraphs that they came with.
    if !other.blocks.isEmpty || !sentences.isEmpty { blocks = other.blocks }
    (isTagged, isLemmatized) = (other.isTagged, other.isLemmatized)
    wordFields = other.wordFields
  }

  /// Takes dictionary forms and tags for words that both have.
  private mutating func fillWords(from other: GivenLayers) {
    if !isLemmatized, other.isLemmatized {
      for index in tokens.indices { tokens[index].lemma = other.tokens[index].lemma }
      isLemmatized = true
      wordFields.lemma = other.wordFields.lemma
    }
    if !isTagged, other.isTagged {
      for index in tokens.indices { tokens[index].partOfSpeech = other.tokens[index].partOfSpeech }
      isTagged = true
      wordFields.tag = other.wordFields.tag
    }
    if sentences.isEmpty, !other.sentences.isEmpty {
      (sentences, blocks) = (other.sentences, other.blocks)
    }
  }
}

extension SourceDocument {

  /// Returns the document with what copies of it tell and it does not, of which those that tell most
  /// go first.
  ///
  /// Layers are taken where the texts agree byte for byte up to blanks at their ends, for they stand at
  /// places of the text. What the head of this one tells counts like what its source does: a copy with
  /// another headline has no better title. What the head of a copy tells comes last.
  func filled(from copies: [SourceCopy]) -> SourceDocument {
    if copies.isEmpty { return self }
    let own = metadataWithHead
    var (metadata, given) = (own, given)
    let copies = copies.sorted(by: SourceCopy.isBefore)
    for copy in copies {
      metadata.fill(from: copy.metadata)
      guard let layers = copy.given, copy.textHash == text.hash, layers.fits(text.bytes.count)
      else { continue }
      var own = given ?? GivenLayers()
      own.fill(from: layers)
      given = own.isEmpty ? nil : own
    }
    for case let head? in copies.map(\.head) { metadata.fill(from: head) }
    // What the copies tell is known.
    if metadata == own, given == self.given { return self }
    return SourceDocument(text: text, metadata: metadata, given: given)
  }
}

/// What the source of a copy that is left out tells of it.
package struct SourceCopy: Sendable {

  /// What is known of it.
  let metadata: DocumentMetadata
  /// The same with what the head of its text tells; nil where that is nothing.
  let head: DocumentMetadata?
  /// Its layers; nil where it gives none.
  let given: GivenLayers?
  /// What tells its text from others.
  let textHash: UInt64

  /// Takes what a document tells.
  init(_ document: SourceDocument) {
    self.init(
      document.metadata, head: document.metadataWithHead, document.given,
      textHash: document.text.hash)
  }

  /// Creates a copy of which so much is known.
  init(
    _ metadata: DocumentMetadata, head: DocumentMetadata, _ given: GivenLayers? = nil,
    textHash: UInt64 = 0
  ) {
    self.metadata = metadata
    self.head = head == metadata ? nil : head
    self.given = given
    self.textHash = textHash
  }

  /// Whether a copy tells more than another; of two that tell as much, that whose place is first goes
  /// first, so that it does not hang on which was met first.
  static func isBefore(_ a: SourceCopy, _ b: SourceCopy) -> Bool {
    let (layers, others) = (GivenKinds(a.given), GivenKinds(b.given))
    if layers != others { return layers.isMore(than: others) }
    return (-a.metadata.knownCount, a.metadata.origin, a.metadata.url ?? "")
      < (-b.metadata.knownCount, b.metadata.origin, b.metadata.url ?? "")
  }
}

extension NormalizedText {

  /// What tells this text from others, blanks at its end left out, which formats add as they like.
  var hash: UInt64 { Self.hash(bytes) }

  /// What tells the bytes of a text from others.
  static func hash(_ bytes: [UInt8]) -> UInt64 {
    let end = (bytes.lastIndex { $0 > 0x20 } ?? -1) + 1
    return XXHash64.hash(bytes.span.extracting(0..<end))
  }
}

extension GivenLayers {

  /// Whether all lies within so many bytes.
  func fits(_ count: Int) -> Bool {
    let places =
      [blocks.last?.range, tokens.last?.range].compactMap(\.self) + (mentions ?? []).map(\.range)
      + (quotes ?? []).flatMap { $0.content + $0.cue + $0.source }
    return places.allSatisfy { Int($0.end) <= count }
  }
}
