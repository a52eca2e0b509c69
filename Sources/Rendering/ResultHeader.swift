public import QueryExecution

/// The line that says what was counted and whether it is all.
public struct ResultHeader: Sendable {

  /// The line: `all 1,204 quotes`, `first 20 of 1,204 quotes`, `1 quote`, `no quotes`.
  public let text: String

  /// Creates the header of a result whose first row has the given number.
  public init(_ table: ResultTable, firstNumber: Int = 1) {
    let shown = table.rows.count
    let total = max(shown, table.total)
    let counted = Plural.counted(total, table.unit)
    if shown == total {
      text = total > 1 ? "all " + counted : counted
    } else if table.extent == .selection {
      text = Numerals.grouped(shown) + " of " + counted
    } else if firstNumber > 1, shown > 0 {
      let last = firstNumber.addingReportingOverflow(shown - 1).partialValue
      text =
        Numerals.grouped(firstNumber) + " to " + Numerals.grouped(last) + " of " + counted
    } else {
      text = shown == 0 ? "none of " + counted : "first \(Numerals.grouped(shown)) of " + counted
    }
  }
}
