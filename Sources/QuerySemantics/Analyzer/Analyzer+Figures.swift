internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// Figures of rows, rows that come once, and rows in the order of their likeness.
extension Analyzer {

  mutating func bindSummary(
    _ aggregates: [Aggregate], by keys: [Path], in scope: Scope
  ) -> BoundStep? {
    let columns = bindColumns(keys, in: scope)
    var headings = keys.map(\.text)
    var figures: [BoundAggregate] = []
    for aggregate in aggregates {
      guard let figure = bind(aggregate, in: scope) else { continue }
      if headings.contains(where: { Self.isSame($0, figure.name) }) {
        report(.repeatedFigure(figure.name, at: aggregate.name?.range ?? aggregate.range))
      }
      headings.append(figure.name)
      figures.append(figure)
    }
    guard let columns, !figures.isEmpty else { return nil }
    return .summarize(figures, by: columns)
  }

  private mutating func bind(_ aggregate: Aggregate, in scope: Scope) -> BoundAggregate? {
    let path = aggregate.path.flatMap { bind($0, in: scope) }
    guard let function = BoundAggregate.Function(rawValue: aggregate.function.text.lowercased())
    else {
      let known = BoundAggregate.Function.allCases.map(\.rawValue)
      report(.unknownFigure(aggregate.function, known: known))
      return nil
    }
    guard takesPath(function, aggregate), path != nil || aggregate.path == nil,
      fits(function, path, aggregate)
    else { return nil }
    let heading = aggregate.name?.text ?? function.heading(of: aggregate.path)
    let needsDate = function == .first || function == .last
    return BoundAggregate(
      function, of: path, date: needsDate ? datePath(of: scope) : nil, name: heading)
  }

  private mutating func takesPath(
    _ function: BoundAggregate.Function, _ aggregate: Aggregate
  ) -> Bool {
    switch (function.takesPath, aggregate.path) {
    case (true, nil):
      report(.missingAttribute(function.rawValue, at: aggregate.function.range))
      return false
    case (false, let path?):
      report(.unwantedAttribute(function.rawValue, path))
      return false
    default: return true
    }
  }

  private mutating func fits(
    _ function: BoundAggregate.Function, _ path: BoundPath?, _ aggregate: Aggregate
  ) -> Bool {
    guard let path, let written = aggregate.path else { return true }
    if let wanted = function.wanted(insteadOf: path) {
      report(.unfitValues(function.rawValue, written, path.type, wanted: wanted))
      return false
    }
    if path.isMany, function == .first || function == .last {
      report(.severalValues(function.rawValue, written))
      return false
    }
    return true
  }

  /// The date by which rows are earlier and later; of groups, the first column of days.
  private func datePath(of scope: Scope) -> BoundPath? {
    guard case .groups(let columns) = scope.rowType else { return datePath(in: scope) }
    return columns.firstIndex { $0.type == .date }.map {
      BoundPath(target: .group($0, columns[$0]), text: columns[$0].name)
    }
  }

  mutating func bindDistinct(in scope: Scope) -> BoundStep {
    if !scope.columns.isEmpty { return .distinct(scope.columns) }
    if case .groups(let columns) = scope.rowType {
      return .distinct(
        columns.enumerated().map { index, column in
          BoundColumn(
            BoundPath(target: .group(index, column), text: column.name), name: column.name)
        })
    }
    let own = ["text", "name", "id"].compactMap { start($0, in: scope) }.first { $0.hops.isEmpty }
    return .distinct(own.map { [BoundColumn($0, name: $0.text)] } ?? [])
  }

  mutating func bindSimilar(to text: Name, at range: SourceRange, in scope: Scope) -> BoundStep? {
    guard scope.isText else {
      reportUnlessLost(.noWording("similar to", scope.plural, at: range))
      return nil
    }
    let words = environment.tokenize(text.text).map { TextFolding.fold($0) }.filter {
      $0.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
    guard !words.isEmpty else {
      report(.noWordsToCompare(text))
      return nil
    }
    return .similar(BoundSimilarity(text: text.text, words: words))
  }
}

extension BoundAggregate.Function {

  /// Whether the figure is one of an attribute; the others are of the rows.
  public var takesPath: Bool { self != .count && self != .share }

  /// The heading of the figure where none is given: `count`, `sum_words`.
  fileprivate func heading(of path: Path?) -> String {
    guard let path else { return rawValue }
    return ([rawValue] + path.parts.map(\.text)).joined(separator: "_")
  }

  /// What the figure is taken of, where it cannot be taken of a path's values.
  func wanted(insteadOf path: BoundPath) -> String? {
    let isNumber = path.type == .integer || path.type == .decimal
    switch self {
    case .sum, .mean, .median, .deviation: return isNumber ? nil : "numbers"
    case .min, .max: return isNumber || path.type == .date ? nil : "numbers and dates"
    case .count, .share, .first, .last, .distinct: return nil
    }
  }
}
