internal import Annotation

/// The quotes and names of a text whose words stand in columns, gathered word by word.
struct ColumnAnnotation {

  /// A part that words have in a quote.
  enum Part: Hashable { case content, cue, source }

  /// A run of words with one part, or one name.
  private struct Run {
    let first: Int
    var end: Int
  }

  private var quotes: [String: GivenQuote] = [:]
  /// The quotes in the order in which they are told.
  private var order: [String] = []
  private var runs: [String: [Part: [Run]]] = [:]
  private var names: [(run: Run, type: EntityType, name: String?)] = []
  /// The descriptions and pronouns by number, and the numbers in the order in which they begin.
  private var references: [String: (run: Run, form: Mention.Form, who: (String, EntityType)?)] = [:]
  private var referenceOrder: [String] = []
  /// What is known of those who are named, by number.
  private var entities: [String: DocumentEntity] = [:]
  /// The names and offices of those of whom these are told, in the order in which they are.
  private var holders: [DocumentEntity] = []
  private var knownHolders: Set<DocumentEntity> = []
  private var toldCount: Int?
  private var givesNames = false

  /// Whether anything is given.
  var isEmpty: Bool {
    order.isEmpty && runs.isEmpty && names.isEmpty && references.isEmpty && toldCount == nil
      && !givesNames
  }

  /// Whether quotes or entities have been told, so that words may refer to them.
  private(set) var isExpected = false

  /// Whether the file is one of our own exports, which alone tell how many quotes a document has.
  var isOwn: Bool { toldCount != nil }

  /// Takes the number of quotes.
  mutating func expect(_ count: Int) {
    toldCount = count
    isExpected = true
  }

  /// Takes that all names are told, so that there are none where none is.
  mutating func expectNames() { givesNames = true }

  /// Takes what is told of a quote: `kind`, `speaker`, `lemma`, `confidence` and the like.
  mutating func addQuote(_ number: String, _ field: (String) -> String?) {
    guard quotes[number] == nil else { return }
    isExpected = true
    var quote = GivenQuote(content: [], field: "quote")
    func name(_ key: String) -> String? { field(key).flatMap { $0.isEmpty ? nil : $0 } }
    quote.kind = name("kind").flatMap { Quote.Kind(rawValue: $0) }
    quote.speaker = name("speaker") ?? name("who")
    quote.isAnonymous = quote.speaker == nil && field("speaker") != nil
    quote.addressee = name("addressee")
    quote.cueLemma = name("lemma")
    quote.confidence = name("confidence").flatMap { Double($0) }
    quote.isSpeech = name("speech").map { $0 == "true" || $0 == "yes" }
    quotes[number] = quote
    order.append(number)
  }

  /// Takes what is told of someone who is named.
  mutating func addEntity(_ number: String, _ entity: DocumentEntity) {
    isExpected = true
    entities[number] = entity
    addRoles(of: entity)
  }

  /// Takes the offices of someone.
  mutating func addRoles(of entity: DocumentEntity) {
    guard !entity.roles.isEmpty, knownHolders.insert(entity).inserted else { return }
    holders.append(entity)
  }

  /// Adds words to a part of a quote; those right behind the last ones go on with them.
  mutating func add(_ part: Part, of number: String, tokens: Range<Int>) {
    var parts = runs[number]?[part] ?? []
    if let last = parts.indices.last, parts[last].end == tokens.lowerBound {
      parts[last].end = tokens.upperBound
    } else {
      parts.append(Run(first: tokens.lowerBound, end: tokens.upperBound))
    }
    runs[number, default: [:]][part] = parts
  }

  /// Adds a name; one that goes on is that of the word before.
  mutating func addName(
    _ tokens: Range<Int>, type: EntityType, name: String?, goesOn: Bool = false
  ) {
    if goesOn, let last = names.indices.last, names[last].run.end == tokens.lowerBound {
      names[last].run.end = tokens.upperBound
    } else {
      names.append((Run(first: tokens.lowerBound, end: tokens.upperBound), type, name))
    }
  }

  /// Lets the last name go on with words, if it ends right before them.
  mutating func extendName(to tokens: Range<Int>) {
    guard let last = names.indices.last, names[last].run.end == tokens.lowerBound else { return }
    names[last].run.end = tokens.upperBound
  }

  /// Adds words to a description or a pronoun; `who` is meant by it, nil where that is not known.
  mutating func addReference(
    _ number: String, _ tokens: Range<Int>, form: Mention.Form, who: (String, EntityType)?
  ) {
    if references[number] == nil {
      referenceOrder.append(number)
      references[number] = (Run(first: tokens.lowerBound, end: tokens.upperBound), form, who)
    } else if references[number]?.run.end == tokens.lowerBound {
      references[number]?.run.end = tokens.upperBound
    }
  }

  /// What is known of someone by number.
  func entity(_ number: String) -> (name: String, type: EntityType)? {
    entities[number].map { ($0.name, $0.type) }
  }

  /// Gives layers what has been gathered.
  func fill(_ layers: inout GivenLayers) {
    func range(_ run: Run) -> ByteRange? {
      guard run.first < run.end, run.end <= layers.tokens.count else { return nil }
      return ByteRange(layers.tokens[run.first].range.start, layers.tokens[run.end - 1].range.end)
    }
    let ends = ParagraphEnds(layers)
    if !order.isEmpty || toldCount != nil {
      // Our own exports count the quotes in their order; elements end with the inner ones first.
      let numbers = isOwn ? order.sorted { Int($0) ?? 0 < Int($1) ?? 0 } : order
      layers.quotes = numbers.compactMap { number in
        guard var quote = quotes[number] else { return nil }
        let parts = runs[number] ?? [:]
        quote.content = (parts[.content] ?? []).flatMap { ends.pieces(of: $0.first..<$0.end) }
          .compactMap { range(Run(first: $0.lowerBound, end: $0.upperBound)) }
        quote.cue = (parts[.cue] ?? []).compactMap(range)
        quote.source = (parts[.source] ?? []).compactMap(range)
        return quote.content.isEmpty ? nil : quote
      }
    }
    layers.entities = holders
    guard !names.isEmpty || !references.isEmpty || givesNames else { return }
    layers.mentions = names.compactMap { item in
      range(item.run).map { GivenMention($0, type: item.type, name: item.name, field: "name") }
    }
    for number in referenceOrder {
      guard let item = references[number], let range = range(item.run) else { continue }
      var mention = GivenMention(range, type: item.who?.1, name: item.who?.0, field: "ref")
      mention.form = item.form
      layers.mentions?.append(mention)
    }
  }
}

/// Where the paragraphs of words in columns end.
struct ParagraphEnds {

  /// The numbers of the words behind their last ones, ascending.
  private let ends: [Int]

  init(_ layers: GivenLayers) {
    ends = layers.sentences.indices.compactMap { index in
      let next = index + 1
      guard next < layers.sentences.count,
        layers.sentences[next].block != layers.sentences[index].block
      else { return nil }
      return Int(layers.sentences[index].endToken)
    }
  }

  /// Divides a run of words between paragraphs, for what somebody says goes on in the next without the
  /// blank line between them.
  func pieces(of run: Range<Int>) -> [Range<Int>] {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] > run.lowerBound { high = middle } else { low = middle + 1 }
    }
    let inner = ends[low...].prefix { $0 < run.upperBound }
    let cuts = [run.lowerBound] + inner + [run.upperBound]
    return zip(cuts, cuts.dropFirst()).map { $0..<$1 }
  }
}
