/// The rows of codes that are found among the rows of coarser codes, which have lists.
///
/// A word in one spelling stands where its folded form does; a lemma where one of its forms does.
/// To look through those rows takes little longer than to read a list, and saves the list.
struct FilteredPostings: Sendable {

  /// Where the rows of each coarser code start in `coarseRows`.
  let coarseOffsets: FrozenArray<UInt32>

  /// The rows of the coarser codes.
  let coarseRows: FrozenArray<RowID>

  /// Where the coarser codes of each code start in `sources`; one entry more than there are codes.
  let sourceOffsets: FrozenArray<UInt32>

  /// The coarser codes of each code.
  let sources: FrozenArray<UInt32>

  /// The key of each row.
  let keys: FrozenArray<UInt32>

  /// The code of each key.
  let table: FrozenArray<UInt32>

  /// Returns the coarser codes of a code.
  func sources(of code: Int) -> FrozenArray<UInt32> {
    sources.extracting(Int(sourceOffsets[code])..<Int(sourceOffsets[code + 1]))
  }

  /// Returns the rows of a code, of which there are `count`, ascending.
  func rows(of code: Int, count: Int) -> FrozenArray<RowID> {
    let lists = sources(of: code).map { source in
      coarseRows.extracting(
        Int(coarseOffsets[Int(source)])..<Int(coarseOffsets[Int(source) + 1]))
    }
    let total = lists.reduce(0) { $0 + $1.count }
    if lists.count == 1, total == count { return lists[0] }
    var rows: [RowID] = []
    rows.reserveCapacity(count)
    for list in lists {
      if total == count { rows.append(contentsOf: list) } else { keep(code, of: list, in: &rows) }
    }
    if lists.count > 1 { rows.sort() }
    return FrozenArray(rows)
  }

  private func keep(_ code: Int, of list: FrozenArray<RowID>, in rows: inout [RowID]) {
    let (list, keys, table) = (list.span, keys.span, table.span)
    for place in list.indices where table[Int(keys[list[place].index])] == UInt32(code) {
      rows.append(list[place])
    }
  }
}
