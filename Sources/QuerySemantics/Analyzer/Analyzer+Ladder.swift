internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// The words of the short ladder.
enum LadderWord: String {
  case by, about, mentions
}

/// `by`, `about` and `mentions`: short forms of conditions on attributes.
extension Analyzer {

  mutating func bindLadder(
    _ word: LadderWord, _ value: Value, at range: SourceRange, in scope: Scope
  ) -> BoundPredicate {
    guard scope.isText else {
      report(.noLadder(word.rawValue, scope.plural, at: range))
      return .constant(true)
    }
    guard let value = resolve(value) else { return .constant(true) }
    let bound =
      switch word {
      case .by: bindBy(value, in: scope)
      case .about: bindAbout(value, in: scope)
      case .mentions: bindMentions(value, in: scope)
      }
    if let bound { return bound }
    report(.noLadder(word.rawValue, scope.plural, at: range))
    return .constant(true)
  }

  /// The speaker of a quote, the author of anything else.
  private mutating func bindBy(_ value: Value, in scope: Scope) -> BoundPredicate? {
    guard let path = attribute(scope.table == .quotes ? "speaker" : "author", in: scope) else {
      return nil
    }
    return bind(path, .equal, value, at: Path([], at: value.range))
  }

  private mutating func bindAbout(_ value: Value, in scope: Scope) -> BoundPredicate? {
    guard let path = attribute("topic", in: scope) else { return nil }
    guard scope.table == .sentences || scope.table == .paragraphs else {
      return bindTopic(path, value)
    }
    let key = TextFolding.fold(Numeral.text(value))
    if let topic = environment.topics[key] {
      tell(.ownTopic(value, phrases: topic.phrases.map(\.text)))
      return .any(topic.phrases.map { .phrase($0) })
    }
    let entities = entities(named: value)
    if !entities.isEmpty { return bindContaining(entities, value) }
    if !codes(folding: key, in: path).isEmpty { tell(.topicOfDocument(value)) }
    return bindTopic(path, value)
  }

  private mutating func bindMentions(_ value: Value, in scope: Scope) -> BoundPredicate? {
    let name = scope.table == .mentions || scope.table == .tokens ? "entity" : "mention"
    if scope.table == .sentences || scope.table == .paragraphs {
      let entities = entities(named: value)
      if !entities.isEmpty { return bindContaining(entities, value) }
    }
    guard let path = attribute(name, in: scope) else { return nil }
    return bind(path, .equal, value, at: Path([], at: value.range))
  }

  /// The regions that hold a mention of one of the entities.
  private mutating func bindContaining(_ entities: [RowID], _ value: Value) -> BoundPredicate? {
    guard let entity = attribute("entity", in: Scope(rowType: .table(.mentions))) else {
      return nil
    }
    tellResolved(value, entities, unit: "mentions", count: mentionCount)
    let codes = entityCodes(entities, in: entity)
    let clause = BoundClause(.codes(entity, codes), at: value.range)
    return .region(
      .containing, .query(BoundQuery(source: .table(.mentions), steps: [.filter([clause])])))
  }

  private func attribute(_ name: String, in scope: Scope) -> BoundPath? { start(name, in: scope) }
}
