internal import CorpusStore
internal import QuerySemantics

/// Something that a statement has defined.
public struct Definition: Hashable, Sendable {

  /// The forms of a definition.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// A parameter: `param who = Trump`.
    case parameter
    /// A name for entities: `alias "the Elysée" = Emmanuel Macron`.
    case alias
    /// A topic: `define topic Trade as "tariff"`.
    case topic
    /// A query with parameters: `define on($t) = quotes about $t`.
    case function
    /// A named query: `let long = quotes where words > 40`.
    case query
  }

  /// Its form.
  public let kind: Kind

  /// The name, of a parameter without its `$`.
  public let name: String

  /// The statement as it was written, on one line.
  public let text: String
}

extension Session {

  /// What has been defined, the parameters first, then aliases, topics, queries with parameters and
  /// named queries, each in the order of their making.
  public var definitions: [Definition] {
    let written = keptDefinitions
    let given = environment.givenParameters.sorted { $0.key < $1.key }.map { name, value in
      let text = "param \(name) = \"\(value)\" -- given from outside"
      return Definition(kind: .parameter, name: name, text: text)
    }
    let names = Set(given.map(\.name))
    let all = given + written.filter { $0.kind != .parameter || !names.contains($0.name) }
    return Definition.Kind.allCases.flatMap { kind in all.filter { $0.kind == kind } }
  }

  /// Keeps what a statement defines, in the place of what had the name.
  func keepDefinition(_ entry: Reading.Entry) {
    guard let (kind, name) = entry.analysis.statement?.defined else { return }
    let folded = TextFolding.fold(name)
    keptDefinitions.removeAll { $0.kind == kind && TextFolding.fold($0.name) == folded }
    let text = entry.source.substring(entry.range)
    keptDefinitions.append(
      Definition(
        kind: kind, name: name,
        text: text.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
  }
}

extension BoundStatement {

  /// What the statement gives a name to; nil where it names nothing.
  fileprivate var defined: (Definition.Kind, String)? {
    switch self {
    case .letQuery(let name, _): (.query, name)
    case .defineFunction(let name): (.function, name)
    case .defineTopic(let topic): (.topic, topic.name)
    case .alias(let name, entities: _): (.alias, name)
    case .parameter(let name, _): (.parameter, name)
    case .query, .explain, .describe, .values, .expect, .run, .use, .correct, .listCorrections,
      .undoCorrection, .saveCorrections:
      nil
    }
  }
}
