internal import Annotation

/// What an object of JSON gives of a document beside its text and metadata: words, quotes, names,
/// blocks.
///
/// A quote has its pieces as `content`, or `start` and `end`, or its words; a mention has a `range`, or
/// `start` and `end`. What numbers count, and where the words are that are told, is found by
/// `ToldPlaces`. Words are read by `GivenTokens`.
struct GivenFields {

  /// The fields that are given, by name; the rest is metadata.
  private var given: [String: JSONValue] = [:]

  /// Whether nothing is given.
  var isEmpty: Bool { given.isEmpty }

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
    // Some services write `Entities`.
    let name = Self.objects.contains(name.lowercased()) ? name.lowercased() : name
    guard Self.isOurs(name, value) else { return false }
    if value.items.isEmpty, name != "quotes", name != "mentions" { return true }
    given[name] = value
    return true
  }

  private static func isOurs(_ name: String, _ value: JSONValue) -> Bool {
    guard case .array(let items) = value else { return false }
    if objects.contains(name) { return items.allSatisfy(\.isObject) }
    if words.contains(name) {
      return items.allSatisfy { item in
        switch item {
        case .object, .text: true
        // Pairs of numbers tell where sentences stand; other numbers are those of a language model.
        case .array(let inner):
          inner.allSatisfy { $0.isObject || $0.string != nil || name.hasPrefix("sent") }
        default: false
        }
      }
    }
    return GivenTokens.columns.contains(name)
      && items.allSatisfy { !$0.items.isEmpty || $0.string != nil }
  }

  private static let objects: Set<String> = [
    "quotes", "mentions", "entities", "ents", "blocks", "topics",
  ]
  private static let words: Set<String> = ["tokens", "words", "sentences", "sents"]

  /// Whether numbers in it tell places of the text as it stands in its field.
  var holdsPlaces: Bool {
    given.contains { name, value in
      name == "blocks"
        || value.items.contains { item in
          item.pair != nil || item.bounds != nil || item["content"] != nil
            || item.items.contains { $0.bounds != nil }
        }
    }
  }

  /// The lists that would mean something beside words, of which there are none.
  var loose: [(name: String, value: JSONValue)] {
    let columns = given.filter { GivenTokens.columns.contains($0.key) }
    guard !columns.isEmpty, GivenTokens(given).words.isEmpty else { return [] }
    return columns.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The longest gap between two words of a text that is not there.
  private static let longestGap = 4096

  /// The sentences of a document that are written as a list of texts.
  private var ownSentences: [[UInt8]]? {
    for name in ["sentences", "sents"] {
      let texts = (given[name]?.items ?? []).map { item in
        if case .text(let text) = item { text } else { [UInt8]() }
      }
      if !texts.isEmpty, texts.allSatisfy(\.hasText) { return texts }
    }
    return nil
  }

  /// The sentences, or the words, of a document whose text is not there, a blank between two of them, or as many as numbers
  /// tell.
  var ownText: [UInt8]? {
    if let sentences = ownSentences { return Array(sentences.joined(separator: [0x20])) }
    let tokens = GivenTokens(given)
    guard tokens.words.count > 1, tokens.words.allSatisfy({ $0.text != nil }) else { return nil }
    var text: [UInt8] = []
    var position = 0
    for word in tokens.words {
      // Numbers tell how many blanks stand between two words.
      let gap = word.bounds.map { $0.start - position } ?? 1
      let isGap = gap >= 0 && gap <= Self.longestGap && word.bounds != nil
      let count = isGap ? gap : text.isEmpty ? 0 : 1
      text += [UInt8](repeating: 0x20, count: count) + (word.text ?? [])
      position += count + String(decoding: word.text ?? [], as: UTF8.self).unicodeScalars.count
    }
    return text
  }

  /// Returns what is given of a text; nil for nothing.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The name of the reader.
  ///   - told: Takes what of it does not fit the text.
  /// - Returns: The layers.
  func layers(
    of text: NormalizedText, reader name: String, _ told: (GivenFault) -> Void
  ) -> GivenLayers? {
    guard !given.isEmpty else { return nil }
    let (field, names) = mentions
    let quotes = given["quotes"]?.items
    let reader = GivenFieldReader(text, quotes: quotes ?? [], mentions: names ?? [])
    var layers = GivenLayers()
    layers.blocks = reader.blocks(given["blocks"]?.items ?? [])
    addWords(to: &layers, reader.standoff, told)
    layers.wordFields.reader = name
    let entities = (given["entities"]?.items ?? []).map(reader.entity)
    layers.entities = entities.compactMap(\.self)
    if names != nil { layers.mentions = reader.mentions(entities, field: field) }
    if quotes != nil { layers.quotes = reader.quotes }
    if reader.movedCount > 0 { told(.moved(reader.movedCount)) }
    for missing in reader.missingCounts where missing > 0 { told(.misplaced(missing)) }
    return layers.isEmpty ? nil : layers
  }

  /// The names that have places, and what they are called.
  private var mentions: (field: String, items: [JSONValue]?) {
    for field in ["mentions", "ents", "entities"] {
      guard let items = given[field]?.items else { continue }
      // Names without places are of the text as a whole, and no mentions.
      if field == "entities", !items.contains(where: { $0.bounds != nil }) { continue }
      return (field, items)
    }
    return ("", nil)
  }

  private func addWords(
    to layers: inout GivenLayers, _ standoff: StandoffText, _ told: (GivenFault) -> Void
  ) {
    let tokens = GivenTokens(given)
    guard !tokens.words.isEmpty else { return }
    let places = TokenPlaces(tokens, in: standoff.text)
    guard places.areThose else {
      return told(.otherWords(places.missingCount, of: tokens.words.count, tokens.fields.word))
    }
    if places.missingCount > 0 { told(.misplaced(places.missingCount)) }
    layers.take(tokens, at: places.places, in: standoff)
    layers.fillParagraphs(of: standoff.text)
  }
}

/// What of that which is given does not fit the text.
enum GivenFault {
  /// So many names, quotes or words point to no place.
  case misplaced(Int)
  /// The words of so many stand elsewhere than their numbers say.
  case moved(Int)
  /// The words, so many of which are missing, are not those of the text.
  case otherWords(Int, of: Int, String)
}
