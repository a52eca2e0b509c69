internal import CorpusStore
internal import QuerySemantics

/// Conditions on the values of tokens, each as the set of codes that fulfil it.
struct TokenConditions {

  /// A column that conditions look at.
  struct ConditionedColumn {

    let column: CodeColumn

    /// For each code, and behind them for no value, which conditions it fulfils, as a number.
    private(set) var kinds: [UInt32]

    /// The number of different kinds.
    private(set) var kindCount = 1

    init(_ column: CodeColumn) {
      self.column = column
      kinds = Array(repeating: 0, count: column.dictionary.count + 1)
    }

    var values: CodeSequence { column.values }

    /// Tells the codes of a set from the others.
    mutating func refine(by codes: Bitmap) {
      var numbers: [UInt32: UInt32] = [:]
      for code in kinds.indices {
        let key = kinds[code] * 2 + (codes.contains(code) ? 1 : 0)
        let number = numbers[key] ?? UInt32(truncatingIfNeeded: numbers.count)
        numbers[key] = number
        kinds[code] = number
      }
      kindCount = numbers.count
    }
  }

  private(set) var columns: [ConditionedColumn] = []
  private var places: [Attribute: Int] = [:]
  private var conditions: [(column: Int, codes: Bitmap)] = []
  private var numbers: [BoundTokenTest: Int] = [:]

  /// Returns the number of a condition, `codes` or `matches`.
  mutating func number(
    of test: BoundTokenTest, _ corpus: Corpus, _ interruption: Interruption
  ) throws(Interrupted) -> Int {
    if let known = numbers[test] { return known }
    let (place, codes) = try fulfilling(test, corpus, interruption)
    if let place { columns[place].refine(by: codes) }
    // A condition on what is not coded has no place and is true of no token.
    conditions.append((place ?? -1, codes))
    numbers[test] = conditions.count - 1
    return conditions.count - 1
  }

  /// Whether a condition is true of a token.
  func isTrue(_ number: Int, of token: Int) -> Bool {
    let (column, codes) = conditions[number]
    return column >= 0 && codes.contains(Int(columns[column].values[token]))
  }

  /// Returns the tokens that fulfil a condition.
  func requirement(of number: Int) -> TokenRequirement {
    let (column, codes) = conditions[number]
    guard column >= 0 else { return TokenRequirement(lists: []) }
    return TokenRequirement(
      lists: [(columns[column].column.dictionary.postings, codes.rows.map(\.rawValue))])
  }

  private mutating func fulfilling(
    _ test: BoundTokenTest, _ corpus: Corpus, _ interruption: Interruption
  ) throws(Interrupted) -> (Int?, Bitmap) {
    switch test {
    case .codes(let attribute, let codes):
      guard let place = place(of: attribute, corpus) else { break }
      var set = Bitmap(count: columns[place].column.dictionary.count)
      for code in codes where Int(code) < set.count { set.insert(Int(code)) }
      return (place, set)
    case .matches(let attribute, let tree, let regard):
      guard let place = place(of: attribute, corpus) else { break }
      let names = CodeNames(columns[place].column.dictionary, corpus)
      let matcher = RegexMatcher(.sequence([.start, tree, .end]), interruption: interruption)
      return (place, try matcher.codes(in: names, regard, interruption))
    case .any, .and, .or, .not: break
    }
    return (nil, Bitmap(count: 0))
  }

  private mutating func place(of attribute: Attribute, _ corpus: Corpus) -> Int? {
    if let known = places[attribute] { return known }
    guard case .codes(let column)? = corpus.column(of: attribute) else { return nil }
    columns.append(ConditionedColumn(column))
    places[attribute] = columns.count - 1
    return columns.count - 1
  }
}

/// Tokens of which one at least must stand where a pattern matches.
struct TokenRequirement {

  /// Posting lists, and the codes in them.
  let lists: [(postings: PostingIndex, codes: [UInt32])]

  /// How many tokens there are of them.
  var count: Int {
    lists.reduce(0) { sum, list in
      list.codes.reduce(sum) { $0 + list.postings.count(of: Int($1)) }
    }
  }

  /// Returns that of some requirements, all of which must be met, which the fewest tokens meet.
  static func rarest(of all: [TokenRequirement?]) -> TokenRequirement? {
    all.compactMap { $0 }.min { $0.count < $1.count }
  }

  /// Returns the requirement where one of some must be met; nil where one of them is nothing.
  static func any(of any: [TokenRequirement?]) -> TokenRequirement? {
    var lists: [(PostingIndex, [UInt32])] = []
    for requirement in any {
      guard let requirement else { return nil }
      lists += requirement.lists
    }
    return TokenRequirement(lists: lists)
  }
}
