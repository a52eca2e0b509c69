internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// How two texts must stand to each other.
extension Analyzer {

  /// Binds a relation between rows of two kinds; nil where its reach is none.
  mutating func bind(
    _ relation: Relation, between rows: Scope, and other: Scope
  ) -> RegionRelation? {
    guard let bound = bind(relation) else { return nil }
    guard bound.isOfDates else { return bound }
    for scope in [rows, other] where scope.isText {
      guard let path = datePath(in: scope) else {
        report(.noDate(scope.plural, at: relation.range))
        continue
      }
      tellUndated(path, at: relation.range)
    }
    return bound
  }

  /// Binds a relation with its reach; nil where the reach is none.
  mutating func bind(_ relation: Relation) -> RegionRelation? {
    var reach = RegionRelation.Reach.document
    if let written = relation.reach {
      guard let bound = bind(written, of: relation) else { return nil }
      reach = bound
    }
    return switch relation.kind {
    case .within: .within
    case .containing: .containing
    case .outside: .outside
    case .overlapping: .overlapping
    case .before, .then: .before(reach)
    case .after: .after(reach)
    case .near: .near(reach)
    }
  }

  private mutating func bind(_ reach: Reach, of relation: Relation) -> RegionRelation.Reach? {
    switch reach {
    case .tokens(let value):
      return bindCount(value, of: relation.kind.rawValue, atLeast: 0).map {
        .tokens(min($0, RegionRelation.Reach.greatest))
      }
    case .unit(let name):
      guard let unit = RegionRelation.Reach(unit: name.text) else {
        // The parser has told it: it knows the names.
        isBroken = true
        return nil
      }
      return unit
    case .time(let value, let unit):
      let count = bindCount(value, of: relation.kind.rawValue, atLeast: 0)
      guard let part = DatePart(counted: unit.text) else {
        isBroken = true
        return nil
      }
      guard let count else { return nil }
      let (days, overflows) = count.multipliedReportingOverflow(by: part.length)
      if !part.isExact { tell(.lengthOfPeriod(part, count: count, at: relation.range)) }
      return .days(overflows ? RegionRelation.Reach.greatest : min(days, .greatestReach))
    }
  }
}

extension Int {

  /// No corpus has regions farther apart, and sums of such numbers do not overflow.
  fileprivate static let greatestReach = 1_000_000_000
}

extension RegionRelation {

  /// Whether it compares the dates of documents.
  var isOfDates: Bool {
    switch self {
    case .before(.days), .after(.days), .near(.days): true
    case .before, .after, .near, .within, .containing, .outside, .overlapping: false
    }
  }
}

extension RegionRelation.Reach {

  /// No corpus has regions farther apart.
  static let greatest = Int.greatestReach

  /// Creates the reach that a stretch of text is.
  init?(unit: String) {
    switch unit.lowercased() {
    case "sentence": self = .sentence
    case "paragraph": self = .paragraph
    case "document": self = .document
    default: return nil
    }
  }
}

extension DatePart {

  /// The number of days that stand for one such period; those of months and years differ.
  var length: Int {
    switch self {
    case .day, .weekday: 1
    case .week: 7
    case .month: 30
    case .quarter: 91
    case .year: 365
    }
  }

  /// Whether every such period is that long.
  var isExact: Bool {
    switch self {
    case .day, .weekday, .week: true
    case .month, .quarter, .year: false
    }
  }
}
