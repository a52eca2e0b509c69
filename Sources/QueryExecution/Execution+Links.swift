internal import CorpusStore
internal import QueryPlanning
internal import QuerySemantics

extension Execution {

  /// Returns the rows that a link leads to, ascending, each once.
  func linked(_ plan: Plan, _ index: Int) throws(Interrupted) -> [RowID] {
    guard let input = plan.inputs.first else { return [] }
    let rows = try rows(input, index + 1)
    switch plan.operation {
    case .referring(let attribute): return referring(attribute, to: rows)
    case .following(let attribute): return following(attribute, from: rows)
    case .named(let attribute, let table): return named(attribute, table, from: rows)
    case .naming(let attribute, let table): return naming(attribute, table, to: rows)
    case .overlapping(let table): return overlapping(table, rows)
    default: return []
    }
  }

  private func referring(_ attribute: Attribute, to rows: Rows) -> [RowID] {
    guard let dictionary = corpus.dictionary(of: attribute) else { return [] }
    let ids = rows.ids.sorted()
    var codes: [UInt32] = []
    var place = 0
    for id in ids {
      place = Gallop.lowerBound(of: id.rawValue, in: dictionary.entries, from: place)
      if place < dictionary.count, dictionary.entries[place] == id.rawValue {
        codes.append(UInt32(place))
        place += 1
      }
    }
    return dictionary.postings.rows(ofAny: codes, count: corpus.rowCount(of: attribute.table))
  }

  private func following(_ attribute: Attribute, from rows: Rows) -> [RowID] {
    guard case .reference(let table) = attribute.type else { return [] }
    var found = Bitmap(count: corpus.rowCount(of: table))
    forEachCode(attribute, of: rows) { code, dictionary in
      found.insert(dictionary.row(of: code).index)
    }
    return found.rows
  }

  private func named(_ attribute: Attribute, _ table: Table, from rows: Rows) -> [RowID] {
    guard case .codes(let names)? = corpus.column("name", of: table) else { return [] }
    var found = Bitmap(count: names.dictionary.count)
    forEachCode(attribute, of: rows) { code, dictionary in
      if let name = names.dictionary.code(of: dictionary.entries[Int(code)]) {
        found.insert(Int(name))
      }
    }
    return names.dictionary.postings.rows(
      ofAny: found.rows.map(\.rawValue), count: corpus.rowCount(of: table))
  }

  private func naming(_ attribute: Attribute, _ table: Table, to rows: Rows) -> [RowID] {
    guard case .codes(let names)? = corpus.column("name", of: table),
      let dictionary = corpus.dictionary(of: attribute)
    else { return [] }
    var found = Bitmap(count: dictionary.count)
    for id in rows.ids where names.values[id.index] != CodeColumn.missing {
      let symbol = names.dictionary.entries[Int(names.values[id.index])]
      if let code = dictionary.code(of: symbol) { found.insert(Int(code)) }
    }
    return dictionary.postings.rows(
      ofAny: found.rows.map(\.rawValue), count: corpus.rowCount(of: attribute.table))
  }

  private func overlapping(_ table: Table, _ rows: Rows) -> [RowID] {
    let set = evaluator.regionSet(of: table)
    let reader = RegionReader(corpus, kind: rows.kind)
    var found = Bitmap(count: corpus.rowCount(of: table))
    for place in rows.ids.indices {
      let runs = reader.pieces(of: rows.ids[place], end: rows.end(at: place))
      set.forEachRow(overlapping: runs) { found.insert($0) }
    }
    return found.rows
  }

  private func forEachCode(
    _ attribute: Attribute, of rows: Rows, _ body: (UInt32, ColumnDictionary) -> Void
  ) {
    switch corpus.column(of: attribute) {
    case .codes(let column):
      for id in rows.ids where column.values[id.index] != CodeColumn.missing {
        body(column.values[id.index], column.dictionary)
      }
    case .codeLists(let column):
      for id in rows.ids {
        for code in column.codes(of: id) { body(code, column.dictionary) }
      }
    case .integers, .decimals, .dates, .texts, nil: break
    }
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
