internal import Annotation

/// An article with its attributions, as the data set of quotes gives them.
struct AttributedArticle {

  /// The text.
  let text: [UInt8]
  /// Its words.
  let words: ScoredWords
  /// The attributions.
  let attributions: [Attribution]

  /// Reads the articles that train.
  static func training(_ data: TrainingData) throws -> [AttributedArticle] {
    try all(data, "quotes/polnear/train.docs.jsonl.xz", "quotes/polnear/train.speech.jsonl.xz")
  }

  /// Reads the articles that scores are taken on.
  static func development(_ data: TrainingData) throws -> [AttributedArticle] {
    try all(data, "quotes/polnear/dev.docs.jsonl", "quotes/polnear/dev.speech.jsonl")
  }

  private static func all(
    _ data: TrainingData, _ texts: String, _ quotes: String
  ) throws -> [AttributedArticle] {
    var attributions: [[UInt8]: JSONValue] = [:]
    for line in try data.lines(of: quotes) where !line.isEmpty {
      let row = try JSONValue(line)
      attributions[row["doc"].bytes] = row["quotes"]
    }
    return try data.lines(of: texts).filter { !$0.isEmpty }.map {
      let row = try JSONValue($0)
      let text = row["text"].bytes
      let words = ScoredWords(text)
      let quotes = attributions[row["doc"].bytes] ?? .null
      return AttributedArticle(
        text: text, words: words,
        attributions: quotes.elements.map { Attribution($0, words) })
    }
  }

  /// Returns whether the content and source of a reading, in words, are those of an attribution,
  /// and whether that is speech.
  func answer(
    content: Set<Int>, source: Set<Int>
  ) -> (isRight: Bool, isSpeech: Bool) {
    let telling = words.telling(source)
    var best = (isRight: false, likeness: 0.0, isSpeech: false)
    for attribution in attributions {
      let likeness = attribution.likeness(to: content)
      guard likeness >= 0.5 else { continue }
      let isRight = attribution.hasSource(source, telling: telling)
      if isRight && !best.isRight || isRight == best.isRight && likeness > best.likeness {
        best = (isRight, likeness, attribution.isSpeech)
      }
    }
    return (best.isRight, best.isSpeech)
  }
}

/// One attribution, in words.
struct Attribution {

  private let content: Set<Int>
  private let source: Set<Int>
  private let sourceHead: Int?
  private let telling: Set<Int>

  /// Whether it is speech or writing, and no belief or wish.
  let isSpeech: Bool

  init(_ row: JSONValue, _ words: ScoredWords) {
    content = words.words(in: row["content"])
    source = words.words(in: row["source"])
    sourceHead = words.head(of: source)
    telling = words.telling(source)
    isSpeech = row["ignore"] != .bool(true)
  }

  /// The share of common words among all (Jaccard 1901).
  func likeness(to other: Set<Int>) -> Double {
    let common = content.intersection(other).count
    let all = content.count + other.count - common
    return all > 0 ? Double(common) / Double(all) : 0
  }

  /// Whether a source counts as the same: both none, or head or a telling word in common.
  func hasSource(_ other: Set<Int>, telling otherTelling: Set<Int>) -> Bool {
    if source.isEmpty || other.isEmpty { return source.isEmpty && other.isEmpty }
    return sourceHead.map(other.contains) ?? false || !telling.isDisjoint(with: otherTelling)
  }
}
