public import CorpusStore

/// Reads a bound query back in plain English, with what its names stand for and what was assumed.
///
///     Quotes whose speaker is Emmanuel Macron (14 quotes) and whose topic is China (9 quotes), in
///     all 30 documents. In the order of the corpus.
public struct ReadBack {

  let corpus: Corpus

  /// Creates a reader of queries bound to `corpus`.
  public init(_ corpus: Corpus) { self.corpus = corpus }

  /// Returns the sentences that say what a query returns.
  public func text(of query: BoundQuery) -> String {
    let (rows, steps) = rows(query)
    let documents = corpus.rowCount(of: .documents)
    let scope = documents == 1 ? "in the one document" : "in all " + count(documents, "documents")
    var sentences = [capitalized(rows) + ", " + scope]
    var rowType = query.source.rowType
    for step in steps {
      sentences.append(capitalized(sentence(step, of: rowType)))
      rowType = step.rowType(after: rowType)
    }
    if !steps.contains(where: \.setsOrder) { sentences.append("In the order of the corpus") }
    return sentences.map { $0 + "." }.joined(separator: " ")
  }

  /// Returns the rows that a query starts from as one phrase, and the steps that are left.
  private func rows(_ query: BoundQuery) -> (String, ArraySlice<BoundStep>) {
    var steps = query.steps[...]
    guard case .filter(var clauses) = steps.first else { return (noun(query.source), steps) }
    steps = steps.dropFirst()
    var noun = noun(query.source)
    if let kind = clauses.first.flatMap({ entityKind($0.predicate, of: query.source) }) {
      noun = kind
      clauses.removeFirst()
    }
    let conditions = clauses.map { condition($0.predicate) }
    return ((conditions.isEmpty ? noun : noun + " " + Wording.list(conditions)), steps)
  }

  /// `people` rather than entities whose type is person.
  private func entityKind(_ predicate: BoundPredicate, of source: BoundSource) -> String? {
    guard source == .table(.entities), case .codes(let path, let codes) = predicate,
      codes.count == 1, path.hops.isEmpty, path.text == "type"
    else { return nil }
    return switch corpus.label(of: codes[0], at: path) {
    case "person": "people"
    case "organization": "organizations"
    case "place": "places"
    default: nil
    }
  }

  private func noun(_ source: BoundSource) -> String {
    switch source {
    case .table(let table): table.name
    case .phrase(let pattern): "places where \"\(pattern.text)\" stands"
    case .query(let query): nested(query)
    case .region(let rows, let relation, let other):
      noun(rows) + " " + Self.words(relation) + " " + noun(other)
    case .pattern, .compare: ""
    }
  }

  /// Returns a query as the scope of another.
  func nested(_ query: BoundQuery) -> String {
    let (rows, steps) = rows(query)
    guard !steps.isEmpty else { return rows }
    var rowType = query.source.rowType
    let rest = steps.map { step in
      defer { rowType = step.rowType(after: rowType) }
      return sentence(step, of: rowType)
    }
    return "(" + ([rows] + rest).joined(separator: "; ") + ")"
  }

  /// Returns a source as the scope of a condition.
  func scope(_ source: BoundSource) -> String { noun(source) }

  private func sentence(_ step: BoundStep, of rowType: RowType) -> String {
    switch step {
    case .filter(let clauses):
      return "of these, the " + rowType.plural + " "
        + Wording.list(clauses.map { condition($0.predicate) })
    case .select(let columns): return "shown: " + Wording.list(columns.map(\.name))
    case .order(let keys): return "ordered by " + Wording.list(keys.map(key))
    case .limit(let count): return "only the first \(Wording.grouped(count))"
    case .top(let count, let key, let group):
      let which = key.map { "with the greatest \($0.text)" } ?? "that come first"
      return "only the \(Wording.grouped(count)) " + which
        + (group.map { " for each \($0.text)" } ?? "")
    case .sample(let count, let seed):
      return "\(Wording.grouped(count)) of them drawn at random with seed \(seed)"
    case .count(let keys):
      return keys.isEmpty ? "counted" : "counted by " + Wording.list(keys.map(\.name))
    case .timeline(let part, let date, let key):
      return "counted by \(part.rawValue) of \(date.text)"
        + (key.map { " and \($0.name)" } ?? "") + ", empty ones too"
    case .to(let table, let type):
      let kind = type == nil ? table.name : "entities of one type"
      return "moved to the \(kind) that contain, lie in or are named by them"
    case .kwic(let width, _):
      return "each shown with \(Wording.count(width, "words")) on each side"
    case .save(let file): return "written to \(file)"
    default: return ""
    }
  }

  private func key(_ key: BoundOrder) -> String {
    key.path.text + (key.isDescending ? ", the greatest first" : "")
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  func count(_ count: Int, _ unit: String) -> String { Wording.count(count, unit) }

  /// Returns how rows stand to others, as a verb would say it.
  static func words(_ relation: RegionRelation) -> String {
    switch relation {
    case .within: "that lie within"
    case .containing: "that contain one of the"
    case .outside: "that lie outside"
    case .overlapping: "that overlap with"
    case .before: "that stand before"
    case .after: "that stand behind"
    case .near: "that stand near"
    }
  }
}

extension BoundStep {

  /// Whether rows are no longer in the order of the corpus behind the step.
  fileprivate var setsOrder: Bool {
    switch self {
    case .order, .top(_, by: .some, per: _), .count, .timeline: true
    case .kwic(_, let order): !order.isEmpty
    default: false
    }
  }
}
