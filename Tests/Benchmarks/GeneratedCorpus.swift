import CorpusStore

/// A small corpus of made-up words, the same each time, for counts of instructions.
struct GeneratedCorpus: ~Copyable {

  private static let documentCount = 400
  private static let sentencesPerDocument = 30
  private static let tagNames = ["ADJ", "ADP", "DET", "NOUN", "VERB"]

  private var builder = CorpusBuilder()
  private var random = SplitMix(state: 20_250_224)
  private var tokens = TokenColumns()
  private var sentences = Runs()
  private var documents = Runs()
  private var speakerOfQuote: [UInt32] = []
  private var documentOfQuote: [UInt32] = []
  private var topicsOfQuote: [[UInt32]] = []
  private var days: [Day] = []
  private var textStarts: [UInt32] = []

  /// Returns the corpus: 12,000 sentences, each of them a quote.
  static func make() -> Corpus {
    var corpus = GeneratedCorpus()
    for document in 0..<documentCount { corpus.addDocument(document) }
    return corpus.finish()
  }

  private mutating func addDocument(_ document: Int) {
    textStarts.append(UInt32(tokens.text.count))
    days.append(Day(number: Int32(14_000 + document * 7)))
    let first = tokens.count
    for _ in 0..<Self.sentencesPerDocument {
      let start = tokens.count
      let words = (0..<6 + random.below(24)).map { _ in "w\(random.skewed(below: 20_000))" }
      let line = Array(words.joined(separator: " ").utf8)
      tokens.append(line.span, line.indices, to: &builder.pool)
      sentences.append(start..<tokens.count)
      speakerOfQuote.append(UInt32(random.skewed(below: 3_000)))
      documentOfQuote.append(UInt32(document))
      topicsOfQuote.append(
        (0..<1 + random.below(3)).map { _ in
          builder.pool.intern("t\(random.skewed(below: 60))").rawValue
        })
    }
    documents.append(first..<tokens.count)
  }

  private consuming func finish() -> Corpus {
    builder.setText(
      TextStore(
        bytes: tokens.text, documents: textStarts + [UInt32(tokens.text.count)],
        shifts: Array(repeating: [], count: textStarts.count)))
    let words = tokens.words
    var tags: [Symbol] = []
    for name in Self.tagNames { tags.append(builder.pool.intern(name)) }
    tokens.give(to: &builder, tags: tags) { token in
      (Symbol(words[token]), UInt8(words[token] % UInt32(Self.tagNames.count)))
    }
    builder.setRows(of: .documents, count: documents.count, regions: documents.regions)
    builder.addDates("date", of: .documents, days)
    for table in [Table.paragraphs, .sentences] {
      builder.setRows(of: table, count: sentences.count, regions: sentences.regions)
    }
    builder.addReference(
      "document", of: .tokens, to: .documents, documents.regions.rowOfEachToken)
    builder.setQuotes(sentences)
    builder.addReference("speaker", of: .quotes, to: .entities, speakerOfQuote)
    builder.add(
      "topic", of: .quotes, type: .name, isMany: true, summary: "what it is about",
      column: .codeLists(CodeListColumn(topicsOfQuote, domain: .symbols)))
    builder.addReference("document", of: .quotes, to: .documents, documentOfQuote)
    var names: [UInt32] = []
    for speaker in 0..<3_000 { names.append(builder.pool.intern("Speaker \(speaker)").rawValue) }
    builder.addSpeakers(names)
    return builder.finish(name: "generated")
  }
}

/// Random numbers that are the same everywhere (SplitMix64; Steele, Lea and Flood 2014).
private struct SplitMix {

  var state: UInt64

  mutating func next() -> UInt64 {
    // Wrapping is what the generator is defined by.
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Returns a number below `bound`, each as likely as the others.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Returns a number below `bound`, small ones far more often, about as words are distributed.
  mutating func skewed(below bound: Int) -> Int { below(max(1, bound >> below(14))) }
}
