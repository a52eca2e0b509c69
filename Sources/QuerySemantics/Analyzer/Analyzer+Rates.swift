internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// `per 100 quotes`, `per million words`, `as share`: counts made comparable.
extension Analyzer {

  mutating func bindRate(
    _ rate: Rate, at range: SourceRange, behind query: BoundQuery
  ) -> BoundStep? {
    let written = rate.written
    guard case .groups(let columns) = query.rowType, let groups = query.provenance else {
      reportUnlessLost(.nothingCounted(written, at: range))
      return nil
    }
    switch rate {
    case .share:
      guard let column = groups.countColumn else {
        report(.noCount(written, at: range))
        return nil
      }
      return name("share", isFreeIn: columns, at: range) ? .share(of: column, groups) : nil
    case .per(let value, let name):
      let number = bindCount(value, of: "per", atLeast: 1)
      let unit = rateUnit(name)
      guard let column = groups.numberColumn, let rows = groups.rows else {
        report(.noCount(written, at: range))
        return nil
      }
      guard let number, let unit else { return nil }
      let denominator = Denominator(of: rows, groups: groups, columns: columns, unit, in: corpus)
      return bindRate(denominator, scale: number, of: column, among: columns, at: range)
    }
  }

  private mutating func bindRate(
    _ denominator: Denominator, scale: Int, of column: Int, among columns: [GroupColumn],
    at range: SourceRange
  ) -> BoundStep? {
    let unit = denominator.unit.plural
    let heading = Wording.rate(per: scale, of: unit)
    guard name(heading, isFreeIn: columns, at: range) else { return nil }
    if !denominator.unkeyed.isEmpty { tell(.sameDenominator(denominator.unkeyed, unit, at: range)) }
    var own = unit
    while columns.contains(where: { Self.isSame($0.name, own) }) { own = "all_" + own }
    let (query, keys) = denominator.query(source: bind(denominator.unit.kind))
    return .rate(
      BoundRate(
        name: heading, scale: scale, numerator: column, denominator: .query(query, keys: keys),
        denominatorName: own, meaning: denominator.meaning))
  }

  private mutating func bind(_ kind: RowKind?) -> BoundSource {
    kind.map { bind(Source(.rows($0), at: SourceRange(at: 0))) } ?? .table(.documents)
  }

  private mutating func name(
    _ heading: String, isFreeIn columns: [GroupColumn], at range: SourceRange
  ) -> Bool {
    guard columns.contains(where: { Self.isSame($0.name, heading) }) else { return true }
    report(.repeatedHeading(heading, at: range))
    return false
  }

  /// What counts are divided by: words or rows of a kind, in the plural or singular.
  private mutating func rateUnit(_ name: Name) -> Denominator.Unit? {
    let word = name.text.lowercased()
    if ["words", "word"].contains(word) { return .words }
    let kinds = RowKind.allCases
    if let kind = kinds.first(where: { [$0.rawValue, $0.singular].contains(word) }) {
      return .rows(kind)
    }
    // The parser has told it: it knows the units.
    isBroken = true
    return nil
  }

  /// Reports a mistake that follows from what the rows are, unless that is not known.
  mutating func reportUnlessLost(_ diagnostic: @autoclosure () -> Diagnostic) {
    if lacksRows { isBroken = true } else { report(diagnostic()) }
  }
}

extension Rate {

  /// The step as it is written.
  var written: String {
    switch self {
    case .share: "as share"
    case .per(let value, let name):
      Numeral.integer(value).map { Wording.rate(per: $0, of: name.text) } ?? "per " + name.text
    }
  }
}

extension RowKind {

  /// What one row is called.
  var singular: String { Wording.singular(rawValue) }
}

extension BoundStep {

  fileprivate static func share(of column: Int, _ groups: GroupProvenance) -> BoundStep {
    let severalValues = groups.columns.contains {
      if case .key(let path?) = $0 { return path.isMany }
      return false
    }
    let meaning =
      "the counts of all groups" + (groups.hasLostGroups ? " that are left" : "")
      + (severalValues ? ", in which a row with several values counts for each" : "")
    return .rate(
      BoundRate(
        name: "share", scale: 1, numerator: column, denominator: .total, denominatorName: nil,
        meaning: meaning))
  }
}
