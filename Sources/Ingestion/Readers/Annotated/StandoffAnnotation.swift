internal import Annotation

/// The lines of a stand-off annotation, and what they make of a text.
///
/// An entity whose type is that of a class of names is a mention; one called a quote, content, cue or
/// source is part of a quote, also where only the role in an event or relation says so. What is linked
/// with a content, or with its cue, belongs to it. Relations called after coreference, and equivalences, make
/// one of names and of the pronouns and descriptions that mean the same. Attributes and notes go with what
/// they are about; what is said of anything else is told to have no place.
struct StandoffAnnotation {

  /// A stretch of text with a label.
  private struct Entity {
    let label: String
    let ranges: [ByteRange]
    var attributes: [String: String] = [:]
    var name: String?
    var identifier: String?
    /// What attributes and notes tell, by the line.
    var remarks: [Remark] = []
  }

  /// An attribute, like `Confidence High`, or a note.
  private struct Remark {
    let key: String
    let value: String
    let line: Int

    /// Whether it tells what a quote has a place for.
    var isOfQuote: Bool {
      key.lowercased() == "speaker" || Quote.Kind(rawValue: value.lowercased()) != nil
        || key.lowercased() == "confidence" && Double(value) != nil
    }

    var text: String { value.isEmpty ? key : "\(key): \(value)" }
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
  /// The relations and events, and the lines that they stand on.
  private var relations: [(label: String, targets: [String], line: Int)] = []
  private var chains = StandoffChains()
  /// How many entities lead out of the text, and the line of the first.
  private var misplaced: (count: Int, line: Int)?

  init(_ standoff: StandoffText) { self.standoff = standoff }

  /// Returns what a file says of the text.
  mutating func read(
    _ bytes: [UInt8], of origin: String, _ warnings: inout [IngestionReport.Warning]
  ) -> GivenLayers? {
    let clean = DecodedText.checked(bytes)
    var later: [(fields: [Substring], line: Int)] = []
    var line = 0
    for part in clean.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      let text = String(decoding: part.last == 0x0D ? part.dropLast() : part, as: UTF8.self)
      guard !text.isEmpty else { continue }
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 1 else {
        if text.first == "#" { continue }
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
        later.append((fields, line))
      }
    }
    for (fields, _) in later where fields[0].first == "E" { addEvent(fields) }
    for (fields, line) in later { add(fields, line) }
    if let (count, first, line) = unkept {
      warnings.append(.unkeptStandoff(count, first: first, origin, line: line))
    }
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

  private mutating func add(_ fields: [Substring], _ line: Int) {
    let words = fields[1].split(separator: " ")
    switch fields[0].first {
    case "E":
      let arguments = Self.arguments(words[...])
      guard let trigger = arguments.first else { return }
      relations.append((trigger.role, arguments.map { triggers[$0.target] ?? $0.target }, line))
      for argument in arguments.dropFirst() {
        let target = triggers[argument.target] ?? argument.target
        note(target, as: argument.role)
        link(trigger.target, target)
      }
    case "R":
      addRelation(words, line)
    case "A", "M":
      addAttribute(words, line)
    case "#":
      guard words.count > 1, fields.count > 2, !fields[2].isEmpty else { return }
      let target = triggers[String(words[1])] ?? String(words[1])
      entities[target]?.remarks.append(Remark(key: "note", value: String(fields[2]), line: line))
    case "*": chains.join(words.dropFirst().map { triggers[String($0)] ?? String($0) })
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

  /// `R1<TAB>Said_by Arg1:T3 Arg2:T4`.
  private mutating func addRelation(_ words: [Substring], _ line: Int) {
    let arguments = Self.arguments(words.dropFirst())
    guard arguments.count > 1, let label = words.first else { return }
    let targets = arguments.map { triggers[$0.target] ?? $0.target }
    if StandoffChains.isCoreference(label) { return chains.join(targets) }
    relations.append((String(label), targets, line))
    // A relation called after a part makes its second argument that part.
    note(targets[1], as: label.lowercased())
    link(targets[0], targets[1])
  }

  /// `A1<TAB>Kind T1 direct`.
  private mutating func addAttribute(_ words: [Substring], _ line: Int) {
    guard words.count > 1 else { return }
    let target = triggers[String(words[1])] ?? String(words[1])
    let value = words.count > 2 ? words[2].lowercased() : words[0].lowercased()
    entities[target]?.attributes[words[0].lowercased()] = value
    entities[target]?.remarks.append(
      Remark(key: String(words[0]), value: words.dropFirst(2).joined(separator: " "), line: line))
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
    let names = chainNames()
    for name in order {
      guard let entity = entities[name], let first = entity.ranges.first else { continue }
      let part = part(name)
      hasParts = hasParts || part != nil
      if part == .content, let quote = quote(name, entity, names) {
        layers.quotes = (layers.quotes ?? []) + [quote]
      }
      guard let type = EntityLabel.type(of: entity.label), entity.label != "misc" else { continue }
      let end = entity.ranges.map(\.end).max() ?? first.end
      var mention = GivenMention(
        ByteRange(first.start, max(first.start, end)), type: type, name: entity.name,
        field: entity.label)
      mention.identifier = entity.identifier
      mention.chain = chains.chain(of: name)
      let remarks = entity.remarks.map(\.text)
      mention.reason = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
      layers.mentions = (layers.mentions ?? []) + [mention]
    }
    if hasParts, layers.quotes == nil { layers.quotes = [] }
    return layers
  }

  /// The longest name of each chain, or that of a list.
  private func chainNames() -> [String: String] {
    var names: [String: (text: String, isTold: Bool)] = [:]
    for name in order {
      guard let entity = entities[name], let chain = chains.chain(of: name),
        let range = entity.ranges.first
      else { continue }
      let words = entity.name ?? standoff.text.string(range)
      let isName =
        EntityLabel.type(of: entity.label) != nil
        && ReferringWords.form(of: words.split(separator: " ").map(String.init), .person) == .name
      guard entity.name != nil || isName, names[chain]?.isTold != true else { continue }
      if entity.name != nil || words.utf8.count > names[chain]?.text.utf8.count ?? 0 {
        names[chain] = (words, entity.name != nil)
      }
    }
    return names.mapValues(\.text)
  }

  /// How many lines tell what has no place, and the first of them.
  private var unkept: (count: Int, first: String, line: Int)? {
    var found: [(text: String, line: Int)] = []
    for (label, targets, line) in relations where targets.allSatisfy({ part($0) == nil }) {
      found.append((label, line))
    }
    for name in order {
      guard let entity = entities[name], part(name) != .content,
        EntityLabel.type(of: entity.label) == nil
      else { continue }
      found += entity.remarks.map { ($0.text, $0.line) }
    }
    return found.min { $0.line < $1.line }.map { (found.count, $0.text, $0.line) }
  }

  /// The quote of a content, with what is linked with it.
  private func quote(
    _ name: String, _ entity: Entity, _ names: [String: String]
  ) -> GivenQuote? {
    var quote = GivenQuote(content: entity.ranges, field: entity.label, speakerField: "source")
    var seen: Set<String> = [name]
    var speaker: Entity?
    var speakerName: String?
    func add(_ other: String) {
      guard let own = entities[other], seen.insert(other).inserted else { return }
      switch part(other) {
      case .cue:
        quote.cue += own.ranges
        for next in links[other] ?? [] where part(next) == .source { add(next) }
      case .source:
        quote.source += own.ranges
        speakerName =
          speakerName ?? own.name ?? chains.chain(of: other).flatMap { names[$0] }
        speaker = speaker ?? own
      case .content, nil: break
      }
    }
    for other in links[name] ?? [] { add(other) }
    quote.remarks = entity.remarks.filter { !$0.isOfQuote }.map(\.text)
    quote.speaker = speakerName ?? entity.attributes["speaker"].map(Self.unescaped)
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

/// Which entities of a stand-off annotation mean the same.
struct StandoffChains {

  private var parents: [String: String] = [:]
  /// How many are in the chain of which an entity is the root.
  private var counts: [String: Int] = [:]

  /// Whether a relation of a name says that two mean the same.
  static func isCoreference(_ label: some StringProtocol) -> Bool {
    let key = label.lowercased()
    return key.hasPrefix("coref") || key.hasPrefix("anaphor") || labels.contains(key)
  }

  private static let labels: Set<String> = [
    "ident", "identity", "identical", "same", "same_as", "sameas", "equiv", "equivalent", "alias",
    "antecedent", "refers_to",
  ]

  /// Takes that some entities mean the same.
  mutating func join(_ names: [String]) {
    guard let first = names.first, names.count > 1 else { return }
    for name in names where parents[name] == nil { (parents[name], counts[name]) = (name, 1) }
    for name in names.dropFirst() {
      let (a, b) = (root(first), root(name))
      guard a != b else { continue }
      let sum = (counts[a] ?? 1) + (counts[b] ?? 1)
      let isLarger = counts[a] ?? 1 >= counts[b] ?? 1
      // The smaller goes below the larger, so that no way to a root is long.
      parents[isLarger ? b : a] = isLarger ? a : b
      counts[isLarger ? a : b] = sum
    }
  }

  /// The chain of an entity, which is the name of one of it; nil where it stands alone.
  func chain(of name: String) -> String? { parents[name] == nil ? nil : root(name) }

  private func root(_ name: String) -> String {
    var name = name
    while let parent = parents[name], parent != name { name = parent }
    return name
  }
}
