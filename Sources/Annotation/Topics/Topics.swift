/// What a stretch of text is about, by the names in it.
///
/// An entity is a topic where it is named or meant by a pronoun or description; a country also by
/// its people ("Chinese"), its capital ("Beijing") and its seats of power ("the Kremlin").
public enum Topics {

  /// Returns the topics of some runs of bytes, each once, in the order of the text.
  public static func of(_ ranges: [ByteRange], in document: AnnotatedDocument) -> [Topic] {
    var topics = TopicList()
    for range in ranges {
      for mention in document.mentions[mentions(from: range.start, document)...] {
        let first = document.tokens[Int(mention.firstToken)].range
        guard first.start < range.end else { break }
        let last = document.tokens[Int(mention.endToken) - 1].range
        if first.start >= range.start, last.end <= range.end { topics.add(mention, document) }
      }
    }
    return topics.topics
  }

  /// Returns the topics of a run of tokens.
  public static func of(tokens: Range<Int>, in document: AnnotatedDocument) -> [Topic] {
    guard !tokens.isEmpty, tokens.upperBound <= document.tokens.count else { return [] }
    let start = document.tokens[tokens.lowerBound].range.start
    return of([ByteRange(start, document.tokens[tokens.upperBound - 1].range.end)], in: document)
  }

  /// The number of the first mention that starts at a byte or behind it.
  private static func mentions(from start: UInt32, _ document: AnnotatedDocument) -> Int {
    var (low, high) = (0, document.mentions.count)
    while low < high {
      let middle = (low + high) / 2
      let token = Int(document.mentions[middle].firstToken)
      if document.tokens[token].range.start < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Topics as they are gathered, each once.
struct TopicList {

  /// Of so few topics all names are compared.
  private static let few = 24

  private(set) var topics: [Topic] = []
  /// The names, once there are more than a few.
  private var names: Set<String> = []

  mutating func add(_ topic: Topic) {
    if topics.count <= Self.few {
      if topics.contains(where: { $0.name == topic.name }) { return }
    } else {
      if names.isEmpty { names = Set(topics.map(\.name)) }
      guard names.insert(topic.name).inserted else { return }
    }
    topics.append(topic)
  }

  mutating func add(_ mention: Mention, _ document: AnnotatedDocument) {
    guard let number = mention.entity else { return }
    for topic in Self.topics(of: document.entities[Int(number)], mention.form) { add(topic) }
  }

  /// The topics that the mention of an entity makes.
  static func topics(of entity: DocumentEntity, _ form: Mention.Form) -> [Topic] {
    switch form {
    case .pronoun: return [Topic(entity.name, reason: "pronoun")]
    case .nominal: return [Topic(entity.name, reason: "described")]
    case .name: break
    }
    let key = (entity.known ?? "").split(separator: "/")
    guard key.count == 3 else { return [Topic(entity.name, reason: "named")] }
    let country = String(key[0])
    switch key[1] {
    case "demonym": return [Topic(country, reason: "demonym")]
    case "capital":
      return [Topic(entity.name, reason: "named"), Topic(country, reason: "capital")]
    default: return [Topic(entity.name, reason: "named"), Topic(country, reason: "government")]
    }
  }
}
