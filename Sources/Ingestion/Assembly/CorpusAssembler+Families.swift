internal import Annotation
internal import CorpusStore

extension CorpusAssembler {

  /// Adds the families of near-identical quotes, each with its spread.
  mutating func addFamilies(_ families: QuoteFamilies) {
    let places = documents.indices.flatMap { index in
      documents[index].quotes.indices.map { (document: index, quote: $0) }
    }
    let rows = families.members.map { members in
      summarize(members.map { places[$0] })
    }
    builder.setRows(of: .families, count: rows.count)
    builder.add(
      "name", of: .families, type: .name, summary: "the wording of the earliest quote",
      column: .codes(CodeColumn(rows.map { symbol($0.text) }, domain: .symbols)))
    addFamilyNumber("quotes", "the number of quotes", rows.map(\.quotes))
    addFamilyNumber("outlets", "the number of outlets", rows.map(\.outlets))
    addFamilyNumber("speakers", "the number of different speakers", rows.map(\.speakers))
    builder.add(
      "first_seen", of: .families, type: .date, summary: "the day of the earliest quote",
      column: .dates(DateColumn(rows.map(\.day))))
    builder.add(
      "first_outlet", of: .families, type: .name, summary: "the outlet of the earliest quote",
      column: .codes(CodeColumn(rows.map { symbol($0.outlet) }, domain: .symbols)))
  }

  private mutating func addFamilyNumber(_ name: String, _ summary: String, _ values: [Int]) {
    builder.add(
      name, of: .families, type: .integer, summary: summary,
      column: .integers(IntegerColumn(values.map { Int32(clamping: $0) })))
  }

  private func summarize(_ members: [(document: Int, quote: Int)]) -> FamilyRow {
    let dated = members.filter { documents[$0.document].metadata.date != nil }
    let earliest = dated.min { a, b in
      Day(documents[a.document].metadata.date) < Day(documents[b.document].metadata.date)
    }
    let first = earliest ?? members[0]
    let document = documents[first.document]
    let pieces = document.quotes[first.quote].content.map { document.text.string($0) }
    let speakers = members.map {
      entity(documents[$0.document].quotes[$0.quote].speaker, in: $0.document)
    }
    return FamilyRow(
      text: pieces.joined(separator: " "),
      quotes: members.count,
      outlets: Set(members.compactMap { documents[$0.document].metadata.outlet }).count,
      speakers: Set(speakers.filter { $0 != CodeColumn.missing }).count,
      day: Day(document.metadata.date), outlet: document.metadata.outlet)
  }
}

/// One family while the table is put together.
private struct FamilyRow {
  let text: String
  let quotes: Int
  let outlets: Int
  let speakers: Int
  let day: Day
  let outlet: String?
}
