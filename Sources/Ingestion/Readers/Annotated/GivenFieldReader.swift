internal import Annotation

/// Reads what is given of a text.
struct GivenFieldReader {

  /// The text with the way to its places.
  var standoff: StandoffText { places.standoff }

  private let quoteValues: [JSONValue]
  private let mentionValues: [JSONValue]
  /// Where the quotes stand, and behind them the mentions.
  private let places: ToldPlaces

  /// Finds the places of what is given of a text.
  init(_ text: NormalizedText, quotes: [JSONValue], mentions: [JSONValue]) {
    (quoteValues, mentionValues) = (quotes, mentions)
    let told = quotes.map { value in
      let pieces = (value["content"]?.items ?? []).compactMap(\.pair)
      let words = value.first(of: "quotation", "quote", "text")?.string ?? value["content"]?.string
      return ToldPlaces.Item(
        pieces.isEmpty ? value.bounds.map { [$0] } ?? [] : pieces, words: words)
    }
    places = ToldPlaces(
      told
        + mentions.map { value in
          let bounds = value.bounds.map { [$0] } ?? []
          let words = bounds.isEmpty ? nil : value.first(of: "text", "Text")?.string
          return ToldPlaces.Item(bounds, words: words)
        }, in: text)
  }

  /// How many quotes and mentions stand elsewhere than their numbers say.
  var movedCount: Int { places.places.count { $0?.isMoved ?? false } }

  /// How many mentions, and how many quotes, stand nowhere in the text.
  var missingCounts: [Int] {
    let split = quoteValues.count
    return [
      places.places[split...].count { $0 == nil }, places.places[..<split].count { $0 == nil },
    ]
  }

  /// Returns the blocks in their order; one that begins inside of another is left out.
  func blocks(_ values: [JSONValue]) -> [Block] {
    var end: UInt32 = 0
    return values.compactMap(block).filter { block in
      guard block.range.start >= end else { return false }
      end = block.range.end
      return true
    }
  }

  private func block(_ value: JSONValue) -> Block? {
    guard let kind = value["kind"]?.string.flatMap(Block.Kind.init),
      let range = value["range"]?.pair.flatMap({ standoff.range($0.start, $0.end) })
    else { return nil }
    return Block(kind, range)
  }

  /// Returns what an object tells of somebody or something; nil where it does not tell name and type.
  func entity(_ value: JSONValue) -> DocumentEntity? {
    guard let name = value["name"]?.name,
      let type = value.first(of: "type", "label")?.string.flatMap(EntityLabel.type)
    else { return nil }
    func texts(_ field: String) -> [String] { value[field]?.items.compactMap(\.string) ?? [] }
    return DocumentEntity(
      name: name, type: type, aliases: texts("aliases"), roles: texts("roles"))
  }

  /// Returns the mentions that stand in the text.
  ///
  /// - Parameters:
  ///   - entities: Whom they may mean by number.
  ///   - field: What the source calls the mentions.
  /// - Returns: The mentions in their order.
  func mentions(_ entities: [DocumentEntity?], field: String) -> [GivenMention] {
    zip(mentionValues, places.places[quoteValues.count...]).compactMap { value, place in
      guard let range = place?.ranges.first else { return nil }
      return mention(value, range, entities, field: field)
    }
  }

  private func mention(
    _ value: JSONValue, _ range: ByteRange, _ entities: [DocumentEntity?], field: String
  ) -> GivenMention {
    var mention = GivenMention(range, field: field)
    if let index = value["entity"]?.integer, entities.indices.contains(index) {
      mention.name = entities[index]?.name
      mention.type = entities[index]?.type
    } else {
      mention.name = value.first(of: "name", "entity")?.name
      mention.type =
        (value.first(of: "type", "label", "category", "Type")
        ?? value["labels"]?.items.first?["value"])?
        .string.flatMap(EntityLabel.type)
      mention.identifier = value.first(of: "id", "qid", "wikidata")?.name
    }
    mention.form = value["form"]?.string.flatMap(Mention.Form.init) ?? .name
    mention.reason = value["reason"]?.string
    return mention
  }

  /// The quotes that stand in the text.
  var quotes: [GivenQuote] {
    zip(quoteValues, places.places).compactMap { value, place in
      place.map { quote(value, $0) }
    }
  }

  private func quote(_ value: JSONValue, _ place: ToldPlaces.Place) -> GivenQuote {
    var quote = GivenQuote(content: place.ranges, field: "quotes")
    // Numbers that miss the words of the quote miss those of its speaker, too.
    if !place.isMoved {
      quote.cue = ranges(value["cue"])
      quote.source = ranges(value["source"])
    }
    quote.speaker = value["speaker"]?.person
    quote.isAnonymous = quote.speaker == nil && value.has("speaker")
    quote.addressee = value["addressee"]?.person
    quote.cueLemma = value["lemma"]?.string
    quote.kind = value.first(of: "kind", "type")?.string.flatMap { Quote.Kind(rawValue: $0) }
    quote.confidence = value["confidence"]?.decimal
    quote.isSpeech = value["speech"]?.flag
    quote.reasons =
      value["reasons"]?.items.compactMap(\.string) ?? value["reason"]?.string.map { [$0] } ?? []
    return quote
  }

  private func ranges(_ value: JSONValue?) -> [ByteRange] {
    (value?.items ?? []).compactMap { $0.pair.flatMap { standoff.range($0.start, $0.end) } }
  }
}
