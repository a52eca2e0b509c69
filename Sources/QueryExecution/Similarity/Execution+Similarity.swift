internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// The likeness is told to so many parts of one; what differs less comes in the order of rows.
  private static let precision = 1e9

  /// Returns the rows in the order of how like a text they are, those without a word in common left
  /// out, each with its likeness.
  func similar(_ rows: Rows, to text: BoundSimilarity) throws(Interrupted) -> Rows {
    var measure = WordingMeasure(text, try evaluator.wordingIndex(interruption), corpus)
    let reader = RegionReader(corpus, kind: rows.kind)
    var places: [Int] = []
    var keys: [Int] = []
    var unread = 0
    for place in rows.ids.indices {
      let pieces = reader.pieces(of: rows.ids[place], end: rows.end(at: place))
      unread -= pieces.reduce(16) { $0 + Int($1.end - $1.start) }
      if unread < 0 {
        try interruption.check()
        unread = 1 << 14
      }
      let likeness = measure.likeness(of: pieces)
      guard likeness > 0 else { continue }
      places.append(place)
      keys.append(Int((likeness * Self.precision).rounded()))
    }
    let order = try MergeSort.sorted(count: places.count, interruption: interruption) {
      (keys[$1], $0) < (keys[$0], $1)
    }
    var found = try rows.picking(
      try interruption.list(order.count) { places[order[$0]] }, interruption)
    let values = try interruption.list(order.count) { Double(keys[order[$0]]) / Self.precision }
    found.figures.append(RowFigures(name: RowFigures.similarity, decimals: 3, values: values))
    return found
  }
}
