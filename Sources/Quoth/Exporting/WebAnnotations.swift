internal import Annotation

/// The form `webannotation`: an annotation page of the World Wide Web Consortium, as JSON-LD.
///
/// Each document begins with an annotation that describes it: its body is the text, its target the
/// document with its metadata in words of schema.org. Quotes have a body of the type
/// `schema:Quotation` and one target for each piece of content, cue and source, told apart by
/// `styleClass`; names have a body of a type like `schema:Person`, descriptions and pronouns tell
/// their `form` in theirs, and the offices of a person are `schema:jobTitle`. Words, their lemmas and tags are
/// not written. Positions count Unicode scalars, and the words of a place stand with as many
/// of those around them as it takes to find them nowhere else. Fields of the source are `field:name`.
/// Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017.
struct WebAnnotations {

  /// What stands before the first document.
  static func opening(_ name: String) -> [UInt8] {
    Array("{\"@context\": [\"http://www.w3.org/ns/anno.jsonld\", ".utf8)
      + Array("{\"@vocab\": \"urn:quoth:term:\", \"field\": \"urn:quoth:field:\"}],\n".utf8)
      + Array(" \"type\": \"AnnotationPage\", \"label\": ".utf8) + JSONText.text(name)
      + Array(",\n \"items\": [\n".utf8)
  }

  /// What stands behind the last document.
  static let closing = Array("\n]}\n".utf8)

  private let document: AnnotatedDocument
  private let isFirst: Bool
  private let offsets: ScalarOffsets
  private let address: String
  private let context: DistinctContext

  /// Creates the annotations of a document, the first of a page or one behind others.
  init(_ document: AnnotatedDocument, isFirst: Bool) {
    self.document = document
    self.isFirst = isFirst
    offsets = ScalarOffsets(document.text)
    context = DistinctContext(document.text.bytes)
    address = "urn:quoth:" + Self.encoded(document.metadata.id)
  }

  /// The annotations, parted by commas.
  var bytes: [UInt8] {
    let items = [description] + document.quotes.indices.map(quote) + names
    return JSONText.joined(items, by: ",\n", between: (isFirst ? "" : ",\n", ""))
  }

  private var description: [UInt8] {
    let text = String(decoding: document.text.bytes, as: UTF8.self)
    let none = document.namesNothing ? [("mentions", Array("0".utf8))] : []
    let body = JSONText.object(
      [
        ("type", JSONText.text("TextualBody")), ("purpose", JSONText.text("describing")),
        ("format", JSONText.text("text/plain")),
        ("quotes", Array("\(document.quotes.count)".utf8)),
      ] + none + [("value", JSONText.text(text))])
    let known = document.metadata
    let texts = [
      ("headline", known.title), ("datePublished", known.date?.written),
      ("publisher", known.outlet), ("articleSection", known.section), ("url", known.url),
      ("inLanguage", known.language),
    ]
    var target = [
      ("id", JSONText.text(address)), ("type", JSONText.text("Text")),
      ("schema:identifier", JSONText.text(known.id)),
    ]
    for case (let name, let value?) in texts {
      target.append(("schema:\(name)", JSONText.text(value)))
    }
    for (name, values) in [("author", known.authors), ("keywords", known.tags)]
    where !values.isEmpty {
      target.append(("schema:\(name)", JSONText.list(values.map(JSONText.text))))
    }
    for (key, value) in known.other { target.append(("field:\(key)", JSONText.text(value))) }
    return annotation("text", "describing", body, [JSONText.object(target)])
  }

  private func quote(_ index: Int) -> [UInt8] {
    let quote = document.quotes[index]
    var body = [
      ("type", JSONText.text("schema:Quotation")),
      ("schema:genre", JSONText.text(quote.kind.rawValue)),
    ]
    let speaker = quote.speaker.map { party(document.entities[Int($0)]) }
    body.append(("schema:spokenByCharacter", speaker ?? JSONText.null))
    if let addressee = quote.addressee {
      body.append(("schema:audience", party(document.entities[Int(addressee)])))
    }
    if let lemma = quote.cueLemma { body.append(("lemma", JSONText.text(lemma))) }
    body.append(("confidence", Array("\(quote.confidence)".utf8)))
    body.append(("speech", Array("\(quote.isSpeech)".utf8)))
    let parts = [("content", quote.content), ("cue", quote.cue), ("source", quote.source)]
    let targets = parts.flatMap { part, ranges in ranges.map { target($0, part) } }
    return annotation("quote-\(index + 1)", "identifying", JSONText.object(body), targets)
  }

  private func party(_ entity: DocumentEntity, form: String? = nil) -> [UInt8] {
    JSONText.object(
      [
        ("type", JSONText.text(Self.type(of: entity))), ("schema:name", JSONText.text(entity.name)),
      ] + roles(of: entity) + (form.map { [("form", JSONText.text($0))] } ?? []))
  }

  /// The offices of someone; schema.org has a word for those of persons.
  private func roles(of entity: DocumentEntity) -> [(String, [UInt8])] {
    guard !entity.roles.isEmpty else { return [] }
    let name = entity.type == .person ? "schema:jobTitle" : "roles"
    return [(name, JSONText.list(entity.roles.map(JSONText.text)))]
  }

  private static func type(of entity: DocumentEntity) -> String {
    switch entity.type {
    case .person: "schema:Person"
    case .organization: "schema:Organization"
    case .place: "schema:Place"
    case .group: "schema:Audience"
    }
  }

  private var names: [[UInt8]] {
    document.mentions.enumerated().compactMap { index, mention in
      guard mention.form != .name || mention.entity != nil else { return nil }
      let range = ByteRange(
        document.tokens[Int(mention.firstToken)].range.start,
        document.tokens[Int(mention.endToken) - 1].range.end)
      return annotation(
        "\(mention.form.rawValue)-\(index + 1)", "identifying", body(of: mention),
        [target(range, nil)])
    }
  }

  private func body(of mention: Mention) -> [UInt8] {
    let form = mention.form == .name ? nil : mention.form.rawValue
    if let entity = mention.entity { return party(document.entities[Int(entity)], form: form) }
    return JSONText.object([
      ("type", JSONText.text("TextualBody")), ("purpose", JSONText.text("tagging")),
      ("value", JSONText.text(form)), ("form", JSONText.text(form)),
    ])
  }

  private func annotation(
    _ name: String, _ motivation: String, _ body: [UInt8], _ targets: [[UInt8]]
  ) -> [UInt8] {
    JSONText.object([
      ("id", JSONText.text("\(address)#\(name)")), ("type", JSONText.text("Annotation")),
      ("motivation", JSONText.text(motivation)), ("body", body),
      ("target", targets.count == 1 ? targets[0] : JSONText.list(targets)),
    ])
  }

  private func target(_ range: ByteRange, _ style: String?) -> [UInt8] {
    let (start, end) = offsets.original(range)
    let position = JSONText.object([
      ("type", JSONText.text("TextPositionSelector")), ("start", Array("\(start)".utf8)),
      ("end", Array("\(end)".utf8)),
    ])
    let around = context.around(range)
    let parts = [("exact", range), ("prefix", around.before), ("suffix", around.behind)]
    let words = JSONText.object(
      [("type", JSONText.text("TextQuoteSelector"))]
        + parts.filter { $0.0 == "exact" || $0.1.length > 0 }
        .map { ($0, JSONText.text(document.text.string($1))) })
    let style = style.map { [("styleClass", JSONText.text($0))] } ?? []
    return JSONText.object(
      [("source", JSONText.text(address))] + style
        + [("selector", JSONText.list([position, words]))])
  }

  /// A name as part of an address (RFC 3986).
  private static func encoded(_ name: String) -> String {
    name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        String(UnicodeScalar(byte))
      default:
        "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
