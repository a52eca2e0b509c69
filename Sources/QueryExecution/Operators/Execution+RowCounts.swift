internal import CorpusStore
internal import QueryPlanning
internal import QuerySemantics

/// Rows that are counted and not kept.
extension Execution {

  /// Counts the rows of the input of an operator, by the values of some keys if there are any.
  func counted(_ plan: Plan, _ index: Int, by keys: [BoundColumn]) throws(Interrupted) -> Rows {
    guard keys.isEmpty, let input = plan.inputs.first, isCountable(input) else {
      return try counted(try countedInput(plan, index), by: keys).rows
    }
    let count = try rowCount(input, index + 1)
    return number(count, of: unit(of: input.rowType), [])
  }

  /// Returns the rows of the input of an operator; all of a table are not listed.
  func countedInput(_ plan: Plan, _ index: Int) throws(Interrupted) -> CountedRows {
    guard let input = plan.inputs.first else { return .some(try self.input(plan, index)) }
    let start = recorder.now
    let rows: CountedRows
    if case .scan(let table) = input.operation {
      rows = .all(table, count: corpus.rowCount(of: table))
    } else if case .table(let table) = input.rowType, isIndexed(input.operation) {
      let ids = try indexedRows(input.operation)
      rows = .listed(.table(table), ids, of: input.operation.onlyCode)
    } else if let tokens = try sequenceSearch(input)?.tokens() {
      rows = .listed(.matches, tokens, of: nil)
    } else {
      let found = try self.input(plan, index)
      guard input.isAscending, case .table = found.kind else { return .some(found) }
      return .listed(found.kind, FrozenArray(found.ids), of: nil)
    }
    recorder.add(index + 1, rows: rows.count, since: start)
    return rows
  }

  /// Returns the number of rows of an operator.
  func rowCount(_ plan: Plan, _ index: Int) throws(Interrupted) -> Int {
    if case .scan(let table) = plan.operation { return corpus.rowCount(of: table) }
    if case .count(let keys) = plan.operation, !keys.isEmpty {
      return try recorder.measure(index, rows: { $0 }) { () throws(Interrupted) in
        try groupCount(of: try countedInput(plan, index), by: keys.map(\.path))
      }
    }
    if let count = countOfWord(plan) {
      recorder.add(index, rows: count, since: recorder.now)
      return count
    }
    if let search = try sequenceSearch(plan) {
      return try recorder.measure(index, rows: { $0 }) { () throws(Interrupted) in
        try search.count()
      }
    }
    if isIndexed(plan.operation) {
      return try recorder.measure(index, rows: { $0 }) { () throws(Interrupted) in
        try indexedRows(plan.operation).count
      }
    }
    switch plan.operation {
    case .select, .concordance, .sort, .chart:
      // These order or show the rows of their input, and neither add nor drop one.
      if let input = plan.inputs.first { return try rowCount(input, index + 1) }
    default: break
    }
    guard isStreamed(plan) else { return try rows(plan, index).count }
    var count = 0
    if case .table = plan.rowType {
      var cursor = try cursor(plan, index)
      while true {
        let block = try Array(capacity: blockSize) { (span) throws(Interrupted) in
          try cursor.fill(&span)
        }
        if block.isEmpty { return count }
        count += block.count
      }
    }
    var matches = try matches(plan, index)
    while true {
      let block = try matches.next(blockSize)
      if block.ids.isEmpty { return count }
      count += block.ids.count
    }
  }

  /// Returns the number of places of a phrase of one word, where it is that of its tokens.
  private func countOfWord(_ plan: Plan) -> Int? {
    guard case .phrase(let phrase) = plan.operation, phrase.places.count == 1,
      evaluator.areTokensInParagraphs
    else { return nil }
    let postings = corpus.tokens.folds.dictionary.postings
    return phrase.places[0].reduce(0) { $0 + postings.count(of: Int($1)) }
  }

  /// Whether rows can be counted without being listed, and have nothing else to tell.
  private func isCountable(_ plan: Plan) -> Bool {
    if case .count(let keys) = plan.operation, !keys.isEmpty {
      return plan.inputs.first.map(isStreamed) ?? false
    }
    return isStreamed(plan)
  }

  private func unit(of rowType: RowType) -> String {
    switch rowType {
    case .table(let table): table.name
    case .matches: "matches"
    case .groups: "groups"
    }
  }
}

extension PlanOperation {
  /// The one code whose rows are read, with the attribute.
  fileprivate var onlyCode: CountedRows.Code? {
    guard case .postings(let attribute, let codes) = self, codes.count == 1 else { return nil }
    return CountedRows.Code(attribute: attribute, code: codes[0])
  }
}
