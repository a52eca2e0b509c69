internal import CorpusStore
internal import QuerySemantics

/// What a condition on labels asks of the tokens that have them.
///
/// Tokens of which it knows the same are one to it, so that readings which differ only in them are
/// looked at once.
final class LabelFacts {

  /// The mark of a label that no token has.
  static let none = UInt32.max

  /// What is known of a token under a label.
  private struct Facts: Hashable {
    /// The folded text in each attribute that is compared; nil for none.
    let texts: [UInt32?]
    /// Whether each test is true.
    let tests: [Bool]
  }

  /// What is asked of a label.
  private struct Question {
    var attributes: [Attribute] = []
    var tests: [BoundTokenTest] = []
    var facts: [Facts] = []
    var numbers: [Facts: UInt32] = [:]
  }

  private let condition: BoundLabelCondition
  private let alphabet: TokenAlphabet
  private var texts: FoldNumbers
  private var questions: [Question]

  init(
    _ condition: BoundLabelCondition, labelCount: Int, _ alphabet: TokenAlphabet, _ corpus: Corpus
  ) {
    self.condition = condition
    self.alphabet = alphabet
    texts = FoldNumbers(corpus)
    questions = Array(repeating: Question(), count: max(0, labelCount))
    collect(condition)
  }

  /// Whether the condition asks anything of a label.
  func isAsked(_ label: Int) -> Bool {
    questions.indices.contains(label)
      && !(questions[label].attributes.isEmpty && questions[label].tests.isEmpty)
  }

  /// The number of labels.
  var labelCount: Int { questions.count }

  /// Returns a number for what is known of a token, of a class, under a label.
  func number(of token: Int, _ symbol: Int32, as label: Int) -> UInt32 {
    let facts = Facts(
      texts: questions[label].attributes.map { texts.number(of: token, $0) },
      tests: questions[label].tests.map { alphabet.isTrue(alphabet.number(of: $0), of: symbol) })
    if let known = questions[label].numbers[facts] { return known }
    let number = UInt32(truncatingIfNeeded: questions[label].facts.count)
    questions[label].facts.append(facts)
    questions[label].numbers[facts] = number
    return number
  }

  /// Whether the condition holds of labels, given by the numbers of what is known of them.
  func holds(_ labels: [UInt32]) -> Bool { holds(condition, labels) }

  private func holds(_ condition: BoundLabelCondition, _ labels: [UInt32]) -> Bool {
    switch condition {
    case .and(let all): return all.allSatisfy { holds($0, labels) }
    case .or(let any): return any.contains { holds($0, labels) }
    case .not(let inner): return !holds(inner, labels)
    case .test(let label, let test):
      guard let facts = facts(of: label, labels),
        let place = questions[label].tests.firstIndex(of: test)
      else { return false }
      return facts.tests[place]
    case .same(let a, let first, let b, let second):
      guard let x = text(first, of: a, labels), let y = text(second, of: b, labels) else {
        return false
      }
      return x == y
    }
  }

  private func text(_ attribute: Attribute, of label: Int, _ labels: [UInt32]) -> UInt32? {
    guard let facts = facts(of: label, labels),
      let place = questions[label].attributes.firstIndex(of: attribute)
    else { return nil }
    return facts.texts[place]
  }

  private func facts(of label: Int, _ labels: [UInt32]) -> Facts? {
    guard labels.indices.contains(label), labels[label] != Self.none else { return nil }
    return questions[label].facts[Int(labels[label])]
  }

  private func collect(_ condition: BoundLabelCondition) {
    switch condition {
    case .and(let parts), .or(let parts): for part in parts { collect(part) }
    case .not(let part): collect(part)
    case .test(let label, let test):
      if questions.indices.contains(label) { questions[label].tests.append(test) }
    case .same(let a, let first, let b, let second):
      for (label, attribute) in [(a, first), (b, second)] where questions.indices.contains(label) {
        questions[label].attributes.append(attribute)
      }
    }
  }
}

/// Numbers of the folded texts of tokens, the same in all columns.
struct FoldNumbers {

  private let corpus: Corpus
  private var columns: [Attribute: CodeColumn?] = [:]
  private var others: [[UInt8]: UInt32] = [:]

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// Returns the number of a token's text in an attribute; nil where it has none.
  mutating func number(of token: Int, _ attribute: Attribute) -> UInt32? {
    guard let column = column(of: attribute), column.values[token] != CodeColumn.missing else {
      return nil
    }
    let code = column.values[token]
    if column.dictionary.domain == .symbols {
      return corpus.pool.fold(of: column.dictionary.symbol(of: code)).rawValue
    }
    let folded = CodeNames(column.dictionary, corpus).foldedBytes(of: code)
    if let symbol = corpus.pool.symbol(of: String(decoding: folded, as: UTF8.self)) {
      return symbol.rawValue
    }
    // Texts that are not in the pool are numbered from the other end.
    let number = others[folded] ?? UInt32.max - UInt32(truncatingIfNeeded: others.count)
    others[folded] = number
    return number
  }

  private mutating func column(of attribute: Attribute) -> CodeColumn? {
    if let known = columns[attribute] { return known }
    var found: CodeColumn?
    if case .codes(let column)? = corpus.column(of: attribute) { found = column }
    columns[attribute] = .some(found)
    return found
  }
}
