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
    for place in rows.ids.indices {
      if place & 0xFF == 0 { try interruption.check() }
      let pieces = reader.pieces(of: rows.ids[place], end: rows.end(at: place))
      let likeness = measure.likeness(of: pieces)
      guard likeness > 0 else { continue }
      places.append(place)
      keys.append(Int((likeness * Self.precision).rounded()))
    }
    let order = try MergeSort.sorted(count: places.count, interruption: interruption) {
      (keys[$1], $0) < (keys[$0], $1)
    }
    var found = rows.picking(order.map { places[$0] })
    found.figures.append(
      RowFigures(
        name: "similarity", decimals: 3, values: order.map { Double(keys[$0]) / Self.precision }))
    return found
  }
}
