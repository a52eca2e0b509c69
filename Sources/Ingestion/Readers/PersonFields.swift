/// The parts of somebody's name that stand in fields of their own: `{"first": "Ada", "last": "Morel"}`,
/// `given` and `family` as in CSL, `firstName` and `lastName`.
struct PersonFields {

  /// The name, with the given names first; nil where there is no family name, or the whole name stands
  /// beside it as `name`.
  let name: String?

  /// Looks at the fields of an object.
  init(_ fields: [(name: String, value: JSONValue)]) {
    self.init(
      values: fields.compactMap { field in field.value.string.map { (field.name, .text($0)) } })
  }

  /// Looks at fields with values of metadata.
  init(values fields: [(name: String, value: MetadataValue)]) {
    var parts = [String?](repeating: nil, count: Self.names.count)
    for field in fields {
      guard case .text = field.value, let text = field.value.trimmed else { continue }
      let key = MetadataField.key(field.name)
      if Self.whole.contains(key) {
        name = ["name", "literal"].contains(key) ? nil : text
        return
      }
      guard let part = Self.names.firstIndex(where: { $0.contains(key) }) else { continue }
      parts[part] = parts[part] ?? text
    }
    let hasFamily = parts[Self.family] != nil
    name = hasFamily ? parts.compactMap(\.self).joined(separator: " ") : nil
  }

  /// Whether a part of a name is called so, as names of fields are compared.
  static func isPart(_ key: String) -> Bool { names.contains { $0.contains(key) } }

  /// Whether the given name is called so.
  static func isGiven(_ key: String) -> Bool { names[0].contains(key) }

  /// Whether the family name is called so.
  static func isFamily(_ key: String) -> Bool { names[family].contains(key) }

  /// What the parts are called, as names of fields are compared, in the order in which a name has them.
  private static let names: [Set<String>] = [
    ["first", "firstname", "given", "givenname", "forename", "fname", "vorname", "prenom"],
    ["middle", "middlename", "additionalname"],
    ["nondroppingparticle", "droppingparticle"],
    ["last", "lastname", "family", "familyname", "surname", "lname", "nachname", "nom"],
    ["suffix", "namesuffix"],
  ]

  private static let family = 3

  private static let whole: Set<String> = ["name", "fullname", "displayname", "literal"]
}
