/// The chain of steps that led to an attribution, in words, each with its score.
///
/// Content, cue and source end with what they weigh, “[+1.3]”; the link to the speaker with the share
/// of such links that are right, “[0.83]”.
enum QuoteReasons {

  /// Returns one line a step: marks or clause, cue, source, speaker.
  static func reasons(
    _ found: FoundQuote, _ quote: Quote, _ reading: QuoteReading, _ entities: [DocumentEntity]
  ) -> [String] {
    let weights = found.weights
    var lines = [contentReason(found, reading) + ReadingWeights.written(weights?.content)]
    guard let clause = found.clause else {
      return lines + ["no cue: nothing near says who speaks"]
    }
    let cue = reading.text.string(reading.bytes(clause.cueTokens))
    if found.rule == .introduced {
      lines.append("no cue: the words before it end with a colon")
    } else if found.isCarriedOn {
      lines.append("no cue of its own: it follows words with “\(cue)” of the same speaker")
    } else {
      lines.append(
        "cue: “\(cue)” (\(quote.cueLemma ?? clause.entry.lemma))"
          + ReadingWeights.written(weights?.cue))
    }
    if clause.isPlanned { lines.append("the speech is planned or expected") }
    if let source = clause.source {
      lines.append(
        "source: “\(reading.text.string(reading.bytes(source)))”, \(link(clause.link))"
          + ReadingWeights.written(weights?.source))
    } else {
      lines.append("source: none is named")
    }
    lines.append(speaker(clause, quote, reading, entities))
    return lines
  }

  private static func contentReason(_ found: FoundQuote, _ reading: QuoteReading) -> String {
    switch found.rule {
    case .marks, .introduced, .carriedOn, .unattributed: marks(found, reading)
    case .signed: "marks: the paragraph is quoted words with a name behind a dash"
    case .clause: "clause: what the cue says follows it"
    case .question: "clause: the question follows the cue"
    case .infinitive: "clause: “to” with its verb follows the cue"
    case .object: "object: the cue says what it is about"
    case .naming: "object: the cue says what something is called"
    case .order: "object: the cue says what someone is to do"
    case .fronted: "clause: the cue stands behind or inside of what is said"
    case .accordingTo: "clause: the rest of the sentence"
    case .nominal: "clause: what the noun says follows it"
    case .turn: "turn: the paragraph is what the speaker of a transcript says"
    case .headline: "headline: the words are set off from who says them"
    }
  }

  private static func marks(_ found: FoundQuote, _ reading: QuoteReading) -> String {
    let runs = found.runs.map { reading.runs[$0] }
    if runs.contains(where: { !$0.hasOpening }) {
      return "marks: the opening mark is lost; the content reaches back to the start"
    }
    if runs.contains(where: { !$0.hasClosing }) {
      return "marks: the closing mark is missing; the content runs to the end of the paragraph"
    }
    return runs.count > 1
      ? "marks: \(runs.count) runs of quoted words of one speaker"
      : "marks: the words stand between quotation marks"
  }

  /// The reason of a link, without the name where it begins with that.
  static func link(_ reason: String, to name: String) -> String {
    if reason.isEmpty { return "" }
    guard reason.hasPrefix(name) else { return ", \(reason)" }
    let rest = reason.dropFirst(name.count)
    return rest.hasPrefix(" is ") ? ", who\(rest)" : String(rest)
  }

  private static func link(_ link: CueClause.Link) -> String {
    switch link {
    case .beside: "the subject of the cue"
    case .inverted: "the subject behind the cue"
    case .relative: "what “who” stands for"
    case .coordinated: "the subject that the cue shares"
    case .participial: "the subject of the main clause"
    case .nominal: "the words at the cue"
    case .none: "near the cue"
    }
  }

  private static func speaker(
    _ clause: CueClause, _ quote: Quote, _ reading: QuoteReading, _ entities: [DocumentEntity]
  ) -> String {
    guard let speaker = quote.speaker, Int(speaker) < entities.count,
      let mention = SpeakerResolver(reading: reading, entities: entities).mention(of: clause)
    else { return "speaker: not known by name" }
    let name = entities[Int(speaker)].name
    return "speaker: \(name)\(link(mention.reason, to: name))"
      + ReadingWeights.written(share: mention.certainty)
  }
}
