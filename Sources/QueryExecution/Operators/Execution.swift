internal import CorpusStore
internal import QueryPlanning
internal import QuerySemantics

/// One run of a plan.
struct Execution {

  let evaluator: Evaluator
  let recorder: ExecutionRecorder
  let interruption: Interruption

  var corpus: Corpus { evaluator.corpus }
  var blockSize: Int { evaluator.blockSize }

  /// Returns the rows of an operator, which is the one numbered `index`, in their order.
  func rows(_ plan: Plan, _ index: Int) throws(Interrupted) -> Rows {
    try interruption.check()
    if let search = try sequenceSearch(plan) {
      return try recorder.measure(index, rows: \.count) { () throws(Interrupted) in
        try search.matches()
      }
    }
    if plan.rowType == .matches, isStreamed(plan) {
      var cursor = try matches(plan, index)
      return try cursor.drain(blockSize: blockSize)
    }
    if case .table(let table) = plan.rowType, isStreamed(plan) {
      if isIndexed(plan.operation) {
        return try recorder.measure(index, rows: \.count) { () throws(Interrupted) in
          Rows(.table(table), Array(try indexedRows(plan.operation)))
        }
      }
      var cursor = try cursor(plan, index)
      return Rows(
        .table(table), try cursor.drain(blockSize: blockSize, expecting: plan.estimatedRows))
    }
    return try recorder.measure(index, rows: \.count) { () throws(Interrupted) in
      try materialized(plan, index)
    }
  }

  /// Returns a cursor over the ascending rows of an operator.
  func cursor(_ plan: Plan, _ index: Int) throws(Interrupted) -> any RowCursor {
    try interruption.check()
    let start = recorder.now
    let cursor = try unmeasuredCursor(plan, index)
    recorder.add(index, rows: 0, since: start)
    return MeasuredCursor(
      cursor, operator: index, recorder: recorder, interruption: interruption)
  }

  /// Whether an operator passes on rows of a table, or matches, as it finds them.
  func isStreamed(_ plan: Plan) -> Bool {
    switch plan.operation {
    case .scan, .postings, .pairedPostings, .dateRange, .intersection, .phrase, .pattern,
      .referring, .following, .named, .naming, .overlapping, .union:
      true
    case .filter, .limit, .regionJoin:
      plan.isAscending && plan.inputs.first.map(isStreamed) ?? false
    case .empty, .sort, .topRows, .top, .sample, .count, .timeline, .select, .concordance,
      .distinct, .similar, .combine, .chart, .summarize, .rate, .collocates, .keywords, .compare,
      .pairs:
      false
    }
  }

  private func unmeasuredCursor(
    _ plan: Plan, _ index: Int
  ) throws(Interrupted) -> any RowCursor {
    switch plan.operation {
    case .scan(let table): return ScanCursor(count: corpus.rowCount(of: table))
    case .postings, .pairedPostings: return RowListCursor(try indexedRows(plan.operation))
    case .dateRange(let attribute, let range): return dated(attribute, range)
    case .intersection:
      if let lists = try intersectedLists(plan, index) { return ListIntersection(lists) }
      return IntersectionCursor(try inputCursors(plan, index), blockSize: blockSize)
    case .union: return UnionCursor(try inputCursors(plan, index), blockSize: blockSize)
    case .referring, .following, .named, .naming, .overlapping:
      return RowListCursor(try linked(plan, index))
    case .filter(let predicates) where isStreamed(plan):
      let compiler = TestCompiler(self, kind: kind(of: plan))
      let tests = try compiler.tests(of: predicates)
      return FilterCursor(try cursor(plan.inputs[0], index + 1), tests, blockSize: blockSize)
    case .limit(let count) where isStreamed(plan):
      return LimitCursor(try cursor(plan.inputs[0], index + 1), count: count)
    case .regionJoin(let relation) where isStreamed(plan):
      if isWholeTable(plan.inputs[0]), relation == .containing || relation == .overlapping {
        return RowListCursor(try joinedWholeTable(plan, index, relation))
      }
      let test = try joinTest(plan, index, relation, kind: kind(of: plan))
      return FilterCursor(
        try cursor(plan.inputs[0], index + 1), [test], blockSize: blockSize)
    case .empty, .phrase, .pattern, .filter, .limit, .regionJoin, .sort, .topRows, .top, .sample,
      .count, .timeline, .select, .concordance, .distinct, .similar, .combine, .chart, .summarize,
      .rate, .collocates, .keywords, .compare, .pairs:
      return RowListCursor(try ascendingRows(plan, index))
    }
  }

  private func inputCursors(_ plan: Plan, _ index: Int) throws(Interrupted) -> [any RowCursor] {
    var cursors: [any RowCursor] = []
    for (input, number) in inputs(of: plan, index) {
      cursors.append(try ascendingCursor(input, number))
    }
    return cursors
  }

  /// Returns a cursor over the rows of an operator, brought into ascending order if need be.
  private func ascendingCursor(_ plan: Plan, _ index: Int) throws(Interrupted) -> any RowCursor {
    if plan.isAscending, isStreamed(plan) { return try cursor(plan, index) }
    return RowListCursor(try ascendingRows(plan, index))
  }

  /// Returns the rows of an operator in ascending order, each once.
  private func ascendingRows(_ plan: Plan, _ index: Int) throws(Interrupted) -> [RowID] {
    let rows = try rows(plan, index)
    if plan.isAscending { return rows.ids }
    guard case .table(let table) = rows.kind else { return [] }
    var found = Bitmap(count: corpus.rowCount(of: table))
    try interruption.forEachStretch(of: rows.ids.indices) { stretch in
      for place in stretch { found.insert(rows.ids[place].index) }
    }
    return try found.rows(interruption)
  }

  /// Returns the inputs of an operator with their numbers.
  func inputs(of plan: Plan, _ index: Int) -> [(Plan, Int)] {
    var next = index + 1
    var result: [(Plan, Int)] = []
    for input in plan.inputs {
      result.append((input, next))
      next += input.size
    }
    return result
  }

  /// Returns what rows of an operator are, where they are not groups.
  func kind(of plan: Plan) -> Rows.Kind {
    if case .table(let table) = plan.rowType { return .table(table) }
    return .matches
  }

  func isWholeTable(_ plan: Plan) -> Bool {
    if case .scan = plan.operation { return true }
    return false
  }

  private func dated(_ attribute: Attribute, _ range: ClosedRange<Day>) -> any RowCursor {
    guard case .dates(let column)? = corpus.column(of: attribute) else { return RowListCursor([]) }
    return RowListCursor(column.order[column.positions(of: range)].sorted())
  }
}
