internal import CorpusStore
internal import QueryPlanning
internal import QuerySemantics

/// Turns predicates into tests of blocks of rows.
struct TestCompiler {

  private let execution: Execution
  private let kind: Rows.Kind

  init(_ execution: Execution, kind: Rows.Kind) {
    self.execution = execution
    self.kind = kind
  }

  private var corpus: Corpus { execution.corpus }

  /// Returns a test for each predicate.
  func tests(of predicates: [BoundPredicate]) throws(Interrupted) -> [any RowTest] {
    var tests: [any RowTest] = []
    for predicate in predicates { tests.append(try test(of: predicate)) }
    return tests
  }

  /// Returns the test of a predicate.
  func test(of predicate: BoundPredicate) throws(Interrupted) -> any RowTest {
    switch predicate {
    case .constant(let isTrue): return ConstantTest(isTrue: isTrue)
    case .and(let all): return AllTest(tests: try tests(of: all))
    case .or(let any): return AnyTest(tests: try tests(of: any))
    case .not(let inner): return NotTest(test: try test(of: inner))
    case .phrase(let pattern):
      return PhraseTest(pattern, kind: kind, corpus: corpus, execution.interruption)
    case .pattern(let pattern):
      let matches = try execution.rows(of: .pattern(pattern))
      return try execution.regionTest(
        .containing, kind: kind, others: matches, isAscending: matches.isAscending)
    case .proximity(let first, let relation, let second):
      let text = try execution.placed(.related(first, relation, second))
      return ProximityTest(text, kind: kind, corpus: corpus, execution.interruption)
    case .linked(let count, let table, let entityType, let condition):
      return try execution.linkedTest(
        count, LinkedRows(table: table, entityType: entityType, condition: condition), kind: kind)
    case .region(let relation, let source):
      let others = try execution.rows(of: source)
      return try execution.regionTest(
        relation, kind: kind, others: others, isAscending: others.isAscending)
    case .codes(let path, _), .isMissing(let path), .integers(let path, _),
      .decimals(let path, _), .dates(let path, _), .contains(let path, _),
      .matches(let path, _), .groupEquals(let path, _):
      return try test(of: predicate, at: path)
    }
  }

  private func test(
    of predicate: BoundPredicate, at path: BoundPath
  ) throws(Interrupted) -> any RowTest {
    if case .isMissing = predicate {
      return NotTest(test: KnownTest(reader: reader(path, kind)))
    }
    guard let hop = path.hops.last, case .reference(let table) = hop.type else {
      return try leaf(predicate, path, kind)
    }
    let tail = BoundPath(target: path.target, part: path.part, text: path.text)
    var test = try leaf(predicate, tail, .table(table))
    for hop in path.hops.reversed() { test = try lift(test, through: hop) }
    return test
  }

  /// Turns a test of the rows that a reference leads to into one of the rows that refer.
  ///
  /// Each row that is referred to is tested once, and what remains is a look-up of its code.
  private func lift(
    _ test: any RowTest, through hop: Attribute
  ) throws(Interrupted) -> any RowTest {
    if case .codes(let column)? = corpus.column(of: hop), let lifted = StretchTest(column, test) {
      return lifted
    }
    guard let dictionary = corpus.dictionary(of: hop) else { return ConstantTest(isTrue: false) }
    var codes = Bitmap(count: dictionary.count)
    var first = 0
    while first < dictionary.count {
      try execution.interruption.check()
      let end = min(dictionary.count, first + defaultBlockSize)
      let block = RowBlock(dictionary.entries[first..<end].map { RowID($0) })
      for place in try block.places(keptBy: [test]) { codes.insert(first + place) }
      first = end
    }
    return codeTest(hop, codes)
  }

  private func codeTest(_ attribute: Attribute, _ codes: Bitmap) -> any RowTest {
    switch corpus.column(of: attribute) {
    case .codes(let column): CodeTest(column: column, codes: codes)
    case .codeLists(let column): CodeListTest(column: column, codes: codes)
    case .integers, .decimals, .dates, .texts, nil: ConstantTest(isTrue: false)
    }
  }

  /// Returns the test of a predicate at the end of its path, for rows of the kind found there.
  private func leaf(
    _ predicate: BoundPredicate, _ path: BoundPath, _ kind: Rows.Kind
  ) throws(Interrupted) -> any RowTest {
    switch (predicate, column(at: path)) {
    case (.codes(_, let codes), .codes(let column)?):
      return CodeTest(column: column, codes: set(codes, column.dictionary))
    case (.codes(_, let codes), .codeLists(let column)?):
      return CodeListTest(column: column, codes: set(codes, column.dictionary))
    case (.integers(_, let range), .integers(let column)?):
      return IntegerTest(column: column, range: range)
    case (.decimals(_, let range), .decimals(let values)?):
      return DecimalTest(values: values, range: range)
    case (.dates(_, let range), .dates(let column)?):
      return DateTest(column: column, range: range, part: path.part)
    case (.contains(_, let text), _):
      let needle = TextFolding.fold(bytes: Array(text.utf8))
      return try textTest(SubstringMatcher(needle), path, kind)
    case (.matches(_, let tree), _):
      return try textTest(RegexMatcher(tree, interruption: execution.interruption), path, kind)
    default: return groupTest(predicate, path, kind)
    }
  }

  /// Returns a test of the text of values: once for each entry of a dictionary where there is one.
  private func textTest(
    _ matcher: some TextMatcher, _ path: BoundPath, _ kind: Rows.Kind
  ) throws(Interrupted) -> any RowTest {
    guard case .attribute(let attribute) = path.target else {
      if case .ownText = path.target { return try ownTextTest(matcher, kind) }
      return groupTextTest(matcher, path, kind)
    }
    switch corpus.column(of: attribute) {
    case nil: return try ownTextTest(matcher, .table(attribute.table))
    case .codes(let column)?: return codeTest(attribute, try codes(column.dictionary, matcher))
    case .codeLists(let column)?:
      return codeTest(attribute, try codes(column.dictionary, matcher))
    case .integers?, .decimals?, .dates?, .texts?: return groupTextTest(matcher, path, kind)
    }
  }

  private func ownTextTest(
    _ matcher: some TextMatcher, _ kind: Rows.Kind
  ) throws(Interrupted) -> any RowTest {
    guard case .table(.tokens) = kind else {
      return TextTest(
        text: RowText(corpus), kind: kind, matcher: matcher, interruption: execution.interruption)
    }
    // The text of a token is its word, and the same words come again and again.
    let words = corpus.tokens.words
    return CodeTest(column: words, codes: try codes(words.dictionary, matcher))
  }

  private func groupTextTest(
    _ matcher: some TextMatcher, _ path: BoundPath, _ kind: Rows.Kind
  ) -> any RowTest {
    KeyTest(reader: reader(path, kind)) { (key, reading) throws(Interrupted) in
      try matcher.isTrue(of: reading.foldedText(of: key))
    }
  }

  private func codes(
    _ dictionary: ColumnDictionary, _ matcher: some TextMatcher
  ) throws(Interrupted) -> Bitmap {
    try matcher.codes(
      in: CodeNames(dictionary, corpus), TextRegard(letterCase: false, accents: false),
      execution.interruption)
  }

  /// Returns the test of a value of a grouped result.
  private func groupTest(
    _ predicate: BoundPredicate, _ path: BoundPath, _ kind: Rows.Kind
  ) -> any RowTest {
    let reader = reader(path, kind)
    switch predicate {
    case .groupEquals(_, let text):
      let folded = TextFolding.fold(bytes: Array(text.utf8))
      return KeyTest(reader: reader) { key, reading in reading.foldedText(of: key) == folded }
    case .integers(_, let range):
      return KeyTest(reader: reader) { key, _ in range.contains(Int(key)) }
    case .dates(_, let range):
      return KeyTest(reader: reader) { key, reading in
        guard case .periods(let period) = reading else {
          return range.contains(Day(number: Int32(clamping: key)))
        }
        guard let days = period.days(of: Int(key)) else { return false }
        return range.contains(days.lowerBound) && range.contains(days.upperBound)
      }
    case .decimals(_, let range):
      return KeyTest(reader: reader) { key, reading in
        switch reading.cell(of: key) {
        case .decimal(let value): range.contains(value)
        case .integer(let value): range.contains(Double(value))
        default: false
        }
      }
    default: return ConstantTest(isTrue: false)
    }
  }

  private func column(at path: BoundPath) -> Column? {
    guard case .attribute(let attribute) = path.target else { return nil }
    return corpus.column(of: attribute)
  }

  private func reader(_ path: BoundPath, _ kind: Rows.Kind) -> ValueReader {
    ValueReader(path, kind: kind, corpus: corpus)
  }

  private func set(_ codes: [UInt32], _ dictionary: ColumnDictionary) -> Bitmap {
    var set = Bitmap(count: dictionary.count)
    for code in codes where Int(code) < dictionary.count { set.insert(Int(code)) }
    return set
  }
}
