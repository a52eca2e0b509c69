internal import CorpusStore
internal import QuerySemantics

/// Words the operators of plans.
struct OperationPrinter {

  private let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// Returns an operator as a line of a plan.
  func text(of operation: PlanOperation) -> String {
    switch operation {
    case .scan(let table): "scan \(table.name)"
    case .empty: "empty"
    case .postings(let attribute, let codes):
      "postings \(name(attribute)) = \(names(codes, attribute))"
    case .pairedPostings(let pair):
      "postings \(name(pair.second)) = \(names(pair.partners, pair.second))"
        + " and \(pair.first.name) = \(names(pair.codes, pair.first))"
    case .dateRange(let attribute, let range): "dates \(name(attribute)) in \(text(of: range))"
    case .phrase(let pattern): "phrase \"\(pattern.text)\""
    case .pattern(let pattern): "pattern \(pattern.text)"
    case .intersection: "intersection"
    case .union: "union"
    case .referring(let attribute): "\(attribute.table.name) by \(attribute.name)"
    case .following(let attribute): "follow \(name(attribute))"
    case .named(let attribute, let table): "\(table.name) named by \(name(attribute))"
    case .naming(let attribute, _): "\(attribute.table.name) naming \(attribute.name)"
    case .overlapping(let table): "\(table.name) at the same words"
    case .filter(let predicates):
      "filter " + predicates.map { text(of: $0) }.joined(separator: " and ")
    case .regionJoin(let relation): "join \(relation.name)"
    case .sort, .topRows, .top, .limit, .sample, .count, .timeline, .select, .concordance,
      .distinct, .similar, .combine, .chart:
      shape(of: operation)
    case .summarize, .rate, .collocates, .keywords, .compare, .pairs: figures(of: operation)
    }
  }

  private func shape(of operation: PlanOperation) -> String {
    switch operation {
    case .sort(let keys): "sort by " + text(of: keys)
    case .topRows(let count, let keys): "first \(count) by " + text(of: keys)
    case .top(let count, let by, let per):
      "top \(count)" + (by.map { " by \($0.text)" } ?? "") + (per.map { " per \($0.text)" } ?? "")
    case .limit(let count): "limit \(count)"
    case .sample(let count, let seed): "sample \(count) seed \(seed)"
    case .count(let keys): keys.isEmpty ? "count" : "count by " + text(of: keys)
    case .timeline(let part, let date, let key):
      "timeline of \(date.text) by \(part.rawValue)" + (key.map { ", \($0.name)" } ?? "")
    case .select(let columns): "select " + text(of: columns)
    case .concordance(let width, _): "concordance \(width)"
    case .distinct(let columns): "distinct " + text(of: columns)
    case .similar(let text): "similar to \"\(text.text)\""
    case .combine(let operation): operation.rawValue
    case .chart(let kind): "chart \(kind.rawValue)"
    case .scan, .empty, .postings, .pairedPostings, .dateRange, .phrase, .pattern, .intersection,
      .union, .referring, .following, .named, .naming, .overlapping, .filter, .regionJoin,
      .summarize, .rate, .collocates, .keywords, .compare, .pairs:
      ""
    }
  }

  private func figures(of operation: PlanOperation) -> String {
    switch operation {
    case .summarize(let figures, let keys):
      "summarize " + figures.map(\.name).joined(separator: ", ")
        + (keys.isEmpty ? "" : " by " + text(of: keys))
    case .rate(let rate): rate.name
    case .collocates(let collocates):
      "collocates by \(collocates.attribute.name) within \(collocates.window)"
    case .keywords(let keywords): "keywords by \(keywords.attribute.name)"
    case .compare(let contrast): "compare by \(contrast.name)"
    case .pairs(let key, let group): "pairs of \(key.name) per \(group.name)"
    case .scan, .empty, .postings, .pairedPostings, .dateRange, .phrase, .pattern, .intersection,
      .union, .referring, .following, .named, .naming, .overlapping, .filter, .regionJoin, .sort,
      .topRows, .top, .limit, .sample, .count, .timeline, .select, .concordance, .distinct,
      .similar, .combine, .chart:
      ""
    }
  }

  private func text(of text: BoundText) -> String {
    switch text {
    case .phrase(let pattern): "\"\(pattern.text)\""
    case .pattern(let pattern): pattern.text
    case .related(let first, let relation, let second):
      "\(self.text(of: first)) \(relation.name) \(self.text(of: second))"
    }
  }

  /// Returns a condition as a query would say it, as far as it can.
  func text(of predicate: BoundPredicate) -> String {
    switch predicate {
    case .constant(let isTrue): return isTrue ? "true" : "false"
    case .and(let all): return "(" + all.map { text(of: $0) }.joined(separator: " and ") + ")"
    case .or(let any): return "(" + any.map { text(of: $0) }.joined(separator: " or ") + ")"
    case .not(let inner): return "not " + text(of: inner)
    case .codes(let path, let codes):
      guard case .attribute(let attribute) = path.target else { return path.text }
      return "\(path.text) = \(names(codes, attribute))"
    case .isMissing(let path): return "\(path.text) is missing"
    case .integers(let path, let range):
      return "\(path.text) in \(bound(range.lowerBound))..\(bound(range.upperBound))"
    case .decimals(let path, let range):
      return "\(path.text) in \(bound(range.lowerBound))..\(bound(range.upperBound))"
    case .dates(let path, let range): return "\(path.text) in \(text(of: range))"
    case .phrase(let pattern): return "\"\(pattern.text)\""
    case .contains(let path, let text) where path.part == .weekday:
      return "\(path.text) = \(text)"
    case .contains(let path, let text): return "\(path.text) contains \"\(text)\""
    case .matches(let path, _): return "\(path.text) matches /…/"
    case .groupEquals(let path, let text): return "\(path.text) = \"\(text)\""
    case .region(let relation, _): return "\(relation.name) (…)"
    case .pattern(let pattern): return pattern.text
    case .proximity(let first, let relation, let second):
      return "\(text(of: first)) \(relation.name) \(text(of: second))"
    case .linked(let count, let table, let type, let condition):
      let kind = type.map { self.kind(ofType: $0) } ?? table.name
      let inner = condition == .constant(true) ? "" : text(of: condition)
      return count.name + " \(kind) (\(inner))" + count.comparison
    }
  }

  /// Returns what entities of a type are called in queries.
  private func kind(ofType code: UInt32) -> String {
    guard let type = corpus.schema.attribute("type", of: .entities) else { return "entities" }
    let name = names([code], type)
    return name == "person" ? "people" : Wording.plural(name)
  }

  private func text(of range: ClosedRange<Day>) -> String {
    let (first, last) = (range.lowerBound, range.upperBound)
    if first == last { return first.iso }
    return bound(first) + ".." + bound(last)
  }

  /// Returns a day; nothing where the range is open.
  private func bound(_ day: Day) -> String {
    (1...9999).contains(day.civil.year) ? day.iso : ""
  }

  private func bound(_ number: Int) -> String {
    number <= Int(Int32.min) || number >= Int(Int32.max) ? "" : String(number)
  }

  private func bound(_ number: Double) -> String {
    abs(number) >= 1e12 ? "" : String(number)
  }

  private func text(of keys: [BoundOrder]) -> String {
    keys.map { $0.path.text + ($0.isDescending ? " desc" : "") }.joined(separator: ", ")
  }

  private func text(of columns: [BoundColumn]) -> String {
    columns.map(\.path.text).joined(separator: ", ")
  }

  private func name(_ attribute: Attribute) -> String {
    attribute.table.name + "." + attribute.name
  }

  private func names(_ codes: [UInt32], _ attribute: Attribute) -> String {
    guard let dictionary = corpus.dictionary(of: attribute), !codes.isEmpty else { return "none" }
    let shown = codes.prefix(3).map { code in
      Int(code) < dictionary.count ? name(of: code, dictionary) : "none"
    }
    let rest = codes.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private func name(of code: UInt32, _ dictionary: ColumnDictionary) -> String {
    switch dictionary.domain {
    case .symbols: return corpus.pool[dictionary.symbol(of: code)]
    case .rows(let table):
      let row = dictionary.row(of: code)
      for attribute in ["name", "title", "id"] {
        if case .codes(let column)? = corpus.column(attribute, of: table),
          column.values[row.index] != CodeColumn.missing
        {
          return corpus.pool[column.dictionary.symbol(of: column.values[row.index])]
        }
      }
      return "\(table.name) \(row.rawValue + 1)"
    }
  }
}

extension LinkedCount {

  /// The words before the rows, as queries write them.
  fileprivate var name: String {
    switch self {
    case .some: "some"
    case .no: "no"
    case .every: "every"
    case .count: "count of"
    }
  }

  /// What stands behind the rows: the number that they are compared with.
  fileprivate var comparison: String {
    guard case .count(let range) = self else { return "" }
    let (low, high) = (range.lowerBound, range.upperBound)
    if low == high { return " = \(low)" }
    if high == .max { return " >= \(low)" }
    return low <= 0 ? " <= \(high)" : " = \(low)..\(high)"
  }
}
