internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// The words that stand near rows, and those that are frequent in them.
extension Analyzer {

  mutating func bindCollocates(
    _ window: Value?, of attribute: Name?, by measure: Name?, at range: SourceRange, in scope: Scope
  ) -> BoundStep? {
    let isWhole = scope.table == .documents
    if !scope.isText || isWhole {
      reportUnlessLost(.noSurroundings(scope.plural, isWhole: isWhole, at: range))
    }
    let window = window.map { bindWindow($0) } ?? BoundCollocates.defaultWindow
    let attribute = wordAttribute(attribute)
    let measure = bindMeasure(
      measure, of: "collocates", among: BoundCollocates.measures, default: .logdice)
    guard scope.isText, !isWhole, let window, let attribute, let measure else { return nil }
    return .collocates(BoundCollocates(window: window, attribute: attribute, measure: measure))
  }

  private mutating func bindWindow(_ value: Value) -> Int? {
    guard let window = bindCount(value, of: "window", atLeast: 1) else { return nil }
    guard window <= BoundCollocates.greatestWindow else {
      report(.wideWindow(value, greatest: BoundCollocates.greatestWindow))
      return nil
    }
    return window
  }

  mutating func bindKeywords(
    of attribute: Name?, against reference: Source, by measure: Name?, at range: SourceRange,
    in scope: Scope
  ) -> BoundStep? {
    if !scope.isText { reportUnlessLost(.noWording("keywords", scope.plural, at: range)) }
    let other = bindOperand(reference)
    if let other, !other.scope.isText {
      report(.noWording("keywords", other.scope.plural, at: reference.range))
    }
    let attribute = wordAttribute(attribute)
    let measure = bindMeasure(measure, of: "keywords", among: BoundKeywords.measures, default: .ll)
    guard scope.isText, let other, other.scope.isText, let attribute, let measure else {
      isBroken = true
      return nil
    }
    return .keywords(
      BoundKeywords(attribute: attribute, reference: other.query, measure: measure))
  }

  /// The attribute of tokens by which words are told apart: the lemma where none is named.
  private mutating func wordAttribute(_ name: Name?) -> Attribute? {
    let known = corpus.schema.attributes(of: .tokens).filter { $0.type.isOfWords }
    let wanted = name?.text ?? Self.defaultWordAttribute
    if let found = known.first(where: { Self.isSame($0.name, wanted) }) { return found }
    guard let name else {
      isBroken = true
      return nil
    }
    report(.unknownWordAttribute(name, known: known.map(\.name)))
    return nil
  }

  private mutating func bindMeasure(
    _ name: Name?, of step: String, among known: [AssociationMeasure], default: AssociationMeasure
  ) -> AssociationMeasure? {
    guard let name else { return `default` }
    if let found = known.first(where: { $0.rawValue == name.text.lowercased() }) { return found }
    report(.unknownMeasure(name, of: step, known: known.map(\.rawValue)))
    return nil
  }

  /// The attribute of tokens by which words are told apart where none is named.
  static let defaultWordAttribute = "lemma"
}

extension BoundCollocates {

  /// How many tokens on each side are looked at where no window is named.
  public static let defaultWindow = 5

  /// The widest window.
  public static let greatestWindow = 1_000

  /// The measures by which collocates can be ordered.
  public static let measures: [AssociationMeasure] = [.logdice, .mi, .ll, .t]
}

extension BoundKeywords {

  /// The measures by which keywords can be ordered.
  public static let measures: [AssociationMeasure] = [.ll, .logratio]
}

extension AttributeType {

  /// Whether values of tokens are spelt, so that words can be told apart by them.
  var isOfWords: Bool { self == .name || self == .category }
}
