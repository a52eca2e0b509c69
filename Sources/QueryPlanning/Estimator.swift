internal import CorpusStore
internal import QuerySemantics

/// Tells how many rows to expect, from the lengths of posting lists.
///
/// Conditions are taken as independent, as System R did (Selinger et al. 1979); where no list
/// tells, its fixed fractions stand in.
struct Estimator {

  let corpus: Corpus

  /// Returns how many rows of `rowType`, out of `count`, satisfy a predicate.
  func rows(of predicate: BoundPredicate, rowType: RowType, count: Int) -> Int {
    let share = fraction(of: predicate, rowType: rowType)
    return min(count, Int((Double(count) * share).rounded(.up)))
  }

  /// Returns the share of the rows that satisfy a predicate.
  func fraction(of predicate: BoundPredicate, rowType: RowType) -> Double {
    switch predicate {
    case .constant(let isTrue): isTrue ? 1 : 0
    case .and(let all): all.reduce(1) { $0 * fraction(of: $1, rowType: rowType) }
    case .or(let any): min(1, any.reduce(0) { $0 + fraction(of: $1, rowType: rowType) })
    case .not(let inner): 1 - fraction(of: inner, rowType: rowType)
    case .codes(let path, let codes): share(of: codes, path)
    case .isMissing(let path): 1 - shareKnown(path)
    case .dates(let path, let range): share(of: range, path)
    case .phrase(let pattern):
      min(1, Double(matches(of: pattern)) / Double(max(1, rowCount(of: rowType))))
    case .integers, .decimals: 1.0 / 3
    case .contains, .matches, .groupEquals: 0.1
    case .region(let relation, _): relation == .outside ? 0.75 : 0.25
    case .pattern(let pattern):
      min(1, Double(matches(of: pattern)) / Double(max(1, rowCount(of: rowType))))
    case .proximity(let first, let relation, let second):
      min(
        1,
        Double(matches(of: .related(first, relation, second)))
          / Double(max(1, rowCount(of: rowType))))
    case .linked(let count, _, _, _): if case .count = count { 0.25 } else { 0.5 }
    }
  }

  /// Returns the number of rows of a row type's table; tokens stand in for matches.
  func rowCount(of rowType: RowType) -> Int {
    switch rowType {
    case .table(let table): corpus.rowCount(of: table)
    case .matches: corpus.tokens.count
    case .groups: 1
    }
  }

  /// Returns how many places a phrase can have at most: those of its rarest word.
  func matches(of pattern: PhrasePattern) -> Int {
    let postings = corpus.tokens.folds.dictionary.postings
    return pattern.places.map { codes in codes.reduce(0) { $0 + count(of: $1, in: postings) } }
      .min() ?? 0
  }

  /// Returns how often any of these codes stands at an attribute.
  func occurrences(of codes: [UInt32], at attribute: Attribute) -> Int {
    guard let dictionary = corpus.dictionary(of: attribute) else { return 0 }
    return codes.reduce(0) { $0 + count(of: $1, in: dictionary.postings) }
  }

  /// Returns how often any of these codes of two attributes stand at a row together.
  func occurrences(of pair: CodePair) -> Int {
    guard let index = corpus.pairs(of: pair.first, with: pair.second) else { return 0 }
    return pair.codes.reduce(0) { sum, code in
      pair.partners.reduce(sum) { $0 + index.rows(of: code, with: $1).count }
    }
  }

  /// Returns the number of rows of an attribute's table whose day lies in a range.
  func dated(_ range: ClosedRange<Day>, at attribute: Attribute) -> Int {
    guard case .dates(let column)? = corpus.column(of: attribute) else { return 0 }
    return column.positions(of: range).count
  }

  private func count(of code: UInt32, in postings: PostingIndex) -> Int {
    Int(code) < postings.codeCount ? postings.count(of: Int(code)) : 0
  }

  private func share(of codes: [UInt32], _ path: BoundPath) -> Double {
    guard case .attribute(let attribute) = path.target else { return 0.1 }
    let rows = max(1, corpus.rowCount(of: attribute.table))
    return min(1, Double(occurrences(of: codes, at: attribute)) / Double(rows))
  }

  private func share(of range: ClosedRange<Day>, _ path: BoundPath) -> Double {
    guard case .attribute(let attribute) = path.target else { return 0.3 }
    let rows = max(1, corpus.rowCount(of: attribute.table))
    return Double(dated(range, at: attribute)) / Double(rows)
  }

  private func shareKnown(_ path: BoundPath) -> Double {
    guard case .attribute(let attribute) = path.target, let column = corpus.column(of: attribute)
    else { return 1 }
    let rows = max(1, corpus.rowCount(of: attribute.table))
    return switch column {
    case .codes(let codes): Double(codes.dictionary.postings.rowCount) / Double(rows)
    case .dates(let dates): Double(dates.order.count) / Double(rows)
    case .codeLists, .integers, .decimals, .texts: 0.9
    }
  }
}

/// Token patterns and texts near texts.
extension Estimator {

  /// The share of tokens that a regular expression is taken to fit.
  private static let shareOfExpression = 0.02

  /// The share of the places of a text near which another is taken to stand.
  private static let shareNear = 0.25

  /// Returns how many matches a pattern can have at most: those of its rarest token.
  func matches(of pattern: BoundPattern) -> Int {
    let tokens = Double(corpus.tokens.count)
    return Int((tokens * share(of: pattern.node)).rounded(.up))
  }

  /// Returns how often a text stands in the corpus at most.
  func matches(of text: BoundText) -> Int {
    switch text {
    case .phrase(let pattern): matches(of: pattern)
    case .pattern(let pattern): matches(of: pattern)
    case .related(let first, _, let second):
      Int((Double(min(matches(of: first), matches(of: second))) * Self.shareNear).rounded(.up))
    }
  }

  private func share(of node: BoundPatternNode) -> Double {
    switch node {
    case .token(let test), .labelled(_, let test): share(of: test)
    case .sequence(let parts): parts.map { share(of: $0) }.min() ?? 0
    case .choice(let parts): min(1, parts.reduce(0) { $0 + share(of: $1) })
    case .repetition(let part, let least, _): least > 0 ? share(of: part) : 1
    }
  }

  private func share(of test: BoundTokenTest) -> Double {
    switch test {
    case .any: 1
    case .and(let all): all.reduce(1) { min($0, share(of: $1)) }
    case .or(let any): min(1, any.reduce(0) { $0 + share(of: $1) })
    case .not(let inner): 1 - share(of: inner)
    case .codes(let attribute, let codes):
      min(1, Double(occurrences(of: codes, at: attribute)) / Double(max(1, corpus.tokens.count)))
    case .matches: Self.shareOfExpression
    }
  }
}

extension Corpus {

  /// Returns the dictionary of an attribute whose values are coded.
  func dictionary(of attribute: Attribute) -> ColumnDictionary? {
    switch column(of: attribute) {
    case .codes(let column): column.dictionary
    case .codeLists(let column): column.dictionary
    case .integers, .decimals, .dates, .texts, nil: nil
    }
  }
}
