internal import CorpusStore
internal import QueryPlanning
internal import QuerySemantics

extension Execution {

  /// Returns the rows that a link leads to, ascending, each once.
  func linked(_ plan: Plan, _ index: Int) throws(Interrupted) -> [RowID] {
    guard let input = plan.inputs.first else { return [] }
    if case .overlapping(let table) = plan.operation {
      return try overlapping(table, input, index + 1)
    }
    let rows = try rows(input, index + 1)
    switch plan.operation {
    case .referring(let attribute): return try referring(attribute, to: rows)
    case .following(let attribute): return try following(attribute, from: rows)
    case .named(let attribute, let table): return try named(attribute, table, from: rows)
    case .naming(let attribute, let table): return try naming(attribute, table, to: rows)
    case .overlapping, .scan, .empty, .postings, .pairedPostings, .dateRange, .phrase, .pattern,
      .intersection, .union, .filter, .regionJoin, .sort, .topRows, .top, .limit, .sample, .count,
      .timeline,
      .select, .concordance, .distinct, .similar, .combine, .chart, .summarize, .rate, .collocates,
      .keywords, .compare, .pairs:
      return []
    }
  }

  private func referring(
    _ attribute: Attribute, to rows: Rows
  ) throws(Interrupted) -> [RowID] {
    guard let dictionary = corpus.dictionary(of: attribute), case .table(let table) = rows.kind
    else { return [] }
    var wanted = Bitmap(count: corpus.rowCount(of: table))
    for place in rows.ids.indices {
      try checkNow(and: place)
      wanted.insert(rows.ids[place].index)
    }
    var codes: [UInt32] = []
    for code in dictionary.entries.indices {
      try checkNow(and: code)
      if wanted.contains(Int(dictionary.entries[code])) { codes.append(UInt32(code)) }
    }
    return Array(
      try dictionary.postings.rows(
        ofAny: codes, count: corpus.rowCount(of: attribute.table), interruption))
  }

  private func following(
    _ attribute: Attribute, from rows: Rows
  ) throws(Interrupted) -> [RowID] {
    guard case .reference(let table) = attribute.type else { return [] }
    var found = Bitmap(count: corpus.rowCount(of: table))
    try forEachCode(attribute, of: rows) { code, dictionary in
      found.insert(dictionary.row(of: code).index)
    }
    return try found.rows(interruption)
  }

  private func named(
    _ attribute: Attribute, _ table: Table, from rows: Rows
  ) throws(Interrupted) -> [RowID] {
    guard case .codes(let names)? = corpus.column("name", of: table) else { return [] }
    var found = Bitmap(count: names.dictionary.count)
    try forEachCode(attribute, of: rows) { code, dictionary in
      if let name = names.dictionary.code(of: dictionary.entries[Int(code)]) {
        found.insert(Int(name))
      }
    }
    return Array(
      try names.dictionary.postings.rows(
        ofAny: found.rows.map(\.rawValue), count: corpus.rowCount(of: table), interruption))
  }

  private func naming(
    _ attribute: Attribute, _ table: Table, to rows: Rows
  ) throws(Interrupted) -> [RowID] {
    guard case .codes(let names)? = corpus.column("name", of: table),
      let dictionary = corpus.dictionary(of: attribute)
    else { return [] }
    var found = Bitmap(count: dictionary.count)
    for place in rows.ids.indices {
      try checkNow(and: place)
      let id = rows.ids[place]
      guard names.values[id.index] != CodeColumn.missing else { continue }
      let symbol = names.dictionary.entries[Int(names.values[id.index])]
      if let code = dictionary.code(of: symbol) { found.insert(Int(code)) }
    }
    return Array(
      try dictionary.postings.rows(
        ofAny: found.rows.map(\.rawValue), count: corpus.rowCount(of: attribute.table),
        interruption))
  }

  private func overlapping(
    _ table: Table, _ input: Plan, _ number: Int
  ) throws(Interrupted) -> [RowID] {
    if input.rowType == .matches, input.isAscending,
      let pieces = try evaluator.pieceSequence(of: table, interruption)
    {
      if let places = try textPlaces(input, number) {
        return try pieces.rows(overlapping: places, interruption)
      }
      return try pieces.rows(
        overlapping: TextPlaces(try rows(input, number)), interruption)
    }
    let rows = try rows(input, number)
    let set = try evaluator.regionSet(of: table, interruption)
    let reader = RegionReader(corpus, kind: rows.kind)
    var found = Bitmap(count: corpus.rowCount(of: table))
    for place in rows.ids.indices {
      try checkNow(and: place)
      reader.forEachPiece(of: rows.ids[place], end: rows.end(at: place)) { run in
        set.forEachRow(overlapping: run) { found.insert($0) }
      }
    }
    return try found.rows(interruption)
  }

  private func forEachCode(
    _ attribute: Attribute, of rows: Rows, _ body: (UInt32, ColumnDictionary) -> Void
  ) throws(Interrupted) {
    switch corpus.column(of: attribute) {
    case .codes(let column):
      for place in rows.ids.indices {
        try checkNow(and: place)
        let code = column.values[rows.ids[place].index]
        if code != CodeColumn.missing { body(code, column.dictionary) }
      }
    case .codeLists(let column):
      for place in rows.ids.indices {
        try checkNow(and: place)
        for code in column.codes(of: rows.ids[place]) { body(code, column.dictionary) }
      }
    case .integers, .decimals, .dates, .texts, nil: break
    }
  }

  /// Looks at the wish to stop once in some rows.
  @inline(__always)
  func checkNow(and then: Int) throws(Interrupted) {
    if then & 0xFFF == 0 { try interruption.check() }
  }
}

extension Corpus {

  /// Returns the dictionary of an attribute whose values are coded.
  func dictionary(of attribute: Attribute) -> ColumnDictionary? {
    switch column(of: attribute) {
    case .codes(let column): column.dictionary
    case .codeLists(let column): column.dictionary
    case .integers, .decimals, .dates, .texts, nil: nil
    }
  }
}
