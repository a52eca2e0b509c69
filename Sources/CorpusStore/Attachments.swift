/// Bytes that others keep with a corpus, by name.
///
/// A list, not a dictionary: there are a handful, and the first dictionary of a type costs each start of
/// the program a search for its conformances.
struct Attachments: Sendable {

  /// The names and bytes, in the order of the names.
  private(set) var entries: [(name: String, bytes: FrozenArray<UInt8>)] = []

  /// The bytes under a name; nil where there are none.
  subscript(name: String) -> FrozenArray<UInt8>? { entries.first { $0.name == name }?.bytes }

  /// Keeps bytes under a name, in the place of those that it had.
  mutating func set(_ name: String, _ bytes: FrozenArray<UInt8>) {
    let place = entries.firstIndex { $0.name >= name } ?? entries.count
    if place < entries.count, entries[place].name == name {
      entries[place].bytes = bytes
    } else {
      entries.insert((name, bytes), at: place)
    }
  }
}
