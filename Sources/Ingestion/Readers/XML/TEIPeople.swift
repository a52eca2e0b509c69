/// Who the identifiers in a TEI file stand for, by its lists of persons, organisations and places, and by
/// names in the text that have one.
struct TEIPeople {

  private var names: [String: String] = [:]
  /// The identifiers of everything that is no person, like a book.
  private var others: Set<String> = []

  /// Reads the lists of a file; those of a corpus go for all of its texts.
  init(_ tree: MarkupTree) {
    for element in ["person", "personGrp", "org", "place", "item", "role", "castItem"] {
      for index in tree.all(element, in: tree.indices) {
        guard let id = tree.attribute("id", of: index), names[id] == nil else { continue }
        if let name = Self.name(of: index, in: tree) { names[id] = name }
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
  }

  /// Returns the names of those an attribute like `#p1` or `#p1 #p2` points to; what it says where
  /// that stands in no list, so that `Ann Lee` is one name.
  func people(_ reference: String?) -> [String] {
    guard let reference else { return [] }
    let words = reference.split { $0.isWhitespace }
    let isPointer = reference.contains("#") || words.allSatisfy { names[String($0)] != nil }
    let pointers = isPointer ? words : [Substring(words.joined(separator: " "))]
    return pointers.compactMap { pointer in
      let id = pointer.split(separator: "#", omittingEmptySubsequences: true).last ?? pointer
      if let name = names[String(id)] { return name }
      let words = id.split { $0 == "_" }.joined(separator: " ")
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
}
