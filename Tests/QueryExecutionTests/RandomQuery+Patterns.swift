import CorpusFixture
import CorpusStore
import QuerySemantics
import TestSupport

extension RandomQuery {

  /// Returns tokens in a row, in some paragraph.
  mutating func words(_ count: Int) -> Range<Int> {
    let paragraphs = reference.paragraphs
    guard !paragraphs.isEmpty else { return 0..<0 }
    let paragraph = random.pick(paragraphs)
    let start = paragraph.lowerBound + random.below(paragraph.count)
    return start..<min(paragraph.upperBound, start + count)
  }

  mutating func phrase() -> PhrasePattern {
    let folds = corpus.tokens.folds
    let words = words(random.pick([1, 1, 2, 2, 3]))
    let places = words.map { token in
      var codes: Set = [folds.values[token]]
      if random.once(in: 3) { codes.insert(folds.values[random.below(corpus.tokens.count)]) }
      return codes.sorted()
    }
    return PhrasePattern(text: corpus.string(ofTokens: words), places: places)
  }

  /// Returns a pattern that some words fit, or that is made of tests that some words fit.
  mutating func pattern() -> BoundPattern {
    let words = words(1 + random.below(4))
    var labels = 0
    var parts = words.map { part(fitting: $0, labels: &labels) }
    if random.once(in: 4) { parts.insert(gap(), at: random.below(parts.count + 1)) }
    var node: BoundPatternNode = parts.count == 1 ? parts[0] : .sequence(parts)
    if random.once(in: 6), let word = words.first {
      node = .choice([node, .sequence([part(fitting: word, labels: &labels), gap()])])
    }
    if random.once(in: 10) {
      node = .repetition(node, atLeast: random.below(2), atMost: random.once(in: 2) ? nil : 2)
    }
    let constraint = labels > 0 && random.once(in: 2) ? condition(labels, depth: 1) : nil
    return BoundPattern.written(node, labels, constraint)
  }

  private mutating func gap() -> BoundPatternNode {
    let least = random.below(2)
    return .repetition(
      .token(.any), atLeast: least, atMost: random.once(in: 4) ? nil : least + random.below(3))
  }

  private mutating func part(fitting token: Int, labels: inout Int) -> BoundPatternNode {
    let test = tokenTest(fitting: token, depth: 1)
    switch random.below(9) {
    case 0: return .repetition(.token(test), atLeast: random.below(2), atMost: nil)
    case 1:
      return .repetition(
        .token(test), atLeast: random.below(2), atMost: 1 + random.below(2))
    case 2: return .choice([.token(test), .token(tokenTest(fitting: token, depth: 0))])
    case 3: return .choice([.token(test), .sequence([])])
    case 4...6:
      labels += 1
      let part = BoundPatternNode.labelled(labels - 1, test)
      return random.once(in: 5) ? .repetition(part, atLeast: 0, atMost: 2) : part
    default: return .token(test)
    }
  }

  mutating func tokenTest(fitting token: Int, depth: Int) -> BoundTokenTest {
    if depth > 0 {
      switch random.below(10) {
      case 0:
        return .and([
          tokenTest(fitting: token, depth: 0), tokenTest(fitting: token, depth: 0),
        ])
      case 1:
        return .or([
          tokenTest(fitting: token, depth: 0),
          tokenTest(fitting: random.below(corpus.tokens.count), depth: 0),
        ])
      case 2: return .not(tokenTest(fitting: random.below(corpus.tokens.count), depth: 0))
      default: break
      }
    }
    let attributes = corpus.schema.attributes(of: .tokens).filter { $0.name != "document" }
    let attribute = random.pick(attributes)
    guard case .codes(let column)? = corpus.column(of: attribute) else { return .any }
    let code = column.values[token]
    if random.once(in: 4) || code == CodeColumn.missing { return matches(attribute, token) }
    return random.once(in: 8)
      ? .codes(attribute, codes(of: attribute)) : .codes(attribute, [code])
  }

  /// Returns a test by an expression: the value itself, or what begins as it does.
  private mutating func matches(_ attribute: Attribute, _ token: Int) -> BoundTokenTest {
    let regard = TextRegard(letterCase: random.once(in: 2), accents: random.once(in: 2))
    guard let value = reference.own(attribute, token).first, !random.once(in: 5) else {
      return .matches(attribute, regex(depth: 2), regard)
    }
    let scalars = regard.text(of: reference.shown(value)).unicodeScalars.map { scalar in
      RegexTree.scalars([scalar.value...scalar.value])
    }
    let rest = RegexTree.repetition(.scalars([0...0x10FFFF]), atLeast: 0, atMost: nil)
    if scalars.isEmpty || random.once(in: 2) {
      return .matches(attribute, .sequence(scalars.prefix(1) + [rest]), regard)
    }
    return .matches(attribute, scalars.count == 1 ? scalars[0] : .sequence(scalars), regard)
  }

  private mutating func condition(_ labels: Int, depth: Int) -> BoundLabelCondition {
    if depth > 0 {
      switch random.below(6) {
      case 0: return .and([condition(labels, depth: 0), condition(labels, depth: 0)])
      case 1: return .or([condition(labels, depth: 0), condition(labels, depth: 0)])
      case 2: return .not(condition(labels, depth: 0))
      default: break
      }
    }
    if random.once(in: 2) {
      return .test(
        random.below(labels), tokenTest(fitting: random.below(corpus.tokens.count), depth: 1))
    }
    return .same(
      random.below(labels), tokenAttribute(), random.below(labels), tokenAttribute())
  }
}

extension BoundPattern {

  /// A pattern with a text that says what it is.
  static func written(
    _ node: BoundPatternNode, _ labels: Int, _ constraint: BoundLabelCondition?
  ) -> BoundPattern {
    let condition = constraint.map { " :: \(text(of: $0))" } ?? ""
    return BoundPattern(
      text: text(of: node) + condition, node: node, labelCount: labels, constraint: constraint)
  }

  private static func text(of node: BoundPatternNode) -> String {
    switch node {
    case .token(let test): "[\(text(of: test))]"
    case .labelled(let label, let test): "l\(label):[\(text(of: test))]"
    case .sequence(let parts): "(" + parts.map(text).joined(separator: " ") + ")"
    case .choice(let parts): "(" + parts.map(text).joined(separator: "|") + ")"
    case .repetition(let part, let least, let most):
      text(of: part) + "{\(least),\(most.map { "\($0)" } ?? "")}"
    }
  }

  private static func text(of test: BoundTokenTest) -> String {
    switch test {
    case .any: ""
    case .and(let all): "(" + all.map(text).joined(separator: "&") + ")"
    case .or(let any): "(" + any.map(text).joined(separator: "|") + ")"
    case .not(let part): "!" + text(of: part)
    case .codes(let attribute, let codes): "\(attribute.name)=\(codes)"
    case .matches(let attribute, let tree, let regard):
      "\(attribute.name)=\(tree)\(regard.letterCase ? "C" : "c")\(regard.accents ? "D" : "d")"
    }
  }

  private static func text(of condition: BoundLabelCondition) -> String {
    switch condition {
    case .and(let all): "(" + all.map(text).joined(separator: "&") + ")"
    case .or(let any): "(" + any.map(text).joined(separator: "|") + ")"
    case .not(let part): "!" + text(of: part)
    case .same(let a, let first, let b, let second): "l\(a).\(first.name)=l\(b).\(second.name)"
    case .test(let label, let test): "l\(label)[\(text(of: test))]"
    }
  }
}
