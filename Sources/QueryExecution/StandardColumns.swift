internal import CorpusStore
internal import QuerySemantics

/// The columns that rows show when a query does not say which.
enum StandardColumns {

  /// How many words stand on each side of a match.
  static let concordanceWidth = 8

  /// Returns the columns of the rows of a table.
  static func columns(of table: Table, _ schema: Schema) -> [BoundColumn] {
    names(of: table).compactMap { name in
      path(name, of: table, schema).map { BoundColumn($0, name: name) }
    }
  }

  /// Whole articles are named by their id, which is what citations use.
  private static func names(of table: Table) -> [String] {
    switch table {
    case .documents: ["id", "date", "outlet", "title", "words"]
    case .paragraphs, .sentences: ["text", "document", "date", "outlet"]
    case .tokens: ["word", "lemma", "pos", "document"]
    case .quotes: ["text", "speaker", "cue", "kind", "document", "title", "date", "outlet"]
    case .mentions: ["text", "entity", "type", "form", "document"]
    case .entities:
      ["name", "type", "roles", "mentions", "quotes", "documents", "first_seen", "last_seen"]
    case .topics, .outlets, .authors: ["name", "documents", "quotes"]
    case .families:
      [
        "name", "quotes", "outlets", "first_outlet", "first_seen", "days", "speaker", "variants",
      ]
    }
  }

  /// Returns the path to an attribute of the row, or of the document that it stands in.
  static func path(_ name: String, of table: Table, _ schema: Schema) -> BoundPath? {
    if name == "document", let document = schema.attribute(name, of: table),
      let id = schema.attribute("id", of: .documents)
    {
      return BoundPath(hops: [document], target: .attribute(id), text: name)
    }
    if let own = schema.attribute(name, of: table) {
      return BoundPath(target: .attribute(own), text: name)
    }
    guard let document = schema.attribute("document", of: table),
      let attribute = schema.attribute(name, of: .documents)
    else { return nil }
    return BoundPath(hops: [document], target: .attribute(attribute), text: name)
  }
}
