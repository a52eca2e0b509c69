internal import Annotation

/// The text of a line of Quotebank or of a row that is a quotation, with what it quotes.
///
/// The surroundings of quotations that stand close to each other overlap; they are joined
/// (`JoinedWindows`).
struct QuotationText {

  private let object: JSONValue
  private let isArticle: Bool
  private var windows = JoinedWindows()
  private var items: [JSONValue] = []
  private var identifiers: [String: [String]] = [:]

  /// Reads the fields of a line.
  init(_ object: JSONValue) {
    self.object = object
    let items = object["quotations"]?.items
    isArticle = items != nil
    for item in object["names"]?.items ?? [] {
      guard let name = item["name"]?.name else { continue }
      identifiers[name] = item.first(of: "ids", "qids")?.items.compactMap(\.string) ?? []
    }
    for item in Self.ordered(items ?? [object]) { add(item) }
  }

  /// Quotations in the order of an article, where all tell their places in it.
  private static func ordered(_ items: [JSONValue]) -> [JSONValue] {
    let offsets = items.compactMap { $0["quotationOffset"]?.integer }
    guard offsets.count == items.count else { return items }
    return items.indices.sorted { (offsets[$0], $0) < (offsets[$1], $1) }.map { items[$0] }
  }

  /// Returns the line as a document; nil where it quotes nothing.
  func document(
    _ file: SourceFile, _ line: Int?, item: Int? = nil,
    _ warnings: inout [IngestionReport.Warning]
  ) -> SourceDocument? {
    guard !items.isEmpty, case .object(let fields) = object else { return nil }
    let (text, ranges) = windows.text(marks: isArticle ? ("“", "”") : ("", ""))
    let quotes = zip(items, ranges).map(quote).sorted {
      ($0.content[0].start, $0.content[0].end) < ($1.content[0].start, $1.content[0].end)
    }
    var assembler = MetadataAssembler()
    for field in fields where !Self.own.contains(field.name) || isOutlet(field.name) {
      assembler.add(Self.names[field.name] ?? field.name, field.value.metadata)
    }
    if let urls = object["urls"]?.items, let first = urls.first {
      assembler.add("url", first.metadata)
      if urls.count > 1 { assembler.add("urls", object["urls"]?.metadata ?? .none) }
    }
    var layers = GivenLayers()
    layers.quotes = quotes
    let metadata = assembler.assemble(file, line: line, item: item, &warnings)
    let clean = NormalizedText(bytes: text, originalBytes: text, edits: [], repairs: [])
    return SourceDocument(text: clean, metadata: metadata, given: layers)
  }

  /// Whether a field says where a quotation was found, and not by which words its speaker is named, as in
  /// rows of our own, which have a kind.
  private func isOutlet(_ name: String) -> Bool { name == "source" && !object.has("kind") }

  /// The fields that are no metadata, or are turned into some.
  private static let own: Set<String> = columns.union([
    "quotation", "quotations", "speaker", "probas", "urls", "names", "articleLength",
  ])

  /// What rows of our own tell of a quotation beside its words and its speaker.
  static let columns: Set<String> = [
    "kind", "cue", "source", "addressee", "topics", "confidence", "speech", "start", "end",
    "reason",
  ]

  private static let names = [
    "quoteID": "id", "articleID": "id", "phase": "phase", "numOccurrences": "occurrences",
    "qids": "qids",
  ]

  private mutating func add(_ item: JSONValue) {
    guard let words = item["quotation"]?.string else { return }
    let content = TextNormalizer.normalize(Array(words.utf8)).bytes
    guard content.hasText, !MetadataValue.isAbsentText(content) else { return }
    windows.add(Self.context(item["leftContext"]), content, Self.context(item["rightContext"]))
    items.append(item)
  }

  private static func context(_ value: JSONValue?) -> [UInt8] {
    TextNormalizer.normalize(Array((value?.string ?? "").utf8)).bytes.map { $0 == 0x0A ? 0x20 : $0 }
  }

  private func quote(_ item: JSONValue, _ range: ByteRange) -> GivenQuote {
    let field = isArticle ? "quotations" : "quotation"
    var quote = GivenQuote(content: [range], field: field)
    for key in ["globalTopSpeaker", "localTopSpeaker", "speaker"] where quote.speaker == nil {
      guard let name = item[key]?.person else { continue }
      quote.speaker = name
      quote.speakerField = key
    }
    quote.isAnonymous = quote.speaker == nil
    quote.kind = item["kind"]?.string.flatMap { Quote.Kind(rawValue: $0) } ?? .direct
    quote.cueLemma = item["cue"]?.string
    quote.addressee = item["addressee"]?.name
    quote.confidence =
      item["confidence"]?.decimal
      ?? Self.share(of: quote.speaker, in: item.first(of: "globalProbas", "localProbas", "probas"))
    quote.isSpeech = item["speech"]?.written.map { ["true", "yes"].contains($0.lowercased()) }
    if item.has("topics") { quote.topics = item["topics"]?.metadata.keywords ?? [] }
    quote.reasons = item["reason"]?.string.map { [$0] } ?? []
    if let speaker = quote.speaker {
      quote.identifiers =
        identifiers[speaker] ?? (isArticle ? [] : object["qids"]?.items.compactMap(\.string) ?? [])
    }
    return quote
  }

  /// The probability of a speaker, the first one where nobody is known.
  private static func share(of speaker: String?, in list: JSONValue?) -> Double? {
    let pairs = list?.items.map(\.items) ?? []
    let own = pairs.first { $0.first?.name == speaker } ?? pairs.first
    return own?.dropFirst().first?.decimal
  }
}
