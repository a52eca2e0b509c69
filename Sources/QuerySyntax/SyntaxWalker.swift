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
    case .defineFunction(let bound, let parameters, let query):
      name(bound)
      parameters.forEach(name)
      visit(query)
    case .alias(let bound, let standard):
      name(bound)
      value(standard)
    case .correct(let row, let attribute, let correction):
      value(row)
      path(Path([attribute], at: attribute.range))
      correction.map(value)
    case .describe, .run, .use, .corrections, .invalid: break
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
    case .pattern(let pattern): visit(pattern)
    case .call(let bound, let values):
      name(bound)
      values.forEach(value)
    case .compare(let left, let right, let attribute):
      visit(left)
      visit(right)
      attribute.map(path)
    case .rows, .phrase, .invalid: break
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
    case .summarize(let aggregates, let paths):
      aggregates.forEach(visit)
      paths.forEach(path)
    case .collocates(_, let of, let by):
      of.map(attribute)
      by.map(name)
    case .keywords(let of, let source, let by):
      of.map(attribute)
      visit(source)
      by.map(name)
    case .pairs(let of, let per):
      path(of)
      path(per)
    case .combine(_, let source): visit(source)
    case .sample, .to, .kwic, .save, .distinct, .similar, .rate, .families, .chart, .invalid: break
    }
  }

  private func visit(_ aggregate: Aggregate) {
    aggregate.name.map(name)
    name(aggregate.function)
    aggregate.path.map(path)
  }

  private func attribute(_ name: Name) { path(Path([name], at: name.range)) }

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
    case .isMissing(let attribute), .isKnown(let attribute), .flag(let attribute),
      .contains(let attribute, _), .matches(let attribute, _):
      path(attribute)
    case .mentions(let operand), .about(let operand), .by(let operand), .since(let operand):
      value(operand)
    case .region(_, let source): visit(source)
    case .pattern(let pattern): visit(pattern)
    case .proximity(let left, _, let right):
      visit(left)
      visit(right)
    case .quantified(_, _, let condition), .countOf(_, let condition, _): condition.map(visit)
    case .last, .phrase, .invalid: break
    }
  }
}

// MARK: Patterns

extension SyntaxWalker {

  private func visit(_ pattern: TokenPattern) {
    visit(pattern.node)
    pattern.constraint.map(visit)
  }

  private func visit(_ node: PatternNode) {
    switch node.kind {
    case .token(let condition): condition.map(visit)
    case .sequence(let parts), .choice(let parts): parts.forEach(visit)
    case .repetition(let part, _, _): visit(part)
    case .labelled(let label, let part):
      name(label)
      visit(part)
    case .word: break
    }
  }

  private func visit(_ condition: TokenCondition) {
    switch condition.kind {
    case .and(let parts), .or(let parts): parts.forEach(visit)
    case .not(let part): visit(part)
    case .comparison(let name, _, _): attribute(name)
    }
  }

  private func visit(_ condition: LabelCondition) {
    switch condition.kind {
    case .and(let parts), .or(let parts): parts.forEach(visit)
    case .not(let part): visit(part)
    case .same(let left, _, let right):
      visit(left)
      visit(right)
    case .comparison(let path, _, _): visit(path)
    }
  }

  private func visit(_ path: LabelPath) {
    name(path.label)
    attribute(path.attribute)
  }
}
