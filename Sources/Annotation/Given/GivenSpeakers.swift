/// Finds whom of a document the names mean by which a source tells of speakers.
///
/// A full name is looked for first, then the names that the gazetteer knows for one, then surnames
/// that only one person of the document has. Who is not named in the text is added. A name with the
/// family name first means the same as in its usual order.
struct GivenSpeakers {

  private(set) var entities: [DocumentEntity]
  private var byName: [String: UInt32] = [:]
  private var byAlias: [String: UInt32] = [:]
  private var byKnown: [String: UInt32] = [:]
  private var bySurname: [String: [UInt32]] = [:]
  private var found: [String: (entity: UInt32, why: String)] = [:]

  init(_ entities: [DocumentEntity]) {
    self.entities = entities
    for (index, entity) in entities.enumerated() { note(entity, UInt32(index)) }
  }

  private mutating func note(_ entity: DocumentEntity, _ index: UInt32) {
    let name = EntityName.folded(entity.name)
    if byName[name] == nil { byName[name] = index }
    for alias in entity.aliases.map({ EntityName.folded($0) }) where byAlias[alias] == nil {
      byAlias[alias] = index
    }
    if let known = entity.known, byKnown[known] == nil { byKnown[known] = index }
    if entity.type == .person {
      bySurname[EntityName.folded(surname(of: entity.name)), default: []].append(index)
    }
  }

  private func surname(of name: String) -> String {
    EntityName.wordsWithoutSuffix(name).last.map(String.init) ?? name
  }

  /// Returns who is meant by a name, and why in words that go behind it; empty for the name itself.
  mutating func entity(named name: String) -> (entity: UInt32, why: String) {
    if let known = found[name] { return known }
    let result = find(name)
    found[name] = result
    return result
  }

  private mutating func find(_ name: String) -> (entity: UInt32, why: String) {
    let folded = EntityName.folded(name)
    if let index = byName[folded] { return (index, "") }
    if let upright = InvertedName.upright(name) ?? Self.beforeComma(name) {
      return entity(named: upright)
    }
    let plain = Self.plain(name)
    if let index = plain.known.flatMap({ byKnown[$0] }) {
      return (index, ", a known name of theirs")
    }
    if let index = byName[EntityName.folded(plain.name)] { return (index, "") }
    if let index = byAlias[folded] { return (index, ", another name of theirs") }
    guard plain.type == .person else { return (add(plain), "") }
    let surname = surname(of: plain.name)
    let people = bySurname[EntityName.folded(surname)] ?? []
    if people.count == 1, let only = people.first {
      if surname == plain.name { return (only, ", the only one of this surname") }
      let index = Int(only)
      // Who is named by surname alone in the text gets the full name of the source.
      if !entities[index].name.utf8.contains(0x20), entities[index].known == nil {
        entities[index].name = plain.name
        if !entities[index].aliases.contains(plain.name) {
          entities[index].aliases.append(plain.name)
        }
        byName[EntityName.folded(plain.name)] = only
        return (only, ", the only one of this surname")
      }
    }
    return (add(plain), "")
  }

  /// Gives an entity further names.
  mutating func add(_ names: [String], to entity: UInt32) {
    for name in names where !entities[Int(entity)].aliases.contains(name) {
      entities[Int(entity)].aliases.append(name)
    }
  }

  private mutating func add(_ entity: DocumentEntity) -> UInt32 {
    let index = UInt32(entities.count)
    entities.append(entity)
    note(entity, index)
    return index
  }

  /// Returns the entity of a name, a person where the gazetteer knows nothing else.
  private static func plain(_ name: String) -> DocumentEntity {
    if let match = Gazetteer.world.lookup(name),
      let (entity, _) = Gazetteer.world.entity(of: match, as: name)
    {
      return entity
    }
    let own = DocumentEntity(name: name, type: .person, aliases: [name])
    // A comma parts what are no words of one name: “Smith & Sons, Inc.”.
    return name.contains(",") ? own : PersonName.plain(own)
  }

  /// The full name before the comma in “Ada Morel, mayor of Otterburg”; nil where none stands there, or a
  /// place behind it, as in “Portland, Oregon”.
  private static func beforeComma(_ name: String) -> String? {
    guard name.contains(",") else { return nil }
    let parts = InvertedName.withSuffixes(
      name.split(separator: ",").map {
        $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      })
    guard let first = parts.first, !first.isEmpty else { return nil }
    if parts.count == 1 { return first }
    let words = first.split(separator: " ").map(String.init)
    let areNames = words.allSatisfy { word in
      word.first?.isUppercase == true || InvertedName.isParticle(word)
    }
    guard words.count > 1, areNames, Gazetteer.world.lookup(parts[1]) == nil else { return nil }
    let isOffice = parts[1].first?.isLowercase == true
    return isOffice || words.contains(where: InvertedName.isGiven) ? first : nil
  }
}
