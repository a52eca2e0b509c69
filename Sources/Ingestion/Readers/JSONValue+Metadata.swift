internal import Annotation

extension JSONValue {

  /// The value as a field of metadata.
  var metadata: MetadataValue {
    switch self {
    case .null: .none
    case .array(let items): .list(items.filter { !$0.isContributor }.compactMap(\.plain))
    default: plain.map { .text($0) } ?? .none
    }
  }

  /// The day in CSL-JSON, `{"date-parts": [[2025, 3, 7]]}`, as it is written; nil for anything else.
  ///
  /// Source: https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types.
  fileprivate var dayInParts: String? {
    guard let parts = self["date-parts"]?.items.first?.items, (1...3).contains(parts.count) else {
      return nil
    }
    let numbers = parts.compactMap(\.integer)
    guard numbers.count == parts.count, numbers.allSatisfy({ (1...9999).contains($0) }) else {
      return nil
    }
    return numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
  }

  /// Whether it is a list of numbers, as those under which a database has its tags.
  fileprivate var isListOfNumbers: Bool {
    guard case .array(let items) = self else { return false }
    return !items.isEmpty
      && items.allSatisfy { if case .number = $0 { true } else { false } }
  }

  /// The fields of an object that stand for all of it.
  private static let naming = [
    "name", "literal", "rendered", "main", "original", "value", "label", "webTitle", "$oid",
    "$date",
    "$numberLong", "title",
  ]

  /// The fields of a by-line of the New York Times, whose line is null in part of its archive.
  private static let byline: Set<String> = ["original", "person", "organization"]

  /// Whether it is a tag that is a writer, as the Guardian has them.
  private var isContributor: Bool {
    guard case .object(let fields) = self,
      case .text(let type)? = fields.first(where: { $0.name == "type" })?.value
    else { return false }
    return type.elementsEqual("contributor".utf8)
  }

  /// The value in one line; of an object its name, or else all its values.
  fileprivate var plain: String? {
    switch self {
    case .null: return nil
    case .bool(let value): return value ? "true" : "false"
    case .number(let digits): return digits
    case .text(let bytes): return String(decoding: DecodedText.checked(bytes), as: UTF8.self)
    case .array(let items): return items.compactMap(\.plain).joined(separator: ", ")
    case .object(let fields):
      // The New York Times calls the kind of a keyword its name.
      let isRanked = fields.contains { $0.name == "name" } && fields.contains { $0.name == "rank" }
      if let person = PersonFields(fields).name { return person }
      if fields.count == 1, let own = fields.first, own.name == "node" { return own.value.plain }
      let isByline = fields.allSatisfy { Self.byline.contains($0.name) }
      for name in (isRanked ? ["value"] : []) + Self.naming + (isByline ? ["person"] : []) {
        if let own = fields.first(where: { $0.name == name })?.value.plain { return own }
      }
      return fields.compactMap { field in field.value.plain.map { "\(field.name): \($0)" } }
        .joined(separator: ", ")
    }
  }

  /// Whether it is a list of objects that have texts and addresses or days, as against the paragraphs of
  /// a text.
  var isListOfDocuments: Bool {
    guard case .array(let items) = self, case .object(let fields)? = items.first else {
      return false
    }
    let known = fields.compactMap { MetadataField.named($0.name)?.field }
    return known.contains(.text) && (known.contains(.url) || known.contains(.date))
  }

  /// The value as text: a text, or several that are its paragraphs; nil where it is none.
  fileprivate var text: [UInt8]? {
    switch self {
    case .text(let bytes): return bytes
    case .array(let items):
      if isListOfDocuments { return nil }
      let paragraphs = items.compactMap(\.text)
      guard !items.isEmpty, paragraphs.count == items.count else { return nil }
      return Array(paragraphs.joined(separator: [0x0A, 0x0A]))
    case .object(let fields):
      for name in Self.naming {
        if case .text(let bytes)? = fields.first(where: { $0.name == name })?.value {
          return bytes
        }
      }
      // The text may once more be called one of its names: `{"content": {"html": "<p>…"}}`.
      let texts = fields.compactMap { field -> (rank: Int, bytes: [UInt8])? in
        guard let (known, rank) = MetadataField.named(field.name), known == .text,
          case .text(let bytes) = field.value, bytes.hasText
        else { return nil }
        return (rank, bytes)
      }
      return texts.min { $0.rank < $1.rank }?.bytes
    default: return nil
    }
  }

  /// The addresses of a list of links, as `[{"href": "https://post.example/a", "type": "text/html"}]`; nil for
  /// anything else.
  fileprivate var linkedAddresses: [String]? {
    guard case .array(let items) = self, !items.isEmpty else { return nil }
    let addresses = items.compactMap { $0["href"]?.string }
    return addresses.count == items.count ? addresses : nil
  }
}

extension DocumentFields {

  /// Objects that only hold what could stand beside them, so that the names in them are whole.
  private static let wrappers: Set<String> = [
    "article", "attributes", "data", "doc", "document", "fields", "item", "meta", "metadata",
    "node", "object", "tweet", "_embedded", "_source",
  ]

  /// Whether an object of a name only holds what could stand beside it.
  static func isWrapper(_ name: String) -> Bool { wrappers.contains(name.lowercased()) }

  /// Takes in a field; those of an object in it have both names, with a dot between.
  ///
  /// Quotes and names that it gives are kept apart.
  mutating func add(_ name: String, _ value: JSONValue) {
    if given.take(name, value) { return }
    if let day = value.dayInParts { return add(name, .text(day)) }
    if name == "wp:term" { return addTerms(value) }
    if isList(name), value.isListOfNumbers { return add("\(name).id", value.metadata) }
    if let addresses = value.linkedAddresses, isKnown("\(name).href") {
      for address in addresses { add("\(name).href", .text(address)) }
      return
    }
    let isWrapper = Self.isWrapper(name)
    guard case .object(let fields) = value, isWrapper || !isKnown(name) || isMappedInside(name)
    else {
      if isText(name), let text = value.text { return add(text: text, name) }
      return add(name, value.metadata)
    }
    for field in fields { add(isWrapper ? field.name : "\(name).\(field.name)", field.value) }
  }

  /// Takes in the terms that WordPress gives of a post: the first category is the section, as in its export,
  /// the others and the tags are tags.
  ///
  /// Source: https://developer.wordpress.org/rest-api/using-the-rest-api/linking-and-embedding/.
  private mutating func addTerms(_ value: JSONValue) {
    let terms = value.items.flatMap(\.items).compactMap { term -> (kind: String, name: String)? in
      guard let kind = term["taxonomy"]?.string, let name = term["name"]?.name else { return nil }
      return name == "Uncategorized" ? nil : (kind, name)
    }
    let categories = terms.filter { $0.kind == "category" }.map(\.name)
    let tags = categories.dropFirst() + terms.filter { $0.kind == "post_tag" }.map(\.name)
    if let section = categories.first { add("section", .text(section)) }
    if !tags.isEmpty { add("tags", .list(Array(tags))) }
  }
}
