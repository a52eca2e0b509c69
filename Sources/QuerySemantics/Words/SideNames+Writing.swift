internal import QuerySyntax

extension SideNames {

  /// Longer words make a column wider than its figures are worth.
  private static let longest = 24

  /// Takes the names from how the two sides are written; nil where one of them has no short name, or
  /// both have the same.
  init?(_ first: Source, _ second: Source) {
    guard let one = Self.name(of: first), let other = Self.name(of: second), one != other,
      max(one.count, other.count) <= Self.longest
    else { return nil }
    self.init(one, other)
  }

  /// Returns what a side is called: its own name, that of its rows, or the one value that they have:
  /// `Macron`, whether `(quotes by Macron)` or `(quotes where speaker = Macron)` is written.
  private static func name(of source: Source) -> String? {
    switch source.kind {
    case .name(let name): return name.text
    case .rows(let kind): return kind.rawValue
    case .call: return SyntaxPrinter().print(source)
    case .query(let query):
      guard let step = query.steps.first else { return name(of: query.source) }
      return query.steps.count == 1 ? value(in: step) : nil
    case .phrase, .region, .pattern, .compare, .invalid: return nil
    }
  }

  private static func value(in step: Step) -> String? {
    guard case .filter(let predicate) = step.kind.asFilter else { return nil }
    switch predicate.kind {
    case .comparison(_, .equal, let value), .by(let value), .about(let value):
      return text(of: value)
    default: return nil
    }
  }

  private static func text(of value: Value) -> String {
    switch value.kind {
    case .string(let text), .exact(let text): text
    default: SyntaxPrinter().print(value)
    }
  }
}

extension Step.Kind {

  /// A condition of the short ladder as the `where` that it means; all else as it is.
  fileprivate var asFilter: Step.Kind {
    if case .ladder(let predicate) = self { .filter(predicate) } else { self }
  }
}
