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
    case .pattern, .proximity: 0.1
    case .linked: 0.5
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
    case .codes(let codes): Double(codes.dictionary.postings.allRows.count) / Double(rows)
    case .dates(let dates): Double(dates.order.count) / Double(rows)
    case .codeLists, .integers, .decimals, .texts: 0.9
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
