internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// A defined query whose body is being bound.
struct FunctionFrame {

  /// The folded name of the function.
  let key: String

  /// The values of the parameters, by name.
  var values: [String: Value] = [:]

  /// The parameters that have no value yet, as all have where the function is defined.
  var open: Set<String> = []

  /// Where mistakes in the body are told: at the call; nil where the body itself stands there.
  var place: SourceRange?
}

/// `define f($x) = query`, and calls of it.
extension Analyzer {

  mutating func bindFunction(
    _ name: Name, _ parameters: [Name], _ query: Query
  ) -> BoundStatement {
    let key = TextFolding.fold(name.text)
    if RowKind(rawValue: key) != nil { report(.reservedName(name)) }
    for (index, parameter) in parameters.enumerated()
    where parameters[..<index].contains(where: { $0.text == parameter.text }) {
      report(.repeatedParameter(parameter))
    }
    // What its names stand for is told at each call, which is what has rows.
    let told = notices
    frames.append(FunctionFrame(key: key, open: Set(parameters.map(\.text))))
    _ = bind(query)
    frames.removeLast()
    notices = told
    if isBroken {
      environment.brokenNames.insert(key)
    } else {
      environment.keep(
        QueryEnvironment.Function(
          name: name.text, parameters: parameters.map(\.text), query: query))
    }
    return .defineFunction(name: name.text)
  }

  mutating func bindCall(_ name: Name, _ values: [Value], at range: SourceRange) -> BoundSource {
    let key = TextFolding.fold(name.text)
    guard let function = environment.functions[key] else { return bindUnknownCall(name) }
    guard values.count == function.parameters.count else {
      report(.wrongValueCount(function, given: values.count, at: range))
      return unknownRows()
    }
    guard !frames.contains(where: { $0.key == key }) else {
      report(.recursiveFunction(name))
      return unknownRows()
    }
    calls += 1
    guard calls <= Self.mostCalls else { return tooMany(at: range) }
    frames.append(frame(of: function, key, values, at: range))
    let bound = bind(function.query)
    let place = frames.removeLast().place ?? range
    let query = bound.relocated(to: place)
    return query.steps.isEmpty ? query.source : .query(query)
  }

  /// Gives the parameters their values, which may be parameters of the query around the call.
  private mutating func frame(
    of function: QueryEnvironment.Function, _ key: String, _ values: [Value], at range: SourceRange
  ) -> FunctionFrame {
    let outer = frames.last?.place
    var frame = FunctionFrame(key: key, place: outer ?? range)
    for (parameter, value) in zip(function.parameters, values) {
      if isOpen(value) {
        frame.open.insert(parameter)
      } else if let value = resolve(value) {
        let isGiven = outer.map { _ in isArgument(value.range) } ?? true
        frame.values[parameter] = isGiven ? value : Value(value.kind, at: frame.place ?? range)
      } else {
        frame.open.insert(parameter)
      }
    }
    return frame
  }

  private mutating func bindUnknownCall(_ name: Name) -> BoundSource {
    let key = TextFolding.fold(name.text)
    if frames.contains(where: { $0.key == key }) {
      report(.recursiveFunction(name))
    } else if environment.queries[key] != nil {
      report(.noFunction(name))
    } else if environment.brokenNames.contains(key) {
      isBroken = true
    } else {
      report(.unknownDefinition(name, known: environment.functionNames))
    }
    return unknownRows()
  }

  /// Reports once that named queries multiply.
  mutating func tooMany(at range: SourceRange) -> BoundSource {
    if !diagnostics.contains(where: { $0.id == "too-many-calls" }) {
      report(.tooManyCalls(Self.mostCalls, at: range))
    }
    return unknownRows()
  }

  /// Stands for a source of which nothing is known, so that nothing in it can be missed.
  mutating func unknownRows() -> BoundSource {
    (isBroken, lacksRows) = (true, true)
    return .table(.documents)
  }

  /// Whether a value is a parameter of the definition that is being read.
  func isOpen(_ value: Value) -> Bool {
    guard case .parameter(let name) = value.kind else { return false }
    return frames.last?.open.contains(name) ?? false
  }

  /// Whether a range is that of a value given in the call that is being bound.
  func isArgument(_ range: SourceRange) -> Bool {
    frames.last?.values.values.contains { $0.range == range } ?? false
  }

  /// More calls than this in one statement are not what anybody writes by hand.
  static let mostCalls = 1_000
}

extension QueryEnvironment {

  /// A query with parameters.
  public struct Function: Hashable, Sendable {

    /// The name as it was written.
    public let name: String

    /// The names of the parameters in order, without their `$`.
    public let parameters: [String]

    /// The body, whose names are looked up at each call.
    let query: Query

    init(name: String, parameters: [String], query: Query) {
      (self.name, self.parameters, self.query) = (name, parameters, query)
    }

    /// The function as it is called: `macron_on($topic)`.
    public var signature: String {
      name + "(" + parameters.map { "$" + $0 }.joined(separator: ", ") + ")"
    }
  }

  /// The names of defined queries with parameters as they were written, in alphabetical order.
  public var functionNames: [String] { functions.values.map(\.name).sorted() }

  /// Keeps a function, instead of whatever had its name.
  mutating func keep(_ function: Function) {
    let key = TextFolding.fold(function.name)
    functions[key] = function
    brokenNames.remove(key)
    if queries.removeValue(forKey: key) != nil {
      queryNames.removeAll { TextFolding.fold($0) == key }
    }
  }
}
