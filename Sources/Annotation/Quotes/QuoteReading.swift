/// A document as the rules for quotes read it: words classified, runs of quoted words placed.
struct QuoteReading {
  let text: NormalizedText
  let tokens: [Token]
  let sentences: [Sentence]
  let mentions: [Mention]
  let runs: [QuotedRun]

  /// What the rules know of each token's word.
  let words: [WordEntry]
  /// The hash of each token's lower-case bytes.
  let hashes: [UInt64]
  /// For each token, the sentence it stands in.
  private let sentenceOf: [UInt32]
  /// For each token, the outermost run it stands in, its marks included; -1 outside of runs.
  private let runOf: [Int32]
  /// For each token, the name that covers it as an index into the mentions; -1 where none does.
  private let nameOf: [Int32]
  /// For each token, the mention of a known entity that covers it, a name before any other, as an
  /// index into the mentions; -1 where none does.
  private let knownOf: [Int32]
  /// For each run, the tokens between its marks.
  let runTokens: [Range<Int>]
  /// For each run, the tokens with its marks.
  let runOuterTokens: [Range<Int>]

  init(_ document: AnnotatedDocument) {
    text = document.text
    tokens = document.tokens
    sentences = document.sentences
    mentions = document.mentions
    let count = tokens.count
    hashes = tokens.map { LexicalTable.hash($0.bytes, in: document.text.bytes) }
    words = hashes.map { CueLexicon.words.entry(of: $0) }
    sentenceOf = Self.sentenceIndices(of: sentences, count: count)
    let starts = sentences.compactMap {
      Int($0.firstToken) < count ? Int(document.tokens[Int($0.firstToken)].range.start) : nil
    }
    var runs = QuotedRun.all(
      in: document.text.bytes, blocks: document.blocks, sentenceStarts: starts)
    LostClosing(tokens: tokens, words: words).restore(in: &runs)
    self.runs = runs
    let placing = TokenPlacing(tokens: tokens)
    runTokens = runs.map { placing.tokens(in: $0.content) }
    runOuterTokens = runs.map { placing.tokens(in: $0.outer) }
    var runOf = [Int32](repeating: -1, count: count)
    for (index, run) in runs.enumerated() where run.parent == nil {
      for token in runOuterTokens[index] { runOf[token] = Int32(index) }
    }
    self.runOf = runOf
    var nameOf = [Int32](repeating: -1, count: count)
    for (index, mention) in mentions.enumerated() where mention.form == .name {
      for token in mention.tokens.clamped(to: 0..<count) { nameOf[token] = Int32(index) }
    }
    self.nameOf = nameOf
    knownOf = Self.knownMentions(mentions, count: count)
  }

  private static func knownMentions(_ mentions: [Mention], count: Int) -> [Int32] {
    var indices = [Int32](repeating: -1, count: count)
    for (index, mention) in mentions.enumerated() where mention.entity != nil {
      for token in mention.tokens.clamped(to: 0..<count) {
        let other = indices[token]
        guard other < 0 || mention.form == .name && mentions[Int(other)].form != .name else {
          continue
        }
        indices[token] = Int32(index)
      }
    }
    return indices
  }

  private static func sentenceIndices(of sentences: [Sentence], count: Int) -> [UInt32] {
    var indices = [UInt32](repeating: .max, count: count)
    for (index, sentence) in sentences.enumerated() {
      for token in sentence.tokens.clamped(to: 0..<count) { indices[token] = UInt32(index) }
    }
    return indices
  }
}

extension QuoteReading {

  /// Returns the word at a token, or an unknown one outside of the document.
  func word(_ token: Int) -> WordEntry {
    token >= 0 && token < words.count ? words[token] : .unknown
  }

  /// Returns the hash of the word at a token, or zero outside of the document.
  func hash(_ token: Int) -> UInt64 {
    token >= 0 && token < hashes.count ? hashes[token] : 0
  }

  /// Returns the part of speech at a token.
  func tag(_ token: Int) -> PartOfSpeech {
    token >= 0 && token < tokens.count ? tokens[token].partOfSpeech : .x
  }

  /// Returns the outermost run of quoted words around a token.
  func run(at token: Int) -> Int? {
    guard token >= 0, token < runOf.count, runOf[token] >= 0 else { return nil }
    return Int(runOf[token])
  }

  /// Whether a token stands inside of quotation marks, or is one.
  func isInRun(_ token: Int) -> Bool { run(at: token) != nil }

  /// Returns the name that covers a token, as an index into the mentions.
  func name(at token: Int) -> Int? {
    guard token >= 0, token < nameOf.count, nameOf[token] >= 0 else { return nil }
    return Int(nameOf[token])
  }

  /// Returns the mention of a known entity that covers a token, a name before any other.
  func knownMention(at token: Int) -> Mention? {
    guard token >= 0, token < knownOf.count, knownOf[token] >= 0 else { return nil }
    return mentions[Int(knownOf[token])]
  }

  /// Returns the sentence around a token.
  func sentenceIndex(of token: Int) -> Int? {
    guard token >= 0, token < sentenceOf.count, sentenceOf[token] != .max else { return nil }
    return Int(sentenceOf[token])
  }

  /// Whether two tokens stand in one sentence.
  func inOneSentence(_ a: Int, _ b: Int) -> Bool {
    guard a >= 0, b >= 0, a < sentenceOf.count, b < sentenceOf.count else { return false }
    return sentenceOf[a] != .max && sentenceOf[a] == sentenceOf[b]
  }

  /// Whether a token stands outside of quotation marks.
  func isOutside(_ token: Int) -> Bool {
    token >= 0 && token < runOf.count && runOf[token] < 0
  }

  /// Returns the tokens of the sentence around a token.
  func sentence(around token: Int) -> Range<Int> {
    guard token >= 0, token < sentenceOf.count, sentenceOf[token] != .max else {
      return token..<token
    }
    return sentences[Int(sentenceOf[token])].tokens.clamped(to: 0..<tokens.count)
  }

  /// Whether two tokens stand in one block.
  func inOneBlock(_ a: Int, _ b: Int) -> Bool {
    guard a >= 0, b >= 0, a < sentenceOf.count, b < sentenceOf.count,
      sentenceOf[a] != .max, sentenceOf[b] != .max
    else { return false }
    return sentences[Int(sentenceOf[a])].block == sentences[Int(sentenceOf[b])].block
  }

  /// Returns the bytes of a run of tokens, empty at the start where there are none.
  func bytes(_ range: Range<Int>) -> ByteRange {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= tokens.count else {
      return ByteRange(0, 0)
    }
    return ByteRange(tokens[range.lowerBound].range.start, tokens[range.upperBound - 1].range.end)
  }

  /// Whether a token is written like a present participle.
  func endsInIng(_ token: Int) -> Bool {
    guard token >= 0, token < tokens.count else { return false }
    let range = tokens[token].bytes
    guard range.count > 4, range.upperBound <= text.bytes.count else { return false }
    return text.bytes[range.upperBound - 3..<range.upperBound].elementsEqual("ing".utf8)
  }

  /// Whether a token is what someone is called on a network: "@adaode".
  func isHandle(_ token: Int) -> Bool {
    guard token >= 0, token < tokens.count else { return false }
    let range = tokens[token].bytes
    return range.count > 1 && text.bytes[range.lowerBound] == UInt8(ascii: "@")
  }

  /// Whether a token begins with a capital letter.
  func isCapitalized(_ token: Int) -> Bool {
    guard token >= 0, token < tokens.count else { return false }
    let first = text.bytes[Int(tokens[token].range.start)]
    return first &- 0x41 < 26 || first == 0xC3
  }
}

/// Finds the tokens of a run of bytes.
struct TokenPlacing {
  let tokens: [Token]

  func tokens(in range: Range<Int>) -> Range<Int> {
    let first = firstToken(startingFrom: range.lowerBound)
    return first..<max(first, firstToken(startingFrom: range.upperBound))
  }

  private func firstToken(startingFrom offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].range.start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Token {

  /// Its bytes as offsets.
  var bytes: Range<Int> { Int(range.start)..<max(Int(range.start), Int(range.end)) }
}

extension Sentence {

  /// Its tokens as offsets.
  var tokens: Range<Int> { Int(firstToken)..<max(Int(firstToken), Int(endToken)) }
}

extension Mention {

  /// Its tokens as offsets.
  var tokens: Range<Int> { Int(firstToken)..<max(Int(firstToken), Int(endToken)) }
}
