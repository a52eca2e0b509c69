internal import Annotation

/// Who the identifiers in a TEI file stand for, by its lists of persons, organisations and places, and by
/// names in the text that have one.
struct TEIPeople {

  private var names: [String: String] = [:]
  /// The identifiers of everything that is no person, like a book.
  private var others: Set<String> = []
  /// Those of whom offices are told, by identifier.
  private var holders: [String: DocumentEntity] = [:]
  /// The dictionary forms of cues, by identifier.
  private(set) var cues: [String: String] = [:]

  /// Reads the lists of a file; those of a corpus go for all of its texts.
  init(_ tree: MarkupTree) {
    for element in ["person", "personGrp", "org", "place", "item", "role", "castItem"] {
      for index in tree.all(element, in: tree.indices) {
        guard let id = tree.attribute("id", of: index), names[id] == nil else { continue }
        guard let name = Self.name(of: index, in: tree) else { continue }
        names[id] = name
        let roles = Self.roles(of: index, in: tree)
        if !roles.isEmpty, let type = Self.types[element] {
          holders[id] = DocumentEntity(name: name, type: type, roles: roles)
        }
      }
    }
    for element in ["persName", "orgName", "placeName", "name"] {
      for index in tree.all(element, in: tree.indices) {
        guard let id = tree.attribute("id", of: index), names[id] == nil else { continue }
        if let name = Self.words(of: index, in: tree) { names[id] = name }
      }
    }
    for index in tree.indices where !tree.nodes[index].isText {
      guard let id = tree.attribute("id", of: index), names[id] == nil else { continue }
      others.insert(id)
    }
    addReferences(tree)
    for group in tree.all("interpGrp", in: tree.indices)
    where tree.attribute("type", of: group) == "cue" {
      for cue in tree.all("interp", in: tree.inside(group)) {
        if let id = tree.attribute("id", of: cue) { cues[id] = tree.line(of: cue) }
      }
    }
  }

  /// Takes the longest name in the text that refers to an identifier for that of one who stands in no list.
  private mutating func addReferences(_ tree: MarkupTree) {
    var found: [String: String] = [:]
    for (element, type) in Self.nameTypes {
      for index in tree.all(element, in: tree.indices) {
        guard let reference = tree.attribute("ref", of: index), reference.hasPrefix("#"),
          case let id = String(reference.dropFirst()), names[id] == nil,
          let name = Self.words(of: index, in: tree),
          ReferringWords.form(of: name.split(separator: " ").map(String.init), type) == .name,
          name.utf8.count > found[id]?.utf8.count ?? 0
        else { continue }
        found[id] = name
      }
    }
    names.merge(found) { own, _ in own }
  }

  private static let nameTypes: [(String, EntityType?)] = [
    ("persName", .person), ("orgName", .organization), ("placeName", .place), ("geogName", .place),
    ("name", nil),
  ]

  private static let types: [String: EntityType] = [
    "person": .person, "personGrp": .group, "org": .organization, "place": .place, "item": .group,
    "role": .person, "castItem": .person,
  ]

  /// The offices of someone in a list: occupations, and what stands before the name.
  private static func roles(of index: Int, in tree: MarkupTree) -> [String] {
    let inside = tree.inside(index)
    let notes = tree.all("note", in: inside).filter { tree.attribute("type", of: $0) == "role" }
    let all = tree.all("occupation", in: inside) + tree.all("roleName", in: inside) + notes
    var roles: [String] = []
    for role in all.compactMap({ tree.line(of: $0)?.lowercased() }) where !roles.contains(role) {
      roles.append(role)
    }
    return roles
  }

  /// Returns those of a list of names of whom offices are told, in its order.
  func holders(among names: [String]) -> [DocumentEntity] {
    let byName = Dictionary(holders.values.map { ($0.name, $0) }) { a, b in
      a.roles.lexicographicallyPrecedes(b.roles) ? a : b
    }
    var known: Set<String> = []
    return names.filter { known.insert($0).inserted }.compactMap { byName[$0] }
  }

  /// Returns the names of those an attribute like `#p1` or `#p1 #p2` points to; what it says where
  /// that stands in no list, so that `Ann Lee` is one name and so is `#AnnLee`.
  func people(_ reference: String?) -> [String] {
    guard let reference else { return [] }
    let words = reference.split { $0.isWhitespace }
    let isPointer = reference.contains("#") || words.allSatisfy { names[String($0)] != nil }
    let pointers = isPointer ? words : [Substring(words.joined(separator: " "))]
    return pointers.compactMap { pointer in
      let id = pointer.split(separator: "#", omittingEmptySubsequences: true).last ?? pointer
      if let name = names[String(id)] { return name }
      let words = IdentifierWords.name(id)
      return words.isEmpty ? nil : words
    }
  }

  /// Returns the first of those an attribute points to.
  func name(_ reference: String?) -> String? { people(reference).first }

  /// Whether an attribute points to a name in a list.
  func isListed(_ reference: String) -> Bool {
    reference.hasPrefix("#") && names[String(reference.dropFirst())] != nil
  }

  /// Whether an attribute points to somebody: to a name in a list, or to what may be a name and stands
  /// nowhere in the file, as where the list of persons is missing.
  func isPerson(_ reference: String) -> Bool {
    if isListed(reference) { return true }
    let id = reference.dropFirst()
    return reference.hasPrefix("#") && !id.isEmpty && !others.contains(String(id))
      && id.allSatisfy { $0.isLetter || $0 == "_" || $0 == "-" || $0 == "." }
  }

  private static func name(of index: Int, in tree: MarkupTree) -> String? {
    for element in ["persName", "orgName", "placeName", "name", "role"] {
      if let found = tree.first(element, in: tree.nodes(of: index)) {
        return Self.words(of: found, in: tree)
      }
    }
    return tree.line(of: index)
  }

  /// A name with the forename first where its parts are told.
  static func words(of index: Int, in tree: MarkupTree) -> String? {
    let inside = tree.inside(index)
    let parts = ["forename", "nameLink", "surname"].flatMap { part in
      tree.all(part, in: inside).compactMap { tree.line(of: $0) }
    }
    return parts.isEmpty ? tree.line(of: index) : parts.joined(separator: " ")
  }

  /// A name of which the forename and the surname are told, in this order; nil for any other.
  static func fullName(of index: Int, in tree: MarkupTree) -> String? {
    let inside = tree.inside(index)
    guard tree.first("forename", in: inside) != nil, tree.first("surname", in: inside) != nil else {
      return nil
    }
    return words(of: index, in: tree)
  }

  /// Those of some pointers in an attribute that lead to nobody of the file.
  func lost(in reference: String) -> [String] {
    reference.split { $0.isWhitespace }.map(String.init).filter { pointer in
      pointer.hasPrefix("#") && names[String(pointer.dropFirst())] == nil
    }
  }
}
