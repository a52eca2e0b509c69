internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// The rank of a row without a value: behind all others.
  private static let last = Int64.max

  /// Returns the rows, or the first of them, in the order of some keys; equal ones stay in theirs.
  func sorted(
    _ rows: Rows, by order: [BoundOrder], limit: Int? = nil
  ) throws(Interrupted) -> Rows {
    guard !order.isEmpty else { return limit.map { rows.prefix($0) } ?? rows }
    var ranks: [[Int64]] = []
    for key in order { ranks.append(try self.ranks(of: rows, by: key)) }
    return rows.picking(try places(orderedBy: ranks, limit: limit))
  }

  /// Returns the rows in the order of words near them; equal ones stay in their order.
  func ordered(_ rows: Rows, by order: [BoundConcordanceKey]) throws(Interrupted) -> Rows {
    guard !order.isEmpty else { return rows }
    let lines = ConcordanceLines(corpus, kind: rows.kind)
    var ranks: [[Int64]] = []
    for key in order {
      var words: [[UInt8]?] = []
      words.reserveCapacity(rows.count)
      for place in rows.ids.indices {
        if place % blockSize == 0 { try interruption.check() }
        words.append(lines.word(at: key.offset, of: rows.ids[place], end: rows.end(at: place)))
      }
      let ranked = try self.ranks(of: Array(Set(words.compactMap { $0 })))
      ranks.append(
        words.map { word in
          guard let rank = word.flatMap({ ranked[$0] }) else { return Self.last }
          return key.isDescending ? -rank : rank
        })
    }
    return rows.picking(try places(orderedBy: ranks))
  }

  /// Returns for each row a number that orders as its value does, the direction being counted in.
  private func ranks(of rows: Rows, by order: BoundOrder) throws(Interrupted) -> [Int64] {
    let reader = ValueReader(order.path, kind: rows.kind, corpus: corpus)
    // Keys of all rows, one behind the other, and where those of each row end.
    var keys: [Int64] = []
    var ends: [Int] = []
    ends.reserveCapacity(rows.count)
    for place in rows.ids.indices {
      if place % blockSize == 0 { try interruption.check() }
      reader.appendKeys(of: rows.ids[place], end: rows.end(at: place), to: &keys)
      ends.append(keys.count)
    }
    let reading = reader.reading
    if !reading.isOrdered {
      let named = try nameRanks(of: keys, reading) { reading.foldedText(of: $0) }
      keys = keys.map { named[Int($0)] }
    }
    var first = 0
    return ends.map { end in
      defer { first = end }
      let best = order.isDescending ? keys[first..<end].max() : keys[first..<end].min()
      return best.map { order.isDescending ? -$0 : $0 } ?? Self.last
    }
  }

  /// Returns for each key a number that orders groups: by name, and by its exact letters only where
  /// case and accents make the difference; a group without a name comes last.
  func groupRanks(of keys: [Int64], _ reading: KeyReading) throws(Interrupted) -> [Int64] {
    guard !reading.isOrdered else { return keys.map { $0 == GroupValues.missing ? Self.last : $0 } }
    let ranks = try nameRanks(of: keys, reading) {
      reading.foldedText(of: $0) + [0] + Array(reading.text(of: $0).utf8)
    }
    return keys.map { $0 == GroupValues.missing ? Self.last : ranks[Int($0)] }
  }

  /// Returns the rank of each value that has a place in a dictionary or a list of texts, by what it
  /// is called; equal names share a rank, and values that are not among the keys have none.
  private func nameRanks(
    of keys: [Int64], _ reading: KeyReading, _ name: (Int64) -> [UInt8]
  ) throws(Interrupted) -> [Int64] {
    var ranks = [Int64](repeating: 0, count: reading.placeCount)
    var found: [Int64] = []
    var names: [[UInt8]] = []
    for key in keys where key != GroupValues.missing && ranks[Int(key)] == 0 {
      if found.count % blockSize == 0 { try interruption.check() }
      ranks[Int(key)] = 1
      found.append(key)
      names.append(name(key))
    }
    let order = try MergeSort.sorted(count: found.count, interruption: interruption) {
      names[$0].lexicographicallyPrecedes(names[$1])
    }
    var rank: Int64 = 0
    var previous: Int?
    for place in order {
      if previous.map({ names[$0] != names[place] }) ?? true { rank += 1 }
      ranks[Int(found[place])] = rank
      previous = place
    }
    return ranks
  }

  /// Returns the rank of each of some texts; equal ones share a rank.
  private func ranks(of texts: [[UInt8]]) throws(Interrupted) -> [[UInt8]: Int64] {
    let order = try MergeSort.sorted(count: texts.count, interruption: interruption) {
      texts[$0].lexicographicallyPrecedes(texts[$1])
    }
    var ranks: [[UInt8]: Int64] = [:]
    for place in order where ranks[texts[place]] == nil {
      ranks[texts[place]] = Int64(ranks.count + 1)
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

  private static let run = 1 << 14

  /// Returns the numbers 0, 1 … `count` - 1 in order.
  static func sorted(
    count: Int, interruption: Interruption, by precedes: (Int, Int) -> Bool
  ) throws(Interrupted) -> [Int] {
    var places: [Int] = []
    for first in stride(from: 0, to: count, by: run) {
      try interruption.check()
      places += (first..<min(count, first + run)).sorted(by: precedes)
    }
    var width = run
    while width < count {
      var merged: [Int] = []
      merged.reserveCapacity(count)
      for first in stride(from: 0, to: count, by: width * 2) {
        let middle = min(count, first + width)
        let end = min(count, first + width * 2)
        try merge(
          places, first..<middle, middle..<end, into: &merged, interruption, precedes)
      }
      places = merged
      width *= 2
    }
    return places
  }

  private static func merge(
    _ places: [Int], _ first: Range<Int>, _ second: Range<Int>, into merged: inout [Int],
    _ interruption: Interruption, _ precedes: (Int, Int) -> Bool
  ) throws(Interrupted) {
    var (a, b) = (first.lowerBound, second.lowerBound)
    while a < first.upperBound || b < second.upperBound {
      if merged.count % run == 0 { try interruption.check() }
      if b == second.upperBound || (a < first.upperBound && !precedes(places[b], places[a])) {
        merged.append(places[a])
        a += 1
      } else {
        merged.append(places[b])
        b += 1
      }
    }
  }
}
