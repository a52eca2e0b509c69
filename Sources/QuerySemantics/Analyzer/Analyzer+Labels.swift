internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// What must hold of the labelled tokens of a match, behind `::`.
extension Analyzer {

  mutating func bind(
    _ condition: LabelCondition, _ labels: PatternLabels
  ) -> BoundLabelCondition {
    switch condition.kind {
    case .and(let parts): return .and(parts.map { bind($0, labels) })
    case .or(let parts): return .or(parts.map { bind($0, labels) })
    case .not(let part): return .complement(bind(part, labels))
    case .same(let one, let isEqual, let other):
      let first = bind(one, labels)
      guard let second = bind(other, labels), let first else { return .and([]) }
      if !Self.isComparable(first.1, second.1) { report(.unlikeAttributes(one, other)) }
      let same = BoundLabelCondition.same(first.0, first.1, second.0, second.1)
      return isEqual ? same : .complement(same)
    case .comparison(let path, let isEqual, let text):
      guard let (label, attribute) = bind(path, labels) else { return .and([]) }
      let test = BoundLabelCondition.test(label, bind(text, of: attribute))
      return isEqual ? test : .complement(test)
    }
  }

  private mutating func bind(
    _ path: LabelPath, _ labels: PatternLabels
  ) -> (Int, Attribute)? {
    let label = labels.number(of: path.label.text)
    if label == nil { report(.unknownLabel(path.label, known: labels.names.map(\.text))) }
    guard let attribute = tokenAttribute(path.attribute), let label else { return nil }
    return (label, attribute)
  }

  /// A word can be the lemma of another one; a tag is never a word.
  private static func isComparable(_ a: Attribute, _ b: Attribute) -> Bool {
    a.type == b.type
  }
}

extension BoundLabelCondition {

  /// The exact complement of `part`; two in a row are none.
  static func complement(_ part: BoundLabelCondition) -> BoundLabelCondition {
    if case .not(let inner) = part { return inner }
    return .not(part)
  }
}
