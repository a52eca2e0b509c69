/// Takes the quotes of a document from its source, and finds who their speakers are.
///
/// Nothing of our own is added: where a source gives quotes, it gives all of them.
package struct GivenAttributions: Annotator {

  /// Speakers are told by mentions, what the words are by marks and cues.
  package static let requires: Set<Layer> = [
    .layout, .tokens, .sentences, .lemmas, .mentions, .entities,
  ]
  /// The quotes of a document.
  package static let provides: Set<Layer> = [.quotes]

  private let given: [GivenQuote]

  /// Creates the step.
  package init(_ given: [GivenQuote]) { self.given = given }

  /// Gives a document its quotes.
  package func annotate(_ document: inout AnnotatedDocument) {
    var reader = GivenQuoteReader(document)
    let quotes = given.compactMap { reader.quote(of: $0) }
    document.entities = reader.speakers.entities
    document.quotes =
      quotes.enumerated().sorted {
        ($0.element.content[0].start, $0.offset) < ($1.element.content[0].start, $1.offset)
      }
      .map(\.element)
    for (inner, outer) in SpeakerResolver.enclosing(document.quotes).enumerated() {
      document.quotes[inner].nestedIn = outer.map { UInt32($0) }
    }
  }
}

/// Makes quotes of what a source gives, one after the other.
private struct GivenQuoteReader {

  private let document: AnnotatedDocument
  private let reading: QuoteReading
  private let places: GivenPlaces
  private let mentions: [Mention?]
  var speakers: GivenSpeakers

  init(_ document: AnnotatedDocument) {
    self.document = document
    reading = QuoteReading(document)
    places = GivenPlaces(document)
    mentions = places.mentionAtToken()
    speakers = GivenSpeakers(document.entities)
  }

  /// Returns a quote; nil where nothing of its content is left.
  mutating func quote(of given: GivenQuote) -> Quote? {
    let pieces = given.content.compactMap(places.content)
    guard let first = pieces.first else { return nil }
    let isQuoted = pieces.allSatisfy(\.isQuoted)
    let holdsMark = pieces.contains { $0.isQuoted || places.holdsMark($0.range) }
    let kind = given.kind ?? (isQuoted ? .direct : holdsMark ? .mixed : .indirect)
    var quote = Quote(
      content: pieces.map(\.range), cue: given.cue.compactMap(words),
      source: given.source.compactMap(words), kind: kind,
      confidence: given.confidence.map { min(max($0, 0), 1) } ?? 1)
    quote.reasons = ["content: given by the source, “\(given.field)”"]
    addCue(to: &quote, given, contentStart: first.range.start)
    if let source = quote.source.first {
      quote.reasons.append("source: “\(document.text.string(source))”, given by the source")
    }
    addSpeaker(to: &quote, given)
    quote.addressee = given.addressee.map { speakers.entity(named: $0).entity }
    quote.reasons += given.remarks.map { "\($0), given by the source" }
    if !given.reasons.isEmpty { quote.reasons = chain(given) }
    return quote
  }

  /// The chain that the source tells, which is the whole of it.
  private func chain(_ given: GivenQuote) -> [String] {
    let first = "given by the source, “\(given.field)”"
    return (given.reasons.first == first ? [] : [first]) + given.reasons
  }

  /// A range of words without blanks around it; nil where it is empty.
  private func words(_ range: ByteRange) -> ByteRange? {
    let tokens = places.tokens(in: range)
    guard !tokens.isEmpty else { return nil }
    let bytes = places.bytes(of: tokens)
    return ByteRange(max(bytes.start, range.start), min(bytes.end, range.end))
  }

  private func addCue(to quote: inout Quote, _ given: GivenQuote, contentStart: UInt32) {
    quote.isSpeech = given.isSpeech ?? true
    quote.cueLemma = given.cueLemma
    guard let cue = quote.cue.first else { return }
    let tokens = places.tokens(in: cue)
    let head = tokens.first { reading.word($0).form != .none }
    if quote.cueLemma == nil { quote.cueLemma = lemma(of: tokens, head) }
    if given.isSpeech == nil, quote.kind != .direct, let head {
      let kind = CueLexicon.cues[Int(reading.word(head).cue)].kind
      quote.isSpeech = kind == .speech || kind == .writing
    }
    let end = quote.content.last?.end ?? contentStart
    quote.cuePosition = cue.start < contentStart ? .before : cue.start >= end ? .after : .inside
    let lemma = quote.cueLemma.map { " (\($0))" } ?? ""
    quote.reasons.append("cue: “\(document.text.string(cue))”\(lemma), given by the source")
  }

  private func lemma(of tokens: Range<Int>, _ head: Int?) -> String? {
    if let head { return CueLexicon.cues[Int(reading.word(head).cue)].lemma }
    if tokens.count == 2, reading.word(tokens.lowerBound).key == .according {
      return "according to"
    }
    let verb = tokens.first { document.tokens[$0].partOfSpeech == .verb } ?? tokens.first
    return verb.map { document.tokens[$0].lemma }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func addSpeaker(to quote: inout Quote, _ given: GivenQuote) {
    if let name = given.speaker, ReferringWords.isPronoun(name) {
      let entity = mention(in: quote.source)?.entity ?? meaning(of: name, beside: quote)
      quote.speaker = entity
      let who = entity.map { speakers.entities[Int($0)].name } ?? "not known by name"
      quote.reasons.append(
        "speaker: \(who), given by the source, “\(given.speakerField)” as “\(name)”")
    } else if let name = given.speaker {
      let (entity, why) = speakers.entity(named: name)
      quote.speaker = entity
      speakers.add(given.identifiers, to: entity)
      let own = speakers.entities[Int(entity)].name
      let written = own == name ? "" : " as “\(name)”\(why)"
      quote.reasons.append(
        "speaker: \(own), given by the source, “\(given.speakerField)”\(written)")
    } else if given.isAnonymous {
      quote.reasons.append("speaker: not known, given by the source, “\(given.speakerField)”")
    } else if let mention = mention(in: quote.source), let entity = mention.entity {
      quote.speaker = entity
      let reason = mention.reason.isEmpty ? "" : "; \(mention.reason)"
      quote.reasons.append(
        "speaker: \(speakers.entities[Int(entity)].name), by the words of the source\(reason)")
    } else if let name = given.heading {
      let entity = speakers.entity(named: name).entity
      quote.speaker = entity
      quote.reasons.append(
        "speaker: \(speakers.entities[Int(entity)].name), by the head of the speech")
    } else {
      quote.reasons.append("speaker: not known by name")
    }
  }

  /// Who is meant by a pronoun that stands right before or behind the words of a quote.
  private func meaning(of pronoun: String, beside quote: Quote) -> UInt32? {
    guard let start = quote.content.first?.start, let end = quote.content.last?.end else {
      return nil
    }
    let reach = 8
    let before = places.tokens(in: ByteRange(0, start)).suffix(reach).reversed()
    let last = places.tokens(in: ByteRange(start, end)).upperBound
    let near = Array(last..<min(last + reach, mentions.count)) + Array(before)
    let token = near.first { token in
      mentions[token]?.form == .pronoun
        && document.text.string(document.tokens[token].range).lowercased() == pronoun.lowercased()
    }
    return token.flatMap { mentions[$0]?.entity }
  }

  /// The mention that the words of a source lead to: a person who is named and stands behind no
  /// preposition ("aides to Macron"), else what all of the words mean ("France", "she").
  private func mention(in source: [ByteRange]) -> Mention? {
    let tokens = source.flatMap { places.tokens(in: $0) }
    for (place, token) in tokens.enumerated() {
      guard let mention = mentions[token], mention.form == .name, isPerson(mention) else {
        continue
      }
      let before = tokens[..<place].reversed().prefix { reading.word($0).key != .comma }
      if !before.contains(where: { reading.tag($0) == .adp }) { return mention }
    }
    guard let mention = tokens.last.flatMap({ mentions[$0] }) else { return nil }
    let rest = tokens.filter { !mention.tokens.contains($0) }
    return rest.allSatisfy { reading.tag($0) == .det || reading.tag($0) == .punct } ? mention : nil
  }

  private func isPerson(_ mention: Mention) -> Bool {
    mention.entity.map { speakers.entities[Int($0)].type == .person } ?? false
  }
}
