/// The entities of a document while a source tells whom it means.
struct GivenEntities {

  private(set) var all: [DocumentEntity]
  private var byName: [String: UInt32] = [:]
  private var byKnown: [String: UInt32] = [:]
  private var byIdentifier: [String: UInt32] = [:]
  private var byChain: [String: UInt32] = [:]

  /// Creates a list of entities that are there already.
  init(_ entities: [DocumentEntity]) {
    all = entities
    for (index, entity) in entities.enumerated() { note(entity, UInt32(index)) }
  }

  private static func key(_ name: String, _ type: EntityType) -> String {
    "\(type.rawValue)|\(EntityName.folded(name))"
  }

  private mutating func note(_ entity: DocumentEntity, _ index: UInt32) {
    let key = Self.key(entity.name, entity.type)
    if byName[key] == nil { byName[key] = index }
    if let known = entity.known, byKnown[known] == nil { byKnown[known] = index }
  }

  /// Returns the entity that a given mention means, which is made where it is not there.
  mutating func number(
    of item: GivenMention, _ name: String, _ type: EntityType, _ surface: String?
  ) -> UInt32 {
    let entity = Self.entity(name, type)
    let number =
      item.identifier.flatMap { byIdentifier[$0] } ?? byName[Self.key(entity.name, type)]
      ?? entity.known.flatMap { byKnown[$0] } ?? add(entity)
    note(item, number)
    for alias in [name, surface, item.identifier].compactMap(\.self) {
      add(alias: alias, to: number)
    }
    return number
  }

  /// Takes note that a given mention means an entity, for others of the same key or chain.
  mutating func note(_ item: GivenMention, _ number: UInt32) {
    if let identifier = item.identifier { byIdentifier[identifier] = number }
    if let chain = item.chain { byChain[chain] = number }
  }

  /// Returns the entity that another mention of the same key or chain means; nil where there is none.
  func known(_ item: GivenMention) -> UInt32? {
    item.identifier.flatMap { byIdentifier[$0] } ?? item.chain.flatMap { byChain[$0] }
  }

  /// Gives an entity another name.
  mutating func add(alias: String, to number: UInt32) {
    if !all[Int(number)].aliases.contains(alias) { all[Int(number)].aliases.append(alias) }
  }

  private mutating func add(_ entity: DocumentEntity) -> UInt32 {
    let index = UInt32(all.count)
    all.append(entity)
    note(entity, index)
    return index
  }

  /// Returns an entity of a name, as what the gazetteer knows it for.
  static func entity(_ name: String, _ type: EntityType) -> DocumentEntity {
    if type != .person, let match = Gazetteer.world.lookup(name),
      let (entity, _) = Gazetteer.world.entity(of: match, as: name), entity.type == type
    {
      return entity
    }
    return PersonName.plain(DocumentEntity(name: name, type: type, aliases: [name]))
  }

  /// Returns an entity that a source tells more of, as what the gazetteer knows it for.
  static func known(_ given: DocumentEntity) -> DocumentEntity {
    var entity = given
    entity.known = given.known ?? Self.entity(given.name, given.type).known
    return entity
  }
}
