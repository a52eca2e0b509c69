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
    var taken: Set<String> = []
    return metadata.other.map { key, value in
      let isOwn = !key.hasPrefix("_") && attribute(key).hasPrefix("_")
      var name = isOwn || isMistakable(key, value, metadata) ? "_" + key : key
      while !taken.insert(name).inserted { name += "_" }
      return (name, value)
    }
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
