/// The quotes of headlines that set the speaker off by a colon or a dash instead of a verb:
/// “Macron: weakness is no option”, “We are ready – Zelensky”.
struct HeadlineQuotes {

  /// Who speaks, and what.
  private struct Parts {
    let source: Range<Int>
    /// Whom the source names; nil for someone like “a French minister”.
    let mention: Mention?
    let content: Range<Int>
    let mark: Int

    var isSourceFirst: Bool { source.lowerBound < content.lowerBound }
  }

  private let reading: QuoteReading
  private let document: AnnotatedDocument

  init(_ document: AnnotatedDocument, _ reading: QuoteReading) {
    self.document = document
    self.reading = reading
  }

  /// Replaces what was found in such headlines.
  ///
  /// Of others, that somebody announces something is no quote: titles of what is given out are so.
  func add(to quotes: inout [Quote], _ found: inout [FoundQuote]) {
    let headlines = headlines
    guard !headlines.isEmpty else { return }
    var all: [(quote: Quote, found: FoundQuote)] = []
    var next = 0
    for (quote, found) in zip(quotes, found) {
      while next < headlines.count, headlines[next].range.end <= start(quote) { next += 1 }
      if next < headlines.count, headlines[next].range.start <= start(quote),
        headlines[next].quote != nil || found.rule == .object || found.rule == .naming
      {
        continue
      }
      all.append((quote, found))
    }
    all += headlines.compactMap { headline in
      headline.quote.map { ($0, FoundQuote(headline: headline.tokens)) }
    }
    let order = all.indices.sorted { (start(all[$0].quote), $0) < (start(all[$1].quote), $1) }
    quotes = order.map { all[$0].quote }
    found = order.map { all[$0].found }
  }

  private func start(_ quote: Quote) -> UInt32 { quote.content.first?.start ?? 0 }

  /// The headlines in order, with their tokens and what is said in them.
  private var headlines: [(range: ByteRange, tokens: Range<Int>, quote: Quote?)] {
    var headlines: [(range: ByteRange, tokens: Range<Int>, quote: Quote?)] = []
    for sentence in document.sentences where document.blocks[Int(sentence.block)].kind == .headline
    {
      let range = document.blocks[Int(sentence.block)].range
      if headlines.last?.range == range, let last = headlines.popLast() {
        headlines.append((range, last.tokens.lowerBound..<sentence.tokens.upperBound, nil))
      } else {
        headlines.append((range, sentence.tokens, nil))
      }
    }
    return headlines.map { ($0.range, $0.tokens, parts(of: $0.tokens).flatMap(quote(of:))) }
  }

  // MARK: Reading

  private func parts(of headline: Range<Int>) -> Parts? {
    let marks = headline.dropFirst().dropLast().filter { token in
      reading.isOutside(token) && isApart(token)
        && [.colon, .dash, .hyphen].contains(reading.word(token).key)
    }
    guard let first = marks.first, let last = marks.last else { return nil }
    let isColon = reading.word(first).key == .colon
    return
      (isColon ? parts(headline.lowerBound..<first, first, first + 1..<headline.upperBound) : nil)
      ?? parts(last + 1..<headline.upperBound, last, headline.lowerBound..<last)
  }

  /// Returns the parts where the first can name who speaks, and the second be what is said.
  private func parts(_ source: Range<Int>, _ mark: Int, _ content: Range<Int>) -> Parts? {
    guard let first = content.first, let last = content.last else { return nil }
    let isQuoted = reading.run(at: first) != nil && reading.run(at: first) == reading.run(at: last)
    if let mention = speaker(source) {
      let parts = Parts(source: source, mention: mention, content: content, mark: mark)
      return isQuoted || isStatement(parts, of: mention) ? parts : nil
    }
    if isOffice(source), isQuoted {
      return Parts(source: source, mention: nil, content: content, mark: mark)
    }
    if source.count == 1, isReport(source.lowerBound) {
      let parts = Parts(source: source, mention: nil, content: content, mark: mark)
      return isQuoted || isStatement(parts) ? parts : nil
    }
    guard isQuoted else { return nil }
    // “‘We are ready’: Ada Morel on the ferry”.
    guard source.lowerBound > mark, let mention = reading.knownMention(at: source.lowerBound),
      mention.form == .name, isPerson(mention)
    else { return nil }
    return Parts(source: mention.tokens, mention: mention, content: content, mark: mark)
  }

  /// Whether blanks stand around a dash; a colon needs none before it.
  private func isApart(_ mark: Int) -> Bool {
    guard reading.word(mark).key != .colon else { return true }
    let range = reading.tokens[mark].bytes
    return range.lowerBound > 0 && reading.text.bytes[range.lowerBound - 1] == 0x20
      && range.upperBound < reading.text.bytes.count && reading.text.bytes[range.upperBound] == 0x20
  }

  /// The mention that ends a short phrase of names and offices.
  private func speaker(_ phrase: Range<Int>) -> Mention? {
    guard (1...7).contains(phrase.count), let last = phrase.last,
      let mention = reading.knownMention(at: last), mention.tokens.upperBound == phrase.upperBound,
      phrase.allSatisfy({ [.propn, .noun, .adj, .det, .punct, .part].contains(reading.tag($0)) })
    else { return nil }
    return mention
  }

  /// “French minister”: an office, of someone who is not named.
  private func isOffice(_ phrase: Range<Int>) -> Bool {
    guard (1...5).contains(phrase.count), let last = phrase.last else { return false }
    return NameWords.roles.contains(WordHash(reading.text.bytes, reading.tokens[last].bytes))
  }

  /// “Poll”, “experts”: what stands for those who say something.
  private func isReport(_ token: Int) -> Bool {
    Self.reports.contains(WordHash(reading.text.bytes, reading.tokens[token].bytes))
  }

  private static let reports = WordSet(
    "poll polls survey study studies report reports experts officials police sources witnesses")

  private func isPerson(_ mention: Mention) -> Bool { type(of: mention) == .person }

  private func type(of mention: Mention) -> EntityType? {
    mention.entity.flatMap {
      Int($0) < document.entities.count ? document.entities[Int($0)].type : nil
    }
  }

  /// Whether words without quotation marks can be what someone says.
  ///
  /// “Budget passes – Harbour News” names the paper, “Otterburg: what we know” the matter.
  private func isStatement(_ parts: Parts, of mention: Mention) -> Bool {
    let type = type(of: mention)
    let isColon = reading.word(parts.mark).key == .colon
    return (type == .person || type == .organization && isColon) && isStatement(parts)
  }

  private func isStatement(_ parts: Parts) -> Bool {
    reading.word(parts.content.lowerBound).traits.isDisjoint(with: [.question, .relative])
      && hasStatement(parts.content)
  }

  /// Whether a verb makes a sentence of the words, and not “the man who would be king”.
  private func hasStatement(_ content: Range<Int>) -> Bool {
    for token in content {
      let word = reading.word(token)
      if token > content.lowerBound, !word.traits.isDisjoint(with: [.relative, .question]),
        word.key != .that
      {
        return false
      }
      let isVerb =
        [.verb, .aux].contains(reading.tag(token))
        || !word.traits.isDisjoint(with: .auxiliary) && reading.tag(token) != .noun
      if isVerb, !reading.endsInIng(token), reading.word(token - 1).key != .to { return true }
    }
    return false
  }

  // MARK: Writing

  private func quote(of parts: Parts) -> Quote? {
    var content = parts.content
    while let last = content.last,
      reading.word(last).key == .stop || reading.word(last).key == .comma
    {
      content = content.lowerBound..<last
    }
    guard let first = content.first else { return nil }
    let runs = Set(content.compactMap(reading.run))
    let whole = reading.run(at: first).flatMap { run in
      reading.runOuterTokens[run] == content ? reading.runTokens[run] : nil
    }
    let kind: Quote.Kind = whole != nil ? .direct : runs.isEmpty ? .indirect : .mixed
    var quote = Quote(
      content: [reading.bytes(whole ?? content)], source: [reading.bytes(parts.source)], kind: kind,
      confidence: kind == .direct ? 0.9 : kind == .mixed ? 0.8 : 0.7)
    quote.speaker = parts.mention?.entity
    quote.reasons = reasons(parts, kind)
    return quote
  }

  private func reasons(_ parts: Parts, _ kind: Quote.Kind) -> [String] {
    let mark = reading.word(parts.mark).key == .colon ? "a colon" : "a dash"
    return [
      "headline: what stands \(parts.isSourceFirst ? "behind" : "before") \(mark)"
        + (kind == .indirect ? "" : ", in quotation marks"),
      "no cue: \(mark) stands for it",
      "source: “\(reading.text.string(reading.bytes(parts.source)))”, set off by \(mark)",
      speaker(of: parts.mention),
    ]
  }

  private func speaker(of mention: Mention?) -> String {
    guard let mention, let entity = mention.entity else { return "speaker: not known by name" }
    let name = document.entities[Int(entity)].name
    return "speaker: \(name)\(QuoteReasons.link(mention.reason, to: name))"
      + ReadingWeights.written(share: mention.certainty)
  }
}

extension FoundQuote {

  /// The words of a headline, in which no cue has part.
  fileprivate init(headline content: Range<Int>) {
    self.init(rule: .headline, pieces: [content], runs: [], clause: nil, kind: .indirect)
  }
}
