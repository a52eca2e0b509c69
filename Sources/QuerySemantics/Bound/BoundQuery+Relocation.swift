internal import Diagnostics

/// A bound name stands for a query written elsewhere, maybe in an earlier text: its clauses are
/// told at the name.
extension BoundQuery {

  /// Returns the query with `range` as the place of every clause.
  func relocated(to range: SourceRange) -> BoundQuery {
    BoundQuery(
      source: source.relocated(to: range), steps: steps.map { $0.relocated(to: range) })
  }
}

extension BoundStep {

  fileprivate func relocated(to range: SourceRange) -> BoundStep {
    switch self {
    case .filter(let clauses):
      .filter(clauses.map { BoundClause($0.predicate.relocated(to: range), at: range) })
    case .rate(let rate): .rate(rate.relocated(to: range))
    case .keywords(let keywords):
      .keywords(
        BoundKeywords(
          attribute: keywords.attribute, reference: keywords.reference.relocated(to: range),
          measure: keywords.measure))
    case .combine(let operation, let query): .combine(operation, query.relocated(to: range))
    case .select, .order, .limit, .top, .sample, .count, .timeline, .to, .kwic, .save, .distinct,
      .similar, .summarize, .collocates, .pairs, .chart:
      self
    }
  }
}

extension BoundRate {

  fileprivate func relocated(to range: SourceRange) -> BoundRate {
    guard case .query(let query, let keys) = denominator else { return self }
    return BoundRate(
      name: name, scale: scale, numerator: numerator,
      denominator: .query(query.relocated(to: range), keys: keys),
      denominatorName: denominatorName, meaning: meaning)
  }
}

extension BoundSource {

  fileprivate func relocated(to range: SourceRange) -> BoundSource {
    switch self {
    case .table, .phrase, .pattern: self
    case .query(let query): .query(query.relocated(to: range))
    case .region(let rows, let relation, let scope):
      .region(rows.relocated(to: range), relation, scope.relocated(to: range))
    case .compare(let contrast):
      .compare(
        BoundContrast(
          first: contrast.first.relocated(to: range), second: contrast.second.relocated(to: range),
          basis: contrast.basis, name: contrast.name, sides: contrast.sides))
    }
  }
}

extension BoundPredicate {

  fileprivate func relocated(to range: SourceRange) -> BoundPredicate {
    switch self {
    case .and(let parts): .and(parts.map { $0.relocated(to: range) })
    case .or(let parts): .or(parts.map { $0.relocated(to: range) })
    case .not(let part): .not(part.relocated(to: range))
    case .region(let relation, let source): .region(relation, source.relocated(to: range))
    case .linked(let number, let table, let type, let predicate):
      .linked(number, table, entityType: type, predicate.relocated(to: range))
    case .constant, .codes, .isMissing, .integers, .decimals, .dates, .phrase, .contains,
      .matches, .groupEquals, .pattern, .proximity:
      self
    }
  }
}
