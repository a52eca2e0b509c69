internal import CorpusStore

extension BoundQueryPrinter {

  /// Returns the print of a step that makes figures of rows.
  func figures(_ step: BoundStep) -> String {
    switch step {
    case .distinct(let columns): return "distinct " + list(columns)
    case .similar(let similarity):
      return "similar to \"\(similarity.text)\" {" + similarity.words.joined(separator: ", ") + "}"
    case .summarize(let figures, let keys):
      return "summarize " + figures.map(print).joined(separator: ", ")
        + (keys.isEmpty ? "" : " by " + list(keys))
    case .rate(let rate): return print(rate)
    case .collocates(let collocates):
      return "collocates window \(collocates.window) of \(collocates.attribute.name) "
        + "by \(collocates.measure.rawValue)"
    case .keywords(let keywords):
      return "keywords of \(keywords.attribute.name) against " + nested(.query(keywords.reference))
        + " by \(keywords.measure.rawValue)"
    case .pairs(let key, let group): return "pairs of " + list([key]) + " per " + list([group])
    case .chart(let kind): return "chart \(kind.rawValue)"
    case .combine(let operation, let query):
      return operation.rawValue + " " + nested(.query(query))
    case .filter, .select, .order, .limit, .top, .sample, .count, .timeline, .to, .kwic, .save:
      return ""
    }
  }

  private func print(_ figure: BoundAggregate) -> String {
    figure.name + " = " + figure.function.rawValue
      + (figure.path.map { "(" + path($0) + ")" } ?? "")
      + (figure.date.map { " along " + path($0) } ?? "")
  }

  private func print(_ rate: BoundRate) -> String {
    let number = "#\(rate.numerator + 1)"
    switch rate.denominator {
    case .total: return "\(rate.name) = \(number) / total"
    case .query(let query, let keys):
      let matched = keys.map { "#\($0 + 1)" }.joined(separator: ", ")
      return "\(rate.name) = \(rate.scale) * \(number) / \(rate.denominatorName ?? "nothing") of "
        + nested(.query(query)) + (keys.isEmpty ? "" : " at \(matched)")
    }
  }

  /// Returns the print of a comparison of two sets of rows.
  func print(_ contrast: BoundContrast) -> String {
    let basis: String
    switch contrast.basis {
    case .words(let attribute): basis = "words by \(attribute.name)"
    case .values(let one, let other):
      let (first, second) = (path(one), path(other))
      basis = first == second ? first : first + " and " + second
    }
    return "compare " + nested(.query(contrast.first)) + " with " + nested(.query(contrast.second))
      + " on " + basis + " as \(contrast.name)"
  }

  /// Returns the print of a condition on the rows that belong to a row.
  func linked(
    _ number: LinkedCount, _ table: Table, _ type: UInt32?, _ predicate: BoundPredicate
  ) -> String {
    let kind = table.name + (type.map { " of type " + entityType($0) } ?? "")
    let word =
      switch number {
      case .some: "some"
      case .no: "no"
      case .every: "every"
      case .count(let range):
        "count " + Bounds.text(range.lowerBound, 0, range.upperBound, .max) + " of"
      }
    return "\(word) \(kind) (" + print(predicate) + ")"
  }
}
