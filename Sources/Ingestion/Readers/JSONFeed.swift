/// What a feed in JSON tells of itself, which goes for its items: its title is their outlet, and its language
/// and its authors are theirs where they name none.
///
/// Source: https://www.jsonfeed.org/version/1.1/.
struct JSONFeed {

  private var fields: [(name: String, value: JSONValue)] = []

  /// Creates a feed that tells nothing.
  init() {}

  /// Reads the fields of an object of a text; one that is no feed tells nothing.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - members: The names of the object's fields, and where their values stand.
  init(_ bytes: [UInt8], _ members: [(name: [UInt8], value: Range<Int>)]) {
    func value(_ name: String) -> JSONValue? {
      guard let place = members.first(where: { $0.name.elementsEqual(name.utf8) })?.value else {
        return nil
      }
      return try? JSONScanner.value(Array(bytes[place]))
    }
    guard value("version").map(Self.isVersion) == true else { return }
    let sources = [("outlet", "title"), ("language", "language"), ("author", "authors")]
    for (name, source) in sources + [("author", "author")] {
      if let value = value(source), !fields.contains(where: { $0.name == name }) {
        fields.append((name, value))
      }
    }
  }

  /// Whether a value is a feed.
  static func isFeed(_ value: JSONValue) -> Bool { value["version"].map(isVersion) ?? false }

  private static func isVersion(_ value: JSONValue) -> Bool {
    value.string?.contains("jsonfeed.org/version/") ?? false
  }

  /// Adds what the feed tells to an item that has fields of some names.
  func add(to item: inout DocumentFields, beside names: [String]) {
    let known = Set(names.compactMap { MetadataField.named($0)?.field })
    for field in fields {
      guard let own = MetadataField.named(field.name)?.field, !known.contains(own) else { continue }
      item.add(field.name, field.value)
    }
  }
}
