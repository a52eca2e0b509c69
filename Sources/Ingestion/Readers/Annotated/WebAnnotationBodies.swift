internal import Annotation

/// What annotations say of a text.
struct WebAnnotationBodies {

  private let standoff: StandoffText

  /// How many annotations point to no place in the text, and where the first of them points to.
  private(set) var misplaced: (count: Int, first: String)?

  init(_ standoff: StandoffText) { self.standoff = standoff }

  /// Returns the quotes and names that annotations tell of.
  mutating func layers(of annotations: [JSONValue]) -> GivenLayers {
    var layers = GivenLayers()
    var quotes: [GivenQuote] = []
    var mentions: [GivenMention] = []
    var holders: [DocumentEntity] = []
    for annotation in annotations {
      let bodies = (annotation["body"]?.list ?? []) + (annotation["bodyValue"]?.list ?? [])
      var lost: String?
      holders += bodies.compactMap(holder)
      if let body = bodies.first(where: isQuotation) {
        holders += ["schema:spokenByCharacter", "schema:audience"].compactMap {
          body[$0].flatMap(holder)
        }
        if let quote = quote(body, annotation, &lost) { quotes.append(quote) }
      } else if let mention = mention(bodies, annotation, &lost) {
        mentions.append(mention)
      }
      if let lost { misplaced = ((misplaced?.count ?? 0) + 1, misplaced?.first ?? lost) }
    }
    if !quotes.isEmpty { layers.quotes = quotes }
    if !mentions.isEmpty { layers.mentions = mentions }
    var known: Set<DocumentEntity> = []
    layers.entities = holders.filter { known.insert($0).inserted }
    return layers
  }

  private static func kinds(of body: JSONValue) -> [String] {
    (body.first(of: "type", "@type")?.list ?? []).compactMap(\.string)
  }

  private func isQuotation(_ body: JSONValue) -> Bool {
    Self.kinds(of: body).contains { $0.hasSuffix("Quotation") }
      || ["quote", "quotation"].contains(tag(body)?.lowercased())
  }

  /// The word of a body that is a tag.
  private func tag(_ body: JSONValue) -> String? { body.string ?? body["value"]?.string }

  private func quote(
    _ body: JSONValue, _ annotation: JSONValue, _ lost: inout String?
  ) -> GivenQuote? {
    var parts: [String: [ByteRange]] = [:]
    for target in annotation["target"]?.list ?? [] {
      guard let range = range(of: target) else {
        lost = lost ?? Self.place(target)
        continue
      }
      parts[target["styleClass"]?.string ?? "content", default: []].append(range)
    }
    guard let content = parts["content"], !content.isEmpty else { return nil }
    var quote = GivenQuote(
      content: content, field: "Quotation", speakerField: "spokenByCharacter")
    quote.cue = parts["cue"] ?? []
    quote.source = parts["source"] ?? []
    quote.speaker = party(body.first(of: "schema:spokenByCharacter", "spokenByCharacter"))
    quote.isAnonymous = quote.speaker == nil && body.has("schema:spokenByCharacter")
    quote.addressee = party(body.first(of: "schema:audience", "audience"))
    quote.kind = body.first(of: "schema:genre", "genre")?.string.flatMap {
      Quote.Kind(rawValue: $0)
    }
    quote.cueLemma = body["lemma"]?.string
    quote.confidence = body["confidence"]?.decimal
    quote.isSpeech = body["speech"]?.flag
    return quote
  }

  /// Someone of whom offices are told.
  private func holder(_ body: JSONValue) -> DocumentEntity? {
    let told = body.first(of: "schema:jobTitle", "jobTitle", "roles")?.list ?? []
    let roles = told.compactMap(\.string)
    guard !roles.isEmpty, let name = party(body),
      let type = Self.kinds(of: body).lazy.compactMap(EntityLabel.type).first
    else { return nil }
    return DocumentEntity(name: name, type: type, roles: roles)
  }

  private func party(_ value: JSONValue?) -> String? {
    value?.name ?? value?.first(of: "schema:name", "name")?.name
  }

  private func mention(
    _ bodies: [JSONValue], _ annotation: JSONValue, _ lost: inout String?
  ) -> GivenMention? {
    guard let target = annotation["target"]?.list.first else { return nil }
    for body in bodies {
      let labels = Self.kinds(of: body) + (tag(body).map { [$0] } ?? [])
      let form = body["form"]?.string.flatMap(Mention.Form.init)
      let type = labels.lazy.compactMap(EntityLabel.type).first
      guard type != nil || form != nil else { continue }
      guard let range = range(of: target) else {
        // Without a selector the label is one of the whole text.
        lost = target["selector"] == nil ? nil : Self.place(target)
        return nil
      }
      var mention = GivenMention(range, type: type, name: party(body), field: "body")
      mention.form = form ?? .name
      mention.identifier = bodies.lazy.compactMap { $0["source"]?.string ?? $0["id"]?.string }.first
      return mention
    }
    return nil
  }

  /// Where a target lies: at its position, where the words stand there that are told, else where they
  /// do.
  private func range(of target: JSONValue) -> ByteRange? {
    let selectors = target["selector"]?.list ?? []
    let words = selectors.lazy.compactMap { $0["exact"]?.string }.first
    for selector in selectors {
      guard let (start, end) = Self.bounds(selector), let range = standoff.range(start, end) else {
        continue
      }
      let original = Array(standoff.original(start, end))
      if words.map({ standoff.agree($0, with: original, at: [range]) }) ?? true { return range }
    }
    return selectors.lazy.compactMap { selector -> ByteRange? in
      guard let exact = selector["exact"]?.string else { return nil }
      return standoff.place(
        of: exact, behind: selector["prefix"]?.string ?? "",
        before: selector["suffix"]?.string ?? "")
    }.first
  }

  private static func bounds(_ selector: JSONValue) -> (Int, Int)? {
    guard let start = selector["start"]?.integer, let end = selector["end"]?.integer else {
      return nil
    }
    return (start, end)
  }

  /// What a target points to, in words.
  private static func place(_ target: JSONValue) -> String {
    let selectors = target["selector"]?.list ?? []
    if let words = selectors.lazy.compactMap({ $0["exact"]?.string }).first {
      return "'\(words.prefix(40))'"
    }
    if let (start, end) = selectors.lazy.compactMap(bounds).first { return "\(start) to \(end)" }
    return "no selector"
  }
}
