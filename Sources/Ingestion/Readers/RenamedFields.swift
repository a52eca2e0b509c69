/// Fields of a source whose names cannot be those of attributes of XML or of comments, and what they are
/// called there.
///
/// An attribute or comment `fields` lists them, as in `fields="gr__e=größe; my_col=my col"`.
package enum RenamedFields {

  /// The name of the attribute that lists them.
  package static let name = "fields"

  /// Returns attributes under the names that the fields have in their source, without the list; all
  /// as they are where there is no such list.
  static func restored(
    _ attributes: [(name: String, value: String)]
  ) -> [(name: String, value: String)] {
    guard let list = attributes.first(where: { $0.name == name })?.value else { return attributes }
    let pairs = MetadataValue.text(list).keywords.map { $0.split(separator: "=", maxSplits: 1) }
    let given = Set(attributes.map(\.name))
    guard pairs.allSatisfy({ $0.count == 2 && given.contains(String($0[0])) }) else {
      return attributes
    }
    let names = Dictionary(pairs.map { (String($0[0]), String($0[1])) }) { first, _ in first }
    return attributes.filter { $0.name != name }.map { (names[$0.name] ?? $0.name, $0.value) }
  }
}
