internal import CorpusStore
internal import QueryPlanning
internal import QuerySemantics

extension Execution {

  /// The rank of a row without a value: behind all others.
  private static let last = Int64.max

  /// Returns the rows, or the first of them, in the order of some keys; equal ones stay in theirs.
  func sorted(
    _ rows: Rows, by order: [BoundOrder], limit: Int? = nil
  ) throws(Interrupted) -> Rows {
    guard !order.isEmpty, rows.count > 1 else { return limit.map { rows.prefix($0) } ?? rows }
    if order.count == 1, let places = try placesByDay(.some(rows), order[0], limit: limit) {
      return try rows.picking(places, interruption)
    }
    var ranks: [[Int64]] = []
    for key in order { ranks.append(try self.ranks(of: rows, by: key)) }
    return try rows.picking(try places(orderedBy: ranks, limit: limit), interruption)
  }

  /// Returns the first rows of an operator's input in the order of some keys.
  func firstRows(
    _ count: Int, _ plan: Plan, _ index: Int, by order: [BoundOrder]
  ) throws(Interrupted) -> Rows {
    let rows = try countedInput(plan, index)
    recorder.cut(at: index, from: rows.count)
    if order.count == 1, let places = try placesByDay(rows, order[0], limit: count) {
      return try rows.picking(places, interruption)
    }
    return try sorted(try rows.listed(interruption), by: order, limit: count)
  }

  /// Returns the rows in the order of words near them; equal ones stay in their order.
  func ordered(_ rows: Rows, by order: [BoundConcordanceKey]) throws(Interrupted) -> Rows {
    guard !order.isEmpty, rows.count > 1 else { return rows }
    let lines = ConcordanceLines(corpus, kind: rows.kind)
    var ranks: [[Int64]] = []
    for key in order {
      let (keys, reading) = try words(near: rows, lines, at: key.offset)
      let named = try nameRanks(of: keys, reading) { $1 += reading.foldedText(of: $0) }
      ranks.append(
        try interruption.list(keys.count) { place in
          guard keys[place] != GroupValues.missing else { return Self.last }
          let rank = Int64(named[keys[place]])
          return key.isDescending ? -rank : rank
        })
    }
    return try rows.picking(try places(orderedBy: ranks), interruption)
  }

  /// Returns for each row the word at a place near it, or its own text, as a key.
  private func words(
    near rows: Rows, _ lines: ConcordanceLines, at offset: Int
  ) throws(Interrupted) -> (keys: [Int64], reading: KeyReading) {
    if offset != 0 {
      let keys = try interruption.list(rows.count) { place in
        lines.word(at: offset, of: rows.ids[place], end: rows.end(at: place)).map { Int64($0) }
          ?? GroupValues.missing
      }
      return (keys, .codes(lines.words))
    }
    var numbers = TextNumbers()
    let keys = try interruption.list(rows.count) { place in
      lines.text(of: rows.ids[place], end: rows.end(at: place)).map {
        Int64(numbers.number(of: $0))
      } ?? GroupValues.missing
    }
    return (keys, .texts(numbers.texts))
  }

  /// Returns for each row a number that orders as its value does, the direction being counted in.
  private func ranks(of rows: Rows, by order: BoundOrder) throws(Interrupted) -> [Int64] {
    let reader = ValueReader(order.path, kind: rows.kind, corpus: corpus)
    if reader.reading.isOrdered, let keys = try reader.singleKeys(of: rows, interruption) {
      return try interruption.list(keys.count) { place in
        guard keys[place] != GroupValues.missing else { return Self.last }
        return order.isDescending ? -keys[place] : keys[place]
      }
    }
    // Keys of all rows, one behind the other, and where those of each row end.
    var keys: [Int64] = []
    var ends: [Int] = []
    keys.reserveCapacity(rows.count)
    ends.reserveCapacity(rows.count)
    for place in rows.ids.indices {
      if place % blockSize == 0 { try interruption.check() }
      reader.appendKeys(of: rows.ids[place], end: rows.end(at: place), to: &keys)
      ends.append(keys.count)
    }
    let reading = reader.reading
    if !reading.isOrdered {
      let named = try nameRanks(of: keys, reading) { $1 += reading.foldedText(of: $0) }
      try interruption.forEachStretch(of: keys.indices) { stretch in
        for place in stretch { keys[place] = Int64(named[keys[place]]) }
      }
    }
    return try interruption.list(ends.count) { place in
      let own = keys[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
      let best = order.isDescending ? own.max() : own.min()
      return best.map { order.isDescending ? -$0 : $0 } ?? Self.last
    }
  }

  /// Returns for each key a number that orders groups: by name, and by its exact letters only where
  /// case and accents make the difference; a group without a name comes last.
  func groupRanks(of keys: [Int64], _ reading: KeyReading) throws(Interrupted) -> [Int64] {
    guard !reading.isOrdered else {
      return try interruption.list(keys.count) { place in
        keys[place] == GroupValues.missing ? Self.last : keys[place]
      }
    }
    let pool = corpus.pool
    let ranks = try nameRanks(of: keys, reading) { reading.appendSortKey(of: $0, pool, to: &$1) }
    return try interruption.list(keys.count) { place in
      keys[place] == GroupValues.missing ? Self.last : Int64(ranks[keys[place]])
    }
  }

  /// Returns the rank of each value that has a place in a dictionary or a list of texts, by what it
  /// is called, which `appendName` appends; equal names share a rank.
  func nameRanks(
    of keys: [Int64], _ reading: KeyReading, _ appendName: (Int64, inout [UInt8]) -> Void
  ) throws(Interrupted) -> KeyRanks {
    var ranks = try KeyRanks(keys.count, of: reading.placeCount, interruption)
    var found: [Int64] = []
    var names = TextList()
    try interruption.forEachStretch(of: keys.indices) { stretch in
      for key in keys[stretch] where key != GroupValues.missing && ranks[key] == 0 {
        ranks[key] = 1
        found.append(key)
        names.append { appendName(key, &$0) }
      }
    }
    let order = try MergeSort.sorted(
      count: found.count, interruption: interruption, by: names.precedes)
    var rank: UInt32 = 0
    try interruption.forEachStretch(of: order.indices) { stretch in
      for index in stretch {
        if index == 0 || !names.areEqual(order[index - 1], order[index]) { rank += 1 }
        ranks[found[order[index]]] = rank
      }
    }
    return ranks
  }

  /// Returns the places of rows ordered by parallel arrays of ranks, the first counting most.
  func places(
    orderedBy ranks: [[Int64]], limit: Int? = nil
  ) throws(Interrupted) -> [Int] {
    let count = ranks.first?.count ?? 0
    func precedes(_ a: Int, _ b: Int) -> Bool {
      for rank in ranks where rank[a] != rank[b] { return rank[a] < rank[b] }
      return a < b
    }
    if let limit, limit < count / 8 {
      return try FirstPlaces.select(limit, of: count, interruption: interruption, by: precedes)
    }
    let places = try MergeSort.sorted(count: count, interruption: interruption, by: precedes)
    return limit.map { Array(places.prefix($0)) } ?? places
  }
}

/// Sorting that can be interrupted.
enum MergeSort {

  private static let run = 1 << 12

  /// Returns the numbers 0, 1 … `count` - 1 in order.
  static func sorted(
    count: Int, interruption: Interruption, by precedes: (Int, Int) -> Bool
  ) throws(Interrupted) -> [Int] {
    try places(count: count, interruption: interruption, by: precedes)
  }

  /// Returns the numbers 0, 1 … `count` - 1 in order, in numbers of the wanted width.
  ///
  /// - Precondition: `Place` holds `count`.
  @inline(__always)
  static func places<Place: FixedWidthInteger>(
    count: Int, interruption: Interruption, by precedes: (Int, Int) -> Bool
  ) throws(Interrupted) -> [Place] {
    var places: [Place] = []
    var merged: [Place] = []
    places.reserveCapacity(count)
    for first in stride(from: 0, to: count, by: run) {
      try interruption.check()
      for place in (first..<min(count, first + run)).sorted(by: precedes) {
        places.append(Place(truncatingIfNeeded: place))
      }
    }
    var width = run
    while width < count {
      merged.removeAll(keepingCapacity: true)
      merged.reserveCapacity(count)
      for first in stride(from: 0, to: count, by: width * 2) {
        let middle = min(count, first + width)
        let end = min(count, first + width * 2)
        try merge(
          places, first..<middle, middle..<end, into: &merged, interruption, precedes)
      }
      swap(&places, &merged)
      width *= 2
    }
    return places
  }

  @inline(__always)
  private static func merge<Place: FixedWidthInteger>(
    _ places: [Place], _ first: Range<Int>, _ second: Range<Int>, into merged: inout [Place],
    _ interruption: Interruption, _ precedes: (Int, Int) -> Bool
  ) throws(Interrupted) {
    var (a, b) = (first.lowerBound, second.lowerBound)
    while a < first.upperBound || b < second.upperBound {
      if merged.count % run == 0 { try interruption.check() }
      if b == second.upperBound
        || (a < first.upperBound && !precedes(Int(places[b]), Int(places[a])))
      {
        merged.append(places[a])
        a += 1
      } else {
        merged.append(places[b])
        b += 1
      }
    }
  }
}
