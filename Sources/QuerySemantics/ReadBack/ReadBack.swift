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
    sentences += self.steps(steps, of: query).map(capitalized)
    if !query.source.setsOrder, !steps.contains(where: \.setsOrder) {
      sentences.append("In the order of the corpus")
    }
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
    let conditions = clauses.flatMap { conjuncts($0.predicate) }.map { condition($0) }
    // Without the mark the conditions would be read as those of the rows named last.
    let join = query.source.namesOthers ? ", and " : " "
    return ((conditions.isEmpty ? noun : noun + join + Wording.list(conditions)), steps)
  }

  /// Returns the conditions that all hold where one does: `not (a or b)` is neither of two.
  private func conjuncts(_ predicate: BoundPredicate) -> [BoundPredicate] {
    switch predicate {
    case .and(let parts): parts.flatMap(conjuncts)
    case .not(.or(let parts)): parts.flatMap { conjuncts(.not($0)) }
    default: [predicate]
    }
  }

  /// `people` rather than entities whose type is person.
  private func entityKind(_ predicate: BoundPredicate, of source: BoundSource) -> String? {
    guard source == .table(.entities), case .codes(let path, let codes) = predicate,
      codes.count == 1, path.hops.isEmpty, path.text == "type"
    else { return nil }
    return entities(ofType: codes[0])
  }

  /// Returns what the rows of a table are called, if only those of one type of entity are meant.
  func plural(_ table: Table, entityType: UInt32?) -> String {
    entityType.map { entities(ofType: $0) ?? "entities of one type" } ?? table.name
  }

  private func entities(ofType code: UInt32) -> String? {
    guard let dictionary = corpus.column("type", of: .entities)?.dictionary,
      code < dictionary.count
    else { return nil }
    return switch corpus.label(of: code, in: dictionary) {
    case "person": "people"
    case "organization": "organizations"
    case "place": "places"
    default: nil
    }
  }

  /// Returns what a source gives, as a phrase.
  public func text(of source: BoundSource) -> String { noun(source) }

  /// Returns what a source gives as a noun.
  func noun(_ source: BoundSource) -> String {
    switch source {
    case .table(let table): table.name
    case .phrase(let pattern): "places where \"\(pattern.text)\" stands"
    case .query(let query): nested(query)
    case .region(let rows, let relation, let other):
      noun(rows, relation, other)
    case .pattern(let pattern): "places with " + match(of: pattern)
    case .compare(let contrast): compared(contrast)
    }
  }

  /// Returns a query as the scope of another.
  func nested(_ query: BoundQuery) -> String {
    let (rows, steps) = rows(query)
    guard !steps.isEmpty else { return rows }
    return "(" + ([rows] + self.steps(steps, of: query)).joined(separator: "; ") + ")"
  }

  /// Returns what is done to the rows of a query, a clause a step.
  private func steps(_ steps: ArraySlice<BoundStep>, of query: BoundQuery) -> [String] {
    var rowType = query.source.rowType
    var plural = rowType.plural
    if case .filter(let clauses) = query.steps.first, let first = clauses.first {
      plural = entityKind(first.predicate, of: query.source) ?? plural
    }
    return steps.map { step in
      let words = sentence(step, of: plural, rowType)
      let next = step.rowType(after: rowType)
      if case .to(let table, let type) = step {
        plural = self.plural(table, entityType: type)
      } else if next != rowType {
        plural = next.plural
      }
      rowType = next
      return words
    }
  }

  private func sentence(_ step: BoundStep, of rows: String, _ rowType: RowType) -> String {
    switch step {
    case .filter(let clauses):
      return "of these, the " + rows + " "
        + Wording.list(clauses.map { condition($0.predicate) })
    case .select(let columns): return "shown: " + Wording.list(columns.map(\.name))
    case .order(let keys): return "ordered by " + Wording.list(keys.map(key))
    case .limit(let count): return "only the first \(Wording.grouped(count))"
    case .top(let count, let key, let group): return top(count, by: key, per: group)
    case .sample(let count, let seed):
      return "\(Wording.grouped(count)) of them drawn at random with seed \(seed)"
    case .to(let table, let type): return move(from: rowType, to: table, type)
    case .kwic(let width, let keys): return concordance(width, keys)
    case .save(let file): return "written to \(file)"
    case .count, .timeline, .distinct, .similar, .summarize, .rate, .collocates, .keywords,
      .pairs, .chart, .combine:
      return figures(step, of: rows)
    }
  }

  private func top(_ count: Int, by key: BoundPath?, per group: BoundPath?) -> String {
    let number = Wording.grouped(count)
    let which =
      key.map { (count == 1 ? "one" : number) + " with the \($0.greatest) \($0.text)" }
      ?? (count == 1 ? "first" : "first \(number)")
    return "only the " + which
      + (group.map { " for each \($0.text)" } ?? "")
      + (key.map { count == 1 ? "" : ", the \($0.greatest) first" } ?? "")
  }

  private func concordance(_ width: Int, _ keys: [BoundConcordanceKey]) -> String {
    let places = keys.map { key in
      let place =
        key.offset == 0
        ? "the match itself"
        : "the \(Wording.ordinal(abs(key.offset))) word to the \(key.offset < 0 ? "left" : "right")"
      return place + (key.isDescending ? ", from Z to A" : "")
    }
    return "each shown with \(Wording.count(width, "words")) on each side"
      + (places.isEmpty ? "" : ", ordered by " + Wording.list(places))
  }

  private func key(_ key: BoundOrder) -> String {
    key.path.text + (key.isDescending ? ", the \(key.path.greatest) first" : "")
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  func count(_ count: Int, _ unit: String) -> String { Wording.count(count, unit) }
}

extension BoundPath {

  /// What the value is called that is above all others.
  fileprivate var greatest: String { type == .date ? "latest" : "greatest" }
}

extension BoundSource {

  /// Whether the noun for it ends with other rows, which have conditions of their own.
  fileprivate var namesOthers: Bool {
    if case .region = self { return true }
    return false
  }

  /// Whether rows come in an order of their own.
  fileprivate var setsOrder: Bool {
    switch self {
    case .compare: true
    case .query(let query): query.source.setsOrder || query.steps.contains(where: \.setsOrder)
    case .table, .phrase, .region, .pattern: false
    }
  }
}

extension BoundStep {

  /// Whether rows are no longer in the order of the corpus behind the step.
  fileprivate var setsOrder: Bool {
    switch self {
    case .order, .top(_, by: .some, per: _), .count, .timeline, .similar, .summarize, .collocates,
      .keywords, .pairs, .combine(.union, _):
      true
    case .kwic(_, let order): !order.isEmpty
    case .filter, .select, .limit, .top, .sample, .to, .save, .distinct, .rate, .chart, .combine:
      false
    }
  }
}
