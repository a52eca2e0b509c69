internal import Annotation

extension CalendarDay {

  /// Creates the day that a spreadsheet keeps as a number, like `45719` or `45719.5` for 3 March 2025, some
  /// hours into it; nil where a text is no such number, or of a day before 1970 or behind 2099.
  ///
  /// Numbers below may be years with a month. Source: ECMA-376, part 1, 18.17.4.1, the date system of 1900, in
  /// which 1 January 1970 is 25569.
  init?(serial text: String) {
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
    guard let whole = parts.first, whole.utf8.count == 5,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let number = Int(whole), (25_569...73_050).contains(number)
    else { return nil }
    self.init(daysSince1970: number - 25_569)
  }
}
