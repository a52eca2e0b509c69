/// For each code of one column, its rows by the code that they have in another column of the table.
///
/// It answers at once what two lists of postings would have to be intersected for, and how many rows
/// each pair of codes has. A row that has several codes in the first column stands below each; one
/// that has none in one of the columns stands nowhere.
public struct PairIndex: Sendable {

  /// Where the pairs of each code of the first column start; one entry more than there are codes.
  let offsets: FrozenArray<UInt32>

  /// The code in the second column of each pair, ascending for each code of the first.
  let partners: FrozenArray<UInt32>

  /// Where the rows of each pair start; one entry more than there are pairs.
  let starts: FrozenArray<UInt32>

  /// The rows of each pair, ascending.
  let rows: FrozenArray<RowID>

  init(
    offsets: FrozenArray<UInt32>, partners: FrozenArray<UInt32>, starts: FrozenArray<UInt32>,
    rows: FrozenArray<RowID>
  ) {
    self.offsets = offsets
    self.partners = partners
    self.starts = starts
    self.rows = rows
  }

  /// Indexes the rows of two columns of one table.
  ///
  /// - Complexity: O(*n*) in the number of pairs of codes of all rows.
  init(_ first: CodeListColumn, _ second: CodeColumn) {
    let codeCount = first.dictionary.count
    // Rows are passed in the order of their second code, so that below each first code they come to
    // stand in that order.
    var next = Array(first.dictionary.postings.offsets)
    var rows = [RowID](repeating: RowID(0), count: first.values.count)
    var partnerOfRow = [UInt32](repeating: 0, count: first.values.count)
    let begins = next
    for partner in 0..<second.dictionary.count {
      for row in second.dictionary.postings.rows(of: partner) {
        for code in first.codes(of: row) {
          let place = Int(next[Int(code)])
          rows[place] = row
          partnerOfRow[place] = UInt32(truncatingIfNeeded: partner)
          next[Int(code)] += 1
        }
      }
    }
    var offsets: [UInt32] = [0]
    var partners: [UInt32] = []
    var starts: [UInt32] = []
    var kept: [RowID] = []
    kept.reserveCapacity(rows.count)
    for code in 0..<codeCount {
      let own = Int(begins[code])..<Int(next[code])
      for place in own {
        if place == own.lowerBound || partners.last != partnerOfRow[place] {
          partners.append(partnerOfRow[place])
          starts.append(UInt32(truncatingIfNeeded: kept.count))
        }
        kept.append(rows[place])
      }
      offsets.append(UInt32(truncatingIfNeeded: partners.count))
    }
    starts.append(UInt32(truncatingIfNeeded: kept.count))
    self.init(
      offsets: FrozenArray(offsets), partners: FrozenArray(partners), starts: FrozenArray(starts),
      rows: FrozenArray(kept))
  }

  /// Returns the rows that have a code in the first column and one in the second, ascending.
  ///
  /// - Complexity: O(log *n*) in the number of pairs of the first code.
  public func rows(of code: UInt32, with partner: UInt32) -> FrozenArray<RowID> {
    guard let pairs = pairs(of: code) else { return [] }
    let place = pairs.lowerBound + partners.extracting(pairs).firstIndex(notBelow: partner)
    guard place < pairs.upperBound, partners[place] == partner else { return [] }
    return rows.extracting(Int(starts[place])..<Int(starts[place + 1]))
  }

  /// Returns the codes of the second column that rows with a code in the first have, ascending, and
  /// where the rows of each start in a list; the bounds are one more than the codes.
  public func partners(
    of code: UInt32
  ) -> (codes: FrozenArray<UInt32>, bounds: FrozenArray<UInt32>) {
    guard let pairs = pairs(of: code) else { return ([], []) }
    return (
      partners.extracting(pairs), starts.extracting(pairs.lowerBound..<pairs.upperBound + 1)
    )
  }

  private func pairs(of code: UInt32) -> Range<Int>? {
    guard Int(code) + 1 < offsets.count else { return nil }
    return Int(offsets[Int(code)])..<Int(offsets[Int(code) + 1])
  }
}

/// The index of the pairs of two columns of a corpus, which are given by their places.
struct ColumnPairIndex: Sendable {
  let first: Int
  let second: Int
  let index: PairIndex
}
