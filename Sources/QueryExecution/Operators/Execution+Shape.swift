internal import CorpusStore
internal import QueryPlanning
internal import QuerySemantics

extension Execution {

  /// Returns the rows of an operator that needs all its input at once.
  func materialized(_ plan: Plan, _ index: Int) throws(Interrupted) -> Rows {
    switch plan.operation {
    case .empty: return empty(plan.rowType)
    case .regionJoin(let relation): return try joined(plan, index, relation)
    case .filter(let predicates):
      let rows = try input(plan, index)
      let compiler = TestCompiler(self, kind: rows.kind)
      return try kept(rows, by: try compiler.tests(of: predicates))
    case .sort(let keys): return try sorted(try input(plan, index), by: keys)
    case .topRows(let count, let keys): return try firstRows(count, plan, index, by: keys)
    case .top(let count, let by, let per):
      let rows = try input(plan, index)
      recorder.cut(at: index, from: rows.count)
      return try top(count, of: rows, by: by, per: per)
    case .limit(let count): return try limited(plan, index, count)
    case .sample(let count, let seed):
      let rows = try input(plan, index)
      recorder.cut(at: index, from: rows.count)
      return try sample(count, of: rows, seed: seed)
    case .count(let keys): return try counted(plan, index, by: keys)
    case .timeline(let part, let date, let key):
      return try timeline(try input(plan, index), part, date: date, by: key)
    case .select: return try input(plan, index)
    case .concordance(_, let order): return try ordered(try input(plan, index), by: order)
    case .chart: return try input(plan, index)
    case .distinct(let columns): return try distinct(try input(plan, index), by: columns)
    case .combine(let operation):
      let (rows, others) = try bothInputs(plan, index)
      return try combined(rows, operation, others)
    case .summarize, .rate, .collocates, .keywords, .compare, .pairs:
      return try figures(plan, index)
    case .similar(let text): return try similar(try input(plan, index), to: text)
    case .scan, .postings, .pairedPostings, .dateRange, .phrase, .pattern, .intersection, .union,
      .referring, .following, .named, .naming, .overlapping:
      return empty(plan.rowType)
    }
  }

  private func limited(_ plan: Plan, _ index: Int, _ count: Int) throws(Interrupted) -> Rows {
    guard let input = plan.inputs.first, case .count(let keys) = input.operation, !keys.isEmpty
    else {
      let rows = try self.input(plan, index)
      recorder.cut(at: index, from: rows.count)
      return rows.prefix(count)
    }
    return try recorder.measure(index + 1, rows: \.count) { () throws(Interrupted) in
      let found = try counted(try countedInput(input, index + 1), by: keys, limit: count)
      recorder.cut(at: index, from: found.total)
      return found.rows
    }
  }

  func input(_ plan: Plan, _ index: Int) throws(Interrupted) -> Rows {
    guard let input = plan.inputs.first else { return empty(plan.rowType) }
    return try rows(input, index + 1)
  }

  func bothInputs(_ plan: Plan, _ index: Int) throws(Interrupted) -> (Rows, Rows) {
    let inputs = inputs(of: plan, index)
    guard inputs.count == 2 else { return (try input(plan, index), empty(plan.rowType)) }
    return (try rows(inputs[0].0, inputs[0].1), try rows(inputs[1].0, inputs[1].1))
  }

  func empty(_ rowType: RowType) -> Rows {
    switch rowType {
    case .table(let table): return Rows(.table(table), [])
    case .matches: return Rows(.matches, [])
    case .groups(let columns): return Rows(all: GroupTable(empty: columns))
    }
  }

  /// Draws rows at random, and leaves them in their order.
  ///
  /// Each row has a number that depends on the seed and the row alone, and the least are drawn: the
  /// same for everybody, and much the same when few rows more or less are drawn from.
  private func sample(
    _ count: Int, of rows: Rows, seed: UInt64
  ) throws(Interrupted) -> Rows {
    guard count < rows.count else { return rows }
    let start = Self.mix(seed)
    var numbers: [Int64] = []
    numbers.reserveCapacity(rows.count)
    for place in rows.ids.indices {
      try checkNow(and: place)
      let number = Self.mix(UInt64(rows.ids[place].rawValue) ^ start)
      // With the sign turned over, signed numbers have the order of unsigned ones.
      numbers.append(Int64(bitPattern: number ^ 1 << 63))
    }
    var drawn = Bitmap(count: rows.count)
    for place in try places(orderedBy: [numbers], limit: max(0, count)) { drawn.insert(place) }
    let chosen = try drawn.rows(interruption)
    return try rows.picking(
      try interruption.list(chosen.count) { chosen[$0].index }, interruption)
  }

  /// Returns the number that follows `value` in SplitMix64 (Steele, Lea and Flood 2014).
  private static func mix(_ value: UInt64) -> UInt64 {
    // Wrapping is what the generator is defined by.
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Keeps the rows with the greatest values; of each group where there is one.
  private func top(
    _ count: Int, of rows: Rows, by: BoundPath?, per: BoundPath?
  ) throws(Interrupted) -> Rows {
    let order = by.map { [BoundOrder($0, isDescending: true)] } ?? []
    guard let per else { return try sorted(rows, by: order, limit: count) }
    let ordered = try sorted(rows, by: order)
    let reader = ValueReader(per, kind: rows.kind, corpus: corpus)
    var taken: [Int64: Int] = [:]
    var keys: [Int64] = []
    var places: [Int] = []
    for place in ordered.ids.indices {
      if place % blockSize == 0 { try interruption.check() }
      keys.removeAll(keepingCapacity: true)
      reader.appendKeys(of: ordered.ids[place], end: ordered.end(at: place), to: &keys)
      if keys.isEmpty { keys.append(GroupValues.missing) }
      guard keys.contains(where: { taken[$0, default: 0] < count }) else { continue }
      for key in keys { taken[key, default: 0] += 1 }
      places.append(place)
    }
    return try ordered.picking(places, interruption)
  }
}
