import Annotation
import Foundation
import Testing

@testable import Ingestion

/// Quotes and names that the source of a document gives.
@Suite struct GivenQuoteTests {

  private static let text = """
    The mayor of Otterburg, Ada Morel, spoke on Monday. “We are ready,” Morel said.

    She added that the bridge would open in May. Macron said: “I will come.”
    """

  /// The place of words in the text.
  private func range(_ words: String, in text: String = text) throws -> ByteRange {
    let found = try #require(text.range(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return ByteRange(UInt32(start), UInt32(start + words.utf8.count))
  }

  private func annotated(
    _ given: GivenLayers, _ text: String = text
  ) -> AnnotatedDocument {
    let source = SourceDocument(
      text: NormalizedText(clean: text), metadata: DocumentMetadata(id: "a", origin: "a"),
      given: given)
    let pipeline = AnnotationPipeline.standard()
    return Ingestor.annotated(source) { pipeline.annotate(text: $0, metadata: $1) }
  }

  private func speaker(_ quote: Quote, _ document: AnnotatedDocument) -> String? {
    quote.speaker.map { document.entities[Int($0)].name }
  }

  @Test func `quotes of the source stay as they are, and no other is added`() throws {
    var given = GivenLayers()
    var quote = GivenQuote(content: [try range("“We are ready,”")], field: "quotes")
    quote.speaker = "Morel"
    quote.confidence = 0.7
    given.quotes = [quote]
    let document = annotated(given)
    #expect(document.quotes.count == 1)
    let found = try #require(document.quotes.first)
    #expect(found.content.map { document.text.string($0) } == ["We are ready"])
    #expect(found.kind == .direct)
    #expect(found.confidence == 0.7)
    #expect(speaker(found, document) == "Ada Morel")
    #expect(found.reasons.first == "content: given by the source, “quotes”")
    #expect(
      found.reasons.last
        == "speaker: Ada Morel, given by the source, “speaker” as “Morel”, another name of theirs")
    #expect(!document.tokens.isEmpty && !document.mentions.isEmpty)
  }

  @Test func `a source that says there are no quotes is believed`() {
    var given = GivenLayers()
    given.quotes = []
    #expect(annotated(given).quotes.isEmpty)
    given.quotes = nil
    #expect(annotated(given).quotes.count > 1)
  }

  @Test func `the words of a source lead to the speaker where there is no name`() throws {
    var given = GivenLayers()
    var first = GivenQuote(content: [try range("I will come.")], field: "Content")
    first.source = [try range("Macron")]
    first.cue = [try range("said: “I").start].map { ByteRange($0, $0 + 4) }
    var second = GivenQuote(
      content: [try range("that the bridge would open in May")], field: "Content")
    second.source = [try range("She")]
    second.cue = [try range("added")]
    given.quotes = [first, second]
    let document = annotated(given)
    #expect(document.quotes.map { speaker($0, document) } == ["Ada Morel", "Emmanuel Macron"])
    #expect(document.quotes.map(\.kind) == [.indirect, .direct])
    #expect(document.quotes.map(\.cueLemma) == ["add", "say"])
    #expect(document.quotes.map(\.cuePosition) == [.before, .before])
    #expect(document.quotes[1].reasons.contains("cue: “said” (say), given by the source"))
  }

  @Test func `a speaker whom the text does not name is added`() throws {
    var given = GivenLayers()
    var quote = GivenQuote(
      content: [try range("I will come.")], field: "said", speakerField: "who")
    quote.speaker = "Bo Ding"
    given.quotes = [quote]
    let document = annotated(given)
    #expect(document.quotes.map { speaker($0, document) } == ["Bo Ding"])
    #expect(
      document.quotes[0].reasons.contains("speaker: Bo Ding, given by the source, “who”"))
  }

  @Test func `known people and countries are found by other names of theirs`() throws {
    var given = GivenLayers()
    for (words, name) in [("We are ready", "Emmanuel Macron"), ("I will come", "France")] {
      var quote = GivenQuote(content: [try range(words)], field: "quotes")
      quote.speaker = name
      given.quotes = (given.quotes ?? []) + [quote]
    }
    let document = annotated(given)
    #expect(document.quotes.map { speaker($0, document) } == ["Emmanuel Macron", "France"])
    let types = document.quotes.compactMap(\.speaker).map { document.entities[Int($0)].type }
    #expect(types == [.person, .place])
    #expect(document.entities.count { $0.name == "Emmanuel Macron" } == 1)
  }

  @Test func `names of the source go before those that are found`() throws {
    var given = GivenLayers()
    given.mentions = [
      GivenMention(try range("Otterburg"), type: .organization, field: "ner"),
      GivenMention(try range("Ada Morel"), type: .person, field: "ner"),
      GivenMention(try range("Macron"), type: .person, name: "Brigitte Macron", field: "link"),
    ]
    let document = annotated(given)
    let names = document.mentions.filter { $0.form == .name }
    #expect(
      names.map { mention in
        document.text.string(
          ByteRange(
            document.tokens[Int(mention.firstToken)].range.start,
            document.tokens[Int(mention.endToken) - 1].range.end))
      } == ["Otterburg", "Ada Morel", "Macron"])
    let entities = names.compactMap { $0.entity.map { document.entities[Int($0)] } }
    #expect(entities.map(\.type) == [.organization, .person, .person])
    #expect(entities.map(\.name) == ["Otterburg", "Ada Morel", "Brigitte Macron"])
    #expect(names.allSatisfy { $0.reason.hasPrefix("given by the source, “") })
    // What is missing is added: quotes, with the speakers that these names lead to.
    #expect(document.quotes.contains { speaker($0, document) == "Brigitte Macron" })
    #expect(document.mentions.contains { $0.form == .pronoun })
  }

  @Test func `a source that gives pronouns gives all mentions`() throws {
    var given = GivenLayers()
    var pronoun = GivenMention(
      try range("She"), type: .person, name: "Ada Morel", field: "mentions")
    pronoun.form = .pronoun
    pronoun.identifier = "Q1"
    given.mentions = [pronoun]
    let document = annotated(given)
    #expect(document.mentions.count == 1)
    #expect(document.entities.map(\.name) == ["Ada Morel"])
    #expect(document.entities[0].aliases.contains("Q1"))
  }

  @Test func `what is given tells one source from another`() throws {
    var given = GivenLayers()
    var quote = GivenQuote(content: [try range("We are ready")], field: "quotes")
    let source = { (given: GivenLayers) in
      SourceDocument(
        text: NormalizedText(clean: Self.text), metadata: DocumentMetadata(id: "a", origin: "a"),
        given: given)
    }
    var sums: Set<UInt64> = [source(given).checksum]
    given.quotes = []
    sums.insert(source(given).checksum)
    given.quotes = [quote]
    sums.insert(source(given).checksum)
    quote.speaker = "Ada Morel"
    given.quotes = [quote]
    sums.insert(source(given).checksum)
    given.mentions = [GivenMention(try range("Macron"), type: .person, field: "ner")]
    sums.insert(source(given).checksum)
    given.mentions?[0].name = "Brigitte Macron"
    sums.insert(source(given).checksum)
    #expect(sums.count == 6)
  }

  @Test func `what is given is in the record of a document`() throws {
    var given = GivenLayers()
    var quote = GivenQuote(content: [try range("We are ready")], field: "quotes")
    quote.speaker = "Morel"
    given.quotes = [quote]
    let document = annotated(given)
    var writer = RecordWriter()
    DocumentRecord.append(document, .whole, to: &writer)
    var reader = RecordReader(writer.bytes[...])
    let back = try DocumentRecord.document(&reader)
    #expect(back.quotes == document.quotes)
    #expect(back.entities == document.entities)
  }

  @Test func `outer marks and blanks are no part of what is said`() throws {
    for (text, content, kind) in [
      ("He said “yes”.", "“yes”", Quote.Kind.direct), ("He said \"yes, \".", " \"yes, \"", .direct),
      ("“Yes” and “no”, he said.", "“Yes” and “no”", .mixed), ("He said so.", " so", .indirect),
      ("“Yes,” he said.", "Yes", .direct), ("He said: “No!” Then: “So.”", "No", .direct),
      ("“No,” he said, so “yes”.", "so", .indirect),
      ("He said yes.", "yes", .indirect), ("A 'b' c.", "'b'", .direct),
    ] {
      var given = GivenLayers()
      given.quotes = [GivenQuote(content: [try range(content, in: text)], field: "q")]
      let document = annotated(given, text)
      #expect(document.quotes.map(\.kind) == [kind], "\(text)")
    }
  }

  @Test func `the words for a speaker are a name beside other names that are given`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "“We lost,” said Ada Röe 😀 of Lanna. She wept.")
    try folder.write(
      "a.ann",
      """
      T1\tQuote 1 8\tWe lost
      T2\tSpeaker 16 23\tAda Röe
      T3\tGPE 29 34\tLanna
      T4\tPER 36 39\tShe
      R1\tSaidBy Arg1:T1 Arg2:T2

      """)
    let source = try #require(Ingestor.read([folder.path]).documents.first)
    let pipeline = AnnotationPipeline.standard()
    let document = Ingestor.annotated(source) { pipeline.annotate(text: $0, metadata: $1) }
    let speaker = try #require(document.quotes.first?.speaker)
    #expect(document.entities[Int(speaker)].name == "Ada Röe")
    #expect(document.quotes.count == 1)
  }
}
