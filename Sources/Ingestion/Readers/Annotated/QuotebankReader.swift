internal import Annotation

/// Reads the lines of Quotebank: a quotation a line, or an article with its quotations a line.
///
/// Of articles there is no text, so it is put together from the quotations between their contexts. The
/// probability of the speaker becomes the confidence; whom the line calls `None` is nobody. The numbers
/// of Wikidata become other names of the speaker. The lines of `quoth export --what quotes` are read
/// too. Source: Vaucher, Spitz, Catasta and West 2021, Quotebank.
public struct QuotebankReader: DocumentReader {

  /// `quotebank`.
  public static let name = "quotebank"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["jsonl", "ndjson", "json"]

  /// Creates the reader.
  public init() {}

  /// Whether the first line is a quotation with its speaker, or an article with quotations.
  public func recognizes(_ start: [UInt8]) -> Bool {
    let end = start.firstIndex(of: 0x0A) ?? start.count
    func holds(_ name: String) -> Bool { start.holds(Array("\"\(name)\"".utf8), in: 0..<end) }
    return holds("quotation") && (holds("quoteID") || holds("speaker") || holds("quotations"))
  }

  /// True: each line is a document.
  public var isDivisible: Bool { true }

  /// Returns the place behind the last line end.
  public func boundary(in bytes: [UInt8]) -> Int? { bytes.lastIndex(of: 0x0A).map { $0 + 1 } }

  /// Reads a file as a document a line.
  public func read(_ file: SourceFile) -> Reading {
    var reading = Reading()
    let bytes = DecodedText.checked(file.bytes)
    var line = file.firstLine
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if part.contains(where: { $0 > 0x20 }) { read(Array(part), file, line, &reading) }
      line += 1
    }
    return reading
  }

  private func read(_ bytes: [UInt8], _ file: SourceFile, _ line: Int, _ reading: inout Reading) {
    do {
      let object = try JSONScanner.value(bytes)
      guard object.isObject else {
        return reading.warnings.append(.notAnObject(file.origin, line: line))
      }
      let items = object["quotations"]?.items
      guard let source = QuotebankText(object, items).document(file, line, &reading) else {
        return reading.warnings.append(
          .noContent("line of Quotebank", "\"quotation\"", file.origin, line: line))
      }
      reading.documents.append(source)
    } catch {
      let problem = "\(error.message) at byte \(error.offset + 1)"
      reading.warnings.append(.badJSON(problem, file.origin, line: line))
    }
  }
}

/// The text of a line of Quotebank, with its quotes.
private struct QuotebankText {

  private let object: JSONValue
  private let isArticle: Bool
  private var text: [UInt8] = []
  private var quotes: [GivenQuote] = []
  private var identifiers: [String: [String]] = [:]

  init(_ object: JSONValue, _ items: [JSONValue]?) {
    self.object = object
    isArticle = items != nil
    for item in object["names"]?.items ?? [] {
      guard let name = item["name"]?.name else { continue }
      identifiers[name] = item.first(of: "ids", "qids")?.items.compactMap(\.string) ?? []
    }
    for item in items ?? [object] { add(item) }
  }

  func document(_ file: SourceFile, _ line: Int, _ reading: inout Reading) -> SourceDocument? {
    guard !quotes.isEmpty || isArticle && !text.isEmpty, case .object(let fields) = object else {
      return nil
    }
    var assembler = MetadataAssembler()
    for field in fields where !Self.own.contains(field.name) {
      assembler.add(Self.names[field.name] ?? field.name, field.value.metadata)
    }
    if let urls = object["urls"]?.items, let first = urls.first {
      assembler.add("url", first.metadata)
      if urls.count > 1 { assembler.add("urls", object["urls"]?.metadata ?? .none) }
    }
    var layers = GivenLayers()
    layers.quotes = quotes
    let metadata = assembler.assemble(file, line: line, &reading.warnings)
    let clean = NormalizedText(bytes: text, originalBytes: text, edits: [], repairs: [])
    return SourceDocument(text: clean, metadata: metadata, given: layers)
  }

  /// The fields that are no metadata, or are turned into some.
  private static let own: Set<String> = [
    "quotation", "quotations", "speaker", "probas", "urls", "names", "kind", "cue", "source",
    "addressee", "topics", "confidence", "start", "end", "reason", "articleLength",
  ]

  private static let names = [
    "quoteID": "id", "articleID": "id", "phase": "phase", "numOccurrences": "occurrences",
    "qids": "qids",
  ]

  private mutating func add(_ item: JSONValue) {
    guard let words = item["quotation"]?.string else { return }
    let content = TextNormalizer.normalize(Array(words.utf8)).bytes
    guard content.contains(where: { $0 > 0x20 }) else { return }
    if !text.isEmpty { text += [0x0A, 0x0A] }
    append(item["leftContext"], with: " ")
    if isArticle { text += "“".utf8 }
    let start = text.count
    text += content
    let range = ByteRange(UInt32(start), UInt32(text.count))
    if isArticle { text += "”".utf8 }
    if item["rightContext"]?.string?.isEmpty == false { text.append(0x20) }
    append(item["rightContext"], with: "")
    quotes.append(quote(item, range))
  }

  private mutating func append(_ context: JSONValue?, with separator: String) {
    guard let words = context?.string, !words.isEmpty else { return }
    text += TextNormalizer.normalize(Array(words.utf8)).bytes.map { $0 == 0x0A ? 0x20 : $0 }
    text += separator.utf8
  }

  private func quote(_ item: JSONValue, _ range: ByteRange) -> GivenQuote {
    let field = isArticle ? "quotations" : "quotation"
    var quote = GivenQuote(content: [range], field: field)
    for key in ["globalTopSpeaker", "localTopSpeaker", "speaker"] where quote.speaker == nil {
      guard let name = item[key]?.name else { continue }
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
