/// Who goes on speaking: “…,” he said, right behind a sentence in which someone said something.
extension SpeakerResolver {

  /// Gives a quote of "he" or "she" the speaker of the sentence before, where that is sure enough.
  ///
  /// In news, the one who speaks in a sentence and is named there is nearly always the "he" or "she"
  /// who speaks in the next. The pronoun must have been read for this person elsewhere in the
  /// document, or have been left open.
  func continueSpeakers(_ quotes: inout [Quote], _ found: [FoundQuote]) {
    let named = firstNamed(found)
    let attested = attestedPronouns()
    for index in quotes.indices {
      guard let pronoun = pronoun(of: found[index]),
        let speaker = speakerBefore(found[index], quotes, named), speaker != quotes[index].speaker,
        mayMean(pronoun, attested[speaker], isOpen: quotes[index].speaker == nil)
      else { continue }
      quotes[index].speaker = speaker
      quotes[index].confidence *= 0.95
      quotes[index].reasons.removeAll { $0.hasPrefix("speaker: ") }
      quotes[index].reasons.append(
        "speaker: \(entities[Int(speaker)].name), who speaks in the sentence before")
    }
  }

  private func pronoun(of found: FoundQuote) -> WordKey? {
    guard let source = found.clause?.source, source.count == 1 else { return nil }
    let key = reading.word(source.lowerBound).key
    return key == .he || key == .she ? key : nil
  }

  /// For each sentence, by its first token, the first quote whose speaker is named there.
  private func firstNamed(_ found: [FoundQuote]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (index, quote) in found.enumerated() where !quote.isCarriedOn {
      guard let clause = quote.clause, let source = clause.source, clause.link == .beside,
        reading.name(at: source.lowerBound) != nil
      else { continue }
      let sentence = reading.sentence(around: clause.head)
      guard sentence.contains(clause.head) else { continue }
      result[sentence.lowerBound] = min(index, result[sentence.lowerBound] ?? index)
    }
    return result
  }

  /// The person who is named as the speaker in the sentence before a quote, in its paragraph.
  private func speakerBefore(
    _ quote: FoundQuote, _ quotes: [Quote], _ named: [Int: Int]
  ) -> UInt32? {
    guard let clause = quote.clause else { return nil }
    let start = reading.sentence(around: min(quote.start, clause.start)).lowerBound
    guard reading.inOneBlock(start, start - 1) else { return nil }
    let before = reading.sentence(around: start - 1)
    guard let former = named[before.lowerBound], let speaker = quotes[former].speaker,
      Int(speaker) < entities.count,
      entities[Int(speaker)].type == .person
    else { return nil }
    return speaker
  }

  /// For each person, whether the document reads "he" and "she" for them.
  private func attestedPronouns() -> [UInt32: (he: Bool, she: Bool)] {
    var attested: [UInt32: (he: Bool, she: Bool)] = [:]
    for mention in reading.mentions where mention.form == .pronoun {
      guard let person = mention.entity else { continue }
      switch reading.word(Int(mention.firstToken)).key {
      case .he: attested[person, default: (false, false)].he = true
      case .she: attested[person, default: (false, false)].she = true
      default: break
      }
    }
    return attested
  }

  /// Whether the document reads a pronoun for a person, or at least no other pronoun.
  private func mayMean(
    _ pronoun: WordKey, _ attested: (he: Bool, she: Bool)?, isOpen: Bool
  ) -> Bool {
    guard let attested else { return isOpen }
    let (this, other) =
      pronoun == .he ? (attested.he, attested.she) : (attested.she, attested.he)
    return !other && (this || isOpen)
  }
}
