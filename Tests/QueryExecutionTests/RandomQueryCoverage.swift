import QuerySemantics

/// Counts what random queries are made of.
struct QueryCoverage {

  private(set) var counts: [String: Int] = [:]

  /// The forms of a predicate.
  static let predicates = [
    "constant", "and", "or", "not", "codes", "isMissing", "integers", "decimals", "dates", "phrase",
    "contains", "matches", "groupEquals", "region", "pattern", "proximity", "linked",
  ]

  /// All that a query can be made of, by name.
  static let constructs: Set<String> = Set(
    ["table", "phrase", "query", "region", "pattern", "compare"].map { "source " + $0 }
      + predicates.map { "predicate " + $0 } + steps.map { "step " + $0 } + relations
      + ["some", "no", "every", "count"].map { "linked " + $0 }
      + ["phrase", "pattern", "related"].map { "text " + $0 }
      + ["token", "labelled", "sequence", "choice", "repetition"].map { "node " + $0 }
      + ["any", "and", "or", "not", "codes", "matches"].map { "test " + $0 }
      + ["and", "or", "not", "same", "test"].map { "condition " + $0 }
      + ["total", "query"].map { "denominator " + $0 } + ["words", "values"].map { "basis " + $0 }
      + BoundAggregate.Function.allCases.map { "figure \($0)" }
      + AssociationMeasure.allCases.map { "measure \($0)" }
      + SetOperation.allCases.map { "set \($0)" } + ChartKind.allCases.map { "chart \($0)" })

  private static let steps = [
    "filter", "select", "order", "limit", "top", "sample", "count", "timeline", "to", "kwic",
    "save", "distinct", "similar", "summarize", "rate", "collocates", "keywords", "pairs", "chart",
    "combine",
  ]

  private static let relations =
    ["within", "containing", "outside", "overlapping"].map { "relation " + $0 }
    + ["before", "after", "near"].flatMap { relation in
      ["tokens", "sentence", "paragraph", "document", "days"].map { "relation \(relation) \($0)" }
    }

  mutating func add(_ query: BoundQuery) {
    add(query.source)
    for step in query.steps { add(step) }
  }

  private mutating func count(_ kind: String, _ name: String) {
    counts[kind + " " + name, default: 0] += 1
  }

  /// The name of a case of few words, without what it holds.
  private static func name(_ value: some Any) -> String {
    String("\(value)".prefix { $0.isLetter })
  }

  private mutating func add(_ source: BoundSource) {
    switch source {
    case .table: count("source", "table")
    case .phrase: count("source", "phrase")
    case .query(let query):
      count("source", "query")
      add(query)
    case .region(let rows, let relation, let others):
      count("source", "region")
      add(relation)
      add(rows)
      add(others)
    case .pattern(let pattern):
      count("source", "pattern")
      add(pattern)
    case .compare(let contrast):
      count("source", "compare")
      add(contrast.first)
      add(contrast.second)
      switch contrast.basis {
      case .words: count("basis", "words")
      case .values: count("basis", "values")
      }
    }
  }

  private mutating func add(_ relation: RegionRelation) {
    switch relation {
    case .before(let reach): count("relation", "before " + Self.name(reach))
    case .after(let reach): count("relation", "after " + Self.name(reach))
    case .near(let reach): count("relation", "near " + Self.name(reach))
    default: count("relation", Self.name(relation))
    }
  }

  private mutating func add(_ step: BoundStep) {
    count("step", Self.name(of: step))
    switch step {
    case .filter(let clauses): for clause in clauses { add(clause.predicate) }
    case .combine(let operation, let query):
      count("set", "\(operation)")
      add(query)
    case .summarize(let figures, _): for figure in figures { count("figure", "\(figure.function)") }
    case .rate(let rate):
      switch rate.denominator {
      case .total: count("denominator", "total")
      case .query(let query, _):
        count("denominator", "query")
        add(query)
      }
    case .collocates(let collocates): count("measure", "\(collocates.measure)")
    case .keywords(let keywords):
      count("measure", "\(keywords.measure)")
      add(keywords.reference)
    case .chart(let kind): count("chart", "\(kind)")
    default: break
    }
  }

  private static func name(of step: BoundStep) -> String {
    switch step {
    case .filter: "filter"
    case .select: "select"
    case .order: "order"
    case .limit: "limit"
    case .top: "top"
    case .sample: "sample"
    case .count: "count"
    case .timeline: "timeline"
    case .to: "to"
    case .kwic: "kwic"
    case .save: "save"
    case .distinct: "distinct"
    case .similar: "similar"
    case .summarize: "summarize"
    case .rate: "rate"
    case .collocates: "collocates"
    case .keywords: "keywords"
    case .pairs: "pairs"
    case .chart: "chart"
    case .combine: "combine"
    }
  }

  /// The name of the form of a predicate.
  static func name(of predicate: BoundPredicate) -> String {
    switch predicate {
    case .constant: "constant"
    case .and: "and"
    case .or: "or"
    case .not: "not"
    case .codes: "codes"
    case .isMissing: "isMissing"
    case .integers: "integers"
    case .decimals: "decimals"
    case .dates: "dates"
    case .phrase: "phrase"
    case .contains: "contains"
    case .matches: "matches"
    case .groupEquals: "groupEquals"
    case .region: "region"
    case .pattern: "pattern"
    case .proximity: "proximity"
    case .linked: "linked"
    }
  }

  private mutating func add(_ predicate: BoundPredicate) {
    count("predicate", Self.name(of: predicate))
    switch predicate {
    case .and(let parts), .or(let parts): for part in parts { add(part) }
    case .not(let part): add(part)
    case .region(let relation, let source):
      add(relation)
      add(source)
    case .pattern(let pattern): add(pattern)
    case .proximity(let first, let relation, let second):
      add(relation)
      add(first)
      add(second)
    case .linked(let number, _, _, let part):
      count("linked", Self.name(number))
      add(part)
    default: break
    }
  }

  private mutating func add(_ text: BoundText) {
    switch text {
    case .phrase: count("text", "phrase")
    case .pattern(let pattern):
      count("text", "pattern")
      add(pattern)
    case .related(let first, let relation, let second):
      count("text", "related")
      add(relation)
      add(first)
      add(second)
    }
  }

  // MARK: Patterns

  private mutating func add(_ pattern: BoundPattern) {
    add(pattern.node)
    if let constraint = pattern.constraint { add(constraint) }
  }

  private mutating func add(_ node: BoundPatternNode) {
    switch node {
    case .token(let test):
      count("node", "token")
      add(test)
    case .labelled(_, let test):
      count("node", "labelled")
      add(test)
    case .sequence(let parts):
      count("node", "sequence")
      for part in parts { add(part) }
    case .choice(let parts):
      count("node", "choice")
      for part in parts { add(part) }
    case .repetition(let part, _, _):
      count("node", "repetition")
      add(part)
    }
  }

  private mutating func add(_ test: BoundTokenTest) {
    switch test {
    case .any: count("test", "any")
    case .codes: count("test", "codes")
    case .matches: count("test", "matches")
    case .and(let parts):
      count("test", "and")
      for part in parts { add(part) }
    case .or(let parts):
      count("test", "or")
      for part in parts { add(part) }
    case .not(let part):
      count("test", "not")
      add(part)
    }
  }

  private mutating func add(_ condition: BoundLabelCondition) {
    switch condition {
    case .and(let parts):
      count("condition", "and")
      for part in parts { add(part) }
    case .or(let parts):
      count("condition", "or")
      for part in parts { add(part) }
    case .not(let part):
      count("condition", "not")
      add(part)
    case .same: count("condition", "same")
    case .test(_, let test):
      count("condition", "test")
      add(test)
    }
  }
}
