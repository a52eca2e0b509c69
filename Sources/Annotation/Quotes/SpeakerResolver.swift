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
    if found.probability >= 0 {
      quote.confidence = Double(found.probability)
      if let score = found.speechScore {
        quote.isSpeech = quote.kind == .direct || score > 0 && found.clause?.isSaid != false
      }
    }
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
    if let mention = mention(of: clause), !isPlaceAsPerson(mention, clause),
      !isSetting(clause), !isModifier(mention)
    {
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

  /// "was in Otterburg announcing": what a preposition leads to is not who does it.
  private func isSetting(_ clause: CueClause) -> Bool {
    guard let source = clause.source, source.upperBound == clause.head, source.lowerBound > 0,
      reading.endsInIng(clause.head)
    else { return false }
    let before = source.lowerBound - 1
    return reading.tag(before) == .adp
      || reading.tag(before) == .det && before > 0 && reading.tag(before - 1) == .adp
  }

  /// "every American", "the French and German ministers": who speaks is no people as a whole.
  private func isModifier(_ mention: Mention) -> Bool {
    guard let entity = mention.entity, Int(entity) < entities.count else { return false }
    let (first, end) = (mention.tokens.lowerBound, mention.tokens.upperBound)
    let type = entities[Int(entity)].type
    if type == .group, reading.tag(end - 1) == .adj || quantifies(first - 1) { return true }
    guard type == .group || type == .place, reading.word(end).key == .and else { return false }
    return reading.tag(end + 1) == .adj && reading.tag(end + 2) == .noun
  }

  private func quantifies(_ token: Int) -> Bool {
    guard token >= 0 else { return false }
    let range = reading.tokens[token].bytes
    return Self.quantifiers.contains(WordHash(reading.text.bytes, range))
  }

  private static let quantifiers = WordSet("every each any no many some most few")

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
    phrase.last.flatMap(reading.knownMention)
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
    for (inner, outer) in Self.enclosing(quotes).enumerated() {
      quotes[inner].nestedIn = outer.map { UInt32($0) }
      if let outer, quotes[inner].speaker == nil, isFirstPerson(quotes[inner]) {
        quotes[inner].speaker = quotes[outer].speaker
        quotes[inner].reasons.removeAll { $0.hasPrefix("speaker: ") }
        quotes[inner].reasons.append("speaker: “I” is who speaks the quote around this one")
      }
    }
  }

  /// Returns for each quote the smallest longer one around it, found in one pass from the start of
  /// the text that keeps the quotes which have not ended yet.
  static func enclosing(_ quotes: [Quote]) -> [Int?] {
    let extents = quotes.map { quote in
      let start = quote.content.first?.start ?? 0
      return start..<max(start, quote.content.last?.end ?? 0)
    }
    let order = quotes.indices.sorted {
      (extents[$0].lowerBound, extents[$1].upperBound, $0)
        < (extents[$1].lowerBound, extents[$0].upperBound, $1)
    }
    var result = [Int?](repeating: nil, count: quotes.count)
    var open: [Int] = []
    for inner in order where !quotes[inner].content.isEmpty {
      let extent = extents[inner]
      open.removeAll { extents[$0].upperBound < extent.lowerBound }
      result[inner] =
        open.filter { extents[$0].contains(extent) && extents[$0].count > extent.count }
        .min { (extents[$0].count, $0) < (extents[$1].count, $1) }
      open.append(inner)
    }
    return result
  }

  private func isFirstPerson(_ quote: Quote) -> Bool {
    guard let source = quote.source.first, source.length == 1 else { return false }
    return reading.text.bytes[Int(source.start)] == 0x49
  }
}
