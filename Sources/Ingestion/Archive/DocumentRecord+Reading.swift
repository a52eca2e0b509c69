package import Annotation

extension DocumentRecord {

  /// Reads what a document names, with which a record begins.
  package static func entities(
    _ reader: inout RecordReader
  ) throws(RecordError) -> [DocumentEntity] {
    var result: [DocumentEntity] = []
    for _ in 0..<(try reader.count()) {
      var entity = DocumentEntity(
        name: try reader.string(), type: try reader.oneOf(EntityType.allCases))
      entity.aliases = try reader.texts()
      entity.roles = try reader.texts()
      entity.known = try reader.optionalString()
      result.append(entity)
    }
    return result
  }

  /// Reads what is known of a document, from the beginning of its record.
  static func known(_ reader: inout RecordReader) throws(RecordError) -> DocumentMetadata {
    _ = try entities(&reader)
    return try metadata(&reader).0
  }

  /// Reads a whole document.
  ///
  /// - Throws: `RecordError` where the record is damaged; a document that is returned is sound.
  package static func document(
    _ reader: inout RecordReader
  ) throws(RecordError) -> AnnotatedDocument {
    try stored(&reader).document
  }

  /// Reads a whole document, and tells how many bytes of its record stand before text and tokens,
  /// which is its record without them.
  static func stored(
    _ reader: inout RecordReader
  ) throws(RecordError) -> (document: AnnotatedDocument, layers: Int) {
    let before = reader.rest
    let (layers, edits) = try layers(&reader)
    let layerCount = before - reader.rest
    let bytes = Array(try reader.run())
    let text = try text(bytes, edits)
    let tokens = try tokens(&reader, of: text)
    return (try document(layers, text, tokens), layerCount)
  }

  /// Reads a document whose text and tokens are known from elsewhere.
  ///
  /// - Throws: `RecordError`, as above, and where text and tokens are those of another document.
  package static func document(
    _ reader: inout RecordReader, text bytes: [UInt8], tokens: [Token]
  ) throws(RecordError) -> AnnotatedDocument {
    let (layers, edits) = try layers(&reader)
    return try document(layers, try text(bytes, edits), tokens)
  }

  private static func document(
    _ layers: AnnotatedDocument, _ text: NormalizedText, _ tokens: [Token]
  ) throws(RecordError) -> AnnotatedDocument {
    var document = AnnotatedDocument(text: text, metadata: layers.metadata)
    document.givenWords = layers.givenWords
    document.emptyLayers = layers.emptyLayers
    document.entities = layers.entities
    document.topics = layers.topics
    document.blocks = layers.blocks
    document.sentences = layers.sentences
    document.mentions = layers.mentions
    document.quotes = layers.quotes
    document.tokens = tokens
    guard document.isSound else { throw RecordError() }
    return document
  }

  /// The edits of a text, and what the original has in their places.
  private struct Edits {
    var repairs: [String] = []
    var runs: [(distance: Int, length: Int, original: ArraySlice<UInt8>)] = []
  }

  private static func layers(
    _ reader: inout RecordReader
  ) throws(RecordError) -> (AnnotatedDocument, Edits) {
    let entities = try entities(&reader)
    let (metadata, given) = try metadata(&reader)
    var document = AnnotatedDocument(text: NormalizedText(clean: ""), metadata: metadata)
    let lines = given?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    document.givenWords = lines.first.flatMap { $0.isEmpty ? nil : String($0) }
    document.emptyLayers = Set(lines.dropFirst().compactMap { Layer(rawValue: String($0)) })
    document.entities = entities
    document.topics = try topics(&reader)
    for _ in 0..<(try reader.count()) {
      document.blocks.append(Block(try reader.oneOf(Block.Kind.allCases), try range(&reader)))
    }
    document.sentences = try sentences(&reader)
    document.mentions = try mentions(&reader)
    for _ in 0..<(try reader.count()) { document.quotes.append(try quote(&reader)) }
    var edits = Edits(repairs: try reader.texts())
    for _ in 0..<(try reader.count()) {
      edits.runs.append((try reader.signed(), try reader.signed(), try reader.run()))
    }
    return (document, edits)
  }

  private static func metadata(
    _ reader: inout RecordReader
  ) throws(RecordError) -> (DocumentMetadata, given: String?) {
    var metadata = DocumentMetadata(id: try reader.string(), origin: try reader.string())
    metadata.title = try reader.optionalString()
    if let day = try reader.index() {
      metadata.date = CalendarDay(
        year: Int(day / 512), month: Int(day / 32 % 16), day: Int(day % 32))
    }
    metadata.url = try reader.optionalString()
    metadata.outlet = try reader.optionalString()
    metadata.authors = try reader.texts()
    metadata.section = try reader.optionalString()
    metadata.tags = try reader.texts()
    metadata.language = try reader.optionalString()
    let other = try reader.texts()
    metadata.other = stride(from: 0, to: other.count - 1, by: 2).map { (other[$0], other[$0 + 1]) }
    return (metadata, other.count % 2 == 1 ? other.last : nil)
  }

  private static func topics(_ reader: inout RecordReader) throws(RecordError) -> [Topic] {
    var result: [Topic] = []
    for _ in 0..<(try reader.count()) {
      result.append(Topic(try reader.string(), reason: try reader.string()))
    }
    return result
  }

  private static func sentences(_ reader: inout RecordReader) throws(RecordError) -> [Sentence] {
    var result: [Sentence] = []
    var last: UInt32 = 0
    for _ in 0..<(try reader.count()) {
      let first = try offset(last, try reader.signed())
      let end = try offset(first, try reader.signed())
      result.append(Sentence(firstToken: first, endToken: end, block: try reader.uint32()))
      last = end
    }
    return result
  }

  private static func mentions(_ reader: inout RecordReader) throws(RecordError) -> [Mention] {
    var result: [Mention] = []
    var last: UInt32 = 0
    for _ in 0..<(try reader.count()) {
      let first = try offset(last, try reader.signed())
      let end = try offset(first, try reader.signed())
      guard first <= end else { throw RecordError() }
      var mention = Mention(
        firstToken: first, endToken: end, form: try reader.oneOf(Mention.Form.allCases),
        entity: try reader.index(), reason: try reader.string())
      mention.certainty = Float(bitPattern: try reader.fixed(UInt32.self))
      result.append(mention)
      last = first
    }
    return result
  }

  private static func quote(_ reader: inout RecordReader) throws(RecordError) -> Quote {
    let (content, cue, source) = (
      try ranges(&reader), try ranges(&reader), try ranges(&reader)
    )
    var quote = Quote(content: content, cue: cue, source: source, kind: .direct, confidence: 0)
    quote.cueLemma = try reader.optionalString()
    quote.speaker = try reader.index()
    quote.addressee = try reader.index()
    quote.kind = try reader.oneOf(Quote.Kind.allCases)
    quote.cuePosition = try reader.oneOf([nil] + Quote.CuePosition.allCases)
    quote.confidence = Double(bitPattern: try reader.fixed(UInt64.self))
    quote.isSpeech = try reader.oneOf([false, true])
    quote.nestedIn = try reader.index()
    quote.topics = try topics(&reader)
    quote.reasons = try reader.texts()
    return quote
  }

  private static func ranges(_ reader: inout RecordReader) throws(RecordError) -> [ByteRange] {
    var result: [ByteRange] = []
    for _ in 0..<(try reader.count()) { result.append(try range(&reader)) }
    return result
  }

  private static func range(_ reader: inout RecordReader) throws(RecordError) -> ByteRange {
    let start = try reader.uint32()
    return ByteRange(start, try offset(start, try reader.signed()))
  }

  private static func offset(_ base: UInt32, _ distance: Int) throws(RecordError) -> UInt32 {
    let (sum, overflows) = Int(base).addingReportingOverflow(distance)
    guard !overflows, let result = UInt32(exactly: sum) else { throw RecordError() }
    return result
  }

  /// Returns a text with its original put together anew.
  private static func text(
    _ bytes: [UInt8], _ edits: Edits
  ) throws(RecordError) -> NormalizedText {
    guard !edits.runs.isEmpty else {
      return NormalizedText(bytes: bytes, originalBytes: bytes, edits: [], repairs: edits.repairs)
    }
    var original: [UInt8] = []
    var result: [NormalizedText.Edit] = []
    var position: UInt32 = 0
    for run in edits.runs {
      let start = try offset(position, run.distance)
      let end = try offset(start, run.length)
      guard position <= start, start <= end, Int(end) <= bytes.count else { throw RecordError() }
      original += bytes[Int(position)..<Int(start)]
      let place = UInt32(truncatingIfNeeded: original.count)
      original += run.original
      result.append(
        .init(
          normalized: ByteRange(start, end),
          original: ByteRange(place, UInt32(truncatingIfNeeded: original.count))))
      position = end
    }
    original += bytes[Int(position)...]
    return NormalizedText(
      bytes: bytes, originalBytes: original, edits: result, repairs: edits.repairs)
  }

  private static func tokens(
    _ reader: inout RecordReader, of text: NormalizedText
  ) throws(RecordError) -> [Token] {
    let count = try reader.count()
    var result: [Token] = []
    result.reserveCapacity(count)
    var last: UInt32 = 0
    for _ in 0..<count {
      let first = Int(try reader.byte())
      let near = first % distances
      let start = try offset(last, near == distances - 1 ? try reader.signed() : near)
      let end = try offset(start, try reader.signed())
      guard let tag = PartOfSpeech(rawValue: UInt8(first / distances)), start <= end,
        Int(end) <= text.bytes.count
      else { throw RecordError() }
      var token = Token(ByteRange(start, end))
      token.partOfSpeech = tag
      let lemma = try reader.place()
      if lemma == 1 { token.lemma = text.string(token.range) }
      if lemma > 1 { token.lemma = try reader.string(numbered: lemma - 2) }
      result.append(token)
      last = end
    }
    return result
  }
}

extension AnnotatedDocument {

  /// Whether all that refers to something refers to something that is there.
  var isSound: Bool {
    func holds(_ range: ByteRange) -> Bool {
      range.start <= range.end && Int(range.end) <= text.bytes.count
    }
    func isEntity(_ index: UInt32?) -> Bool { index.map { Int($0) < entities.count } ?? true }
    return blocks.allSatisfy { holds($0.range) }
      && tokens.allSatisfy { holds($0.range) }
      && areSentencesSound
      && mentions.allSatisfy {
        $0.firstToken <= $0.endToken && Int($0.endToken) <= tokens.count && isEntity($0.entity)
      }
      && quotes.allSatisfy { quote in
        (quote.content + quote.cue + quote.source).allSatisfy(holds)
          && isEntity(quote.speaker) && isEntity(quote.addressee)
          && quote.nestedIn.map { Int($0) < quotes.count } ?? true
      }
  }

  private var areSentencesSound: Bool {
    var last: UInt32 = 0
    for sentence in sentences {
      guard last <= sentence.firstToken, sentence.firstToken <= sentence.endToken,
        Int(sentence.endToken) <= tokens.count
      else { return false }
      last = sentence.endToken
    }
    return true
  }
}
