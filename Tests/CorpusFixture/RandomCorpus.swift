internal import TestSupport
internal import Annotation
public import CorpusStore

/// Corpora drawn at random, small enough to be read row by row, and dense in odd cases: quotes of
/// several pieces, quotes within quotes, missing dates, documents without text.
public enum RandomCorpus {

  private static let words = [
    "the", "The", "tax", "Tax", "river", "élan", "Elan", "naïve", "won't", "trade", "a", "of",
    "Straße", ",", ".", "“", "”",
  ]
  /// What several texts quote, nearly word for word.
  private static let statement = ["The", "river", "of", "trade", "won't", "tax", "élan"]
  private static let topics = ["China", "Trade", "Défense", "Floods"]
  private static let outlets = ["Post", "Gull", "Écho"]
  private static let days = ["2024-12-30", "2025-01-02", "2025-02-24", "2025-02-28", "2025-03-31"]

  /// Returns a corpus of so many documents.
  public static func make(seed: UInt64, documents: Int) -> Corpus {
    var random = SeededGenerator(seed: seed)
    return FixtureCorpus.assemble(
      (0..<documents).map { document($0, &random) }, name: "random \(seed)")
  }

  private static func document(_ number: Int, _ random: inout SeededGenerator) -> AnnotatedDocument
  {
    var document = DocumentSketch(
      "d\(number)", title: random.once(in: 3) ? nil : "Title \(number)",
      date: random.once(in: 4) ? nil : random.pick(days),
      outlet: random.once(in: 5) ? nil : random.pick(outlets),
      authors: random.once(in: 2) ? [] : [random.pick(["Ines", "Tom"]), "Kim"])
    let paragraphs = random.below(4)
    let stated = random.once(in: 2) ? addStatement(&document, &random) : nil
    for _ in 0..<paragraphs { addParagraph(&document, &random) }
    if random.once(in: 2) { document.addTopic(random.pick(topics)) }
    guard document.tokenCount > 6 else { return document.finished() }
    let entities = (0..<random.below(4)).map { _ in document.addEntity(entity(&random)) }
    addMentions(&document, entities, &random)
    if let stated {
      let speaker = entities.isEmpty || random.once(in: 3) ? nil : random.pick(entities)
      document.addQuote([stated], kind: .direct) { $0.speaker = speaker }
    }
    addQuotes(&document, entities, &random)
    return document.finished()
  }

  /// Adds a paragraph of the statement with a word changed, and returns where it stands.
  private static func addStatement(
    _ document: inout DocumentSketch, _ random: inout SeededGenerator
  ) -> Range<Int> {
    var words = statement
    words[random.below(words.count)] = random.pick(["the", "tax", "a", "naïve"])
    let start = document.tokenCount
    document.addParagraph(words: [["“"] + words + ["”"]])
    return (start + 1)..<(start + 1 + words.count)
  }

  private static func addParagraph(
    _ document: inout DocumentSketch, _ random: inout SeededGenerator
  ) {
    var sentences: [[String]] = []
    for _ in 0..<(1 + random.below(3)) {
      sentences.append((0..<(1 + random.below(9))).map { _ in random.pick(words) })
    }
    document.addParagraph(words: sentences)
  }

  private static func entity(_ random: inout SeededGenerator) -> DocumentEntity {
    let number = random.below(5)
    return DocumentEntity(
      name: "Name \(number)", type: number < 3 ? .person : .place,
      aliases: number == 1 ? ["One", "Alias"] : [], roles: number < 2 ? ["minister"] : [])
  }

  private static func addMentions(
    _ document: inout DocumentSketch, _ entities: [UInt32], _ random: inout SeededGenerator
  ) {
    var start = 0
    while true {
      start += random.below(8)
      let end = start + 1 + random.below(2)
      guard end <= document.tokenCount else { return }
      let entity = entities.isEmpty || random.once(in: 4) ? nil : random.pick(entities)
      document.addMention(of: entity, at: start..<end, form: random.pick(Mention.Form.allCases))
      start = end
    }
  }

  private static func addQuotes(
    _ document: inout DocumentSketch, _ entities: [UInt32], _ random: inout SeededGenerator
  ) {
    var start = 0
    var previous: UInt32?
    while true {
      // Now and then a quote begins inside the one before, or just where that begins.
      start = max(0, start + random.below(9) - 2)
      let first = start..<(start + 1 + random.below(6))
      guard first.upperBound <= document.tokenCount else { return }
      var pieces = [first]
      let next = first.upperBound + 1 + random.below(3)
      if random.once(in: 3), next + 2 <= document.tokenCount { pieces.append(next..<(next + 2)) }
      let speaker = entities.isEmpty || random.once(in: 3) ? nil : random.pick(entities)
      let topics = topics.filter { _ in random.once(in: 3) }
      let cue: String? = random.once(in: 4) ? nil : random.pick(["say", "deny", "according to"])
      let confidence = Double(random.below(101)) / 100
      let nested = random.once(in: 5) ? previous : nil
      document.addQuote(pieces, kind: random.pick(Quote.Kind.allCases), confidence: confidence) {
        $0.speaker = speaker
        $0.cueLemma = cue
        $0.cuePosition = cue == nil ? nil : .before
        $0.nestedIn = nested
        $0.topics = topics.map { Topic($0, reason: "named") }
      }
      previous = UInt32(document.annotated.quotes.count - 1)
      start = max(start + 1, first.upperBound - 1)
    }
  }
}
