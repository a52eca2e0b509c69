public import Annotation

/// A document put together by hand: words in sentences in paragraphs, and what is known of them.
public struct DocumentSketch {

  private var bytes: [UInt8] = []

  /// The document so far; its text is set when it is finished.
  public private(set) var annotated: AnnotatedDocument

  /// Creates a document without text.
  public init(
    _ id: String, title: String? = nil, date: String? = nil, outlet: String? = nil,
    authors: [String] = []
  ) {
    var metadata = DocumentMetadata(id: id, origin: id + ".txt")
    metadata.title = title
    metadata.outlet = outlet
    metadata.authors = authors
    if let parts = date?.split(separator: "-").compactMap({ Int($0) }), parts.count == 3 {
      metadata.date = CalendarDay(year: parts[0], month: parts[1], day: parts[2])
    }
    annotated = AnnotatedDocument(text: NormalizedText(clean: ""), metadata: metadata)
  }

  /// Adds a paragraph of sentences, whose words and marks stand between blanks.
  public mutating func addParagraph(_ sentences: String...) {
    addParagraph(words: sentences.map { $0.split(separator: " ").map(String.init) })
  }

  /// Adds a paragraph of sentences, each a list of words and marks.
  public mutating func addParagraph(words sentences: [[String]]) {
    if !bytes.isEmpty { bytes += Array("\n\n".utf8) }
    let start = UInt32(bytes.count)
    for words in sentences where !words.isEmpty {
      let first = UInt32(annotated.tokens.count)
      for word in words { add(word, isFirst: UInt32(bytes.count) == start) }
      annotated.sentences.append(
        Sentence(
          firstToken: first, endToken: UInt32(annotated.tokens.count),
          block: UInt32(annotated.blocks.count)))
    }
    annotated.blocks.append(Block(.paragraph, ByteRange(start, UInt32(bytes.count))))
  }

  /// Adds an entity and returns its index in the document.
  public mutating func addEntity(_ entity: DocumentEntity) -> UInt32 {
    annotated.entities.append(entity)
    return UInt32(annotated.entities.count - 1)
  }

  /// Adds a mention of an entity at a run of tokens.
  public mutating func addMention(
    of entity: UInt32?, at tokens: Range<Int>, form: Mention.Form = .name
  ) {
    annotated.mentions.append(
      Mention(
        firstToken: UInt32(tokens.lowerBound), endToken: UInt32(tokens.upperBound), form: form,
        entity: entity, reason: "written by hand"))
  }

  /// Adds a quote whose content is some runs of tokens.
  public mutating func addQuote(
    _ pieces: [Range<Int>], kind: Quote.Kind, confidence: Double = 0.9,
    _ change: (inout Quote) -> Void = { _ in }
  ) {
    var quote = Quote(content: pieces.map(byteRange), kind: kind, confidence: confidence)
    quote.reasons = ["written by hand"]
    change(&quote)
    annotated.quotes.append(quote)
  }

  /// Says what the document is about.
  public mutating func addTopic(_ name: String) {
    annotated.topics.append(Topic(name, reason: "named"))
  }

  /// Returns the document with its text.
  public func finished() -> AnnotatedDocument {
    let text = NormalizedText(clean: String(decoding: bytes, as: UTF8.self))
    var document = AnnotatedDocument(text: text, metadata: annotated.metadata)
    document.blocks = annotated.blocks
    document.sentences = annotated.sentences
    document.tokens = annotated.tokens
    document.mentions = annotated.mentions
    document.entities = annotated.entities
    document.quotes = annotated.quotes
    document.topics = annotated.topics
    return document
  }

  /// The number of tokens so far.
  public var tokenCount: Int { annotated.tokens.count }

  private mutating func add(_ word: String, isFirst: Bool) {
    if !isFirst { bytes.append(0x20) }
    let start = UInt32(bytes.count)
    bytes += Array(word.utf8)
    var token = Token(ByteRange(start, UInt32(bytes.count)))
    let isMark = word.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic }
    token.partOfSpeech = isMark ? .punct : word.first?.isUppercase == true ? .propn : .noun
    token.lemma = isMark ? word : word.lowercased()
    annotated.tokens.append(token)
  }

  private func byteRange(of tokens: Range<Int>) -> ByteRange {
    ByteRange(
      annotated.tokens[tokens.lowerBound].range.start,
      annotated.tokens[tokens.upperBound - 1].range.end)
  }
}
