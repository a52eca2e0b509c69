import CorpusStore
import QuerySemantics

extension ReferenceEvaluator {

  /// Where a row stands in the text.
  struct Place {
    /// The runs of tokens that are its content, none of them empty.
    let pieces: [Range<Int>]
    /// From its first token to its last.
    let envelope: Range<Int>
    let document: Int
    /// The sentence and the paragraph that it lies wholly inside.
    var sentence: Int?
    var paragraph: Int?
    /// The row of a table that stands there.
    var row: TableRow?
  }

  struct TableRow: Equatable {
    let table: Table
    let row: Int
  }

  /// Whether a place stands so to one of some others; no row stands so to itself.
  func stands(_ relation: RegionRelation, _ place: Place?, toOthers others: [Place]) -> Bool {
    stands(relation, place, to: others.filter { $0.row == nil || $0.row != place?.row })
  }

  /// Whether a place stands so to one of some others; nil is a row that is not in the text.
  func stands(_ relation: RegionRelation, _ place: Place?, to others: [Place]) -> Bool {
    guard let place else { return relation == .outside }
    switch relation {
    case .within: return others.contains { lies(place, within: $0) }
    case .outside: return !others.contains { lies(place, within: $0) }
    case .containing: return others.contains { lies($0, within: place) }
    case .overlapping:
      return others.contains { other in
        place.pieces.contains { a in other.pieces.contains { a.overlaps($0) } }
      }
    case .before(let reach): return others.contains { comes(place, before: $0, reach) }
    case .after(let reach): return others.contains { comes($0, before: place, reach) }
    case .near(let reach):
      return others.contains { other in
        place.envelope != other.envelope && lie(place, other, within: reach)
      }
    }
  }

  func lies(_ inner: Place, within outer: Place) -> Bool {
    inner.pieces.allSatisfy { a in
      outer.pieces.contains { $0.lowerBound <= a.lowerBound && a.upperBound <= $0.upperBound }
    }
  }

  private func comes(_ a: Place, before b: Place, _ reach: RegionRelation.Reach) -> Bool {
    guard lie(a, b, within: reach) else { return false }
    if case .days = reach, let first = day(of: a), let second = day(of: b) {
      return first <= second && a.envelope != b.envelope
    }
    return a.envelope.upperBound <= b.envelope.lowerBound
  }

  private func lie(_ a: Place, _ b: Place, within reach: RegionRelation.Reach) -> Bool {
    switch reach {
    case .tokens(let count):
      let gaps = [
        b.envelope.lowerBound - a.envelope.upperBound,
        a.envelope.lowerBound - b.envelope.upperBound,
      ]
      return a.document == b.document && gaps.allSatisfy { $0 <= count }
    case .sentence: return a.sentence != nil && a.sentence == b.sentence
    case .paragraph: return a.paragraph != nil && a.paragraph == b.paragraph
    case .document: return a.document == b.document
    case .days(let count):
      guard let first = day(of: a), let second = day(of: b) else { return false }
      return abs(Int(first.number) - Int(second.number)) <= count
    }
  }

  private func day(of place: Place) -> Day? {
    guard let date = corpus.schema.attribute("date", of: .documents),
      case .day(let day)? = own(date, place.document).first
    else { return nil }
    return day
  }

  // MARK: Places

  var paragraphs: [Range<Int>] { runs(of: .paragraphs) }

  private func runs(of table: Table) -> [Range<Int>] {
    if let known = read.runs[table] { return known }
    let runs = (0..<corpus.rowCount(of: table)).compactMap { row in
      corpus.regions(of: table)?.tokens(of: RowID(UInt32(row)))
    }
    read.runs[table] = runs.filter { !$0.isEmpty }
    return read.runs[table] ?? []
  }

  func tokens(ofDocument document: Int) -> Range<Int> {
    corpus.regions(of: .documents)?.tokens(of: RowID(UInt32(document))) ?? 0..<0
  }

  func places(of rows: Result) -> [Place] { rows.items.compactMap { place(of: $0, rows.kind) } }

  /// Where a row stands; nil for one without a token.
  func place(of item: Item, _ kind: Kind) -> Place? {
    switch kind {
    case .groups: nil
    case .matches: place(of: [item.id..<item.end], envelope: item.id..<item.end)
    case .table(let table): places(of: table)[item.id]
    }
  }

  private func places(of table: Table) -> [Place?] {
    if let known = read.places[table] { return known }
    let places = (0..<corpus.rowCount(of: table)).map { row in
      let row = RowID(UInt32(row))
      let run = corpus.regions(of: table)?.tokens(of: row) ?? 0..<0
      let pieces = table == .quotes ? corpus.quotePieces.tokens(of: row) : [run]
      var place = place(of: pieces.filter { !$0.isEmpty }, envelope: run)
      place?.row = TableRow(table: table, row: row.index)
      return place
    }
    read.places[table] = places
    return places
  }

  private func place(of pieces: [Range<Int>], envelope: Range<Int>) -> Place? {
    guard !envelope.isEmpty else { return nil }
    if read.documentOfToken.isEmpty {
      read.documentOfToken = (0..<corpus.rowCount(of: .documents)).flatMap { document in
        tokens(ofDocument: document).map { _ in document }
      }
    }
    func index(_ runs: [Range<Int>]) -> Int? {
      runs.firstIndex {
        $0.lowerBound <= envelope.lowerBound && envelope.upperBound <= $0.upperBound
      }
    }
    return Place(
      pieces: pieces, envelope: envelope, document: read.documentOfToken[envelope.lowerBound],
      sentence: index(runs(of: .sentences)), paragraph: index(paragraphs))
  }
}
