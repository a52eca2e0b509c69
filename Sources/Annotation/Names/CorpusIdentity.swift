/// Tells which entities of different documents are one.
///
/// Entities under one key of the gazetteer are one, and so are those of one full name and type. A
/// bare surname joins the one person of the corpus who is named in full with it; where there are
/// two or none it stays apart. Who is one with whom does not depend on the order of documents.
public struct CorpusIdentity: Sendable {

  /// The entities of a corpus.
  public struct Resolution: Hashable, Sendable {

    /// For each document and each of its entities, the entity of the corpus.
    public fileprivate(set) var indices: [[UInt32]] = []

    /// The entities, in the order in which the documents first name them.
    public fileprivate(set) var entities: [DocumentEntity] = []

    /// For each document and entity, why it was joined; nil where it is alike by name and type.
    public fileprivate(set) var reasons: [[String?]] = []

    /// Creates the resolution of documents whose entities are known some other way.
    ///
    /// - Precondition: `indices` has one entry a document, each below the number of `entities`.
    public init(indices: [[UInt32]] = [], entities: [DocumentEntity] = []) {
      self.indices = indices
      self.entities = entities
    }
  }

  private var numbers: [String: Int] = [:]
  private var entities: [DocumentEntity] = []

  /// Creates an identity of nothing yet.
  public init() {}

  /// Returns the entities of the corpus that `documents` make up.
  public mutating func resolve(_ documents: [[DocumentEntity]]) -> Resolution {
    let documents = Self.toldApart(documents)
    let holders = Self.surnames(documents)
    var resolution = Resolution()
    for document in documents {
      var indices: [UInt32] = []
      var reasons: [String?] = []
      for entity in document {
        let holder = Self.holder(of: entity, holders)
        indices.append(UInt32(number(of: holder ?? entity, from: entity)))
        reasons.append(holder.map { "\($0.name) is the only \(entity.name) of the corpus" })
      }
      resolution.indices.append(indices)
      resolution.reasons.append(reasons)
    }
    resolution.entities = entities
    return resolution
  }

  private mutating func number(of entity: DocumentEntity, from named: DocumentEntity) -> Int {
    let key = Self.key(entity)
    let number = numbers[key] ?? entities.count
    if number == entities.count {
      numbers[key] = number
      entities.append(DocumentEntity(name: entity.name, type: entity.type, known: entity.known))
      if entity.type == .person, let surname = EntityName.surname(of: entity.name) {
        entities[number].aliases.append(surname)
      }
    }
    for alias in named.aliases where !entities[number].aliases.contains(alias) {
      entities[number].aliases.append(alias)
    }
    for role in named.roles where !entities[number].roles.contains(role) {
      entities[number].roles.append(role)
    }
    return number
  }

  /// The documents with the "Jr." of those behind their names whom it tells apart in the corpus.
  private static func toldApart(_ documents: [[DocumentEntity]]) -> [[DocumentEntity]] {
    var suffixes: [String: Set<String>] = [:]
    var isTelling: Set<String> = []
    for entity in documents.joined() {
      guard let (base, suffix) = suffix(of: entity) else { continue }
      let key = EntityName.folded(base)
      suffixes[key, default: []].insert(suffix)
      if entity.name.utf8.count > base.utf8.count { isTelling.insert(key) }
    }
    isTelling.formUnion(suffixes.filter { $0.value.count > 1 }.keys)
    guard !isTelling.isEmpty else { return documents }
    return documents.map { document in
      document.map { entity in
        guard let (base, suffix) = suffix(of: entity), isTelling.contains(EntityName.folded(base))
        else { return entity }
        var told = entity
        told.name = base + " " + suffix
        return told
      }
    }
  }

  /// The name of a person and the suffix with which a document writes it; nil where it has none.
  private static func suffix(of entity: DocumentEntity) -> (base: String, suffix: String)? {
    guard entity.type == .person, entity.known == nil else { return nil }
    for name in [[entity.name], entity.aliases].joined() {
      guard let letter = name.utf8.last, Self.suffixEnds.contains(letter),
        let space = name.utf8.lastIndex(of: 0x20),
        let suffix = PersonName.suffix(String(name[name.index(after: space)...]))
      else { continue }
      let base = String(name[..<space])
      if base.utf8.contains(0x20), base == entity.name || name == entity.name {
        return (base, suffix)
      }
    }
    return nil
  }

  /// What suffixes end with, by which most names need no further look.
  private static let suffixEnds = Set(".rRiIvV".utf8)

  private static func key(_ entity: DocumentEntity) -> String {
    if let known = entity.known { return "known|\(known)" }
    let type = entity.type == .person ? "person" : "thing"
    return "\(type)|\(EntityName.folded(entity.name))"
  }

  /// The people named in full, by surname; of those of one surname two at most, for then it is no
  /// one's alone.
  private static func surnames(_ documents: [[DocumentEntity]]) -> [String: [DocumentEntity]] {
    var holders: [String: [DocumentEntity]] = [:]
    for entity in documents.joined() where entity.type == .person {
      let words = EntityName.wordsWithoutSuffix(entity.name)
      guard words.count > 1, let last = words.last else { continue }
      let surname = EntityName.folded(last)
      let key = key(entity)
      if let known = holders[surname],
        known.count > 1 || known.contains(where: { Self.key($0) == key })
      {
        continue
      }
      holders[surname, default: []].append(entity)
    }
    return holders
  }

  /// The one person in the corpus whose surname this bare name is, or nil.
  private static func holder(
    of entity: DocumentEntity, _ holders: [String: [DocumentEntity]]
  ) -> DocumentEntity? {
    guard entity.type == .person, entity.known == nil, !entity.name.utf8.contains(0x20),
      let people = holders[EntityName.folded(entity.name)], people.count == 1
    else { return nil }
    return people[0]
  }
}
