internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Returns the words that are more frequent in some rows than in others, each with how often both
  /// have it, in the order of the measure, ties by count, then by name.
  ///
  /// A row's words are those of its text; a token that lies in two rows counts once. Where the other
  /// rows have no words at all, nothing is known of how frequent words are there, and none is given.
  func keywords(
    of rows: Rows, against others: Rows, _ keywords: BoundKeywords
  ) throws(Interrupted) -> Rows {
    guard let vocabulary = evaluator.vocabulary(of: keywords.attribute) else {
      return Rows(all: GroupTable(empty: keywords.columns, unit: "keywords", notes: rows.notes))
    }
    let first = try words(of: rows, vocabulary)
    let second = try words(of: others, vocabulary)
    let words = first.counts.indices.filter { word in
      first.frequency(of: word) > second.frequency(of: word) && second.total > 0
    }
    let contrast = try Contrast(
      words.map { first.counts[$0] }, of: first.total,
      words.map { second.counts[$0] }, of: second.total, interruption)
    let order = try vocabulary.order(
      of: words, by: contrast.ranks(by: keywords.measure), interruption)
    let note = FigureNotes.keywords(
      first.total, in: Wording.count(rows.count, rows.unit), against: second.total,
      in: Wording.count(others.count, others.unit))
    let table = GroupTable(
      columns: [GroupValues(keywords.columns[0], words, vocabulary)]
        + contrast.columns(keywords.columns.dropFirst(), scale: 1_000_000),
      count: words.count, countedUnit: "words", unit: "keywords", notes: rows.notes + [note])
    return Rows(.groups(table), order)
  }
}
