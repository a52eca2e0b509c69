/// A tree as an outline: one line a node, deeper nodes further in.
struct SyntaxDump {

  /// The lines so far.
  private(set) var lines: [String] = []

  private let printer = SyntaxPrinter()
  private var level = 0

  /// Adds a line, and what `children` add one level deeper.
  private mutating func add(_ label: String, children: (inout SyntaxDump) -> Void = { _ in }) {
    lines.append(String(repeating: "  ", count: level) + label)
    level += 1
    children(&self)
    level -= 1
  }

  mutating func add(_ statement: Statement) {
    switch statement.kind {
    case .query(let query): add("query") { $0.addParts(of: query) }
    case .letQuery(let name, let query): add("let \(name.text)") { $0.addParts(of: query) }
    case .explain(let query): add("explain") { $0.addParts(of: query) }
    case .expect(let query, let comparison, let value):
      add("expect \(comparison.rawValue) \(describe(value))") { $0.addParts(of: query) }
    case .defineTopic(let name, let phrases):
      add("define topic \(printer.quoted(name))") { dump in
        for phrase in phrases { dump.add("phrase \(dump.printer.quoted(phrase))") }
      }
    case .parameter(let name, let value): add("parameter \(name.text) = \(describe(value))")
    case .describe(let kind): add("describe" + (kind.map { " \($0.kind.rawValue)" } ?? ""))
    case .values(let path): add("values of \(path.text)")
    case .defineFunction(let name, let parameters, let query):
      add("define \(printer.head(name, parameters))") { $0.addParts(of: query) }
    case .alias(let name, let value): add("alias \(printer.quoted(name)) = \(describe(value))")
    case .correct(let row, let attribute, let value):
      add(
        "correct \(describe(row)) \(attribute.text) "
          + (value.map { "= \(describe($0))" } ?? "is missing"))
    case .run, .use, .corrections: add(printer.print(statement))
    case .invalid: add("invalid statement")
    }
  }

  private mutating func addParts(of query: Query) {
    add(query.source)
    for step in query.steps { add(step) }
  }

  private mutating func add(_ source: Source) {
    switch source.kind {
    case .rows(let kind): add("rows \(kind.rawValue)")
    case .phrase(let phrase): add("phrase \(printer.quoted(phrase))")
    case .name(let name): add("name \(name.text)")
    case .query(let query): add("query") { $0.addParts(of: query) }
    case .region(let left, let relation, let right):
      add(printer.print(relation)) { dump in
        dump.add(left)
        dump.add(right)
      }
    case .pattern(let pattern): add("pattern") { $0.add(pattern) }
    case .call(let name, let values):
      add("call \(name.text)") { dump in for value in values { dump.add(dump.describe(value)) } }
    case .compare(let left, let right, let path):
      add("compare" + (path.map { " on \($0.text)" } ?? "")) { dump in
        dump.add(left)
        dump.add(right)
      }
    case .invalid: add("invalid source")
    }
  }

  private mutating func add(_ step: Step) {
    switch step.kind {
    case .filter(let predicate): add("where") { $0.add(predicate) }
    case .ladder(let predicate): add("ladder") { $0.add(predicate) }
    case .combine(let operation, let source): add(operation.rawValue) { $0.add(source) }
    case .keywords(let of, let source, let by):
      let names = [of.map { " of \($0.text)" }, by.map { " by \($0.text)" }].compactMap(\.self)
      add("keywords against" + names.joined()) { $0.add(source) }
    case .invalid: add("invalid step")
    case .select, .order, .limit, .top, .sample, .count, .timeline, .to, .kwic, .save, .distinct,
      .similar, .summarize, .rate, .collocates, .pairs, .families, .chart:
      add(printer.print(step))
    }
  }

  private mutating func add(_ predicate: Predicate) {
    switch predicate.kind {
    case .or(let parts): add("or") { dump in for part in parts { dump.add(part) } }
    case .and(let parts): add("and") { dump in for part in parts { dump.add(part) } }
    case .not(let operand): add("not") { $0.add(operand) }
    case .region(let relation, let source): add(printer.print(relation)) { $0.add(source) }
    case .pattern(let pattern): add("pattern") { $0.add(pattern) }
    case .proximity(let left, let relation, let right):
      add(printer.print(relation)) { dump in
        dump.add(left)
        dump.add(right)
      }
    case .quantified(let quantifier, let kind, let condition):
      add("\(quantifier.rawValue) \(kind.kind.rawValue)") { dump in condition.map { dump.add($0) } }
    case .countOf(let kind, let condition, _):
      add(countLabel(predicate, kind)) { dump in condition.map { dump.add($0) } }
    case .comparison(let path, let comparison, let value):
      add("\(path.text) \(comparison.rawValue) \(describe(value))")
    case .mentions(let value): add("mentions \(describe(value))")
    case .about(let value): add("about \(describe(value))")
    case .by(let value): add("by \(describe(value))")
    case .invalid: add("invalid condition")
    case .membership, .between, .all, .isMissing, .isKnown, .flag, .phrase, .contains, .matches,
      .since,
      .last:
      add(printer.print(predicate))
    }
  }

  /// The count with its test, without the condition, which stands below.
  private func countLabel(_ predicate: Predicate, _ kind: RowKindName) -> String {
    guard case .countOf(_, _, let test) = predicate.kind else { return "" }
    let bare = Predicate(.countOf(kind, nil, test), at: predicate.range)
    return printer.print(bare)
  }

  private mutating func add(_ pattern: TokenPattern) {
    add(pattern.node)
    if let constraint = pattern.constraint { add(":: \(printer.print(constraint))") }
  }

  private mutating func add(_ node: PatternNode) {
    switch node.kind {
    case .token, .word: add(printer.print(node))
    case .sequence(let parts): add("sequence") { dump in for part in parts { dump.add(part) } }
    case .choice(let parts): add("choice") { dump in for part in parts { dump.add(part) } }
    case .repetition(let part, let least, let most):
      add("\(least) to \(most.map(String.init) ?? "any number") times") { $0.add(part) }
    case .labelled(let name, let part): add("label \(name.text)") { $0.add(part) }
    }
  }

  /// The value with its form, which decides what it may mean.
  private func describe(_ value: Value) -> String {
    let text = printer.print(value)
    return switch value.kind {
    case .bareword: "word \(text)"
    case .string: "text \(text)"
    case .exact, .invalid: text
    case .integer, .decimal: "number \(text)"
    case .date: "date \(text)"
    case .parameter: "parameter \(text)"
    }
  }
}

extension Script {

  /// The tree as an outline, one line a node.
  ///
  ///     query
  ///       rows quotes
  ///       where
  ///         speaker = word Macron
  public var outline: String {
    var dump = SyntaxDump()
    for statement in statements { dump.add(statement) }
    return dump.lines.map { $0 + "\n" }.joined()
  }
}
