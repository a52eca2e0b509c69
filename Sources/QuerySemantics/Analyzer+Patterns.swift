internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// The labels of a token pattern, in the order in which they stand.
struct PatternLabels {

  /// The labels so far.
  private(set) var names: [Name] = []

  /// How many repetitions stand around the present part.
  var repetitions = 0

  /// Returns the number of a label, as far as it is known.
  func number(of name: String) -> Int? { names.firstIndex { $0.text == name } }

  /// Adds a label and returns its number.
  mutating func add(_ name: Name) -> Int {
    names.append(name)
    return names.count - 1
  }
}

extension Analyzer {

  /// Binds a token pattern; a faulty part of it is any token.
  mutating func bindPattern(_ pattern: TokenPattern) -> BoundPattern {
    var labels = PatternLabels()
    guard pattern.node.partCount <= BoundPatternNode.greatestSize / 10 else {
      report(.patternTooLarge(at: pattern.range))
      return BoundPattern(text: "", node: .token(.any))
    }
    let node = bind(pattern.node, &labels)
    if !isBroken { checkExtent(of: node, at: pattern.node.range) }
    let constraint = pattern.constraint.map { bind($0, labels) }
    return BoundPattern(
      text: SyntaxPrinter().print(Source(.pattern(pattern), at: pattern.range)), node: node,
      labelCount: labels.names.count, constraint: constraint)
  }

  private mutating func checkExtent(of node: BoundPatternNode, at range: SourceRange) {
    if node.longest == 0 { report(.emptyPattern(at: range)) }
    if node.size > BoundPatternNode.greatestSize { report(.patternTooLarge(at: range)) }
  }

  private mutating func bind(
    _ node: PatternNode, _ labels: inout PatternLabels
  ) -> BoundPatternNode {
    switch node.kind {
    case .token(let condition): return .token(condition.map { bind($0) } ?? .any)
    case .word(let text): return .token(bindWord(text))
    case .sequence(let parts): return .sequence(bindEach(parts, &labels))
    case .choice(let parts): return .choice(bindEach(parts, &labels))
    case .repetition(let part, let least, let most):
      return bindRepetition(of: part, least, most, at: node.range, &labels)
    case .labelled(let name, let part): return bindLabelled(name, part, &labels)
    }
  }

  private mutating func bindEach(
    _ parts: [PatternNode], _ labels: inout PatternLabels
  ) -> [BoundPatternNode] {
    var bound: [BoundPatternNode] = []
    for part in parts { bound.append(bind(part, &labels)) }
    return bound
  }

  private mutating func bindRepetition(
    of part: PatternNode, _ least: Int, _ most: Int?, at range: SourceRange,
    _ labels: inout PatternLabels
  ) -> BoundPatternNode {
    let isMany = most.map { $0 > 1 } ?? true
    if isMany { labels.repetitions += 1 }
    let inner = bind(part, &labels)
    if isMany { labels.repetitions -= 1 }
    guard least >= 0, least <= most ?? .max else {
      report(.backwardRange(at: range))
      return inner
    }
    return .repetition(inner, atLeast: least, atMost: most)
  }

  private mutating func bindLabelled(
    _ name: Name, _ part: PatternNode, _ labels: inout PatternLabels
  ) -> BoundPatternNode {
    // `a:[…]?` is one token or none, however its parts are put together.
    if case .repetition(let inner, let least, let most) = part.kind {
      let labelled = PatternNode(.labelled(name, inner), at: part.range)
      return bindRepetition(of: labelled, least, most, at: part.range, &labels)
    }
    let bound = bind(part, &labels)
    guard case .token(let test) = bound else {
      report(.labelOnGroup(name))
      _ = labels.add(name)
      return bound
    }
    if labels.number(of: name.text) != nil {
      report(.repeatedLabel(name))
    } else if labels.repetitions > 0 {
      report(.labelOnRepetition(name))
    }
    return .labelled(labels.add(name), test)
  }
}

extension PatternNode {

  /// The number of parts as they are written.
  fileprivate var partCount: Int {
    switch kind {
    case .token, .word: 1
    case .sequence(let parts), .choice(let parts): parts.reduce(1) { $0 + $1.partCount }
    case .repetition(let part, _, _), .labelled(_, let part): part.partCount + 1
    }
  }
}

extension BoundPatternNode {

  /// The greatest number of tokens that the parts of a pattern may be written out as.
  static let greatestSize = 10_000

  /// The number of tokens of the longest match; nil where there is no bound.
  var longest: Int? {
    switch self {
    case .token, .labelled: 1
    case .sequence(let parts): Self.combined(parts.map(\.longest)) { $0 + $1 }
    case .choice(let parts): Self.combined(parts.map(\.longest)) { max($0, $1) }
    case .repetition(let part, _, let most):
      part.longest == 0
        ? 0
        : most.flatMap { most in most == 0 ? 0 : part.longest.map { Self.product($0, most) } }
    }
  }

  private static func combined(_ lengths: [Int?], _ join: (Int, Int) -> Int) -> Int? {
    lengths.reduce(.some(0)) { sum, next in
      guard let sum, let next else { return nil }
      return min(join(sum, next), greatestSize + 1)
    }
  }

  /// The number of tokens when every bounded repetition is written out.
  var size: Int {
    switch self {
    case .token, .labelled: 1
    case .sequence(let parts), .choice(let parts):
      parts.reduce(1) { min($0 + $1.size, Self.greatestSize + 1) }
    case .repetition(let part, let least, let most):
      Self.product(part.size, max(1, most ?? (least + 1)))
    }
  }

  private static func product(_ a: Int, _ b: Int) -> Int {
    let (product, overflows) = a.multipliedReportingOverflow(by: b)
    return overflows ? greatestSize + 1 : min(product, greatestSize + 1)
  }
}
