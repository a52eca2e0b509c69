internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

extension Analyzer {

  /// Binds a condition as the clauses that must all be true.
  mutating func bindClauses(_ predicate: Predicate, in scope: Scope) -> [BoundClause] {
    if case .and(let parts) = predicate.kind {
      return parts.flatMap { bindClauses($0, in: scope) }
    }
    return [BoundClause(bind(predicate, in: scope), at: predicate.range)]
  }

  /// Binds a condition; one that is faulty is true of every row.
  mutating func bind(_ predicate: Predicate, in scope: Scope) -> BoundPredicate {
    switch predicate.kind {
    case .or(let parts): return .any(parts.map { bind($0, in: scope) })
    case .and(let parts): return .every(parts.map { bind($0, in: scope) })
    case .not(let part): return .complement(bind(part, in: scope))
    case .invalid:
      isBroken = true
      return .constant(true)
    case .mentions(let value): return bindLadder(.mentions, value, at: predicate.range, in: scope)
    case .about(let value): return bindLadder(.about, value, at: predicate.range, in: scope)
    case .by(let value): return bindLadder(.by, value, at: predicate.range, in: scope)
    case .since(let value): return bindSince(value, at: predicate.range, in: scope)
    case .last(let value, let unit):
      return bindLast(value, unit: unit, at: predicate.range, in: scope)
    case .phrase, .region, .pattern, .proximity: return bindOnText(predicate, in: scope)
    case .quantified(let quantifier, let kind, let inner):
      return bindQuantified(quantifier, kind, inner, in: scope)
    case .countOf(let kind, let inner, let test):
      return bindCount(of: kind, inner, test, at: predicate.range, in: scope)
    case .comparison, .membership, .between, .all, .isMissing, .isKnown, .flag, .contains, .matches:
      return bindOnPath(predicate, in: scope) ?? .constant(true)
    }
  }

  /// Conditions on one attribute.
  private mutating func bindOnPath(_ predicate: Predicate, in scope: Scope) -> BoundPredicate? {
    switch predicate.kind {
    case .comparison(let path, let comparison, let value):
      return bind(path, in: scope).flatMap { bind($0, comparison, value, at: path) }
    case .membership(let path, let values):
      return bindEach(path, values, in: scope).map { .any($0) }
    case .all(let path, let values):
      return bindAll(path, values, in: scope)
    case .between(let path, let low, let high):
      return bind(path, in: scope).flatMap { bind($0, from: low, to: high, at: path) }
    case .isMissing(let path): return bind(path, in: scope).map { .isMissing($0) }
    case .isKnown(let path): return bind(path, in: scope).map { .not(.isMissing($0)) }
    case .flag(let path): return bindFlag(path, in: scope)
    case .contains(let path, let text): return bindContains(path, text, in: scope)
    case .matches(let path, let pattern): return bindMatches(path, pattern, in: scope)
    case .or, .and, .not, .invalid, .mentions, .about, .by, .since, .last, .phrase, .region,
      .pattern, .proximity, .quantified, .countOf:
      return nil
    }
  }

  /// Conditions on the row's own text and place.
  private mutating func bindOnText(_ predicate: Predicate, in scope: Scope) -> BoundPredicate {
    switch predicate.kind {
    case .region(let relation, let source):
      return bindRelation(relation, source, at: predicate.range, in: scope)
    case .proximity(let first, let relation, let second):
      return bindProximity(first, relation, second, at: predicate.range, in: scope)
    case .phrase(let name):
      if !scope.isText { report(.noText(scope.plural, at: name.range)) }
      return .phrase(bindPhrase(name))
    case .pattern(let pattern):
      if !scope.isText { report(.noText(scope.plural, at: pattern.range)) }
      return .pattern(bindPattern(pattern))
    case .or, .and, .not, .invalid, .mentions, .about, .by, .since, .last, .comparison, .membership,
      .between, .all, .isMissing, .isKnown, .flag, .contains, .matches, .quantified, .countOf:
      return .constant(true)
    }
  }

  private mutating func bindRelation(
    _ relation: Relation, _ source: Source, at range: SourceRange, in scope: Scope
  ) -> BoundPredicate {
    let bound = bind(regions: source)
    if !scope.isText { report(.notText(scope.plural, relation: relation.kind.rawValue, at: range)) }
    let other = Scope(rowType: bound.rowType)
    if !isBroken, !other.isText {
      report(.notText(bound.rowType.plural, relation: relation.kind.rawValue, at: source.range))
    }
    guard let between = bind(relation, between: scope, and: other) else { return .constant(true) }
    // One form for one meaning: outside is not within.
    if between == .outside { return .not(.region(.within, bound)) }
    return .region(between, bound)
  }

  private mutating func bindEach(
    _ path: Path, _ values: [Value], in scope: Scope
  ) -> [BoundPredicate]? {
    guard let bound = bind(path, in: scope) else { return nil }
    return values.map { bind(bound, .equal, $0, at: path) ?? .constant(true) }
  }

  private mutating func bindAll(
    _ path: Path, _ values: [Value], in scope: Scope
  ) -> BoundPredicate? {
    guard let bound = bind(path, in: scope) else { return nil }
    if !bound.isMany, values.count > 1 { report(.allOfOne(path)) }
    return bindEach(path, values, in: scope).map { .every($0) }
  }

  /// An attribute alone is a condition where it is yes or no: it is yes.
  private mutating func bindFlag(_ path: Path, in scope: Scope) -> BoundPredicate? {
    if let name = path.parts.first, path.parts.count == 1, !lacksRows, scope.table != nil,
      start(name.text, in: scope) == nil,
      !entities(named: Value(.bareword(name.text), at: name.range)).isEmpty
    {
      report(.nameAlone(name, scope.table == .quotes ? "speaker" : "mention"))
      return nil
    }
    guard let bound = bind(path, in: scope) else { return nil }
    guard bound.type == .flag, !bound.isPeriod else {
      report(.missingComparison(path, bound))
      return nil
    }
    return bind(bound, .equal, Value(.bareword("yes"), at: path.range), at: path)
  }

  private mutating func bindContains(
    _ path: Path, _ text: Name, in scope: Scope
  ) -> BoundPredicate? {
    guard let bound = bindText(path, for: "contains", in: scope) else { return nil }
    return .contains(bound, TextFolding.fold(text.text))
  }

  private mutating func bindMatches(
    _ path: Path, _ pattern: Name, in scope: Scope
  ) -> BoundPredicate? {
    let bound = bindText(path, for: "matches", in: scope)
    switch RegexParser.parse(pattern.text) {
    case .success(let tree): return bound.map { .matches($0, tree) }
    case .failure(let mistake):
      report(.invalidRegex(mistake, in: pattern))
      return nil
    }
  }

  private mutating func bindText(
    _ path: Path, for word: String, in scope: Scope
  ) -> BoundPath? {
    guard let bound = bind(path, in: scope) else { return nil }
    switch bound.type {
    case .text, .name, .category, .reference: return bound
    case .integer, .decimal, .date, .flag:
      report(.noSearch(path, bound.type, word: word))
      return nil
    }
  }
}

extension BoundPredicate {

  /// The condition that one of `parts` is true, in its simplest form.
  static func any(_ parts: [BoundPredicate]) -> BoundPredicate {
    if let codes = sharedCodes(parts) { return codes }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .constant(false) : .or(parts)
  }

  /// The condition that all of `parts` are true, in its simplest form.
  static func every(_ parts: [BoundPredicate]) -> BoundPredicate {
    let flat = parts.flatMap { part -> [BoundPredicate] in
      if case .and(let inner) = part { return inner }
      return [part]
    }
    return flat.count == 1 ? flat[0] : flat.isEmpty ? .constant(true) : .and(flat)
  }

  /// The exact complement of `part`; two in a row are none.
  static func complement(_ part: BoundPredicate) -> BoundPredicate {
    switch part {
    case .not(let inner): inner
    case .constant(let value): .constant(!value)
    default: .not(part)
    }
  }

  /// Several sets of codes of one path are one set.
  private static func sharedCodes(_ parts: [BoundPredicate]) -> BoundPredicate? {
    guard parts.count > 1, case .codes(let path, _) = parts[0] else { return nil }
    var all: [UInt32] = []
    for part in parts {
      guard case .codes(let other, let codes) = part, other == path else { return nil }
      all += codes
    }
    return .codes(path, Set(all).sorted())
  }
}
