internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Returns the words of some rows, each with how often they and other rows have it.
  ///
  /// All words are listed that the rows have at all, in the order of the measure, ties by count, then
  /// by name; by `ll`, those that the other rows have more often come behind all others.
  func keywords(
    of rows: Rows, against others: Rows, _ keywords: BoundKeywords
  ) throws(Interrupted) -> Rows {
    guard let vocabulary = Vocabulary(keywords.attribute, corpus) else {
      return Rows(all: GroupTable(empty: keywords.columns, unit: "keywords", notes: rows.notes))
    }
    let first = try words(of: rows, vocabulary)
    let second = try words(of: others, vocabulary)
    let words = first.counts.indices.filter { first.counts[$0] > 0 }
    let contrast = Contrast(
      words.map { first.counts[$0] }, of: first.total,
      words.map { second.counts[$0] }, of: second.total)
    let ranks = keywords.measure == .logratio ? contrast.ranksByRatio : contrast.ranksOfFirst
    let order = try vocabulary.order(of: words, by: ranks, interruption)
    let note = FigureNotes.keywords(
      first.total, in: FigureNotes.count(rows.count, rows.unit), against: second.total,
      in: FigureNotes.count(others.count, others.unit))
    let table = GroupTable(
      columns: [GroupValues(keywords.columns[0], words, vocabulary)]
        + contrast.columns(keywords.columns.dropFirst(), scale: 1_000_000),
      count: words.count, countedUnit: "words", unit: "keywords", notes: rows.notes + [note])
    return Rows(.groups(table), order)
  }
}
