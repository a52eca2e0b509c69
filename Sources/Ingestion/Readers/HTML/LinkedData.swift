internal import Annotation

/// What a page says of its article in JSON-LD, by the vocabulary of schema.org.
struct LinkedData {

  private typealias Fields = [(name: String, value: JSONValue)]

  /// All objects, by their `@id` where they have one.
  private var objects: [Fields] = []
  private var byID: [String: Int] = [:]

  /// The fields of the article, if there is one.
  private var article: Fields = []

  /// How many articles it tells of.
  private(set) var articleCount = 0

  /// How many objects are looked at.
  private static let limit = 10_000

  /// Reads the scripts of a page; what is no JSON is passed over, since other sources remain.
  init(_ tree: MarkupTree) {
    for script in tree.all("script", in: tree.indices) {
      guard let type = tree.attribute("type", of: script)?.lowercased(),
        type.hasPrefix("application/ld+json")
      else { continue }
      if let value = Self.value(tree.content(of: script)) { collect(value) }
    }
    let articles = objects.filter { Self.isArticle($0) }
    article = articles.first ?? []
    articleCount = articles.count
  }

  /// The value that stands in a script, be it inside of a section of XML.
  private static func value(_ script: [UInt8]) -> JSONValue? {
    let section = script.prefix(64).firstRange(of: Array("<![CDATA[".utf8))
    let content = section.map { script[$0.upperBound...] } ?? script[...]
    let tail = section.flatMap { _ in content.suffix(32).firstRange(of: Array("]]>".utf8)) }
    let body = tail.map { content[..<$0.lowerBound] } ?? content
    guard let start = body.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }),
      let end = body.lastIndex(where: { $0 == 0x7D || $0 == 0x5D }), start < end
    else { return nil }
    let json = Array(body[start...end])
    return (try? JSONScanner.value(json)) ?? (try? JSONScanner.value(mended(json)))
  }

  /// JSON without what templates leave in it: commas before the end of a list or an object, and
  /// line breaks inside of texts.
  private static func mended(_ json: [UInt8]) -> [UInt8] {
    var mended: [UInt8] = []
    mended.reserveCapacity(json.count)
    var (isText, isEscaped) = (false, false)
    var comma: Int?
    for byte in json {
      if isText {
        mended.append(byte < 0x20 ? 0x20 : byte)
        if byte == 0x22, !isEscaped { isText = false }
        isEscaped = byte == 0x5C && !isEscaped
        continue
      }
      if byte == 0x7D || byte == 0x5D, let comma { mended[comma] = 0x20 }
      if byte > 0x20 { comma = byte == 0x2C ? mended.count : nil }
      isText = byte == 0x22
      mended.append(byte)
    }
    return mended
  }

  /// Collects the objects of a value; the scanner has bounded how deep they stand.
  private mutating func collect(_ value: JSONValue) {
    switch value {
    case .array(let items): for item in items { collect(item) }
    case .object(let fields):
      guard objects.count < Self.limit else { return }
      if let id = Self.text(fields, "@id"), byID[id] == nil || fields.count > 2 {
        byID[id] = objects.count
      }
      objects.append(fields)
      for field in fields { collect(field.value) }
    default: break
    }
  }

  private static func isArticle(_ fields: Fields) -> Bool {
    guard fields.count > 2, let type = fields.first(where: { $0.name == "@type" }) else {
      return false
    }
    return type.value.texts.contains {
      $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0.hasSuffix("Report")
    }
  }

  private static func text(_ fields: Fields, _ name: String) -> String? {
    guard case .text(let bytes)? = fields.first(where: { $0.name == name })?.value else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

// MARK: Fields

extension LinkedData {

  /// Whether the article is one of parts that have headlines of their own, as a live blog is.
  var isInParts: Bool { value("liveBlogUpdate") != nil || value("blogPost") != nil }

  /// What is told without the first article.
  var withoutArticle: LinkedData {
    var rest = self
    rest.article = []
    return rest
  }

  /// The text of the article, where the page gives it here as well.
  var body: [UInt8]? {
    guard case .text(let bytes)? = value("articleBody"), bytes.hasText else { return nil }
    return bytes
  }

  /// The texts of the first of some fields that has any.
  func texts(_ names: String...) -> [String] {
    for name in names {
      if let texts = value(name)?.texts.filter({ !$0.isEmpty }), !texts.isEmpty { return texts }
    }
    return []
  }

  /// The names of the persons or organisations in a field; one that is told of elsewhere is looked
  /// up there.
  func people(_ field: String) -> [String] {
    guard let value = value(field) else { return [] }
    let items: [JSONValue] = if case .array(let items) = value { items } else { [value] }
    return items.flatMap(names)
  }

  private func value(_ name: String) -> JSONValue? { article.first { $0.name == name }?.value }

  private func names(_ value: JSONValue) -> [String] {
    guard case .object(let fields) = value else { return value.texts }
    if let name = fields.first(where: { $0.name == "name" }) { return name.value.texts }
    guard let id = Self.text(fields, "@id"), let index = byID[id],
      let name = objects[index].first(where: { $0.name == "name" })
    else { return [] }
    return name.value.texts
  }
}

extension JSONValue {

  /// The text or the texts of the list that it is; of an object its `@id` or name.
  fileprivate var texts: [String] {
    switch self {
    case .text(let bytes): [String(decoding: bytes, as: UTF8.self)]
    case .number(let digits): [digits]
    case .array(let items): items.flatMap(\.texts)
    case .object(let fields):
      fields.first { ["name", "@id", "@value"].contains($0.name) }?.value.texts ?? []
    case .null, .bool: []
    }
  }
}
