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
    guard found.contains(where: { $0.rule == .unattributed }) else { return }
    // Those who get a speaker here have no words with them, so that what is told of paragraphs stays.
    let paragraphs = SpokenParagraphs(reading, entities, quotes, found)
    for index in quotes.indices where found[index].rule == .unattributed {
      guard quotes[index].speaker == nil, let block = paragraphs.whole(of: found[index]), block > 0,
        let speaker = paragraphs.onlySpeaker(before: block),
        paragraphs.isNamed(speaker, in: block - 1)
      else { continue }
      quotes[index].speaker = speaker
      quotes[index].confidence = Self.confidence
      quotes[index].reasons.append(
        "speaker: \(entities[Int(speaker)].name), the only person who speaks just before; "
          + "no words here say so")
    }
  }
}

/// The paragraphs that hold sentences, by their number among those: who speaks in them, and who is
/// named.
private struct SpokenParagraphs {

  private let reading: QuoteReading
  /// For each sentence, the number of its paragraph.
  private var blockOf: [Int] = []
  /// The tokens of each paragraph.
  private var tokens: [Range<Int>] = []
  /// The people who speak in each paragraph, in words that are no part of another quote.
  private var speakers: [Set<UInt32>] = []
  /// Who is named in each paragraph.
  private var named: [Set<UInt32>] = []

  init(
    _ reading: QuoteReading, _ entities: [DocumentEntity], _ quotes: [Quote], _ found: [FoundQuote]
  ) {
    self.reading = reading
    var last: UInt32?
    for sentence in reading.sentences {
      if sentence.block == last, let whole = tokens.popLast() {
        tokens.append(whole.lowerBound..<max(whole.lowerBound, sentence.tokens.upperBound))
      } else {
        tokens.append(sentence.tokens)
      }
      last = sentence.block
      blockOf.append(tokens.count - 1)
    }
    speakers = Array(repeating: [], count: tokens.count)
    named = speakers
    for index in quotes.indices where quotes[index].isSpeech && quotes[index].nestedIn == nil {
      // "Putin's claim": a noun tells of words that may be said anywhere and at any time.
      guard found[index].rule != .nominal, let speaker = quotes[index].speaker,
        Int(speaker) < entities.count,
        entities[Int(speaker)].type == .person, let clause = found[index].clause,
        let block = block(of: clause.head)
      else { continue }
      speakers[block].insert(speaker)
    }
    for mention in reading.mentions where mention.form == .name {
      guard let entity = mention.entity, let block = block(of: mention.tokens.lowerBound) else {
        continue
      }
      named[block].insert(entity)
    }
  }

  /// The paragraph of a quote if it is all quoted.
  func whole(of quote: FoundQuote) -> Int? {
    guard let first = quote.runs.first.map({ reading.runOuterTokens[$0].lowerBound }),
      let last = quote.runs.last.map({ reading.runOuterTokens[$0].upperBound }),
      let block = block(of: first), block == self.block(of: last - 1),
      tokens[block] == first..<max(first, last)
    else { return nil }
    return block
  }

  /// The one person who speaks in the two paragraphs before another.
  func onlySpeaker(before block: Int) -> UInt32? {
    let people = speakers[max(0, block - 2)..<block].reduce(into: Set()) { $0.formUnion($1) }
    return people.count == 1 ? people.first : nil
  }

  func isNamed(_ entity: UInt32, in block: Int) -> Bool { named[block].contains(entity) }

  /// The paragraph that holds a token.
  private func block(of token: Int) -> Int? { reading.sentenceIndex(of: token).map { blockOf[$0] } }
}
