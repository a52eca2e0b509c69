internal import Annotation

/// What an object of JSON gives of a document beside its text and metadata: quotes, names, blocks.
///
/// Places count Unicode scalars of the text. A quote has its pieces as `content`, or `start` and `end`,
/// or its words, which are looked for; a mention has a `range`, or `start` and `end`.
struct GivenFields {

  /// The fields that are given, by name; the rest is metadata.
  private var given: [String: JSONValue] = [:]
  /// Whether the text has been repaired already, as that of our own exports.
  private(set) var isNormalized = false

  /// Takes a field, if it is of this sort.
  ///
  /// - Returns: Whether it is; else it is metadata.
  mutating func take(_ name: String, _ value: JSONValue) -> Bool {
    if name == "normalized", let flag = value.flag {
      isNormalized = flag
      return true
    }
    guard Self.names.contains(name), case .array(let items) = value,
      items.allSatisfy(\.isObject) || name == "sentences"
    else { return false }
    if items.isEmpty, name != "quotes", name != "mentions" { return true }
    given[name] = value
    return true
  }

  private static let names: Set<String> = [
    "quotes", "mentions", "entities", "ents", "blocks", "sentences", "tokens", "topics",
  ]

  /// Whether numbers in it tell places of the text as it stands in its field.
  var holdsPlaces: Bool {
    given.contains { name, value in
      Self.placed.contains(name)
        || value.items.contains { item in Self.numbers.contains { item[$0] != nil } }
    }
  }

  private static let placed: Set<String> = ["blocks", "sentences", "tokens"]
  private static let numbers = ["start", "range", "content"]

  /// Returns what is given of a text; nil for nothing.
  func layers(of text: NormalizedText) -> GivenLayers? {
    guard !given.isEmpty else { return nil }
    let reader = GivenFieldReader(StandoffText(text, unit: .scalars))
    var layers = GivenLayers()
    layers.blocks = reader.blocks(given["blocks"]?.items ?? [])
    let entities = (given["entities"]?.items ?? []).map(reader.entity)
    layers.entities = entities.compactMap(\.self)
    if let mentions = given["mentions"] ?? given["ents"] {
      layers.mentions = mentions.items.compactMap { reader.mention($0, entities) }
    }
    layers.quotes = given["quotes"].map { $0.items.compactMap(reader.quote) }
    return layers.isEmpty ? nil : layers
  }
}

/// Reads what is given of a text.
struct GivenFieldReader {

  private let standoff: StandoffText

  init(_ standoff: StandoffText) { self.standoff = standoff }

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
      let range = range(value["range"])
    else { return nil }
    return Block(kind, range)
  }

  func entity(_ value: JSONValue) -> DocumentEntity? {
    guard let name = value["name"]?.name,
      let type = value.first(of: "type", "label")?.string.flatMap(EntityLabel.type)
    else { return nil }
    func texts(_ field: String) -> [String] { value[field]?.items.compactMap(\.string) ?? [] }
    return DocumentEntity(
      name: name, type: type, aliases: texts("aliases"), roles: texts("roles"))
  }

  func mention(_ value: JSONValue, _ entities: [DocumentEntity?]) -> GivenMention? {
    guard let range = range(value["range"]) ?? bounds(of: value) else { return nil }
    var mention = GivenMention(range, field: "mentions")
    if let index = value["entity"]?.integer, entities.indices.contains(index) {
      mention.name = entities[index]?.name
      mention.type = entities[index]?.type
    } else {
      mention.name = value.first(of: "name", "entity")?.name
      mention.type = value.first(of: "type", "label")?.string.flatMap(EntityLabel.type)
      mention.identifier = value.first(of: "id", "qid", "wikidata")?.name
    }
    mention.form = value["form"]?.string.flatMap(Mention.Form.init) ?? .name
    mention.reason = value["reason"]?.string
    return mention
  }

  func quote(_ value: JSONValue) -> GivenQuote? {
    var content = ranges(value["content"])
    if content.isEmpty, let range = bounds(of: value) { content = [range] }
    if content.isEmpty, let words = value.first(of: "quotation", "quote", "text")?.string {
      content = standoff.place(of: words).map { [$0] } ?? []
    }
    guard !content.isEmpty else { return nil }
    var quote = GivenQuote(content: content, field: "quotes")
    quote.cue = ranges(value["cue"])
    quote.source = ranges(value["source"])
    quote.speaker = value["speaker"]?.name
    quote.isAnonymous = quote.speaker == nil && value.has("speaker")
    quote.addressee = value["addressee"]?.name
    quote.cueLemma = value["lemma"]?.string
    quote.kind = value.first(of: "kind", "type")?.string.flatMap { Quote.Kind(rawValue: $0) }
    quote.confidence = value["confidence"]?.decimal
    quote.isSpeech = value["speech"]?.flag
    quote.reasons =
      value["reasons"]?.items.compactMap(\.string) ?? value["reason"]?.string.map { [$0] } ?? []
    return quote
  }

  private func ranges(_ value: JSONValue?) -> [ByteRange] {
    (value?.items ?? []).compactMap { range($0) }
  }

  private func range(_ value: JSONValue?) -> ByteRange? {
    guard let items = value?.items, items.count == 2, let start = items[0].integer,
      let end = items[1].integer
    else { return nil }
    return standoff.range(start, end)
  }

  private func bounds(of value: JSONValue) -> ByteRange? {
    guard let start = value["start"]?.integer, let end = value["end"]?.integer else { return nil }
    return standoff.range(start, end)
  }
}
