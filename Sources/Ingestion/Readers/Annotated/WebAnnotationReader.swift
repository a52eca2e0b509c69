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
    guard let value = JSONFile(file).value(&reading, lists: Self.lists) else { return reading }
    AnnotatedSources(file, Self.annotations(in: value)).finish(&reading)
    return reading
  }

  /// The texts that a file of annotations is about and does not hold, by the names that it has for them.
  static func namedTexts(of file: SourceFile) -> [String] {
    var reading = Reading()
    guard let value = JSONFile(file).value(&reading, lists: Self.lists) else { return [] }
    return AnnotatedSources(file, annotations(in: value)).namedTexts
  }

  /// What a file of annotations says of the text of that name, where it holds no text, and is about that
  /// one alone.
  static func source(in file: SourceFile, naming name: String) -> AnnotatedSource? {
    var reading = Reading()
    guard let value = JSONFile(file).value(&reading, lists: Self.lists) else { return nil }
    let sources = AnnotatedSources(file, annotations(in: value)).sources
    guard sources.count == 1, let source = sources.first, source.text == nil,
      source.address.utf8.split(separator: 0x2F).last?.elementsEqual(name.utf8) == true
    else { return nil }
    return source
  }

  /// The names under which a page holds its annotations.
  private static let lists = ["items", "@graph", "annotations"]

  /// The annotations of a page, a collection, a list, or one alone, in order.
  private static func annotations(in value: JSONValue) -> [JSONValue] {
    switch value {
    case .array(let items): items.flatMap(annotations)
    case .object:
      if let items = lists.lazy.compactMap({ value[$0] }).first {
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

  private let file: SourceFile
  private(set) var sources: [AnnotatedSource] = []
  /// The place of the latest source of each address.
  private var places: [String: Int] = [:]

  init(_ file: SourceFile, _ annotations: [JSONValue]) {
    self.file = file
    for annotation in annotations { add(annotation) }
  }

  /// The addresses of the texts that the file does not hold.
  var namedTexts: [String] { sources.filter { $0.text == nil }.map(\.address) }

  private mutating func add(_ annotation: JSONValue) {
    let targets = annotation["target"]?.list ?? []
    guard let target = targets.first, let address = Self.address(of: target) else { return }
    var place = places[address] ?? begin(address)
    let isDescription =
      annotation["motivation"]?.list.contains { $0.string == "describing" } ?? false
    let body = annotation["body"]?.list.first
    if isDescription, case .text(let text)? = body?["value"] {
      // Another text under the same address is another document.
      if let known = sources[place].text, known != text { place = begin(address) }
      sources[place].text = text
      sources[place].countsQuotes = body?["quotes"]?.integer != nil
      sources[place].namesNothing = body?["mentions"]?.integer == 0
      if case .object(let fields) = target { sources[place].fields = fields }
      return
    }
    if sources[place].text == nil, let source = target["source"], source.isObject,
      case .text(let text)? = source["value"]
    {
      sources[place].text = text
    }
    sources[place].annotations.append(annotation)
  }

  private mutating func begin(_ address: String) -> Int {
    sources.append(AnnotatedSource(address: address))
    places[address] = sources.count - 1
    return sources.count - 1
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
    for source in sources {
      guard let text = source.text ?? file.companion(source.address) else {
        reading.warnings.append(.noAnnotatedText(source.address, file.origin))
        continue
      }
      var assembler = MetadataAssembler()
      if !source.fields.contains(where: { $0.name == "schema:identifier" }) {
        assembler.add("id", .text(source.address))
        if source.address.hasPrefix("http") { assembler.add("url", .text(source.address)) }
      }
      for field in source.fields where !["id", "@id", "type", "@type"].contains(field.name) {
        assembler.add(Self.fieldName(field.name), field.value.metadata)
      }
      let metadata = assembler.assemble(file, line: nil, &reading.warnings)
      let standoff = StandoffText(text, unit: .scalars)
      let layers = source.layers(of: standoff, file: file.origin, &reading.warnings)
      reading.documents.append(
        SourceDocument(text: standoff.text, metadata: metadata, given: layers))
    }
    if sources.isEmpty { reading.warnings.append(.noText(file.origin, line: nil)) }
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
    "datePublished": "date", "publisher": "outlet", "keywords": "tags", "subject": "tags",
  ]
}

/// A text that web annotations are about, with what is said of it.
struct AnnotatedSource {

  /// What it is called.
  let address: String
  /// The text itself, where the file holds it.
  var text: [UInt8]?
  /// What is told of the document.
  var fields: [(name: String, value: JSONValue)] = []
  /// The annotations.
  var annotations: [JSONValue] = []
  /// Whether the source tells how many quotes there are.
  var countsQuotes = false
  /// Whether the source tells that nothing is named.
  var namesNothing = false

  /// Creates a text of which only its address is known.
  init(address: String) { self.address = address }

  /// Returns the quotes and names that are told of the text.
  func layers(
    of standoff: StandoffText, file: String, _ warnings: inout [IngestionReport.Warning]
  ) -> GivenLayers {
    var bodies = WebAnnotationBodies(standoff)
    var layers = bodies.layers(of: annotations)
    if let (count, first) = bodies.misplaced {
      warnings.append(.misplaced(count, file, first: first))
    }
    if countsQuotes, layers.quotes == nil { layers.quotes = [] }
    if namesNothing, layers.mentions == nil { layers.mentions = [] }
    return layers
  }
}
