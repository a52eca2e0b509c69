internal import Diagnostics

extension SyntaxPrinter {

  /// Returns `step` without a leading mark.
  public func print(_ step: Step) -> String {
    switch step.kind {
    case .filter(let predicate): "where \(print(predicate))"
    case .ladder(let predicate): print(predicate)
    case .select(let items): "select \(items.map(print).joined(separator: ", "))"
    case .order(let items): "order by \(items.map(print).joined(separator: ", "))"
    case .limit(let number): "limit \(print(number))"
    case .top(let number, let by, let per):
      "top \(print(number))\(tail(" by ", by))\(tail(" per ", per))"
    case .sample(let number, let seed):
      "sample \(print(number))" + (seed.map { " seed \(print($0))" } ?? "")
    case .count(let paths): "count" + printGroups(paths)
    case .timeline(let unit, let by): "timeline by \(unit.text)\(tail(" by ", by))"
    case .to(let kind): "to \(kind.kind.rawValue)"
    case .kwic(let width, let order): printConcordance(width, order)
    case .save(let file): "save \(quoted(file))"
    case .distinct: "distinct"
    case .families: "families"
    case .invalid: ""
    case .similar, .summarize, .rate, .collocates, .keywords, .pairs, .chart, .combine:
      printFigures(step)
    }
  }

  private func printFigures(_ step: Step) -> String {
    switch step.kind {
    case .similar(let text): "similar to \(quoted(text))"
    case .summarize(let aggregates, let paths):
      "summarize \(aggregates.map(print).joined(separator: ", "))" + printGroups(paths)
    case .rate(let rate): print(rate)
    case .collocates(let window, let of, let by):
      "collocates" + (window.map { " window \(print($0))" } ?? "") + tail(" of ", of)
        + tail(" by ", by)
    case .keywords(let of, let source, let by):
      "keywords\(tail(" of ", of)) against \(print(source))\(tail(" by ", by))"
    case .pairs(let of, let per): "pairs of \(of.text) per \(per.text)"
    case .chart(let form): "chart \(form.text)"
    case .combine(let operation, let source): "\(operation.rawValue) \(print(source))"
    default: ""
    }
  }

  private func printGroups(_ paths: [Path]) -> String {
    paths.isEmpty ? "" : " by \(paths.map(\.text).joined(separator: ", "))"
  }

  private func tail(_ lead: String, _ path: Path?) -> String { path.map { lead + $0.text } ?? "" }

  private func tail(_ lead: String, _ name: Name?) -> String { name.map { lead + $0.text } ?? "" }

  private func print(_ item: SelectItem) -> String {
    guard let name = item.name else { return item.path.text }
    return "\(item.path.text) as \(isWord(name.text) ? name.text : quoted(name))"
  }

  private func print(_ item: OrderItem) -> String {
    item.isDescending ? "\(item.path.text) desc" : item.path.text
  }

  private func print(_ aggregate: Aggregate) -> String {
    let figure = aggregate.function.text + (aggregate.path.map { "(\($0.text))" } ?? "")
    return aggregate.name.map { "\($0.text) = \(figure)" } ?? figure
  }

  private func print(_ rate: Rate) -> String {
    guard case .per(let amount, let measured) = rate else { return "as share" }
    guard case .integer(let number) = amount.kind, number != 1 else {
      return "per \(measured.text)"
    }
    for (scale, word) in [(1_000_000, "million"), (1000, "thousand")]
    where number > 0 && number.isMultiple(of: scale) {
      let times = number == scale ? "" : "\(number / scale) "
      return "per \(times)\(word) \(measured.text)"
    }
    return "per \(number) \(measured.text)"
  }

  private func printConcordance(_ width: Value?, _ order: [ConcordanceKey]) -> String {
    let keys = order.map { key in
      let place =
        switch key.place {
        case .left(let distance): "left \(distance)"
        case .right(let distance): "right \(distance)"
        case .node: "node"
        }
      return key.isDescending ? "\(place) desc" : place
    }
    return "kwic" + (width.map { " \(print($0))" } ?? "")
      + (keys.isEmpty ? "" : " order by \(keys.joined(separator: ", "))")
  }

  private func isWord(_ text: String) -> Bool {
    let lexed = Lexer.tokenize(text)
    return lexed.tokens.count == 2 && lexed.comments.isEmpty && lexed.tokens[0].kind == .word
      && lexed.tokens[0].range.length == text.utf8.count
  }
}
