internal import Annotation

/// Puts the text and the words of a document together from the words in their order.
struct GivenLayersBuilder {

  private var text = GrowingText()
  private(set) var layers = GivenLayers()

  private var sentenceStart: UInt32 = 0
  private var paragraphStart: UInt32?
  /// Whether the next word stands right behind the last one.
  private var isJoined = true
  /// What the paragraph is; nil for a line that is in no block.
  private var kind: Block.Kind? = .paragraph
  /// Whether the words of the paragraph are those of the running text.
  private var areWords = true

  /// Whether there is no word yet.
  var isEmpty: Bool { layers.tokens.isEmpty }

  /// The number of words.
  var count: Int { layers.tokens.count }

  /// Adds a word.
  ///
  /// - Parameters:
  ///   - bytes: Where word and lemma are taken from.
  ///   - word: The word; an empty one is none.
  ///   - lemma: Its dictionary form; empty for the word itself.
  ///   - tag: Its part of speech, or nil where it is not known.
  mutating func add(
    _ bytes: [UInt8], word: Range<Int>, lemma: Range<Int>, tag: PartOfSpeech?
  ) {
    guard !word.isEmpty else { return }
    if !isJoined, paragraphStart != nil { text.append(0x20) }
    isJoined = false
    let start = UInt32(truncatingIfNeeded: text.count)
    if paragraphStart == nil { paragraphStart = start }
    text.append(bytes.span, word)
    guard areWords else { return }
    var token = Token(ByteRange(start, UInt32(truncatingIfNeeded: text.count)))
    if !lemma.isEmpty {
      layers.isLemmatized = true
      if !Self.areEqual(bytes, word, lemma) {
        token.lemma = String(decoding: bytes[lemma], as: UTF8.self)
      }
    }
    if let tag {
      token.partOfSpeech = tag
      layers.isTagged = true
    }
    layers.tokens.append(token)
  }

  @inline(__always)
  private static func areEqual(_ bytes: [UInt8], _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    let span = bytes.span
    var done = 0
    while done < a.count {
      let own = span.word(a.lowerBound &+ done..<a.upperBound)
      if own != span.word(b.lowerBound &+ done..<b.upperBound) { return false }
      done &+= 8
    }
    return true
  }

  /// Lets the next word stand right behind the last one.
  mutating func join() { isJoined = true }

  /// Takes the words that come for those of a heading or another line that is no running text.
  ///
  /// - Parameter name: What the line is, as `Block.Kind` calls it; `mark` for what is in no block.
  mutating func begin(_ name: String) {
    kind = name == "mark" ? nil : Block.Kind(rawValue: name) ?? .paragraph
    areWords = kind?.holdsSentences ?? false
  }

  /// Adds what stands before the paragraph to come in its line, and is no part of it.
  mutating func add(mark: String) {
    guard paragraphStart == nil, !mark.isEmpty else { return }
    let bytes = Array(mark.utf8)
    text.append(bytes.span, bytes.indices)
    text.append(0x20)
  }

  /// Ends the sentence, if there is one.
  mutating func endSentence() {
    let end = UInt32(truncatingIfNeeded: layers.tokens.count)
    guard end > sentenceStart else { return }
    layers.sentences.append(
      Sentence(
        firstToken: sentenceStart, endToken: end,
        block: UInt32(truncatingIfNeeded: layers.blocks.count)))
    sentenceStart = end
    isJoined = false
  }

  /// Ends the paragraph, if there is one.
  mutating func endParagraph() {
    endSentence()
    defer { (kind, areWords) = (.paragraph, true) }
    guard let start = paragraphStart else { return }
    if let kind {
      layers.blocks.append(Block(kind, ByteRange(start, UInt32(truncatingIfNeeded: text.count))))
    }
    text.append(0x0A)
    text.append(0x0A)
    paragraphStart = nil
    isJoined = true
  }

  /// Ends the document, whose words stood in some fields of the source.
  ///
  /// - Returns: Its text and its words.
  mutating func finish(
    _ fields: GivenLayers.WordFields
  ) -> (text: NormalizedText, layers: GivenLayers) {
    endParagraph()
    layers.wordFields = fields
    let bytes = text.bytes
    let result = NormalizedText(bytes: bytes, originalBytes: bytes, edits: [], repairs: [])
    let layers = layers
    self = GivenLayersBuilder()
    return (result, layers)
  }
}
