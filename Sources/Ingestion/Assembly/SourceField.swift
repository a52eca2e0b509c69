/// A field of a source that has no meaning of its own here.
package enum SourceField {

  /// Returns the name of the attribute that it becomes, as queries can write it: `my col` is asked for
  /// as `my_col`.
  package static func attribute(_ key: String) -> String {
    let parts = key.unicodeScalars.split { !$0.properties.isAlphabetic && !("0"..."9" ~= $0) }
    let name = parts.map { String($0) }.joined(separator: "_")
    // `_id` is not our own `id`, and neither is a field that is called like one of ours.
    let isOwn = ownNames.contains(name)
    return key.hasPrefix("_") || name.isEmpty || isOwn ? "_" + name : name
  }

  /// The names of our own attributes of documents.
  private static let ownNames: Set<String> = [
    "id", "title", "date", "outlet", "author", "section", "tags", "topic", "mention", "url",
    "language", "words", "text", "copies",
  ]
}
