internal import Annotation
internal import CorpusStore

/// How often and when each entity of the corpus is named.
struct EntityTally {

  /// What is counted of one entity.
  private struct Counts {
    var mentions: Int32 = 0
    var quotes: Int32 = 0
    var documents: Int32 = 0
    var first = Day.missing
    var last = Day.missing
    var lastDocument = UInt32.max
  }

  private var counts: [Counts] = []

  mutating func add(_ document: AnnotatedDocument, _ place: DocumentPlace) {
    makeRoom(for: place.entities)
    let day = Day(document.metadata.date)
    for mention in document.mentions {
      let entity = place.entity(mention.entity)
      guard entity != CodeColumn.missing else { continue }
      counts[Int(entity)].mentions += 1
      if counts[Int(entity)].lastDocument != place.row { see(Int(entity), in: place.row, on: day) }
    }
    for quote in document.quotes {
      let speaker = place.entity(quote.speaker)
      if speaker != CodeColumn.missing { counts[Int(speaker)].quotes += 1 }
    }
  }

  private mutating func makeRoom(for entities: [UInt32]) {
    guard let last = entities.max(), Int(last) >= counts.count else { return }
    counts.append(contentsOf: repeatElement(Counts(), count: Int(last) + 1 - counts.count))
  }

  private mutating func see(_ entity: Int, in document: UInt32, on day: Day) {
    counts[entity].lastDocument = document
    counts[entity].documents += 1
    guard day != .missing else { return }
    let first = counts[entity].first
    counts[entity].first = first == .missing ? day : min(first, day)
    counts[entity].last = max(counts[entity].last, day)
  }

  /// Adds what the corpus names, with how often and when.
  func addColumns(entities: [DocumentEntity], to columns: inout ColumnWriter) {
    let table = Table.entities
    columns.builder.setRows(of: table, count: entities.count)
    columns.addName("name", of: table, "the fullest name known", texts: entities.map(\.name))
    columns.addNames(
      "aliases", of: table, "every name it goes by",
      texts: entities.map { [$0.name] + $0.aliases })
    columns.addNames("roles", of: table, "offices and titles", texts: entities.map(\.roles))
    columns.addName(
      "type", of: table, "person, organization, place or group",
      texts: entities.map(\.type.rawValue), type: .category)
    let none = repeatElement(Counts(), count: max(0, entities.count - counts.count))
    let counts = counts.prefix(entities.count) + none
    columns.addNumber("mentions", of: table, "how often it is named", counts.map(\.mentions))
    columns.addNumber(
      "quotes", of: table, "how many quotes it is the speaker of", counts.map(\.quotes))
    columns.addNumber(
      "documents", of: table, "how many documents name it", counts.map(\.documents))
    columns.addDate(
      "first_seen", of: table, "the day of the oldest document that names it", counts.map(\.first))
    columns.addDate(
      "last_seen", of: table, "the day of the newest document that names it", counts.map(\.last))
  }
}
