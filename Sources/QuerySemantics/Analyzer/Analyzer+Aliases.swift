internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// `alias "the Élysée" = Emmanuel Macron`: names that the user gives to entities.
extension Analyzer {

  mutating func bindAlias(_ name: Name, _ value: Value) -> BoundStatement? {
    if EntityNames.key(name.text).isEmpty {
      report(.emptyPhrase(name))
      return nil
    }
    guard let value = resolve(value) else { return nil }
    let found = entities(named: value)
    if found.isEmpty {
      report(.unknownEntity(value, nearest: nearestEntities(to: value)))
      return nil
    }
    let named = candidates(found, unit: "mentions", count: mentionCount)
    tell(named.count == 1 ? .resolved(value, named[0]) : .ambiguous(value, named))
    let rows = found.map(\.rawValue)
    let before = names.resolve(name.text)
    if !before.isEmpty, before != found { tell(.hiddenName(name, names.name(of: before[0]))) }
    if !isBroken {
      environment.aliases[EntityNames.key(name.text)] =
        QueryEnvironment.Alias(name: name.text, entities: rows)
    }
    return .alias(name: name.text, entities: rows)
  }

  /// The names of entities that are like one that there is not.
  func nearestEntities(to value: Value) -> [Notice.Candidate] {
    let entries = entityEntries(countedBy: mentionCount)
    return NearestNames(to: Numeral.text(value)).among(entries).map {
      Notice.Candidate(name: $0.value, count: $0.count, unit: "mentions")
    }
  }
}

extension QueryEnvironment {

  /// A name that the user gave to entities.
  public struct Alias: Hashable, Sendable {

    /// The name as it was written.
    public let name: String

    /// The rows of the entities.
    public let entities: [UInt32]

    init(name: String, entities: [UInt32]) { (self.name, self.entities) = (name, entities) }
  }

  /// The names that the user gave to entities, as they were written, in alphabetical order.
  public var aliasNames: [String] { aliases.values.map(\.name).sorted() }
}
