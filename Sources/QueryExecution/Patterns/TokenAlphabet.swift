internal import CorpusStore
internal import QuerySemantics

/// Tokens sorted into classes that a pattern need not tell apart, and what is true of each class.
///
/// Every condition is run once over the dictionary of its column. What remains to do for a token is
/// to look up its codes. Classes are numbered as they are met.
final class TokenAlphabet {

  /// A test of a token, its conditions by number.
  private indirect enum Test {
    case any
    case and([Test])
    case or([Test])
    case not(Test)
    case condition(Int)
  }

  /// How many classes a table is kept for; beyond it they are looked up by hash.
  private static let greatestTable = 1 << 16

  private var tests: [Test] = []
  private var testNumbers: [BoundTokenTest: Int] = [:]
  private var conditions = TokenConditions()
  private let corpus: Corpus

  /// The class of each combination of kinds of codes; -1 for one that has not been met.
  private var table: [Int32] = []
  private var classes: [[UInt32]: Int32] = [:]

  /// The codes of the run that is being read, of one column.
  private var codes: [UInt32] = []

  /// Whether each test is true of each class, class by class.
  private(set) var truths: [Bool] = []

  /// The number of classes met so far.
  private(set) var classCount = 0

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// Adds a test; all are added before the first token is read.
  func add(_ test: BoundTokenTest, _ interruption: Interruption) throws(Interrupted) {
    guard testNumbers[test] == nil else { return }
    tests.append(try compile(test, interruption))
    testNumbers[test] = tests.count - 1
  }

  /// Returns the number of a test that was added.
  func number(of test: BoundTokenTest) -> Int { testNumbers[test] ?? 0 }

  /// Ends the adding of tests.
  func seal() {
    var product = 1
    for column in conditions.columns {
      let (next, isTooMuch) = product.multipliedReportingOverflow(by: column.kindCount)
      product = isTooMuch ? Int.max : next
    }
    if product <= Self.greatestTable { table = Array(repeating: -1, count: product) }
  }

  /// The number of tests.
  var testCount: Int { tests.count }

  /// Puts the classes of a run of tokens into `symbols`.
  func read(_ run: Range<Int>, into symbols: inout [Int32]) {
    symbols.removeAll(keepingCapacity: true)
    guard !table.isEmpty else {
      for token in run { symbols.append(slowClass(of: token)) }
      return
    }
    symbols.append(contentsOf: repeatElement(0, count: run.count))
    for column in conditions.columns {
      column.values.read(run, into: &codes)
      let (values, kinds) = (codes.span, column.kinds.span)
      let (last, width) = (kinds.count - 1, Int32(truncatingIfNeeded: column.kindCount))
      for place in symbols.indices {
        // The last kind is that of tokens without a value, whose mark is above all codes.
        let kind = kinds[min(Int(values[place]), last)]
        symbols[place] = symbols[place] * width + Int32(truncatingIfNeeded: kind)
      }
    }
    for place in symbols.indices {
      let combination = Int(symbols[place])
      if table[combination] < 0 { table[combination] = addClass(like: run.lowerBound + place) }
      symbols[place] = table[combination]
    }
  }

  /// Whether a test is true of the tokens of a class.
  func isTrue(_ test: Int, of class: Int32) -> Bool { truths[Int(`class`) * tests.count + test] }

  /// Returns the tokens of which one at least must be there for a test to be true of some token.
  func requirement(of test: BoundTokenTest) -> TokenRequirement? {
    testNumbers[test].flatMap { requirement(of: tests[$0]) }
  }

  private func slowClass(of token: Int) -> Int32 {
    let key = conditions.columns.map { column in
      column.kinds[min(Int(column.values[token]), column.kinds.count - 1)]
    }
    if let known = classes[key] { return known }
    let added = addClass(like: token)
    classes[key] = added
    return added
  }

  private func addClass(like token: Int) -> Int32 {
    for test in tests { truths.append(isTrue(test, of: token)) }
    classCount += 1
    return Int32(truncatingIfNeeded: classCount - 1)
  }

  private func isTrue(_ test: Test, of token: Int) -> Bool {
    switch test {
    case .any: true
    case .and(let all): all.allSatisfy { isTrue($0, of: token) }
    case .or(let any): any.contains { isTrue($0, of: token) }
    case .not(let inner): !isTrue(inner, of: token)
    case .condition(let number): conditions.isTrue(number, of: token)
    }
  }

  private func compile(
    _ test: BoundTokenTest, _ interruption: Interruption
  ) throws(Interrupted) -> Test {
    switch test {
    case .any: return .any
    case .and(let parts): return .and(try compile(parts, interruption))
    case .or(let parts): return .or(try compile(parts, interruption))
    case .not(let part): return .not(try compile(part, interruption))
    case .codes, .matches:
      return .condition(try conditions.number(of: test, corpus, interruption))
    }
  }

  private func compile(
    _ parts: [BoundTokenTest], _ interruption: Interruption
  ) throws(Interrupted) -> [Test] {
    var compiled: [Test] = []
    for part in parts { compiled.append(try compile(part, interruption)) }
    return compiled
  }

  private func requirement(of test: Test) -> TokenRequirement? {
    switch test {
    case .any, .not: nil
    case .and(let all): TokenRequirement.rarest(of: all.map { requirement(of: $0) })
    case .or(let any): TokenRequirement.any(of: any.map { requirement(of: $0) })
    case .condition(let number): conditions.requirement(of: number)
    }
  }
}
