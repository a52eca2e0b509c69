internal import Annotation

/// Reads annotations after the model of the World Wide Web Consortium, as JSON-LD.
///
/// An annotation whose motivation is `describing`, and whose body is a text, gives the text of its
/// target with the target's metadata; that is how our own exports hold texts. Without one, a target
/// that holds a text as `value`, or the file of that name beside this one, is what positions count in.
/// Bodies of the type `Quotation` are quotes, the pieces of which are told apart by `styleClass`; bodies
/// of a type like `Person`, or tags of such words, are names. Positions count Unicode scalars; where
/// there are none, the `exact` words of a quote selector are looked for.
/// Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017.
public struct WebAnnotationReader: DocumentReader {

  /// `webannotation`.
  public static let name = "webannotation"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["jsonld", "json"]

  /// Creates the reader.
  public init() {}

  /// Whether the context of web annotations is named.
  public func recognizes(_ start: [UInt8]) -> Bool {
    start.holds(Array("www.w3.org/ns/anno".utf8), in: 0..<start.count)
  }

  /// Reads the texts that annotations are about.
  public func read(_ file: SourceFile) -> Reading {
    var reading = Reading()
    guard let value = JSONFile(file).value(&reading) else { return reading }
    var sources = AnnotatedSources(file)
    for annotation in Self.annotations(in: value) { sources.add(annotation) }
    sources.finish(&reading)
    return reading
  }

  /// The annotations of a page, a collection, a list, or one alone, in order.
  private static func annotations(in value: JSONValue) -> [JSONValue] {
    switch value {
    case .array(let items): items.flatMap(annotations)
    case .object:
      if let items = value.first(of: "items", "@graph", "annotations") {
        items.list
      } else if let first = value["first"], first.isObject {
        annotations(in: first)
      } else {
        value.first(of: "target", "body") == nil ? [] : [value]
      }
    default: []
    }
  }
}

/// The texts of a file of annotations, with what is said of each.
private struct AnnotatedSources {

  /// A text that annotations are about.
  private struct Source {
    var text: [UInt8]?
    var fields: [(name: String, value: JSONValue)] = []
    var annotations: [JSONValue] = []
    /// Whether the source tells how many quotes there are.
    var countsQuotes = false
  }

  private let file: SourceFile
  private var sources: [String: Source] = [:]
  private var order: [String] = []

  init(_ file: SourceFile) { self.file = file }

  mutating func add(_ annotation: JSONValue) {
    let targets = annotation["target"]?.list ?? []
    guard let target = targets.first, let address = Self.address(of: target) else { return }
    if sources[address] == nil {
      sources[address] = Source()
      order.append(address)
    }
    let isDescription =
      annotation["motivation"]?.list.contains { $0.string == "describing" } ?? false
    let body = annotation["body"]?.list.first
    if isDescription, case .text(let text)? = body?["value"] {
      sources[address]?.text = text
      sources[address]?.countsQuotes = body?["quotes"]?.integer != nil
      if case .object(let fields) = target { sources[address]?.fields = fields }
      return
    }
    if sources[address]?.text == nil, let source = target["source"], source.isObject,
      case .text(let text)? = source["value"]
    {
      sources[address]?.text = text
    }
    sources[address]?.annotations.append(annotation)
  }

  private static func address(of target: JSONValue) -> String? {
    if let address = target.string { return Self.withoutFragment(address) }
    let source = target["source"]
    let address = source?.string ?? source?["id"]?.string ?? target.first(of: "id", "@id")?.string
    return address.map(withoutFragment)
  }

  private static func withoutFragment(_ address: String) -> String {
    String(address.prefix { $0 != "#" })
  }

  /// Makes documents of the texts that are known.
  func finish(_ reading: inout Reading) {
    for address in order {
      guard let source = sources[address] else { continue }
      guard let text = source.text ?? file.companion(address) else {
        reading.warnings.append(.noAnnotatedText(address, file.origin))
        continue
      }
      var assembler = MetadataAssembler()
      if !source.fields.contains(where: { $0.name == "schema:identifier" }) {
        assembler.add("id", .text(address))
        if address.hasPrefix("http") { assembler.add("url", .text(address)) }
      }
      for field in source.fields where !["id", "@id", "type", "@type"].contains(field.name) {
        assembler.add(Self.fieldName(field.name), field.value.metadata)
      }
      let metadata = assembler.assemble(file, line: nil, &reading.warnings)
      let standoff = StandoffText(text, unit: .scalars)
      var layers = WebAnnotationBodies(standoff).layers(of: source.annotations)
      if source.countsQuotes, layers.quotes == nil { layers.quotes = [] }
      reading.documents.append(
        SourceDocument(text: standoff.text, metadata: metadata, given: layers))
    }
    if order.isEmpty { reading.warnings.append(.noText(file.origin, line: nil)) }
  }

  /// Our name of a field of schema.org or Dublin Core.
  private static func fieldName(_ name: String) -> String {
    for prefix in ["schema:", "dcterms:", "dc:"] where name.hasPrefix(prefix) {
      let rest = String(name.dropFirst(prefix.count))
      return names[rest] ?? rest
    }
    return name.hasPrefix("field:") ? String(name.dropFirst(6)) : name
  }

  private static let names = [
    "identifier": "id", "headline": "title", "name": "title", "articleSection": "section",
    "inLanguage": "language", "creator": "author", "issued": "date", "created": "date",
    "subject": "tags",
  ]
}

/// What annotations say of a text.
private struct WebAnnotationBodies {

  private let standoff: StandoffText

  init(_ standoff: StandoffText) { self.standoff = standoff }

  func layers(of annotations: [JSONValue]) -> GivenLayers {
    var layers = GivenLayers()
    var quotes: [GivenQuote] = []
    var mentions: [GivenMention] = []
    for annotation in annotations {
      let bodies = (annotation["body"]?.list ?? []) + (annotation["bodyValue"]?.list ?? [])
      if let body = bodies.first(where: isQuotation) {
        if let quote = quote(body, annotation) { quotes.append(quote) }
      } else if let mention = mention(bodies, annotation) {
        mentions.append(mention)
      }
    }
    if !quotes.isEmpty { layers.quotes = quotes }
    if !mentions.isEmpty { layers.mentions = mentions }
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

  private func quote(_ body: JSONValue, _ annotation: JSONValue) -> GivenQuote? {
    var parts: [String: [ByteRange]] = [:]
    for target in annotation["target"]?.list ?? [] {
      guard let range = range(of: target) else { continue }
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

  private func party(_ value: JSONValue?) -> String? {
    value?.name ?? value?.first(of: "schema:name", "name")?.name
  }

  private func mention(_ bodies: [JSONValue], _ annotation: JSONValue) -> GivenMention? {
    guard let target = annotation["target"]?.list.first, let range = range(of: target) else {
      return nil
    }
    for body in bodies {
      let labels = Self.kinds(of: body) + (tag(body).map { [$0] } ?? [])
      let form = body["form"]?.string.flatMap(Mention.Form.init)
      let type = labels.lazy.compactMap(EntityLabel.type).first
      guard type != nil || form != nil else { continue }
      var mention = GivenMention(range, type: type, name: party(body), field: "body")
      mention.form = form ?? .name
      mention.identifier = bodies.lazy.compactMap { $0["source"]?.string ?? $0["id"]?.string }.first
      return mention
    }
    return nil
  }

  /// Where a target lies, by its position, else by its words.
  private func range(of target: JSONValue) -> ByteRange? {
    let selectors = target["selector"]?.list ?? []
    for selector in selectors {
      if let start = selector["start"]?.integer, let end = selector["end"]?.integer,
        let range = standoff.range(start, end)
      {
        return range
      }
    }
    return selectors.lazy.compactMap { selector -> ByteRange? in
      guard let exact = selector["exact"]?.string else { return nil }
      return standoff.place(
        of: exact, behind: selector["prefix"]?.string ?? "",
        before: selector["suffix"]?.string ?? "")
    }.first
  }
}
