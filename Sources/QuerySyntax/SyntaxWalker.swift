/// Visits the leaves of a tree in the order of the text.
struct SyntaxWalker {

  private var path: (Path) -> Void
  private var value: (Value) -> Void
  private var name: (Name) -> Void

  /// Calls a closure for each path, value and bound name of `script`.
  static func walk(
    _ script: Script, path: (Path) -> Void, value: (Value) -> Void, name: (Name) -> Void
  ) {
    withoutActuallyEscaping(path) { path in
      withoutActuallyEscaping(value) { value in
        withoutActuallyEscaping(name) { name in
          let walker = SyntaxWalker(path: path, value: value, name: name)
          for statement in script.statements { walker.visit(statement) }
        }
      }
    }
  }

  private func visit(_ statement: Statement) {
    switch statement.kind {
    case .query(let query), .explain(let query): visit(query)
    case .letQuery(let bound, let query):
      name(bound)
      visit(query)
    case .defineTopic(let topic, let phrases):
      name(topic)
      phrases.forEach(name)
    case .parameter(let bound, let standard):
      name(bound)
      value(standard)
    case .values(let attribute): path(attribute)
    case .expect(let query, _, let number):
      visit(query)
      value(number)
    case .describe, .invalid: break
    default: break
    }
  }

  private func visit(_ query: Query) {
    visit(query.source)
    query.steps.forEach(visit)
  }

  private func visit(_ source: Source) {
    switch source.kind {
    case .name(let bound): name(bound)
    case .query(let query): visit(query)
    case .region(let left, _, let right):
      visit(left)
      visit(right)
    case .rows, .phrase, .invalid: break
    default: break
    }
  }

  private func visit(_ step: Step) {
    switch step.kind {
    case .filter(let predicate), .ladder(let predicate): visit(predicate)
    case .select(let items):
      for item in items {
        path(item.path)
        item.name.map(name)
      }
    case .order(let items): items.forEach { path($0.path) }
    case .limit(let number): value(number)
    case .top(_, let by, let per):
      by.map(path)
      per.map(path)
    case .count(let paths): paths.forEach(path)
    case .timeline(_, let by): by.map(path)
    case .sample, .to, .kwic, .save, .invalid: break
    default: break
    }
  }

  private func visit(_ predicate: Predicate) {
    switch predicate.kind {
    case .or(let parts), .and(let parts): parts.forEach(visit)
    case .not(let operand): visit(operand)
    case .comparison(let attribute, _, let operand):
      path(attribute)
      value(operand)
    case .membership(let attribute, let values), .all(let attribute, let values):
      path(attribute)
      values.forEach(value)
    case .between(let attribute, let low, let high):
      path(attribute)
      value(low)
      value(high)
    case .isMissing(let attribute), .isKnown(let attribute), .contains(let attribute, _),
      .matches(let attribute, _):
      path(attribute)
    case .mentions(let operand), .about(let operand), .by(let operand), .since(let operand):
      value(operand)
    case .region(_, let source): visit(source)
    case .last, .phrase, .invalid: break
    default: break
    }
  }
}
