internal import Annotation

/// Reads the stand-off annotation of brat: a file `.ann` with the text beside it as `.txt`.
///
/// A text that lies in a folder with its annotation is read with it by `PlainTextReader`; this reader
/// is for annotations that are named, and for texts where it is asked for. Source: https://brat.nlplab.org/standoff.html.
public struct StandoffReader: DocumentReader {

  /// `brat`.
  public static let name = "brat"

  /// None: in folders it is the text that is met.
  public static let extensions: [String] = []

  /// The ending of the names of annotations, in lower case.
  static let ending = "ann"

  /// Creates the reader.
  public init() {}

  /// Whether the first line is an entity, relation, event, attribute or note.
  public func recognizes(_ start: [UInt8]) -> Bool {
    let line = start.prefix { $0 != 0x0A }
    guard let first = line.first, "TREAMN".utf8.contains(first),
      let tab = line.firstIndex(of: 0x09), tab > 1
    else { return false }
    return line[1..<tab].allSatisfy { (0x30...0x39).contains($0) }
      && line[(tab + 1)...].contains(0x20)
  }

  /// Reads the text that the annotation is of, or the annotation of the text.
  public func read(_ file: SourceFile) -> Reading {
    if PlainTextReader.extensions.contains(SourceFile.pathExtension(file.name)) {
      return text(file)
    }
    var reading = Reading()
    guard let (name, text) = file.companion(ending: "txt") else {
      reading.warnings.append(.noAnnotatedText(file.stem + ".txt", file.origin))
      return reading
    }
    var metadata = DocumentMetadata(id: name, origin: file.origin)
    metadata.date = CalendarDay(inPath: name)
    let standoff = StandoffText(text, unit: .scalars)
    var annotation = StandoffAnnotation(standoff)
    let layers = annotation.read(file.bytes, of: file.origin, &reading.warnings)
    reading.documents = [
      SourceDocument(text: standoff.text, metadata: metadata, given: layers)
    ]
    return reading
  }
}

extension StandoffReader {

  /// Reads a text with its annotation; without one it is left out.
  private func text(_ file: SourceFile) -> Reading {
    if file.companion(ending: Self.ending) != nil { return PlainTextReader().read(file) }
    var reading = Reading()
    reading.warnings.append(.noStandoff("\(file.stem).\(Self.ending)", file.origin))
    return reading
  }
}

/// The lines of a stand-off annotation, and what they make of a text.
///
/// An entity whose type is that of a class of names is a mention; one called a quote, content, cue or
/// source is part of a quote, also where only the role in an event or relation says so. What is linked
/// with a content, or with its cue, belongs to it.
struct StandoffAnnotation {

  /// A stretch of text with a label.
  private struct Entity {
    let label: String
    let ranges: [ByteRange]
    var attributes: [String: String] = [:]
    var name: String?
    var identifier: String?
  }

  /// What an entity is in a quote.
  private enum Part { case content, cue, source }

  private let standoff: StandoffText
  private var entities: [String: Entity] = [:]
  private var order: [String] = []
  /// The roles that entities play in relations and events.
  private var roles: [String: Part] = [:]
  private var links: [String: [String]] = [:]
  /// The triggers of events, by the names of these.
  private var triggers: [String: String] = [:]
  /// How many entities lead out of the text, and the line of the first.
  private var misplaced: (count: Int, line: Int)?

  init(_ standoff: StandoffText) { self.standoff = standoff }

  /// Returns what a file says of the text.
  mutating func read(
    _ bytes: [UInt8], of origin: String, _ warnings: inout [IngestionReport.Warning]
  ) -> GivenLayers? {
    let clean = DecodedText.checked(bytes)
    var later: [[Substring]] = []
    var line = 0
    for part in clean.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      let text = String(decoding: part.last == 0x0D ? part.dropLast() : part, as: UTF8.self)
      guard !text.isEmpty, text.first != "#", text.first != "*" else { continue }
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 1 else {
        warnings.append(.badLine("a tab is missing", origin, line: line))
        continue
      }
      if text.first == "T" {
        do throws(BadEntity) {
          try addEntity(fields)
        } catch {
          switch error {
          case .offsets:
            warnings.append(.badLine("its offsets are no numbers", origin, line: line))
          case .words(let told, let found):
            warnings.append(.otherWords(told, found, origin, line: line))
          case .place: misplaced = ((misplaced?.count ?? 0) + 1, misplaced?.line ?? line)
          }
        }
      } else {
        later.append(fields)
      }
    }
    for fields in later where fields[0].first == "E" { addEvent(fields) }
    for fields in later { add(fields) }
    if let (count, line) = misplaced { warnings.append(.misplaced(count, origin, line: line)) }
    let layers = layers
    return layers.isEmpty ? nil : layers
  }

  // MARK: Lines

  /// What is wrong with an entity.
  private enum BadEntity: Error {
    /// Its offsets cannot be read.
    case offsets
    /// They lead out of the text.
    case place
    /// Its words are not those at its offsets.
    case words(String, found: String)
  }

  /// `T1<TAB>Person 0 5;10 12<TAB>words`.
  private mutating func addEntity(_ fields: [Substring]) throws(BadEntity) {
    guard let space = fields[1].firstIndex(of: " ") else { throw .offsets }
    var ranges: [ByteRange] = []
    var original: [UInt8] = []
    for pair in fields[1][space...].split(separator: ";") {
      let bounds = pair.split(separator: " ").compactMap { Int($0) }
      guard bounds.count == 2 else { throw .offsets }
      guard let range = standoff.range(bounds[0], bounds[1]) else { throw .place }
      ranges.append(range)
      original += standoff.original(bounds[0], bounds[1])
    }
    guard !ranges.isEmpty else { throw .offsets }
    if fields.count > 2, !fields[2].isEmpty, !standoff.agree(fields[2], with: original, at: ranges)
    {
      throw .words(
        String(fields[2]), found: ranges.map(standoff.text.string).joined(separator: " "))
    }
    let name = String(fields[0])
    if entities[name] == nil { order.append(name) }
    entities[name] = Entity(label: String(fields[1][..<space]).lowercased(), ranges: ranges)
  }

  /// `E1<TAB>Quote:T3 Speaker:T1`.
  private mutating func addEvent(_ fields: [Substring]) {
    let arguments = Self.arguments(fields[1].split(separator: " ")[...])
    guard let trigger = arguments.first else { return }
    triggers[String(fields[0])] = trigger.target
  }

  private mutating func add(_ fields: [Substring]) {
    let words = fields[1].split(separator: " ")
    switch fields[0].first {
    case "E":
      let arguments = Self.arguments(words[...])
      guard let trigger = arguments.first else { return }
      for argument in arguments.dropFirst() {
        let target = triggers[argument.target] ?? argument.target
        note(target, as: argument.role)
        link(trigger.target, target)
      }
    case "R":
      let arguments = Self.arguments(words.dropFirst())
      guard arguments.count > 1 else { return }
      let targets = arguments.map { triggers[$0.target] ?? $0.target }
      // A relation called after a part makes its second argument that part.
      if let label = words.first { note(targets[1], as: label.lowercased()) }
      link(targets[0], targets[1])
    case "A", "M":
      guard words.count > 1 else { return }
      let target = triggers[String(words[1])] ?? String(words[1])
      let value = words.count > 2 ? words[2].lowercased() : words[0].lowercased()
      entities[target]?.attributes[words[0].lowercased()] = value
    case "N":
      guard words.count > 2 else { return }
      let key = words[2].split(separator: ":", maxSplits: 1).last.map(String.init)
      entities[String(words[1])]?.identifier = key
      if fields.count > 2, !fields[2].isEmpty {
        entities[String(words[1])]?.name = String(fields[2])
      }
    default: break
    }
  }

  private static func arguments(
    _ words: ArraySlice<Substring>
  ) -> [(role: String, target: String)] {
    words.compactMap { word in
      guard let colon = word.lastIndex(of: ":") else { return nil }
      return (word[..<colon].lowercased(), String(word[word.index(after: colon)...]))
    }
  }

  /// The most links of one entity that are kept.
  private static let mostLinks = 256

  private mutating func link(_ a: String, _ b: String) {
    for (from, to) in [(a, b), (b, a)] where links[from]?.count ?? 0 < Self.mostLinks {
      links[from, default: []].append(to)
    }
  }

  private mutating func note(_ target: String, as role: String) {
    guard entities[target].flatMap({ Self.part(of: $0.label) }) == nil,
      let part = Self.part(of: role)
    else { return }
    roles[target] = part
  }

  /// The part of a quote that a label or role stands for, numbers at its end left out.
  private static func part(of label: String) -> Part? {
    var key = label
    while key.last?.isNumber == true { key.removeLast() }
    return parts[key]
  }

  private static let parts: [String: Part] = [
    "quote": .content, "quotation": .content, "content": .content, "said": .content,
    "direct": .content, "indirect": .content, "mixed": .content, "direct_quote": .content,
    "indirect_quote": .content, "mixed_quote": .content, "statement": .content,
    "cue": .cue, "verb": .cue, "reporting_verb": .cue, "cue_verb": .cue,
    "source": .source, "speaker": .source, "said_by": .source, "holder": .source,
  ]

  // MARK: Layers

  private func part(_ name: String) -> Part? {
    guard let entity = entities[name] else { return nil }
    return Self.part(of: entity.label) ?? roles[name]
  }

  private var layers: GivenLayers {
    var layers = GivenLayers()
    var hasParts = false
    for name in order {
      guard let entity = entities[name], let first = entity.ranges.first else { continue }
      let part = part(name)
      hasParts = hasParts || part != nil
      if part == .content, let quote = quote(name, entity) {
        layers.quotes = (layers.quotes ?? []) + [quote]
      }
      guard let type = EntityLabel.type(of: entity.label), entity.label != "misc" else { continue }
      let end = entity.ranges.map(\.end).max() ?? first.end
      var mention = GivenMention(
        ByteRange(first.start, max(first.start, end)), type: type, name: entity.name,
        field: entity.label)
      mention.identifier = entity.identifier
      layers.mentions = (layers.mentions ?? []) + [mention]
    }
    if hasParts, layers.quotes == nil { layers.quotes = [] }
    return layers
  }

  private func quote(_ name: String, _ entity: Entity) -> GivenQuote? {
    var quote = GivenQuote(content: entity.ranges, field: entity.label, speakerField: "source")
    var seen: Set<String> = [name]
    var speaker: Entity?
    func add(_ other: String) {
      guard let own = entities[other], seen.insert(other).inserted else { return }
      switch part(other) {
      case .cue:
        quote.cue += own.ranges
        for next in links[other] ?? [] where part(next) == .source { add(next) }
      case .source:
        quote.source += own.ranges
        speaker = speaker ?? own
      case .content, nil: break
      }
    }
    for other in links[name] ?? [] { add(other) }
    quote.speaker = speaker?.name ?? entity.attributes["speaker"].map(Self.unescaped)
    quote.identifiers = speaker?.identifier.map { [$0] } ?? []
    let labels = [entity.label.split(separator: "_").first.map(String.init) ?? ""]
    let kinds = labels + Array(entity.attributes.values)
    quote.kind = kinds.lazy.compactMap { Quote.Kind(rawValue: $0) }.first
    quote.confidence = entity.attributes["confidence"].flatMap { Double($0) }
    return quote
  }

  private static func unescaped(_ value: String) -> String {
    String(value.map { $0 == "_" ? " " : $0 })
  }
}
