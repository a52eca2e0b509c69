package import Annotation

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

  /// Returns the names of the attributes that the fields of a document become, one for each of them.
  ///
  /// Of several that would have one name, as `a-b` and `a.b` of one document, the others have a number
  /// behind it: `a_b`, `a_b_2`. Which is which hangs on their names alone, not on their order.
  package static func attributes(_ other: [(key: String, value: String)]) -> [String] {
    var names = other.map { attribute($0.key) }
    var taken = Set(names)
    if taken.count == names.count { return names }
    var counts: [String: Int] = [:]
    for index in order(of: other) {
      let name = names[index]
      guard let count = counts[name] else {
        counts[name] = 1
        continue
      }
      var next = count + 1
      while !taken.insert("\(name)_\(next)").inserted { next += 1 }
      names[index] = "\(name)_\(next)"
      counts[name] = next
    }
    return names
  }

  /// The fields of a document in an order that hangs on their names; what is added to a name that is
  /// taken, or ours, when it is written, does not change it.
  private static func order(of other: [(key: String, value: String)]) -> [Int] {
    func plain(_ key: String) -> Substring {
      let start = key.drop { $0 == "_" }
      return start.lastIndex { $0 != "_" }.map { start[...$0] } ?? ""
    }
    let keys = other.map { (plain: plain($0.key), length: $0.key.utf8.count, whole: $0.key) }
    return keys.indices.sorted {
      let (a, b) = (keys[$0], keys[$1])
      return (a.plain, a.length, a.whole, $0) < (b.plain, b.length, b.whole, $1)
    }
  }

  /// The names of our own attributes of documents, and of what we write of a document beside them.
  private static let ownNames: Set<String> = [
    "id", "title", "date", "outlet", "author", "section", "tags", "topic", "mention", "url",
    "language", "words", "text", "copies", "authors", "blocks", "entities", "mentions",
    "normalized",
    "quotes", "sentences", "tokens",
  ]
}

// MARK: Writing

extension SourceField {

  /// Returns the fields of a document that have no meaning of their own, under names by which they
  /// are that again when they are read back, and become the same attributes: a name that is ours has `_`
  /// before it, which no field of ours has, and no two are equal.
  package static func written(_ metadata: DocumentMetadata) -> [(key: String, value: String)] {
    var written = metadata.other.map { key, value in
      let isOwn = !key.hasPrefix("_") && attribute(key).hasPrefix("_")
      return (key: isOwn || isMistakable(key, value, metadata) ? "_" + key : key, value: value)
    }
    guard Set(written.map(\.key)).count < written.count else { return written }
    var taken: Set<String> = []
    for index in order(of: metadata.other) {
      while !taken.insert(written[index].key).inserted { written[index].key += "_" }
    }
    return written
  }

  /// Whether a field would be taken for one of ours that is not known of the document.
  private static func isMistakable(
    _ key: String, _ value: String, _ known: DocumentMetadata
  ) -> Bool {
    switch MetadataField.named(key)?.field {
    case .title: known.title == nil
    case .date: known.date == nil && CalendarDay(value) != nil
    case .url: known.url == nil
    case .outlet: known.outlet == nil || known.url == nil && value.hasPrefix("http")
    case .author: known.authors.isEmpty
    case .tags: known.tags.isEmpty
    case .section: known.section == nil
    case .language: known.language == nil
    case .id, .text, nil: false
    }
  }
}
