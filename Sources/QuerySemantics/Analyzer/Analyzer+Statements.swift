internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

extension Analyzer {

  mutating func bind(_ statement: Statement) -> BoundStatement? {
    switch statement.kind {
    case .query(let query): return .query(bind(query))
    case .explain(let query): return .explain(bind(query))
    case .letQuery(let name, let query): return bindLet(name, query)
    case .defineTopic(let name, let phrases): return bindTopic(name, phrases)
    case .parameter(let name, let value): return bindParameter(name, value)
    case .describe(let kind):
      return .describe(CorpusDescription(of: corpus, only: kind.map(\.kind)))
    case .values(let path): return bindValues(of: path)
    case .expect(let query, let comparison, let value):
      let query = bind(query)
      guard let number = bindCount(value, of: "expect", atLeast: 0) else { return nil }
      return .expect(query, comparison, number)
    case .defineFunction(let name, let parameters, let query):
      return bindFunction(name, parameters, query)
    case .alias(let name, let value): return bindAlias(name, value)
    case .run(let name): return file(name, for: "run").map { .run($0, at: name.range) }
    case .use(let name): return file(name, for: "use").map { .use($0, at: name.range) }
    case .correct(let row, let attribute, let value):
      return bindCorrection(row, attribute, value, at: statement.range)
    case .corrections(let action): return bindCorrections(action)
    case .invalid:
      isBroken = true
      return nil
    }
  }

  private mutating func bindLet(_ name: Name, _ query: Query) -> BoundStatement {
    let query = bind(query)
    let key = TextFolding.fold(name.text)
    if RowKind(rawValue: key) != nil { report(.reservedName(name)) }
    if isBroken {
      environment.brokenNames.insert(key)
    } else {
      environment.brokenNames.remove(key)
      environment.functions.removeValue(forKey: key)
      environment.weights[key] = calls + 1
      if environment.queries.updateValue(query, forKey: key) == nil {
        environment.queryNames.append(name.text)
      }
    }
    return .letQuery(name: name.text, query)
  }

  private mutating func bindTopic(_ name: Name, _ phrases: [Name]) -> BoundStatement {
    let topic = QueryEnvironment.Topic(name: name.text, phrases: phrases.map { bindPhrase($0) })
    if !isBroken { environment.topics[TextFolding.fold(name.text)] = topic }
    return .defineTopic(topic)
  }

  private mutating func bindParameter(_ name: Name, _ value: Value) -> BoundStatement? {
    let given = environment.givenParameters[name.text].map {
      Value(.bareword($0), at: value.range)
    }
    guard let value = given ?? resolve(value) else { return nil }
    environment.defaults[name.text] = value
    return .parameter(name: name.text, value)
  }

  /// Returns a value that is no parameter, or nil where there is none.
  mutating func resolve(_ value: Value) -> Value? {
    switch value.kind {
    case .invalid:
      isBroken = true
      return nil
    case .parameter(let name):
      if isOpen(value) { return nil }
      if let given = frames.last?.values[name] { return given }
      if let given = environment.givenParameters[name] {
        return Value(.bareword(given), at: value.range)
      }
      if let kept = environment.defaults[name] { return Value(kept.kind, at: value.range) }
      let known = (frames.last.map { $0.open.union($0.values.keys) } ?? []).sorted()
      report(
        .missingParameter(name, at: value.range, known: known + environment.parameterNames))
      return nil
    default: return value
    }
  }

  /// Returns the number of rows that a step is given, which is whole and not too small.
  mutating func bindCount(_ value: Value, of step: String, atLeast least: Int) -> Int? {
    // Any number will do where a definition is read: it is bound again at each call.
    if isOpen(value) { return max(1, least) }
    guard let value = resolve(value) else { return nil }
    guard let number = Numeral.integer(value), number >= least else {
      report(.badCount(of: step, value, least: least))
      return nil
    }
    return number
  }
}
