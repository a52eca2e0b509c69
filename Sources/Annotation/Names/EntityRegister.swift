/// The entities of a document as they become known.
struct EntityRegister {

  private(set) var entities: [DocumentEntity] = []

  /// What is known of each person's gender: "m", "f" or nothing.
  private(set) var genders: [String] = []

  /// How often each is named by a name.
  private(set) var counts: [Int] = []

  /// The offices that the gazetteer knows of each.
  private var known: [[String]] = []

  /// The "Jr." of those who are named with one.
  private var suffixes: [Int: String] = [:]

  private var byKnown: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  private var bySurname: [String: [Int]] = [:]
  private var byFirstName: [String: [Int]] = [:]
  private var byOffice: [String: Set<Int>] = [:]

  /// So many people of one surname are kept apart: a text that has more of them is none, and each
  /// surname that stands alone is asked of all of them.
  private static let mostOfSurname = 64

  /// Returns the entity that a name stands for, and makes it where there is none.
  mutating func entity(for named: DocumentEntity, gender: String) -> Int {
    let key = "\(named.type.rawValue)|\(EntityName.folded(named.name))"
    let index: Int
    if let known = named.known, let found = byKnown[known] {
      index = found
    } else if let found = byName[key] {
      index = found
    } else {
      index = entities.count
      entities.append(named)
      entities[index].aliases = []
      entities[index].roles = []
      genders.append("")
      counts.append(0)
      known.append(named.type == .person ? KnownOffices.of(named.known) : [])
      if named.type == .person { addSurname(of: named.name, index) }
      for office in known[index] { note(office, of: index) }
    }
    if let known = named.known { byKnown[known] = index }
    byName[key] = index
    if genders[index].isEmpty { genders[index] = gender }
    absorb(named, into: index)
    return index
  }

  private mutating func addSurname(of name: String, _ index: Int) {
    let words = EntityName.wordsWithoutSuffix(name)
    // "Ode Jr." is not who is meant by "Ode".
    guard let last = words.last, let first = words.first,
      words.count > 1 || !name.utf8.contains(0x20)
    else { return }
    addSurname(EntityName.folded(last), index)
    guard words.count > 1 else { return }
    if NameWords.leadingSurnames.contains(WordHash(first)) {
      addSurname(EntityName.folded(first), index)
    } else {
      byFirstName[EntityName.folded(first), default: []].append(index)
    }
  }

  private mutating func addSurname(_ surname: String, _ index: Int) {
    guard bySurname[surname, default: []].count < Self.mostOfSurname else { return }
    bySurname[surname, default: []].append(index)
  }

  /// Notes that a person holds an office, and the more general one that its last word is.
  private mutating func note(_ office: String, of index: Int) {
    guard entities[index].type == .person else { return }
    byOffice[office, default: []].insert(index)
    guard let space = office.utf8.lastIndex(of: 0x20) else { return }
    let last = String(office[office.utf8.index(after: space)...])
    if NameWords.general.contains(WordHash(last)) { byOffice[last, default: []].insert(index) }
  }

  /// Adds the aliases and roles of a mention to an entity.
  mutating func absorb(_ named: DocumentEntity, into index: Int) {
    for alias in named.aliases where !entities[index].aliases.contains(alias) {
      entities[index].aliases.append(alias)
    }
    add(named.roles, to: index)
  }

  /// Adds the offices by which an entity is called; forms of address are none.
  mutating func add(_ roles: [String], to index: Int) {
    for role in roles where !entities[index].roles.contains(role) {
      if !EntityName.isHonorific(role) {
        entities[index].roles.append(role)
        note(role, of: index)
      }
    }
  }

  /// Counts one more mention by name.
  mutating func count(_ index: Int) { counts[index] += 1 }

  /// Notes the "Jr." of a person, by which others of the name are told apart.
  mutating func note(suffix: String, of index: Int) { suffixes[index] = suffix }

  /// The people who are called by a name with this suffix: "Ode Jr.", and "Don Jr." of Donald.
  func people(called name: String, suffix: String) -> [Int] {
    let folded = EntityName.folded(name)
    return suffixes.filter { $0.value == suffix }.keys.sorted().filter { index in
      let words = EntityName.wordsWithoutSuffix(entities[index].name).map { EntityName.folded($0) }
      guard words.count > 1 else { return false }
      return words.last == folded || words[0] == folded
        || folded.count > 2 && words[0].hasPrefix(folded)
    }
  }

  /// Some people without those whose name, but for its suffix, another of them bears without one.
  ///
  /// A text that names father and son calls the son by his suffix.
  func withoutSons(_ people: [Int]) -> [Int] {
    guard !suffixes.isEmpty else { return people }
    func base(_ index: Int) -> String {
      EntityName.wordsWithoutSuffix(EntityName.folded(entities[index].name)).joined(separator: " ")
    }
    let fathers = Set(people.filter { suffixes[$0] == nil }.map(base))
    return people.filter { suffixes[$0] == nil || !fathers.contains(base($0)) }
  }

  /// The people of a surname.
  func people(surnamed surname: String) -> [Int] { bySurname[EntityName.folded(surname)] ?? [] }

  /// The one person of a first name, or nil where there are two or none.
  func person(firstName: String) -> Int? {
    guard let people = byFirstName[EntityName.folded(firstName)], people.count == 1 else {
      return nil
    }
    return people[0]
  }

  /// The people who hold an office, as `holds` tells.
  func holders(of office: String) -> Set<Int> { byOffice[office] ?? [] }

  /// Whether a person holds an office, like "president" or "french president".
  func holds(_ person: Int, _ office: String) -> Bool {
    let entity = entities[person]
    guard entity.type == .person else { return false }
    if entity.roles.contains(office) || known[person].contains(office) { return true }
    guard NameWords.general.contains(WordHash(office)) else { return false }
    return (entity.roles + known[person]).contains {
      $0.hasSuffix(office) && $0.utf8.dropLast(office.utf8.count).last == 0x20
    }
  }
}

extension NameWords {

  /// Offices that stand for more special ones: "the minister" may be the foreign minister.
  static let general = WordSet(
    """
    minister secretary commissioner spokesman spokeswoman spokesperson analyst economist professor
    lawyer senator official leader diplomat envoy ambassador adviser director chief general judge
    """)
}

/// The offices that the gazetteer knows of a person.
enum KnownOffices {

  /// Returns the offices with and without the nationality: "president", "french president".
  static func of(_ known: String?) -> [String] {
    let gazetteer = Gazetteer.world
    guard let known, let person = gazetteer.lookup(known), person.kind == .person else { return [] }
    let offices = gazetteer.items(5, ofLine: person.line)
    let country = gazetteer.field(4, ofLine: person.line)
    guard let place = gazetteer.lookup(country), place.kind == .country,
      let demonym = gazetteer.items(3, ofLine: place.line).first?.lowercased()
    else { return offices + offices.map { "\($0) of \(country.lowercased())" } }
    let leads = offices.contains { ["president", "prime minister", "chancellor"].contains($0) }
    return offices + offices.map { "\(demonym) \($0)" }
      + (leads ? ["\(demonym) leader", "leader"] : []) + ["\(demonym) national"]
  }
}
