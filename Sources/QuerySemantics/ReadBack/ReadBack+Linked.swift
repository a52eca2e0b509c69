internal import CorpusStore

extension ReadBack {

  /// Returns a condition on the rows that belong to a row as a relative clause.
  func linked(
    _ number: LinkedCount, _ table: Table, _ type: UInt32?, _ predicate: BoundPredicate
  ) -> String {
    let plural = plural(table, entityType: type)
    let singular = Wording.singular(plural)
    let which = predicate == .constant(true) ? "" : " " + condition(predicate)
    switch number {
    case .some: return "with at least one \(singular)\(which)"
    case .no: return "without any \(singular)\(which)"
    case .every:
      return "without any \(singular) but those\(which.isEmpty ? " that they have" : which)"
    case .count(let range):
      return "with \(amount(range)) \(range == 1...1 ? singular : plural)\(which)"
    }
  }

  /// Returns the rows that belong to a row and fulfil a condition.
  func linkedRows(_ table: Table, _ type: UInt32?, _ predicate: BoundPredicate) -> String {
    plural(table, entityType: type)
      + (predicate == .constant(true) ? "" : " " + condition(predicate))
  }

  /// Returns all numbers but those of a range.
  func amount(outside range: ClosedRange<Int>) -> String {
    let (low, high) = (Wording.grouped(range.lowerBound), Wording.grouped(range.upperBound))
    if range.upperBound == .max { return "fewer than \(low)" }
    return range.lowerBound <= 0 ? "more than \(high)" : "fewer than \(low) or more than \(high)"
  }

  private func amount(_ range: ClosedRange<Int>) -> String {
    let (low, high) = (range.lowerBound, range.upperBound)
    if low == high { return "exactly " + Wording.grouped(low) }
    if high == .max { return "\(Wording.grouped(low)) or more" }
    return low <= 0
      ? "at most \(Wording.grouped(high))" : "\(Wording.grouped(low)) to \(Wording.grouped(high))"
  }

  /// Returns a condition behind `documents`: `with date from 2025-01-01 to 2025-12-31`.
  func holding(_ predicate: BoundPredicate) -> String {
    switch predicate {
    case .codes(let path, let codes): "with \(path.text) " + names(codes, of: path)
    case .not(.codes(let path, let codes)):
      "with another \(path.text) than " + names(codes, of: path)
    case .dates(let path, let range): "with \(path.text) " + days(range)
    case .isMissing, .not, .and, .or, .constant, .integers, .decimals, .phrase, .contains, .matches,
      .groupEquals, .region, .pattern, .proximity, .linked:
      condition(predicate)
    }
  }

  private func names(_ codes: [UInt32], of path: BoundPath) -> String {
    if codes.isEmpty { return "that is not in the corpus" }
    var names = codes.prefix(5).map { corpus.label(of: $0, at: path) }
    if codes.count > names.count { names.append("\(codes.count - names.count) more") }
    return Wording.list(names, "or")
  }
}
