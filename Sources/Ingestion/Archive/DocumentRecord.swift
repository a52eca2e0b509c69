package import Annotation

/// An annotated document as a compact run of bytes, from which it can be had back.
///
/// Dependencies are left out, for a corpus holds none. What is named comes first, so that who is
/// one with whom in all documents can be told without reading the rest.
package enum DocumentRecord {

  /// What a record holds.
  package enum Extent {
    /// All of the document.
    case whole
    /// All but the text and the tokens, which are known from elsewhere.
    case withoutTokens
  }

  /// Adds a document to a record.
  package static func append(
    _ document: AnnotatedDocument, _ extent: Extent, to writer: inout RecordWriter
  ) {
    appendEntities(document.entities, to: &writer)
    append(document.metadata, given: given(document), to: &writer)
    append(document.topics, to: &writer)
    appendLayout(document, to: &writer)
    appendMentions(document.mentions, to: &writer)
    writer.append(document.quotes.count)
    for quote in document.quotes { append(quote, to: &writer) }
    appendEdits(of: document.text, to: &writer)
    guard extent == .whole else { return }
    writer.append(run: document.text.bytes)
    appendTokens(of: document, to: &writer)
  }

  /// What of the words a source gives, and in further lines the layers of which it says that there is nothing.
  private static func given(_ document: AnnotatedDocument) -> String? {
    let empty = document.emptyLayers.map(\.rawValue).sorted()
    let lines = [document.givenWords ?? ""] + empty
    return document.givenWords == nil && empty.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// Adds what is known of a document; a list of other fields of odd length ends with what of its layers
  /// the source gives, so that the records of documents without that are as they always were.
  static func append(
    _ metadata: DocumentMetadata, given: String? = nil, to writer: inout RecordWriter
  ) {
    writer.append(metadata.id)
    writer.append(metadata.origin)
    writer.append(metadata.title)
    writer.append(metadata.date.map { UInt32(($0.year * 16 + $0.month) * 32 + $0.day) })
    writer.append(metadata.url)
    writer.append(metadata.outlet)
    writer.append(metadata.authors)
    writer.append(metadata.section)
    writer.append(metadata.tags)
    writer.append(metadata.language)
    writer.append(metadata.other.flatMap { [$0.key, $0.value] } + (given.map { [$0] } ?? []))
  }

  private static func appendEntities(_ entities: [DocumentEntity], to writer: inout RecordWriter) {
    writer.append(entities.count)
    for entity in entities {
      writer.append(entity.name)
      writer.append(byte: ordinal(of: entity.type))
      writer.append(entity.aliases)
      writer.append(entity.roles)
      writer.append(entity.known)
    }
  }

  private static func append(_ topics: [Topic], to writer: inout RecordWriter) {
    writer.append(topics.count)
    for topic in topics {
      writer.append(topic.name)
      writer.append(topic.reason)
    }
  }

  private static func appendLayout(_ document: AnnotatedDocument, to writer: inout RecordWriter) {
    writer.append(document.blocks.count)
    for block in document.blocks {
      writer.append(byte: ordinal(of: block.kind))
      append(block.range, to: &writer)
    }
    writer.append(document.sentences.count)
    var last = 0
    for sentence in document.sentences {
      writer.append(signed: Int(sentence.firstToken) - last)
      writer.append(signed: Int(sentence.endToken) - Int(sentence.firstToken))
      writer.append(sentence.block)
      last = Int(sentence.endToken)
    }
  }

  private static func appendMentions(_ mentions: [Mention], to writer: inout RecordWriter) {
    writer.append(mentions.count)
    var last = 0
    for mention in mentions {
      writer.append(signed: Int(mention.firstToken) - last)
      writer.append(signed: Int(mention.endToken) - Int(mention.firstToken))
      writer.append(byte: ordinal(of: mention.form))
      writer.append(mention.entity)
      writer.append(mention.reason)
      writer.append(fixed: mention.certainty.bitPattern)
      last = Int(mention.firstToken)
    }
  }

  private static func append(_ quote: Quote, to writer: inout RecordWriter) {
    for ranges in [quote.content, quote.cue, quote.source] {
      writer.append(ranges.count)
      for range in ranges { append(range, to: &writer) }
    }
    writer.append(quote.cueLemma)
    writer.append(quote.speaker)
    writer.append(quote.addressee)
    writer.append(byte: ordinal(of: quote.kind))
    writer.append(byte: quote.cuePosition.map { 1 + ordinal(of: $0) } ?? 0)
    writer.append(fixed: quote.confidence.bitPattern)
    writer.append(byte: quote.isSpeech ? 1 : 0)
    writer.append(quote.nestedIn)
    append(quote.topics, to: &writer)
    writer.append(quote.reasons)
  }

  private static func append(_ range: ByteRange, to writer: inout RecordWriter) {
    writer.append(range.start)
    writer.append(signed: range.length)
  }

  private static func appendEdits(of text: NormalizedText, to writer: inout RecordWriter) {
    writer.append(text.repairs)
    writer.append(text.edits.count)
    var last = 0
    for edit in text.edits {
      writer.append(signed: Int(edit.normalized.start) - last)
      writer.append(signed: edit.normalized.length)
      let original = Int(edit.original.start)..<Int(edit.original.end)
      writer.append(original.count)
      writer.append(raw: text.originalBytes[original])
      last = Int(edit.normalized.end)
    }
  }

  /// The share of a token's first byte that tells its distance from the one before.
  static let distances = 8

  private static func appendTokens(of document: AnnotatedDocument, to writer: inout RecordWriter) {
    writer.append(document.tokens.count)
    var last = 0
    for token in document.tokens {
      let distance = Int(token.range.start) - last
      let isNear = (0..<distances - 1).contains(distance)
      let tag = Int(token.partOfSpeech.rawValue)
      writer.append(byte: UInt8(tag * distances + (isNear ? distance : distances - 1)))
      if !isNear { writer.append(signed: distance) }
      writer.append(signed: token.range.length)
      appendLemma(of: token, document.text, to: &writer)
      last = Int(token.range.end)
    }
  }

  /// Writes a lemma: zero for none, one for the word itself, else its string.
  private static func appendLemma(
    of token: Token, _ text: NormalizedText, to writer: inout RecordWriter
  ) {
    if token.lemma.isEmpty { return writer.append(0) }
    let word = text.bytes[Int(token.range.start)..<Int(token.range.end)]
    if token.lemma.utf8.elementsEqual(word) { return writer.append(1) }
    writer.append(token.lemma, above: 2)
  }

  /// The place of a case among all of its kind.
  private static func ordinal<Value: CaseIterable & Equatable>(of value: Value) -> UInt8 {
    for (index, other) in Value.allCases.enumerated() where other == value {
      return UInt8(truncatingIfNeeded: index)
    }
    return UInt8.max
  }
}
