internal import CorpusStore
internal import QueryPlanning
internal import QuerySemantics

extension Execution {

  /// Returns the rows of a source that a predicate asks for; they are no operator of the plan.
  func rows(of source: BoundSource) throws(Interrupted) -> Rows {
    let plan = Planner(corpus).plan(source)
    let execution = Execution(
      evaluator: evaluator, recorder: ExecutionRecorder(), interruption: interruption)
    return try execution.rows(plan, 0)
  }

  /// Keeps the rows of the first input that stand in a relation to some row of the second.
  func joined(
    _ plan: Plan, _ index: Int, _ relation: RegionRelation
  ) throws(Interrupted) -> Rows {
    let inputs = inputs(of: plan, index)
    let rows = try rows(inputs[0].0, inputs[0].1)
    return try kept(rows, by: [try joinTest(plan, index, relation, kind: rows.kind)])
  }

  /// Returns the test of a join: whether a row of the first input stands so to one of the second.
  func joinTest(
    _ plan: Plan, _ index: Int, _ relation: RegionRelation, kind: Rows.Kind
  ) throws(Interrupted) -> any RowTest {
    let (input, number) = inputs(of: plan, index)[1]
    if relation.reach == nil, case .scan(let table) = input.operation {
      recorder.add(number, rows: corpus.rowCount(of: table), since: recorder.now)
      let test = try HolderTest(relation, kind: kind, allOf: table, evaluator, interruption)
      if let test { return test }
      let set = try evaluator.regionSet(of: table, interruption)
      return RegionTest(relation, kind: kind, others: set, corpus: corpus)
    }
    return try regionTest(
      relation, kind: kind, others: try rows(input, number), isAscending: input.isAscending)
  }

  /// Returns the test of whether a row of a kind stands so to one of some rows, which may ascend.
  func regionTest(
    _ relation: RegionRelation, kind: Rows.Kind, others: Rows, isAscending: Bool
  ) throws(Interrupted) -> any RowTest {
    if let runs = try RunRelation(relation, to: others, corpus, interruption) {
      return RegionTest(runs, relation, kind: kind, corpus: corpus)
    }
    if isAscending,
      let test = try HolderTest(relation, kind: kind, holders: others, evaluator, interruption)
    {
      return test
    }
    let set = try RegionSet(others, corpus: corpus, interruption)
    return RegionTest(relation, kind: kind, others: set, corpus: corpus)
  }

  /// Keeps the rows of a whole table that stand in a relation to some row of the second input.
  ///
  /// What contains or touches few rows is found from those; others than some may be left out.
  func joinedWholeTable(
    _ plan: Plan, _ index: Int, _ relation: RegionRelation, among some: FrozenArray<RowID>? = nil
  ) throws(Interrupted) -> [RowID] {
    guard case .table(let table) = plan.rowType else { return [] }
    let (input, number) = inputs(of: plan, index)[1]
    let pieces =
      relation == .containing && input.rowType == .matches
      ? try evaluator.pieceSequence(of: table, interruption) : nil
    if let pieces, let places = try textPlaces(input, number) {
      return try pieces.rows(containing: places, among: some, interruption)
    }
    let others = try rows(input, number)
    if let pieces, try others.isSorted(interruption) {
      return try pieces.rows(containing: TextPlaces(others), among: some, interruption)
    }
    let set = try evaluator.regionSet(of: table, interruption)
    let reader = RegionReader(corpus, kind: others.kind)
    let isOwnTable = others.kind.isSameTable(as: .table(table))
    var found = Bitmap(count: corpus.rowCount(of: table))
    for place in others.ids.indices {
      if place % blockSize == 0 { try interruption.check() }
      let runs = reader.pieces(of: others.ids[place], end: others.end(at: place))
      let own = isOwnTable ? others.ids[place].index : nil
      if relation == .containing {
        set.forEachRow(containing: runs) { if $0 != own { found.insert($0) } }
      } else {
        set.forEachRow(overlapping: runs) { if $0 != own { found.insert($0) } }
      }
    }
    return try found.rows(interruption)
  }

  /// Returns the matches of an operator where they are single tokens of a list.
  func textPlaces(_ plan: Plan, _ index: Int) throws(Interrupted) -> TextPlaces? {
    let start = recorder.now
    guard let tokens = try sequenceSearch(plan)?.tokens() else { return nil }
    recorder.add(index, rows: tokens.count, since: start)
    return TextPlaces(tokens: tokens)
  }

  /// Keeps the rows of which all tests are true, in their order.
  func kept(_ rows: Rows, by tests: [any RowTest]) throws(Interrupted) -> Rows {
    var places: [Int] = []
    places.reserveCapacity(rows.count)
    var first = 0
    while first < rows.count {
      try interruption.check()
      let end = min(rows.count, first + blockSize)
      let block = RowBlock(
        Array(rows.ids[first..<end]), ends: rows.ends.isEmpty ? [] : Array(rows.ends[first..<end]))
      places += try block.places(keptBy: tests).map { $0 + first }
      first = end
    }
    return try rows.picking(places, interruption)
  }
}
