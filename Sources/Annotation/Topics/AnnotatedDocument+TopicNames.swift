extension AnnotatedDocument {

  /// Calls topics that are entities of the document as a corpus calls these: a text that has no fuller
  /// name than “Walensky” is about Rochelle Walensky where others name her.
  ///
  /// - Parameter names: Entities, by their places in the document, with their names in the corpus.
  public mutating func renameTopics(_ names: [(entity: Int, name: String)]) {
    var changed: [String: String] = [:]
    for (entity, name) in names where entity < entities.count && entities[entity].name != name {
      changed[entities[entity].name] = name
    }
    // Most documents call all as the corpus does.
    if changed.isEmpty { return }
    // A topic does not tell which of two entities of one name it is.
    for (entity, name) in names where entity < entities.count && entities[entity].name == name {
      changed[name] = nil
    }
    func renamed(_ topics: [Topic]) -> [Topic] {
      var list = TopicList()
      for topic in topics {
        list.add(Topic(changed[topic.name] ?? topic.name, reason: topic.reason))
      }
      return list.topics
    }
    topics = renamed(topics)
    for index in quotes.indices { quotes[index].topics = renamed(quotes[index].topics) }
  }
}
