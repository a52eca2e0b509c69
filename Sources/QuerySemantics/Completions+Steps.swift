internal import CorpusStore
internal import Diagnostics
public import QuerySyntax

/// The words of the language that the type of the rows allows at a place.
extension Completions {

  /// The steps that can stand behind a query, as their first words, the most usual first.
  ///
  /// Whatever is offered has a way to go on that is no mistake.
  public func steps(behind query: BoundQuery) -> [String] {
    StepRule.all.filter { $0.isAllowed(behind: query, in: analyzer) }.map(\.word)
  }

  /// The kinds of row that a query's rows can move to with `to`; none behind counted groups.
  public func moves(behind query: BoundQuery) -> [RowKind] {
    analyzer.reachableKinds(from: Scope(rowType: query.rowType))
  }

  /// The functions of `summarize` that can stand behind a query.
  public func functions(behind query: BoundQuery) -> [CompletedFunction] {
    BoundAggregate.Function.allCases.filter {
      !$0.takesPath || !paths(in: $0, behind: query).isEmpty
    }.map { CompletedFunction(name: $0.rawValue, takesPath: $0.takesPath, summary: $0.summary) }
  }

  /// The paths of which a function can be taken; none where there is no such function, or where it
  /// takes none.
  public func paths(in function: String, behind query: BoundQuery) -> [CompletedPath] {
    guard let function = BoundAggregate.Function(rawValue: function.lowercased()) else { return [] }
    return paths(in: function, behind: query)
  }

  private func paths(
    in function: BoundAggregate.Function, behind query: BoundQuery
  ) -> [CompletedPath] {
    guard function.takesPath else { return [] }
    return paths(behind: query).filter { path in
      guard let bound = bound(path.text, behind: query), function.wanted(insteadOf: bound) == nil
      else { return false }
      return !bound.isMany || (function != .first && function != .last)
    }
  }

  /// The paths by which rows can be ordered: those of which a row has one value.
  public func orderPaths(behind query: BoundQuery) -> [CompletedPath] {
    paths(behind: query).filter { bound($0.text, behind: query).map { !$0.isMany } ?? false }
  }

  /// The paths by which `top` can rank: numbers and dates of which a row has one value.
  public func rankPaths(behind query: BoundQuery) -> [CompletedPath] {
    paths(behind: query).filter {
      bound($0.text, behind: query).map { !$0.isMany && $0.type.isMeasure } ?? false
    }
  }

  /// The attributes of tokens by which words are told apart behind `of`, and of which a pattern can
  /// speak between brackets.
  public var tokenAttributes: [CompletedPath] {
    analyzer.corpus.schema.attributes(of: .tokens).filter { $0.type.isOfWords }.map {
      CompletedPath(text: $0.name, type: Wording.type($0.type), summary: $0.summary)
    }
  }

  /// The measures by which the words of a step can be ordered.
  public func measures(of step: Keyworded) -> [String] {
    switch step {
    case .collocates: BoundCollocates.measures.map(\.rawValue)
    case .keywords: BoundKeywords.measures.map(\.rawValue)
    }
  }

  /// The steps that find words.
  public enum Keyworded: Sendable {
    /// `collocates`, the words beside the rows.
    case collocates
    /// `keywords`, the words that are frequent in the rows.
    case keywords
  }

  /// The drawings that fit what a query returns; none where it counts nothing.
  public func chartKinds(behind query: BoundQuery) -> [ChartKind] {
    var columns: [BoundColumn] = []
    for case .select(let shown) in query.steps { columns = shown }
    guard let drawn = DrawnColumns(of: query, showing: columns) else { return [] }
    return ChartKind.allCases.filter { $0.missing(in: drawn) == nil }
  }

  /// What counts can be divided by behind `per`; none where nothing is counted.
  public func rateUnits(behind query: BoundQuery) -> [String] {
    guard let groups = query.provenance, groups.rows != nil, groups.numberColumn != nil else {
      return []
    }
    return ["words"] + RowKind.allCases.map(\.rawValue)
  }

  /// By what two sets of rows can be compared behind `on`.
  public func bases(of first: BoundQuery, with second: BoundQuery) -> [String] {
    let isText = Scope(rowType: first.rowType).isText && Scope(rowType: second.rowType).isText
    let shared = paths(behind: first).map(\.text).filter { name in
      guard let one = bound(name, behind: first), let other = bound(name, behind: second) else {
        return false
      }
      return one.type == other.type && one.type != .text
    }
    return (isText ? ["words"] : []) + shared
  }

  /// The endings of the files that a query's result can be saved in.
  public func endings(behind query: BoundQuery) -> [String] {
    let isDrawable = !chartKinds(behind: query).isEmpty
    return Analyzer.endings.filter { !["svg", "gexf"].contains($0) || isDrawable }
  }

  func bound(_ text: String, behind query: BoundQuery) -> BoundPath? {
    let range = SourceRange(at: 0)
    let parts = text.split(separator: ".").map { Name(String($0), at: range) }
    return path(Path(parts, at: range), behind: query)
  }
}

/// A function of `summarize`, for a menu.
public struct CompletedFunction: Hashable, Sendable {

  /// The name as it is written.
  public let name: String

  /// Whether an attribute follows in parentheses.
  public let takesPath: Bool

  /// What it means, in one phrase.
  public let summary: String
}

extension BoundAggregate.Function {

  /// What the figure is, in one phrase.
  fileprivate var summary: String {
    switch self {
    case .count: "the number of rows"
    case .share: "the rows as a share of all"
    case .sum: "the sum"
    case .mean: "the arithmetic mean"
    case .median: "the value in the middle"
    case .deviation: "the standard deviation"
    case .min: "the least"
    case .max: "the greatest"
    case .first: "the value of the earliest row"
    case .last: "the value of the latest row"
    case .distinct: "the number of different values"
    }
  }
}

extension RowType {

  /// Whether there is a column of the name.
  fileprivate func hasColumn(_ name: String) -> Bool {
    if case .groups(let columns) = self { return columns.contains { $0.name == name } }
    return false
  }
}

/// A step, and what the rows must be that it stands behind.
private struct StepRule {

  let word: String
  let need: Need

  enum Need {
    /// Any rows.
    case none
    /// Rows of the corpus.
    case rows
    /// Stretches of text.
    case text
    /// Stretches of text that are less than a document.
    case inText
    /// Rows with a date.
    case date
    /// Groups with a count of rows.
    case count
    /// Groups with a count of rows or values.
    case number
    /// Groups that some chart can draw.
    case chart
  }

  static let all = [
    StepRule("where"), StepRule("order by"), StepRule("count"), StepRule("limit"), StepRule("top"),
    StepRule("select"), StepRule("summarize"), StepRule("sample"), StepRule("distinct"),
    StepRule("timeline by", .date), StepRule("to", .rows), StepRule("kwic", .text),
    StepRule("collocates", .inText), StepRule("keywords", .text), StepRule("similar to", .text),
    StepRule("pairs of", .rows), StepRule("families", .rows), StepRule("per", .number),
    StepRule("as share", .count), StepRule("chart", .chart), StepRule("union", .rows),
    StepRule("except", .rows), StepRule("intersect", .rows), StepRule("save"),
  ]

  init(_ word: String, _ need: Need = .none) {
    self.word = word
    self.need = need
  }

  func isAllowed(behind query: BoundQuery, in analyzer: Analyzer) -> Bool {
    let scope = Scope(rowType: query.rowType)
    switch need {
    case .none: return true
    case .rows: return scope.isUngrouped
    case .text: return scope.isText
    case .inText: return scope.isText && scope.table != .documents
    case .date: return analyzer.datePath(in: scope) != nil
    case .count:
      return query.provenance?.countColumn != nil && !query.rowType.hasColumn("share")
    case .number: return query.provenance?.numberColumn != nil && query.provenance?.rows != nil
    case .chart: return !Completions(analyzer).chartKinds(behind: query).isEmpty
    }
  }
}
