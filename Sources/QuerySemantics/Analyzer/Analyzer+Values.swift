internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

extension Analyzer {

  /// Binds `path comparison value`; `written` is the path as it stands in the source.
  mutating func bind(
    _ path: BoundPath, _ comparison: Comparison, _ value: Value, at written: Path
  ) -> BoundPredicate? {
    guard let value = resolve(value) else { return nil }
    switch comparison {
    case .equal: return bindEqual(path, value)
    case .notEqual: return bindEqual(path, value).map { .complement($0) }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return bindOrdered(path, comparison, value, at: written)
    }
  }

  /// Binds `path between low and high`, both ends included.
  mutating func bind(
    _ path: BoundPath, from low: Value, to high: Value, at written: Path
  ) -> BoundPredicate? {
    guard let low = resolve(low), let high = resolve(high) else { return nil }
    let range = low.range.union(high.range)
    if path.isPeriod {
      guard let first = days(low, of: path), let last = days(high, of: path) else { return nil }
      return interval(path, first.lowerBound, last.upperBound, at: range)
    }
    guard isOrdered(path, written, like: low) else { return nil }
    guard let first = number(low, of: path), let last = number(high, of: path) else { return nil }
    guard first <= last else {
      report(.backwardRange(at: range))
      return nil
    }
    return .numbers(path, from: first, to: last)
  }

  private mutating func bindEqual(_ path: BoundPath, _ value: Value) -> BoundPredicate? {
    if case .group(_, let column) = path.target, !column.type.isMeasure {
      return bindGroup(path, column, value)
    }
    if path.part == .weekday { return bindWeekday(path, value) }
    if path.isPeriod {
      return days(value, of: path).map { .dates(path, $0) }
    }
    switch path.type {
    case .name: return bindName(path, value)
    case .category: return bindCategory(path, value)
    case .reference(let table): return bindReference(path, to: table, value)
    case .integer, .decimal: return number(value, of: path).map { .numbers(path, from: $0, to: $0) }
    case .flag: return bindFlag(path, value)
    case .date: return days(value, of: path).map { .dates(path, $0) }
    case .text:
      report(.textComparison(path.text, value))
      return nil
    }
  }

  private mutating func bindOrdered(
    _ path: BoundPath, _ comparison: Comparison, _ value: Value, at written: Path
  ) -> BoundPredicate? {
    if path.isPeriod {
      return days(value, of: path).map { .dates(path, $0.sharing(comparison)) }
    }
    guard isOrdered(path, written, like: value) else { return nil }
    guard let number = number(value, of: path) else { return nil }
    return switch comparison {
    case .less: .numbers(path, from: -.infinity, to: number.nextDown)
    case .lessOrEqual: .numbers(path, from: -.infinity, to: number)
    case .greater: .numbers(path, from: number.nextUp, to: .infinity)
    default: .numbers(path, from: number, to: .infinity)
    }
  }

  private mutating func isOrdered(_ path: BoundPath, _ written: Path, like value: Value) -> Bool {
    if path.type.isMeasure { return true }
    report(.unorderedValues(written, path.type))
    return false
  }

  private mutating func number(_ value: Value, of path: BoundPath) -> Double? {
    guard let number = Numeral.decimal(value) else {
      report(.notNumber(path.text, value))
      return nil
    }
    // Stored numbers have 24 bits, and 0.9 must equal what was stored for 0.9. Figures have 53.
    if case .group = path.target { return number }
    return path.type == .decimal ? Double(Float(number)) : number
  }

  private mutating func bindFlag(_ path: BoundPath, _ value: Value) -> BoundPredicate? {
    guard let flag = Numeral.flag(value) else {
      report(.notFlag(path.text, value))
      return nil
    }
    return .integers(path, flag ? 1...1 : 0...0)
  }

  /// Binds a value of a counted group, which is compared as it is shown.
  private mutating func bindGroup(
    _ path: BoundPath, _ column: GroupColumn, _ value: Value
  ) -> BoundPredicate? {
    if case .reference(.entities) = column.type {
      let entities = entities(named: value)
      if !entities.isEmpty {
        tellResolved(value, entities, unit: "mentions", count: mentionCount)
        return .any(entities.map { .groupEquals(path, TextFolding.fold(names.name(of: $0))) })
      }
    }
    return .groupEquals(path, TextFolding.fold(Numeral.text(value)))
  }
}

extension BoundPath {

  /// Whether values are days, or periods of days that have an order.
  var isPeriod: Bool {
    if case .group = target { return part == nil && type == .date }
    return part.map { $0 != .weekday } ?? (type == .date)
  }
}

extension BoundPredicate {

  /// The condition that a number lies between two, which are included.
  static func numbers(_ path: BoundPath, from low: Double, to high: Double) -> BoundPredicate {
    if path.type == .decimal { return low <= high ? .decimals(path, low...high) : .constant(false) }
    let first = Int(saturating: low.rounded(.up))
    let last = Int(saturating: high.rounded(.down))
    return first <= last ? .integers(path, first...last) : .constant(false)
  }
}

extension Int {

  /// Creates the whole number nearest to one that has no fraction.
  fileprivate init(saturating number: Double) {
    self = Int(exactly: number) ?? (number < 0 ? .min : .max)
  }
}
