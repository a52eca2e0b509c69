/// Finds who said what: direct, indirect and mixed quotes with cue, source and speaker.
///
/// The rules read tagged words, not a parse tree. Quotation marks are matched first, also where one
/// of a pair is lost; then each cue word is asked for its subject and its complement. A direct quote
/// has its marks left out; a mixed one keeps those inside of its sentence, for they tell which words
/// are the speaker’s own.
public struct QuoteAnnotator: Annotator {

  /// Cues, subjects and speakers are told by all that is known of words and names.
  public static let requires: Set<Layer> = [
    .layout, .tokens, .sentences, .lemmas, .partsOfSpeech, .mentions, .entities,
  ]

  /// The quotes of a document.
  public static let provides: Set<Layer> = [.quotes]

  private let judge: QuoteJudge?

  /// Creates an annotator with the embedded model.
  public init() { judge = QuoteJudge.english }

  /// Creates an annotator with a judge, or one by rules alone.
  package init(judge: QuoteJudge?) { self.judge = judge }

  /// Finds the quotes of a document.
  public func annotate(_ document: inout AnnotatedDocument) {
    let reading = QuoteReading(document)
    let resolver = SpeakerResolver(reading: reading, entities: document.entities)
    var quotes: [Quote] = []
    var found: [FoundQuote] = []
    for candidate in candidates(reading, document) {
      guard let quote = resolver.quote(of: candidate) else { continue }
      quotes.append(quote)
      found.append(candidate)
    }
    resolver.continueSpeakers(&quotes, found)
    HeadlineQuotes(document, reading).add(to: &quotes, &found)
    addTurns(&document, &quotes, &found)
    resolver.nest(&quotes)
    var author = DocumentAuthor(document, reading)
    document.entities = author.supply(&quotes, found)
    resolver.supplySpeakers(&quotes, found)
    if judge != nil { dropUnattributed(&quotes, found) }
    document.quotes = quotes
  }

  private func candidates(
    _ reading: QuoteReading, _ document: AnnotatedDocument
  ) -> [FoundQuote] {
    guard let judge else { return QuoteFinder.quotes(in: reading) }
    var found = QuoteFinder.quotes(in: reading, isWide: true)
    var features = QuoteFeatures(reading: reading, entities: document.entities)
    judge.judge(&found, features: &features)
    found = QuoteSelection.select(found, reading)
    judge.explain(&found, features: &features)
    return found
  }

  /// Drops the quoted paragraphs for which no speaker was found at last.
  private func dropUnattributed(_ quotes: inout [Quote], _ found: [FoundQuote]) {
    let kept = quotes.indices.filter {
      found[$0].rule != .unattributed || quotes[$0].speaker != nil
        || found[$0].probability >= QuoteJudge.threshold
    }
    guard kept.count < quotes.count else { return }
    var places = [UInt32?](repeating: nil, count: quotes.count)
    for (place, index) in kept.enumerated() { places[index] = UInt32(place) }
    quotes = kept.map { index in
      var quote = quotes[index]
      quote.nestedIn = quote.nestedIn.flatMap { places[Int($0)] }
      return quote
    }
  }

  /// Adds what is said in the turns of a transcript, one quote a paragraph.
  private func addTurns(
    _ document: inout AnnotatedDocument, _ quotes: inout [Quote], _ found: inout [FoundQuote]
  ) {
    let turns = SpeakerTurns.all(in: document)
    guard let first = turns.first else {
      return add(UnlabelledInterview.answers(in: document), to: &quotes, &found)
    }
    var speakers = TurnSpeakers(document)
    speakers.interviewee = Interviewee(document, before: UInt32(first.label.lowerBound))
    let labels = TurnLabels(turns)
    let clipped = zip(quotes.map(labels.clipped), found).filter { !$0.0.content.isEmpty }
    (quotes, found) = (clipped.map(\.0), clipped.map(\.1))
    let said = turns.map { turn in
      let speaker = speakers.speaker(of: document.text.bytes[turn.label])
      let name = speaker.map { speakers.entities[Int($0)].name }
      let why = speakers.reason(of: document.text.bytes[turn.label])
      return turn.quote(speaker, name, because: why, document.text)
    }
    document.entities = speakers.entities
    add(said, to: &quotes, &found)
  }

  /// Adds turns to what was found, in the order of the content.
  private func add(_ turns: [Quote], to quotes: inout [Quote], _ found: inout [FoundQuote]) {
    guard !turns.isEmpty else { return }
    let all =
      Array(zip(quotes, found)) + turns.map { (quote: $0, found: FoundQuote.turn) }
    let order = all.indices.sorted { (all[$0].0.start, $1) < (all[$1].0.start, $0) }
    quotes = order.map { all[$0].0 }
    found = order.map { all[$0].1 }
  }
}

extension Quote {

  /// The first byte of the content.
  fileprivate var start: UInt32 { content.first?.start ?? 0 }
}
