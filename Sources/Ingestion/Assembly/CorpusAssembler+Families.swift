internal import Annotation
internal import CorpusStore

extension CorpusAssembler {

  /// Adds the families of near-identical quotes, each with its spread and its wordings.
  mutating func addFamilies(_ families: QuoteFamilies) {
    let places = documents.indices.flatMap { index in
      documents[index].quotes.indices.map { (document: index, quote: $0) }
    }
    let rows = families.members.map { members in summarize(members.map { places[$0] }) }
    builder.setRows(of: .families, count: rows.count)
    addFamilyName("name", "the wording of the earliest quote", rows.map(\.text))
    addFamilyNumber("quotes", "the number of quotes", rows.map(\.quotes))
    addFamilyNumber("outlets", "the number of outlets", rows.map(\.outlets.count))
    addFamilyNumber("speakers", "the number of different speakers", rows.map(\.speakers.count))
    addFamilyDate("first_seen", "the day of the earliest quote", rows.map(\.days.first))
    addFamilyName("first_outlet", "the outlet of the earliest quote", rows.map(\.firstOutlet))
    addFamilyDate("last_seen", "the day of the latest quote", rows.map(\.days.last))
    addFamilyNumber("days", "the days from the earliest quote to the latest", rows.map(\.spread))
    builder.add(
      "speaker", of: .families, type: .reference(.entities), isMany: true,
      summary: "who is said to have said it, in the order of time",
      column: .codeLists(CodeListColumn(rows.map(\.speakers), domain: .rows(.entities))))
    addFamilyNames("outlet", "who printed it, in the order of time", rows.map(\.outlets))
    addFamilyNames(
      "variants", "each further wording, with its differences from the earliest",
      rows.map(\.variants))
    builder.add(
      "conflict", of: .families, type: .flag, summary: "whether it has more than one known speaker",
      column: .integers(IntegerColumn(rows.map { $0.speakers.count > 1 ? 1 : 0 })))
  }

  private mutating func addFamilyName(_ name: String, _ summary: String, _ values: [String?]) {
    builder.add(
      name, of: .families, type: .name, summary: summary,
      column: .codes(CodeColumn(values.map { symbol($0) }, domain: .symbols)))
  }

  private mutating func addFamilyNames(_ name: String, _ summary: String, _ values: [[String]]) {
    builder.add(
      name, of: .families, type: .name, isMany: true, summary: summary,
      column: .codeLists(CodeListColumn(values.map { symbols($0) }, domain: .symbols)))
  }

  private mutating func addFamilyNumber(_ name: String, _ summary: String, _ values: [Int?]) {
    builder.add(
      name, of: .families, type: .integer, summary: summary,
      column: .integers(
        IntegerColumn(values.map { $0.map { Int32(clamping: $0) } ?? IntegerColumn.missing })))
  }

  private mutating func addFamilyDate(_ name: String, _ summary: String, _ values: [Day?]) {
    builder.add(
      name, of: .families, type: .date, summary: summary,
      column: .dates(DateColumn(values.map { $0 ?? .missing })))
  }

  private func summarize(_ members: [(document: Int, quote: Int)]) -> FamilyRow {
    var row = FamilyRow(quotes: members.count)
    var wordings: [WordDifference.Words] = []
    var seen: Set<[String]> = []
    for member in inOrderOfTime(members) {
      let document = documents[member.document]
      let quote = document.quotes[member.quote]
      row.add(
        entity(quote.speaker, in: member.document), outlet: document.metadata.outlet,
        day: Day(document.metadata.date))
      let text = quote.content.map { document.text.string($0) }.joined(separator: " ")
      if wordings.isEmpty { row.text = text }
      let words = WordDifference.Words(text)
      if seen.insert(words.keys).inserted { wordings.append(words) }
    }
    if let earliest = wordings.first {
      row.variants = wordings.dropFirst().map { WordDifference(from: earliest, to: $0).marked }
    }
    return row
  }

  /// Returns quotes from the earliest to the latest, those of one day in the order of the corpus,
  /// those without a day at the end.
  private func inOrderOfTime(
    _ members: [(document: Int, quote: Int)]
  ) -> [(document: Int, quote: Int)] {
    let days = members.map { Day(documents[$0.document].metadata.date) }
    func rank(_ index: Int) -> (Int, Int32, Int) {
      (days[index] == .missing ? 1 : 0, days[index].number, index)
    }
    return members.indices.sorted { rank($0) < rank($1) }.map { members[$0] }
  }
}

/// One family while the table is put together; its quotes are added from the earliest on.
private struct FamilyRow {

  let quotes: Int
  var text = ""
  var variants: [String] = []
  private(set) var outlets: [String] = []
  private(set) var speakers: [UInt32] = []
  private(set) var days: [Day] = []
  private(set) var firstOutlet: String?
  private var isEmpty = true

  init(quotes: Int) { self.quotes = quotes }

  mutating func add(_ speaker: UInt32, outlet: String?, day: Day) {
    if isEmpty { firstOutlet = outlet }
    isEmpty = false
    if day != .missing { days.append(day) }
    if let outlet, !outlet.isEmpty, !outlets.contains(outlet) { outlets.append(outlet) }
    if speaker != CodeColumn.missing, !speakers.contains(speaker) { speakers.append(speaker) }
  }

  /// The days from the first to the last; nil where none is known.
  var spread: Int? {
    guard let first = days.first, let last = days.last else { return nil }
    return Int(last.number) - Int(first.number)
  }
}
