internal import CorpusStore
internal import QuerySemantics

/// Keys of many rows at a time.
extension ValueReader {

  /// The mark of a row to which no reference leads.
  private static let none = RowID(UInt32.max)

  /// Returns the key of each row, where a path leads to one value at most that has a key of its own;
  /// `GroupValues.missing` where a row has none.
  ///
  /// - Returns: nil where rows can have several values, or texts that have no code.
  /// - Throws: `Interrupted` when it is asked to stop.
  func singleKeys(of rows: Rows, _ interruption: Interruption) throws(Interrupted) -> [Int64]? {
    guard let singleHops else { return nil }
    switch source {
    case .codes(let column):
      let ids = try ends(of: singleHops, from: rows.ids, interruption)
      return try keys(of: try column.codes(of: ids, interruption), interruption)
    case .integers(let column):
      return try keys(of: rows, singleHops, interruption) { row in
        let value = column.values[row]
        return value == IntegerColumn.missing ? GroupValues.missing : Int64(value)
      }
    case .decimals(let values):
      return try keys(of: rows, singleHops, interruption) { row in
        values[row].isNaN ? GroupValues.missing : KeyReading.key(of: values[row])
      }
    case .dates(let column, let period):
      return try keys(of: rows, singleHops, interruption) { row in
        let day = column.values[row]
        return day == .missing ? GroupValues.missing : Int64(period.index(of: day))
      }
    case .groups(let values):
      return try keys(of: rows, singleHops, interruption) { values.keys[$0] }
    case .codeLists, .texts, .rowText, .matched, .nothing: return nil
    }
  }

  private func keys(
    of codes: [UInt32], _ interruption: Interruption
  ) throws(Interrupted) -> [Int64] {
    try interruption.list(codes.count) {
      codes[$0] == CodeColumn.missing ? GroupValues.missing : Int64(codes[$0])
    }
  }

  private func keys(
    of rows: Rows, _ hops: [CodeColumn], _ interruption: Interruption, _ key: (Int) -> Int64
  ) throws(Interrupted) -> [Int64] {
    let ids = try ends(of: hops, from: rows.ids, interruption)
    return try interruption.list(ids.count) {
      ids[$0] == Self.none ? GroupValues.missing : key(ids[$0].index)
    }
  }

  /// Returns the row that a chain of single references leads to from each row.
  private func ends(
    of hops: [CodeColumn], from rows: [RowID], _ interruption: Interruption
  ) throws(Interrupted) -> [RowID] {
    var rows = rows
    for hop in hops {
      let codes = try hop.codes(of: rows, interruption)
      let entries = hop.dictionary.entries
      rows = try interruption.list(codes.count) {
        codes[$0] == CodeColumn.missing ? Self.none : RowID(entries[Int(codes[$0])])
      }
    }
    return rows
  }
}

extension CodeColumn {

  /// Returns the codes of some rows; the mark of no row has none.
  fileprivate func codes(
    of rows: [RowID], _ interruption: Interruption
  ) throws(Interrupted) -> [UInt32] {
    guard rows.contains(RowID(UInt32.max)) else {
      var codes: [UInt32] = []
      var block: [UInt32] = []
      codes.reserveCapacity(rows.count)
      try interruption.forEachStretch(of: rows.indices) { stretch in
        values.read(rows, stretch, into: &block)
        codes += block
      }
      return codes
    }
    return try interruption.list(rows.count) {
      rows[$0] == RowID(UInt32.max) ? Self.missing : values[rows[$0].index]
    }
  }
}
