internal import CorpusStore

/// The families of near-identical quotes, each with its spread and its wordings.
struct FamilyRows {

  private var rows: [FamilyRow] = []

  /// Puts the rows together from what is kept of the quotes.
  init(_ families: QuoteFamilies, quotes: QuoteRows, documents: DocumentRows, text: TextRows) {
    let threads = Ingestor.threadCount(for: families.members.count, worthwhileAbove: 200)
    rows = ParallelMap.run(families.members, threadCount: threads) { members in
      var row = FamilyRow(quotes: members.count)
      var wordings: [WordDifference.Words] = []
      var seen: Set<[String]> = []
      for quote in Self.inOrderOfTime(members, quotes, documents) {
        let document = Int(quotes.documents[quote])
        row.add(
          quotes.speakers[quote], outlet: documents.outlets[document],
          day: documents.days[document])
        let wording = Self.text(of: quote, quotes, text)
        if wordings.isEmpty { row.text = wording }
        let words = WordDifference.Words(wording)
        if seen.insert(words.keys).inserted { wordings.append(words) }
      }
      if let earliest = wordings.first {
        row.variants = wordings.dropFirst().map { WordDifference(from: earliest, to: $0).marked }
      }
      return row
    }
  }

  private static func text(of quote: Int, _ quotes: QuoteRows, _ text: TextRows) -> String {
    let pieces = Int(quotes.pieceOffsets[quote])..<Int(quotes.pieceOffsets[quote + 1])
    return pieces.map { piece in
      text.string(Int(quotes.contentStarts[piece])..<Int(quotes.contentEnds[piece]))
    }.joined(separator: " ")
  }

  /// Returns quotes from the earliest to the latest, those of one day in the order of the corpus,
  /// those without a day at the end.
  private static func inOrderOfTime(
    _ members: [Int], _ quotes: QuoteRows, _ documents: DocumentRows
  ) -> [Int] {
    func rank(_ quote: Int) -> (Int, Int32, Int) {
      let day = documents.days[Int(quotes.documents[quote])]
      return (day == .missing ? 1 : 0, day.number, quote)
    }
    return members.sorted { rank($0) < rank($1) }
  }

  func addColumns(to columns: inout ColumnWriter) {
    let table = Table.families
    columns.builder.setRows(of: table, count: rows.count)
    columns.addName(
      "name", of: table, "the wording of the earliest quote", texts: rows.map(\.text))
    columns.addNumber(
      "quotes", of: table, "the number of quotes", rows.map { Int32(clamping: $0.quotes) })
    columns.addNumber(
      "outlets", of: table, "the number of outlets", rows.map { Int32(clamping: $0.outlets.count) })
    columns.addNumber(
      "speakers", of: table, "the number of different speakers",
      rows.map { Int32(clamping: $0.speakers.count) })
    columns.addDate(
      "first_seen", of: table, "the day of the earliest quote", rows.map { $0.first ?? .missing })
    columns.addName(
      "first_outlet", of: table, "the outlet of the earliest quote", rows.map(\.firstOutlet))
    columns.addDate(
      "last_seen", of: table, "the day of the latest quote", rows.map { $0.last ?? .missing })
    columns.addNumber(
      "days", of: table, "the days from the earliest quote to the latest", rows.map(\.spread))
    addLists(to: &columns)
    columns.addNumber(
      "conflict", of: table, "whether it has more than one known speaker",
      rows.map { $0.speakers.count > 1 ? 1 : 0 }, type: .flag)
  }

  private func addLists(to columns: inout ColumnWriter) {
    var speakers = ListRows()
    var outlets = ListRows()
    for row in rows {
      speakers.append(row.speakers)
      outlets.append(row.outlets)
    }
    columns.addReferences(
      "speaker", of: .families, to: .entities,
      "who is said to have said it, in the order of time", speakers)
    columns.addNames("outlet", of: .families, "who printed it, in the order of time", outlets)
    columns.addNames(
      "variants", of: .families, "each further wording, with its differences from the earliest",
      texts: rows.map(\.variants))
  }
}

/// One family while the table is put together; its quotes are added from the earliest on.
private struct FamilyRow {

  let quotes: Int
  var text = ""
  var variants: [String] = []
  private(set) var outlets: [UInt32] = []
  private(set) var speakers: [UInt32] = []
  private(set) var first: Day?
  private(set) var last: Day?
  private(set) var firstOutlet = CodeColumn.missing
  private var isEmpty = true

  init(quotes: Int) { self.quotes = quotes }

  mutating func add(_ speaker: UInt32, outlet: UInt32, day: Day) {
    if isEmpty { firstOutlet = outlet }
    isEmpty = false
    if day != .missing {
      first = first ?? day
      last = day
    }
    if outlet != CodeColumn.missing, !outlets.contains(outlet) { outlets.append(outlet) }
    if speaker != CodeColumn.missing, !speakers.contains(speaker) { speakers.append(speaker) }
  }

  /// The days from the first to the last; the mark of none where none is known.
  var spread: Int32 {
    guard let first, let last else { return IntegerColumn.missing }
    return Int32(clamping: Int(last.number) - Int(first.number))
  }
}
