internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Adds, takes away or keeps only the rows of a second query of the same row type.
  func combined(
    _ rows: Rows, _ operation: SetOperation, _ others: Rows
  ) throws(Interrupted) -> Rows {
    if case .groups(let groups) = rows.kind, case .groups(let table) = others.kind {
      return try combined(groups, rows, operation, table, others)
    }
    var members = try RowMembers(operation == .union ? rows : others, self)
    switch operation {
    case .except:
      return try picking(rows) { !members.contains(rows.ids[$0], rows.end(at: $0)) }
    case .intersect:
      return try picking(rows) { members.contains(rows.ids[$0], rows.end(at: $0)) }
    case .union:
      let added = try picking(others) { members.insert(others.ids[$0], others.end(at: $0)) }
      return try joined(rows, added)
    }
  }

  /// Returns some rows and others behind them; a figure that the others have not is missing.
  private func joined(_ rows: Rows, _ added: Rows) throws(Interrupted) -> Rows {
    if added.count == 0 { return rows }
    let count = rows.count
    var both = Rows(
      rows.kind,
      try interruption.list(count + added.count) {
        $0 < count ? rows.ids[$0] : added.ids[$0 - count]
      })
    if !rows.ends.isEmpty || !added.ends.isEmpty {
      both.ends = try interruption.list(count + added.count) {
        $0 < count ? rows.ends[$0] : added.ends[$0 - count]
      }
    }
    for figures in rows.figures {
      let others = added.figures.first { $0.name == figures.name }?.values
      let values = try interruption.list(count + added.count) {
        $0 < count ? figures.values[$0] : others?[$0 - count] ?? .nan
      }
      both.figures.append(
        RowFigures(name: figures.name, decimals: figures.decimals, values: values))
    }
    return both
  }

  /// Combines groups: those are the same that have the same values in all columns.
  private func combined(
    _ groups: GroupTable, _ rows: Rows, _ operation: SetOperation, _ table: GroupTable,
    _ others: Rows
  ) throws(Interrupted) -> Rows {
    var merged: [MergedKeys] = []
    for (own, other) in zip(groups.columns, table.columns) {
      merged.append(
        try MergedKeys(own.keys, own.reading, other.keys, other.reading, corpus, interruption))
    }
    let both = GroupTable(
      columns: zip(groups.columns, merged).map {
        GroupValues(column: $0.column, keys: $1.keys, reading: $1.reading)
      },
      count: groups.count + table.count, countedUnit: groups.countedUnit, unit: groups.unit,
      notes: groups.notes + table.notes.filter { !groups.notes.contains($0) })
    let shift = UInt32(clamping: groups.count)
    let otherIDs = others.ids.map { RowID($0.rawValue + shift) }
    var numbers = GroupNumbers(keyCount: merged.count)
    func number(_ id: RowID) -> Int { numbers.number(of: merged.map { $0.keys[id.index] }).number }
    let members = operation == .union ? rows.ids : otherIDs
    try interruption.forEachStretch(of: members.indices) { stretch in
      for place in stretch { _ = number(members[place]) }
    }
    // The numbers below this one are those of members.
    let known = numbers.count
    let own = Rows(.groups(both), rows.ids)
    switch operation {
    case .except: return try picking(own) { number(rows.ids[$0]) >= known }
    case .intersect: return try picking(own) { number(rows.ids[$0]) < known }
    case .union:
      let added = try picking(Rows(.groups(both), otherIDs)) { place in
        let next = numbers.count
        return number(otherIDs[place]) >= next
      }
      return Rows(.groups(both), rows.ids + added.ids)
    }
  }

  /// Keeps the first of the rows that have the same values in some columns.
  func distinct(_ rows: Rows, by columns: [BoundColumn]) throws(Interrupted) -> Rows {
    let readers = columns.map { ValueReader($0.path, kind: rows.kind, corpus: corpus) }
    let isMany = columns.contains(where: \.path.isMany)
    var numbers = GroupNumbers(keyCount: isMany ? 0 : columns.count)
    var lists: Set<[Int64]> = []
    var keys: [Int64] = []
    return try picking(rows) { place in
      keys.removeAll(keepingCapacity: true)
      for reader in readers {
        let first = keys.count
        reader.appendKeys(of: rows.ids[place], end: rows.end(at: place), to: &keys)
        if isMany { keys[first...].sort() }
        // The mark ends a list of values, and stands for a value that is missing.
        if isMany || keys.count == first { keys.append(GroupValues.missing) }
      }
      return isMany ? lists.insert(keys).inserted : numbers.number(of: keys).isNew
    }
  }

  /// Keeps the rows at the places that are chosen, in their order.
  private func picking(
    _ rows: Rows, where isChosen: (Int) -> Bool
  ) throws(Interrupted) -> Rows {
    var places: [Int] = []
    places.reserveCapacity(rows.count)
    for place in rows.ids.indices {
      if place % blockSize == 0 { try interruption.check() }
      if isChosen(place) { places.append(place) }
    }
    return try rows.picking(places, interruption)
  }
}

/// A set of rows of a table, or of runs of tokens.
private struct RowMembers {

  private var rows: Bitmap
  private var runs: Set<UInt64> = []
  private let isTable: Bool

  init(_ rows: Rows, _ execution: Execution) throws(Interrupted) {
    if case .table(let table) = rows.kind {
      isTable = true
      self.rows = Bitmap(count: execution.corpus.rowCount(of: table))
    } else {
      isTable = false
      self.rows = Bitmap(count: 0)
      runs.reserveCapacity(rows.count)
    }
    for place in rows.ids.indices {
      if place % execution.blockSize == 0 { try execution.interruption.check() }
      _ = insert(rows.ids[place], rows.end(at: place))
    }
  }

  func contains(_ id: RowID, _ end: UInt32?) -> Bool {
    isTable ? rows.contains(id.index) : runs.contains(Self.run(id, end))
  }

  /// Adds a row, and returns whether it was new.
  mutating func insert(_ id: RowID, _ end: UInt32?) -> Bool {
    if !isTable { return runs.insert(Self.run(id, end)).inserted }
    if rows.contains(id.index) { return false }
    rows.insert(id.index)
    return true
  }

  private static func run(_ id: RowID, _ end: UInt32?) -> UInt64 {
    UInt64(id.rawValue) << 32 | UInt64(end ?? id.rawValue)
  }
}
