/// Tells what a document, and each quote in it, is about.
///
/// A quote is about whatever is named in its content. A document is about the tags of its source
/// and about what its title names or its text names more than once; and it is from the fields of
/// life that its words tell.
public struct TopicAnnotator: Annotator {

  /// Topics are words and entities.
  public static let requires: Set<Layer> = [
    .tokens, .lemmas, .partsOfSpeech, .mentions, .entities,
  ]
  /// The topics of documents and quotes.
  public static let provides: Set<Layer> = [.topics]

  /// Creates an annotator.
  public init() {}

  /// Tells what a document and its quotes are about.
  public func annotate(_ document: inout AnnotatedDocument) {
    for index in document.quotes.indices {
      document.quotes[index].topics = Topics.of(document.quotes[index].content, in: document)
    }
    document.topics = Self.topics(of: document)
  }

  private static func topics(of document: AnnotatedDocument) -> [Topic] {
    var names: [Topic] = []
    var counts: [String: Int] = [:]
    for mention in document.mentions where mention.form != .pronoun {
      guard let number = mention.entity else { continue }
      for topic in TopicList.topics(of: document.entities[Int(number)], mention.form) {
        if counts[topic.name] == nil { names.append(topic) }
        counts[topic.name, default: 0] += 1
      }
    }
    var list = TopicList()
    for topic in titleTopics(document) { list.add(topic) }
    for topic in names where counts[topic.name, default: 0] > 1 { list.add(topic) }
    for tag in document.metadata.tags {
      let known = names.first { EntityName.folded($0.name) == EntityName.folded(tag) }
      list.add(Topic(known?.name ?? canonical(tag), reason: "tag"))
    }
    for topic in Subjects.topics(of: document) { list.add(topic) }
    return list.topics
  }

  /// A tag that names a country is written as the country is.
  private static func canonical(_ tag: String) -> String {
    guard let match = Gazetteer.world.lookup(tag) else { return tag }
    switch match.kind {
    case .country, .organization, .person: return Gazetteer.world.field(1, ofLine: match.line)
    default: return tag
    }
  }

  /// What the gazetteer knows in the title; nothing is guessed there, for titles are capitalised.
  private static func titleTopics(_ document: AnnotatedDocument) -> [Topic] {
    guard let title = document.metadata.title else { return [] }
    let bytes = Array(title.utf8)
    let tokens = Tokenizer.tokens(of: bytes, in: ByteRange(0, UInt32(bytes.count)))
    var finder = NameFinder(TokenText(bytes: bytes, tokens: tokens))
    var list = TopicList()
    for entity in finder.knownNames() {
      for topic in TopicList.topics(of: entity, .name) {
        list.add(Topic(topic.name, reason: "title"))
      }
    }
    return list.topics
  }
}

extension NameFinder {

  /// Returns what the gazetteer knows of all tokens, and nothing else.
  fileprivate mutating func knownNames() -> [DocumentEntity] {
    var index = 0
    while index < text.tokens.count {
      guard let match = gazetteer.longest(at: index, in: text, limit: text.tokens.count) else {
        index += 1
        continue
      }
      emit(match, index)
      index += match.tokens
    }
    return entities
  }
}
