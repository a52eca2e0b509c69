internal import Annotation

/// The entities of a treebank that stand in brackets around words, as GUM and CorefUD write them:
/// `Entity=(12-person-new-cf1-1,2-coref-Ada_Morel` begins one, `12)` ends it, and `(7-place-…)` is of
/// one word.
///
/// Persons, organizations and places are taken, each chain under one name: what the source says who
/// it is, or else its longest proper name. A mention with a proper name for its head is that name; the
/// others keep the whole of their words.
/// Source: https://wiki.gucorpling.org/gum/conllu.
struct EntityBrackets {

  /// A run of words that stands in brackets.
  private struct Span {
    let chain: String
    let type: EntityType?
    /// The places of the words that matter most, counted from one in the run; empty where not told.
    let head: [Int]
    /// Who or what it is, by a list like that of Wikipedia; nil where not told.
    let identity: String?
    let first: Int
    var end: Int
  }

  /// Whether a file has entities in brackets.
  var isExpected = false

  /// The names of what stands between the dashes of a bracket.
  private var fields = ["GRP", "etype", "infstat", "centering", "minspan", "link", "identity"]
  private var open: [Span] = []
  private var spans: [Span] = []

  /// Whether nothing is given of a document.
  var isEmpty: Bool { spans.isEmpty }

  /// Takes the order of what brackets hold, as `# global.Entity` tells it.
  mutating func expect(_ order: String) {
    isExpected = true
    if !order.isEmpty { fields = order.split(separator: "-").map(String.init) }
  }

  /// Forgets what is known of a document.
  mutating func reset() { (open, spans) = ([], []) }

  /// Reads what stands behind `Entity=` at a word.
  mutating func read(_ text: Substring, token: Int) {
    var rest = text
    while let first = rest.first {
      if first == "(" {
        rest = rest.dropFirst()
        let content = rest.prefix { $0 != "(" && $0 != ")" }
        rest = rest[content.endIndex...]
        open.append(span(content, token))
        if rest.first == ")" {
          rest = rest.dropFirst()
          close(open.count - 1, token)
        }
      } else {
        let chain = rest.prefix { $0 != "(" && $0 != ")" }
        rest = rest[chain.endIndex...]
        guard rest.first == ")" else { continue }
        rest = rest.dropFirst()
        // Pieces of one that is split have `[1/2]` behind their number.
        let number = chain.prefix { $0 != "[" }
        if let index = open.lastIndex(where: { $0.chain == number }) { close(index, token) }
      }
    }
  }

  private mutating func close(_ index: Int, _ token: Int) {
    var span = open.remove(at: index)
    span.end = token + 1
    spans.append(span)
  }

  private func span(_ content: Substring, _ token: Int) -> Span {
    let parts = content.split(
      separator: "-", maxSplits: max(0, fields.count - 1), omittingEmptySubsequences: false)
    func part(_ names: String...) -> Substring? {
      fields.firstIndex { names.contains($0) }.flatMap { $0 < parts.count ? parts[$0] : nil }
    }
    let identity = part("identity").map { text in
      text.split(separator: "_").joined(separator: " ")
    }
    return Span(
      chain: String((part("GRP", "eid") ?? content).prefix { $0 != "[" }),
      type: part("etype").flatMap(EntityLabel.type),
      head: (part("minspan", "head") ?? "").split(separator: ",").compactMap { Int($0) },
      identity: identity.flatMap { $0.isEmpty ? nil : Self.unescaped($0) }, first: token,
      end: token + 1)
  }

  /// A name in which brackets are written as in addresses.
  private static func unescaped(_ name: String) -> String {
    guard name.utf8.contains(0x25) else { return name }
    let parts = name.split(separator: "%", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts[0])) { name, part in
      switch part.prefix(2) {
      case "28": name + "(" + part.dropFirst(2)
      case "29": name + ")" + part.dropFirst(2)
      case "2D", "2d": name + "-" + part.dropFirst(2)
      default: name + "%" + part
      }
    }
  }
}

// MARK: Mentions

extension EntityBrackets {

  /// Gives the words of a document their persons, organizations and places.
  func fill(_ layers: inout GivenLayers, _ text: NormalizedText) {
    let known = spans.filter { $0.type != nil && $0.end <= layers.tokens.count }
    guard !known.isEmpty else { return }
    let names = chainNames(known, layers, text)
    layers.mentions = known.sorted { ($0.first, $1.end) < ($1.first, $0.end) }.map { span in
      let (tokens, form) = Self.words(of: span, layers, text)
      var mention = GivenMention(
        Self.range(tokens, layers), type: span.type, name: names[span.chain], field: "Entity")
      mention.form = form
      mention.reason = "chain \(span.chain)"
      return mention
    }
  }

  /// The name of each chain that has one.
  private func chainNames(
    _ spans: [Span], _ layers: GivenLayers, _ text: NormalizedText
  ) -> [String: String] {
    var names: [String: (text: String, isTold: Bool)] = [:]
    for span in spans {
      if let identity = span.identity {
        if names[span.chain]?.isTold != true { names[span.chain] = (identity, true) }
        continue
      }
      let (tokens, form) = Self.words(of: span, layers, text)
      guard form == .name else { continue }
      let name = text.string(Self.range(tokens, layers))
      if let best = names[span.chain], best.isTold || best.text.utf8.count >= name.utf8.count {
        continue
      }
      names[span.chain] = (name, false)
    }
    return names.mapValues(\.text)
  }

  /// The words of a mention, and how they refer.
  private static func words(
    of span: Span, _ layers: GivenLayers, _ text: NormalizedText
  ) -> (tokens: Range<Int>, form: Mention.Form) {
    let all = span.first..<span.end
    func tag(_ token: Int) -> PartOfSpeech { layers.tokens[token].partOfSpeech }
    if all.count == 1, tag(span.first) == .pron || tag(span.first) == .det {
      return (all, .pronoun)
    }
    let heads = Set(span.head.map { span.first + $0 - 1 }.filter(all.contains))
    func isNamed(_ token: Int) -> Bool { tag(token) == .propn || heads.contains(token) }
    let head = heads.contains { tag($0) == .propn } ? heads.min() : nil
    guard let head = heads.isEmpty ? all.first(where: { tag($0) == .propn }) : head else {
      return (all, .nominal)
    }
    // Of “the Bank of Otterburg, which fell” the name are the head and the proper names beside it, and
    // those behind it that a word of names joins.
    var (first, end) = (head, head + 1)
    while first > all.lowerBound, tag(first - 1) == .propn { first -= 1 }
    while end < all.upperBound {
      let next = (end..<all.upperBound).first { !isJoint($0, layers, text) }
      guard let next, isNamed(next), next == end || span.type != .person || heads.contains(next)
      else { break }
      end = next + 1
    }
    return (first..<end, .name)
  }

  /// Whether a word may stand between the parts of a name, as in “Ministry of the Interior”.
  private static func isJoint(
    _ token: Int, _ layers: GivenLayers, _ text: NormalizedText
  ) -> Bool {
    joints.contains(text.string(layers.tokens[token].range))
  }

  private static let joints: Set<String> = [
    "of", "the", "for", "de", "la", "du", "des", "der", "für", "&",
  ]

  private static func range(_ tokens: Range<Int>, _ layers: GivenLayers) -> ByteRange {
    ByteRange(
      layers.tokens[tokens.lowerBound].range.start, layers.tokens[tokens.upperBound - 1].range.end)
  }
}
