extension AnnotatedDocument {

  /// Calls topics that are entities of the document as a corpus calls these: a text that has no fuller
  /// name than “Walensky” is about Rochelle Walensky where others name her.
  ///
  /// - Parameter names: Entities, by their places in the document, with their names in the corpus.
  public mutating func renameTopics(_ names: some Sequence<(entity: Int, name: String)>) {
    var changed: [String: String] = [:]
    var kept: Set<String> = []
    for (entity, name) in names where entity < entities.count {
      let own = entities[entity].name
      if name == own { kept.insert(own) } else { changed[own] = name }
    }
    // A topic does not tell which of two entities of one name it is.
    for name in kept { changed[name] = nil }
    if changed.isEmpty { return }
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
