/// Turns what the rules found into quotes, with the speaker that the mentions lead to.
struct SpeakerResolver {
  let reading: QuoteReading
  let entities: [DocumentEntity]

  /// Returns the quote, or nil if nothing of its content is left.
  func quote(of found: FoundQuote) -> Quote? {
    let content = contentBytes(of: found)
    guard !content.isEmpty else { return nil }
    var quote = Quote(
      content: content, kind: found.kind, confidence: QuoteConfidence.base(found, reading))
    if let clause = found.clause { fill(&quote, from: clause, found) }
    quote.reasons = QuoteReasons.reasons(found, quote, reading, entities)
    return quote
  }

  private func fill(_ quote: inout Quote, from clause: CueClause, _ found: FoundQuote) {
    let entry = clause.entry
    quote.isSpeech = entry.kind == .speech || entry.kind == .writing
    quote.cueLemma =
      found.isCarriedOn
      ? nil : entry.lemma.isEmpty ? reading.tokens[clause.head].lemma : entry.lemma
    quote.cue = [reading.bytes(clause.cueTokens)]
    if let source = clause.source { quote.source = [reading.bytes(source)] }
    if found.isCarriedOn { quote.cue = [] }
    quote.cuePosition = found.isCarriedOn ? nil : position(of: clause, in: quote)
    if let mention = mention(of: clause), !isPlaceAsPerson(mention, clause) {
      quote.speaker = mention.entity
      if mention.form != .name { quote.confidence *= 0.92 }
    }
    quote.addressee = clause.addressee.flatMap { headMention(in: $0)?.entity }
    if quote.isSpeech == false, quote.kind == .direct { quote.isSpeech = true }
  }

  /// "Ann Lee, a doctor from Dover, who said": the place before "who" is not who speaks.
  private func isPlaceAsPerson(_ mention: Mention, _ clause: CueClause) -> Bool {
    guard clause.link == .relative, let entity = mention.entity, Int(entity) < entities.count
    else { return false }
    return entities[Int(entity)].type == .place
  }

  private func position(of clause: CueClause, in quote: Quote) -> Quote.CuePosition {
    let head = reading.tokens[clause.head].range.start
    if head < quote.content.first?.start ?? 0 { return .before }
    return head >= quote.content.last?.end ?? 0 ? .after : .inside
  }

  /// Returns the mention that the source of a clause leads to.
  func mention(of clause: CueClause) -> Mention? {
    guard let head = clause.sourceHead ?? clause.source else { return nil }
    if let found = headMention(in: head) { return found }
    return nameBeside(head: head, in: clause.source ?? head)
  }

  /// The mention that covers the last word of a phrase, a name before any other.
  private func headMention(in phrase: Range<Int>) -> Mention? {
    guard let last = phrase.last else { return nil }
    let covering = reading.mentions.filter { $0.tokens.contains(last) && $0.entity != nil }
    return covering.first { $0.form == .name } ?? covering.first
  }

  /// "the mayor, Ann Lee": a name that stands between commas behind a description.
  private func nameBeside(head: Range<Int>, in source: Range<Int>) -> Mention? {
    guard source.upperBound > head.upperBound else { return nil }
    guard
      let comma = (head.upperBound..<source.upperBound).first(where: {
        reading.word($0).key == .comma
      }), comma + 1 < source.upperBound, let name = reading.name(at: comma + 1)
    else { return nil }
    let mention = reading.mentions[name]
    guard mention.tokens.lowerBound == comma + 1, isPerson(mention) else { return nil }
    return mention
  }

  private func isPerson(_ mention: Mention) -> Bool {
    guard let entity = mention.entity, Int(entity) < entities.count else { return false }
    return entities[Int(entity)].type == .person
  }

  // MARK: Content

  private func contentBytes(of found: FoundQuote) -> [ByteRange] {
    if !found.runs.isEmpty {
      return found.runs.compactMap { run in
        let content = reading.runs[run].content
        return trimmed(content.lowerBound..<content.upperBound)
      }
    }
    return found.pieces.compactMap { piece in
      piece.isEmpty ? nil : reading.bytes(withoutOuterMarks(piece))
    }
  }

  /// Leaves out the comma or dash that the outer sentence sets inside of the marks.
  private func trimmed(_ range: Range<Int>) -> ByteRange? {
    var end = range.upperBound
    while end > range.lowerBound, reading.text.bytes[end - 1] == 0x2C { end -= 1 }
    guard end > range.lowerBound else { return nil }
    return ByteRange(UInt32(range.lowerBound), UInt32(end))
  }

  private func withoutOuterMarks(_ piece: Range<Int>) -> Range<Int> {
    guard let first = piece.first, let run = reading.run(at: first) else { return piece }
    let isWhole = reading.runOuterTokens[run] == piece
    return isWhole ? reading.runTokens[run] : piece
  }

  /// Notes for each quote the smallest one that it stands in.
  func nest(_ quotes: inout [Quote]) {
    for inner in quotes.indices {
      var best: (index: Int, length: Int)?
      for outer in quotes.indices where outer != inner {
        guard let length = length(of: quotes[outer], around: quotes[inner]) else { continue }
        if length < best?.length ?? .max { best = (outer, length) }
      }
      quotes[inner].nestedIn = best.map { UInt32($0.index) }
      if let best, quotes[inner].speaker == nil, isFirstPerson(quotes[inner]) {
        quotes[inner].speaker = quotes[best.index].speaker
        quotes[inner].reasons.append("speaker: “I” is who speaks the quote around this one")
      }
    }
  }

  private func isFirstPerson(_ quote: Quote) -> Bool {
    guard let source = quote.source.first, source.length == 1 else { return false }
    return reading.text.bytes[Int(source.start)] == 0x49
  }

  private func length(of outer: Quote, around inner: Quote) -> Int? {
    guard let first = inner.content.first, let last = inner.content.last,
      let start = outer.content.first?.start, let end = outer.content.last?.end,
      start <= first.start, last.end <= end, Int(end - start) > Int(last.end - first.start)
    else { return nil }
    return Int(end - start)
  }
}
