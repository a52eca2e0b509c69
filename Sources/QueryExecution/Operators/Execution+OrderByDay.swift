internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Returns the places of rows in the order of their days, or of those that come first; nil where
  /// rows have to be looked at one by one.
  ///
  /// Rows of one day are a run of rows, or a few: the runs are ordered in place of the rows.
  func placesByDay(
    _ rows: CountedRows, _ order: BoundOrder, limit: Int?
  ) throws(Interrupted) -> [Int]? {
    guard let runs = try periodRuns(of: order.path, rows) else { return nil }
    let count = min(rows.count, limit ?? .max)
    if runs.isAscending, limit != nil {
      return order.isDescending ? runs.lastPlaces(count, of: rows) : Array(0..<count)
    }
    var segments: [(rank: Int64, places: Range<Int>)] = []
    try runs.forEach(of: rows, interruption) { ordinal, places in
      let key = runs.key(ordinal)
      let rank = key == GroupValues.missing ? Int64.max : order.isDescending ? -key : key
      segments.append((rank, places))
    }
    segments.sort { ($0.rank, $0.places.lowerBound) < ($1.rank, $1.places.lowerBound) }
    var places: [Int] = []
    places.reserveCapacity(count)
    for segment in segments where places.count < count {
      try interruption.check()
      places.append(contentsOf: segment.places.prefix(count - places.count))
    }
    return places
  }
}
