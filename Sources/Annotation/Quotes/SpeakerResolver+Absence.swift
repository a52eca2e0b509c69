/// Speakers of quoted paragraphs that no words are with.
extension SpeakerResolver {

  /// The confidence of a speaker who is only the last to have spoken.
  private static let confidence = 0.4

  /// Gives a paragraph that is all quoted, and that says nothing of its speaker, the person who
  /// spoke just before.
  ///
  /// It is done only where one person alone speaks in the two paragraphs before, and where the
  /// paragraph directly before names that person: texts that were scraped or reworded lose their
  /// "he said" more often than they change speakers without a word.
  func supplySpeakers(_ quotes: inout [Quote], _ found: [FoundQuote]) {
    for index in quotes.indices where found[index].rule == .unattributed {
      guard quotes[index].speaker == nil, let block = wholeBlock(of: found[index]), block > 0,
        let speaker = onlySpeaker(before: block, quotes, found),
        isNamed(speaker, in: block - 1)
      else { continue }
      quotes[index].speaker = speaker
      quotes[index].confidence = Self.confidence
      quotes[index].reasons.append(
        "speaker: \(entities[Int(speaker)].name), the only person who speaks just before; "
          + "no words here say so")
    }
  }

  /// The paragraph of a quote, counted among those that hold sentences, if it is all quoted.
  private func wholeBlock(of quote: FoundQuote) -> Int? {
    let outer = quote.runs.map { reading.runOuterTokens[$0] }
    guard let first = outer.first?.lowerBound, let last = outer.last?.upperBound,
      let block = block(of: first), block == self.block(of: last - 1)
    else { return nil }
    let sentences = sentences(of: block)
    guard let start = sentences.first?.tokens.lowerBound, start == first,
      let end = sentences.last?.tokens.upperBound, end == last
    else { return nil }
    return block
  }

  private func onlySpeaker(
    before block: Int, _ quotes: [Quote], _ found: [FoundQuote]
  ) -> UInt32? {
    var speakers: Set<UInt32> = []
    for index in quotes.indices where quotes[index].isSpeech && quotes[index].nestedIn == nil {
      // "Putin's claim": a noun tells of words that may be said anywhere and at any time.
      guard found[index].rule != .nominal, let speaker = quotes[index].speaker,
        Int(speaker) < entities.count,
        entities[Int(speaker)].type == .person, let clause = found[index].clause,
        let other = self.block(of: clause.head), (block - 2..<block).contains(other)
      else { continue }
      speakers.insert(speaker)
    }
    return speakers.count == 1 ? speakers.first : nil
  }

  private func isNamed(_ entity: UInt32, in block: Int) -> Bool {
    let tokens = sentences(of: block).map(\.tokens)
    return reading.mentions.contains { mention in
      mention.entity == entity && mention.form == .name
        && tokens.contains { $0.contains(mention.tokens.lowerBound) }
    }
  }

  /// The paragraph that holds a token, counted among those that hold sentences.
  private func block(of token: Int) -> Int? {
    guard let sentence = reading.sentences.first(where: { $0.tokens.contains(token) }) else {
      return nil
    }
    return blocks.firstIndex(of: sentence.block)
  }

  private func sentences(of block: Int) -> [Sentence] {
    guard blocks.indices.contains(block) else { return [] }
    return reading.sentences.filter { $0.block == blocks[block] }
  }

  /// The paragraphs that hold sentences, in order.
  private var blocks: [UInt32] {
    var blocks: [UInt32] = []
    for sentence in reading.sentences where blocks.last != sentence.block {
      blocks.append(sentence.block)
    }
    return blocks
  }
}
