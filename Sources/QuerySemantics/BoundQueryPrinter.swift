public import CorpusStore

/// Prints a bound query for those who work on the language: one line a clause or step, codes by
/// what they stand for.
public struct BoundQueryPrinter {

  let corpus: Corpus

  /// The values of a set that are named before the others are only counted.
  private static let namedValues = 8

  /// Creates a printer of queries bound to `corpus`.
  public init(_ corpus: Corpus) { self.corpus = corpus }

  /// Returns the print of a query, without a line end behind it.
  public func print(_ query: BoundQuery) -> String {
    ([source(query.source)] + query.steps.flatMap(lines)).joined(separator: "\n")
  }

  func nested(_ source: BoundSource) -> String {
    if case .query(let query) = source, !query.steps.isEmpty {
      return "("
        + ([self.source(query.source)] + query.steps.flatMap(lines))
        .joined(separator: " | ") + ")"
    }
    return self.source(source)
  }

  private func source(_ source: BoundSource) -> String {
    switch source {
    case .table(let table): table.name
    case .phrase(let pattern): phrase(pattern)
    case .query(let query): query.steps.isEmpty ? self.source(query.source) : nested(source)
    case .region(let rows, let relation, let other):
      nested(rows) + " " + relation.name + " " + nested(other)
    case .pattern(let pattern): print(pattern)
    case .compare(let contrast): print(contrast)
    }
  }

  /// A phrase with the number of words that fit each place.
  func phrase(_ pattern: PhrasePattern) -> String {
    "\"\(pattern.text)\" [" + pattern.places.map { String($0.count) }.joined(separator: " ") + "]"
  }

  private func lines(_ step: BoundStep) -> [String] {
    if case .filter(let clauses) = step { return clauses.map { "where " + print($0.predicate) } }
    return [line(step)]
  }

  private func line(_ step: BoundStep) -> String {
    switch step {
    case .filter(let clauses): return clauses.map { print($0.predicate) }.joined(separator: " and ")
    case .select(let columns): return "select " + list(columns)
    case .order(let keys):
      return "order "
        + keys.map { path($0.path) + ($0.isDescending ? " desc" : "") }.joined(separator: ", ")
    case .limit(let count): return "limit \(count)"
    case .top(let count, let key, let group):
      return "top \(count)" + (key.map { " by " + path($0) } ?? "")
        + (group.map { " per " + path($0) } ?? "")
    case .sample(let count, let seed): return "sample \(count) seed \(seed)"
    case .count(let keys): return keys.isEmpty ? "count" : "count by " + list(keys)
    case .timeline(let part, let date, let key):
      return "timeline \(part) of " + path(date) + (key.map { " by " + list([$0]) } ?? "")
    case .to(let table, let type):
      return "to \(table.name)" + (type.map { " of type " + entityType($0) } ?? "")
    case .kwic(let width, let order):
      let keys = order.map { String($0.offset) + ($0.isDescending ? " desc" : "") }
      return "kwic \(width)" + (keys.isEmpty ? "" : " order " + keys.joined(separator: ", "))
    case .save(let file): return "save \"\(file)\""
    case .distinct, .similar, .summarize, .rate, .collocates, .keywords, .pairs, .chart, .combine:
      return figures(step)
    }
  }

  func entityType(_ code: UInt32) -> String {
    guard let dictionary = corpus.column("type", of: .entities)?.dictionary,
      code < dictionary.count
    else { return "none" }
    return corpus.label(of: code, in: dictionary)
  }

  func list(_ columns: [BoundColumn]) -> String {
    columns.map { column in
      let path = path(column.path)
      return path == column.name ? path : path + " as " + column.name
    }.joined(separator: ", ")
  }

  /// Returns the print of a condition.
  func print(_ predicate: BoundPredicate) -> String {
    switch predicate {
    case .constant(let value): value ? "all" : "none"
    case .and(let parts): "(" + parts.map(print).joined(separator: " and ") + ")"
    case .or(let parts): "(" + parts.map(print).joined(separator: " or ") + ")"
    case .not(let part): "not " + print(part)
    case .codes(let path, let codes): self.path(path) + " {" + values(codes, of: path) + "}"
    case .isMissing(let path): self.path(path) + " missing"
    case .integers(let path, let range):
      self.path(path) + " " + Bounds.text(range.lowerBound, .min, range.upperBound, .max)
    case .decimals(let path, let range):
      self.path(path) + " "
        + Bounds.text(range.lowerBound, -.infinity, range.upperBound, .infinity)
    case .dates(let path, let range):
      self.path(path) + " " + Bounds.text(range) { $0.iso }
    case .phrase(let pattern): phrase(pattern)
    case .contains(let path, let text): self.path(path) + " contains \"\(text)\""
    case .matches(let path, let tree): self.path(path) + " matches a tree of \(tree.size)"
    case .groupEquals(let path, let text): self.path(path) + " shown \"\(text)\""
    case .region(let relation, let source): relation.name + " " + nested(source)
    case .pattern(let pattern): print(pattern)
    case .proximity(let one, let relation, let other):
      print(one) + " " + relation.name + " " + print(other)
    case .linked(let number, let table, let type, let predicate):
      linked(number, table, type, predicate)
    }
  }

  func values(_ codes: [UInt32], of path: BoundPath) -> String {
    let names = codes.prefix(Self.namedValues).map { corpus.label(of: $0, at: path) }
    let more = codes.count - names.count
    return (names + (more > 0 ? ["\(more) more"] : [])).joined(separator: ", ")
  }

  func path(_ path: BoundPath) -> String {
    let target =
      switch path.target {
      case .attribute(let attribute): attribute.name
      case .group(let index, let column): "#\(index + 1) \(column.name)"
      case .ownText: "own text"
      case .matched(let attribute): "matched \(attribute.name)"
      }
    return (path.hops.map(\.name) + [target]).joined(separator: ".")
      + (path.part.map { ":" + $0.rawValue } ?? "")
  }
}

/// Ranges as they are written, an open end left out.
enum Bounds {

  static func text<Value: Comparable>(
    _ low: Value, _ least: Value, _ high: Value, _ greatest: Value
  ) -> String {
    if low == high { return "\(low)" }
    return (low == least ? "" : "\(low)") + ".." + (high == greatest ? "" : "\(high)")
  }

  static func text(_ days: ClosedRange<Day>, _ name: (Day) -> String) -> String {
    if days.lowerBound == days.upperBound { return name(days.lowerBound) }
    return (days.lowerBound == .earliest ? "" : name(days.lowerBound)) + ".."
      + (days.upperBound == .latest ? "" : name(days.upperBound))
  }
}

extension Corpus {

  /// Returns what a code of the dictionary at the end of a path stands for, in words.
  func label(of code: UInt32, at path: BoundPath) -> String {
    guard case .attribute(let attribute) = path.target,
      let dictionary = column(of: attribute)?.dictionary, code < dictionary.count
    else { return "?" }
    return label(of: code, in: dictionary)
  }
}
