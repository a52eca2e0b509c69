/// Shares the width of a screen among the columns of a table.
enum ColumnWidths {

  /// What a column asks for.
  struct Demand: Equatable {
    /// The cells of its longest value or its name.
    var natural: Int
    /// The fewest cells it can be read in.
    var least: Int
  }

  /// Returns the width of each column, or nil where even the least widths do not fit.
  ///
  /// The widest columns are cut first, all to the same width, so that short values stay whole.
  static func fit(_ demands: [Demand], into room: Int) -> [Int]? {
    let least = demands.reduce(0) { $0 + min($1.natural, $1.least) }
    guard least <= room else { return nil }
    var low = 0
    var high = max(0, room)
    while low < high {
      let middle = (low + high + 1) / 2
      if total(demands, cap: middle) <= room { low = middle } else { high = middle - 1 }
    }
    var widths = demands.map { width($0, cap: low) }
    var left = room - widths.reduce(0, +)
    for i in widths.indices where left > 0 && widths[i] < demands[i].natural {
      widths[i] += 1
      left -= 1
    }
    return widths
  }

  private static func total(_ demands: [Demand], cap: Int) -> Int {
    demands.reduce(0) { $0 + width($1, cap: cap) }
  }

  private static func width(_ demand: Demand, cap: Int) -> Int {
    min(demand.natural, max(demand.least, cap))
  }
}
