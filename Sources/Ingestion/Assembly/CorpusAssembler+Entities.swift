internal import Annotation
internal import CorpusStore

extension CorpusAssembler {

  /// Adds what the corpus names, with how often and when.
  mutating func addEntities() {
    let entities = resolution.entities
    builder.setRows(of: .entities, count: entities.count)
    addEntityName("name", .name, "the fullest name known", entities.map(\.name))
    addEntityNames("aliases", "every name it goes by", entities.map { [$0.name] + $0.aliases })
    addEntityNames("roles", "offices and titles", entities.map(\.roles))
    addEntityName(
      "type", .category, "person, organization, place or group", entities.map(\.type.rawValue))
    var tally = EntityTally(count: entities.count)
    for (index, document) in documents.enumerated() {
      tally.add(document, index: index, entities: resolution.indices[index])
    }
    addEntityNumber("mentions", "how often it is named", tally.mentions)
    addEntityNumber("quotes", "how many quotes it is the speaker of", tally.quotes)
    addEntityNumber("documents", "how many documents name it", tally.documents)
    addEntityDay("first_seen", "the day of the oldest document that names it", tally.first)
    addEntityDay("last_seen", "the day of the newest document that names it", tally.last)
  }

  private mutating func addEntityName(
    _ name: String, _ type: AttributeType, _ summary: String, _ values: [String]
  ) {
    builder.add(
      name, of: .entities, type: type, summary: summary,
      column: .codes(CodeColumn(values.map { symbol($0) }, domain: .symbols)))
  }

  private mutating func addEntityNames(
    _ name: String, _ summary: String, _ values: [[String]]
  ) {
    builder.add(
      name, of: .entities, type: .name, isMany: true, summary: summary,
      column: .codeLists(CodeListColumn(values.map { symbols($0) }, domain: .symbols)))
  }

  private mutating func addEntityNumber(_ name: String, _ summary: String, _ values: [Int32]) {
    builder.add(
      name, of: .entities, type: .integer, summary: summary,
      column: .integers(IntegerColumn(values)))
  }

  private mutating func addEntityDay(_ name: String, _ summary: String, _ values: [Day]) {
    builder.add(
      name, of: .entities, type: .date, summary: summary, column: .dates(DateColumn(values)))
  }
}

/// How often and when each entity of the corpus is named.
private struct EntityTally {

  var mentions: [Int32]
  var quotes: [Int32]
  var documents: [Int32]
  var first: [Day]
  var last: [Day]
  private var lastDocument: [Int]

  init(count: Int) {
    mentions = Array(repeating: 0, count: count)
    quotes = mentions
    documents = mentions
    first = Array(repeating: .missing, count: count)
    last = first
    lastDocument = Array(repeating: -1, count: count)
  }

  mutating func add(_ document: AnnotatedDocument, index: Int, entities: [UInt32]) {
    let day = Day(document.metadata.date)
    for mention in document.mentions {
      guard let local = mention.entity else { continue }
      let entity = Int(entities[Int(local)])
      mentions[entity] += 1
      if lastDocument[entity] != index { see(entity, in: index, on: day) }
    }
    for quote in document.quotes {
      guard let local = quote.speaker else { continue }
      quotes[Int(entities[Int(local)])] += 1
    }
  }

  private mutating func see(_ entity: Int, in document: Int, on day: Day) {
    lastDocument[entity] = document
    documents[entity] += 1
    guard day != .missing else { return }
    first[entity] = first[entity] == .missing ? day : min(first[entity], day)
    last[entity] = max(last[entity], day)
  }
}
