import Annotation
import Testing

@testable import Ingestion

/// Pronouns and descriptions that a source marks as people are no names of anybody.
@Suite struct GivenReferenceTests {

  private func annotated(_ name: String, _ source: String) throws -> AnnotatedDocument {
    let documents = Ingestor.read(name: name, bytes: Array(source.utf8)).documents
    let pipeline = AnnotationPipeline.standard()
    return try #require(
      Ingestor.annotate(documents) { pipeline.annotate(text: $0, metadata: $1) }.first)
  }

  private func brat(_ text: String, _ annotation: String) -> (
    document: AnnotatedDocument, warnings: [IngestionReport.Warning]
  ) {
    let normalized = TextNormalizer.normalize(Array(text.utf8))
    var standoff = StandoffAnnotation(StandoffText(normalized, unit: .scalars))
    var warnings: [IngestionReport.Warning] = []
    let layers = standoff.read(Array(annotation.utf8), of: "a.ann", &warnings)
    let source = SourceDocument(
      text: normalized, metadata: DocumentMetadata(id: "a", origin: "a"), given: layers)
    let pipeline = AnnotationPipeline.standard()
    return (
      Ingestor.annotated(source) { pipeline.annotate(text: $0, metadata: $1) }, warnings
    )
  }

  private func mentions(_ document: AnnotatedDocument) -> [String] {
    document.mentions.map { mention in
      let words = (mention.firstToken..<mention.endToken).map {
        document.text.string(document.tokens[Int($0)].range)
      }
      let who = mention.entity.map { document.entities[Int($0)].name } ?? "nobody"
      return "\(words.joined(separator: " ")) = \(who), \(mention.form)"
    }
  }

  private func speakers(_ document: AnnotatedDocument) -> [String] {
    document.quotes.map { quote in
      quote.speaker.map { document.entities[Int($0)].name } ?? "nobody"
    }
  }

  private static let words = "Clara Weiss met Ida Lund. She said that the mill would close."

  /// The same names and pronoun in each format; only some tell whom it means.
  private static let sources: [(name: String, source: String)] = [
    (
      "bare.jsonl",
      """
      {"text":"Clara Weiss left. She said that the mill would close.","mentions":[\
      {"start":0,"end":11,"label":"PERSON"},{"start":18,"end":21,"label":"PERSON"}]}
      """
    ),
    (
      "named.jsonl",
      """
      {"text":"\(words)","mentions":[{"start":0,"end":11,"type":"person","entity":"Clara Weiss"},\
      {"start":16,"end":24,"type":"person"},\
      {"start":26,"end":29,"type":"person","entity":"Clara Weiss"}]}
      """
    ),
    (
      "keyed.jsonl",
      """
      {"text":"\(words)","entities":[{"start":26,"end":29,"label":"PER","id":"Q7"},\
      {"start":0,"end":11,"label":"PER","id":"Q7"},{"start":16,"end":24,"label":"PER","id":"Q8"}]}
      """
    ),
    (
      "names.conll",
      """
      Clara NNP B-PER
      Weiss NNP I-PER
      left VBD O
      . . O

      She PRP B-PER
      said VBD O
      that IN O
      the DT O
      mill NN O
      would MD O
      close VB O
      . . O

      """
    ),
    (
      "names.vrt",
      """
      <text id="x">
      <s>
      <name type="person">
      Clara\tNNP\tClara
      Weiss\tNNP\tWeiss
      </name>
      left\tVBD\tleave
      .\t.\t.
      </s>
      <s>
      <name type="person">
      She\tPRP\tshe
      </name>
      said\tVBD\tsay
      that\tIN\tthat
      the\tDT\tthe
      mill\tNN\tmill
      would\tMD\twould
      close\tVB\tclose
      .\t.\t.
      </s>
      </text>
      """
    ),
    (
      "refs.xml",
      """
      <TEI><text><body><p><persName ref="#c">Clara Weiss</persName> met <persName ref="#i">Ida \
      Lund</persName>. <rs type="person" ref="#c">She</rs> said that the mill would close.</p>\
      </body></text></TEI>
      """
    ),
    (
      "listed.xml",
      """
      <TEI><standOff><listPerson><person xml:id="c"><persName>Clara Weiss</persName></person>\
      </listPerson></standOff><text><body><p><persName ref="#c">Clara Weiss</persName> met <persName \
      ref="#i">Ida Lund</persName>. <rs type="person" ref="#c">She</rs> said that the mill would \
      close.</p></body></text></TEI>
      """
    ),
  ]

  @Test(arguments: sources.map(\.name))
  func `a pronoun that is marked as a person is one of somebody`(name: String) throws {
    let source = try #require(Self.sources.first { $0.name == name }).source
    let document = try annotated(name, source)
    #expect(speakers(document) == ["Clara Weiss"])
    let found = mentions(document)
    #expect(found.filter { $0.hasPrefix("She") } == ["She = Clara Weiss, pronoun"], "\(found)")
    #expect(!document.entities.contains { $0.name == "She" || $0.aliases.contains("She") })
    let pronoun = try #require(document.mentions.first { $0.form == .pronoun })
    #expect(pronoun.reason.hasPrefix("given by the source"))
  }

  @Test func `a reference to a list of another file may name who is meant`() throws {
    let document = try annotated(
      "a.xml",
      """
      <TEI><text><body><p><rs type="person" ref="#ClaraWeiss">She</rs> said that <rs type="person" \
      ref="#p9">he</rs> lied, by <placeName ref="#o">the town</placeName>.</p></body></text></TEI>
      """)
    #expect(
      mentions(document) == [
        "She = Clara Weiss, pronoun", "he = nobody, pronoun", "the town = nobody, nominal",
      ])
    #expect(speakers(document) == ["Clara Weiss"])
  }

  private static let story =
    "Tom Arden met Jon Roe at the mill. He smiled. “Go home,” he said. The old man left."

  @Test(arguments: [
    "R1\tCoreference Arg1:T3 Arg2:T1", "R1\tCoref Arg1:T1 Arg2:T3", "*\tIdent T1 T3",
  ])
  func `a relation of brat tells whom a pronoun means`(relation: String) {
    let (document, warnings) = brat(
      Self.story,
      """
      T1\tPER 0 9\tTom Arden
      T2\tPER 14 21\tJon Roe
      T3\tPER 57 59\the
      T4\tPER 35 37\tHe
      T5\tPER 66 77\tThe old man
      T6\tFAC 25 33\tthe mill
      *\tCoref T2 T5 T4
      \(relation)

      """)
    #expect(warnings.isEmpty, "\(warnings)")
    #expect(
      mentions(document) == [
        "Tom Arden = Tom Arden, name", "Jon Roe = Jon Roe, name", "the mill = nobody, nominal",
        "He = Jon Roe, pronoun", "he = Tom Arden, pronoun", "The old man = Jon Roe, nominal",
      ])
    #expect(speakers(document) == ["Tom Arden"])
  }

  @Test func `what brat tells of a name or a quote is kept, and the rest is told`() throws {
    let (document, warnings) = brat(
      Self.story,
      """
      T1\tPER 0 9\tTom Arden
      T2\tPER 14 21\tJon Roe
      T3\tQuote 47 54\tGo home
      T4\tDate 38 44\tsmiled
      A1\tConfidence T1 High
      A2\tTone T3 gentle
      A3\tDoubtful T4
      R1\tNeighbour Arg1:T1 Arg2:T2
      #1\tAnnotatorNotes T2\ta miller
      #2\tAnnotatorNotes T3\twho hears it?

      """)
    #expect(document.mentions.first?.reason.contains("Confidence: High") == true)
    #expect(document.mentions.dropFirst().first?.reason.contains("note: a miller") == true)
    let reasons = try #require(document.quotes.first?.reasons)
    #expect(reasons.contains("Tone: gentle, given by the source"))
    #expect(reasons.contains("note: who hears it?, given by the source"))
    #expect(
      warnings.map(\.description) == [
        "a.ann:7: there is no place for what 2 lines tell, the first is 'Doubtful'"
      ])
  }

  @Test func `a source of brat that is a pronoun is who it is one with`() {
    let (document, _) = brat(
      Self.story,
      """
      T1\tPER 0 9\tTom Arden
      T2\tPER 14 21\tJon Roe
      T3\tQuote 47 54\tGo home
      T4\tSource 57 59\the
      R1\tSaid_by Arg1:T3 Arg2:T4
      R2\tCoref Arg1:T4 Arg2:T1

      """)
    #expect(speakers(document) == ["Tom Arden"])
  }

  @Test func `a speaker who is told by a pronoun is who it means`() throws {
    let document = try annotated(
      "a.jsonl",
      """
      {"text":"Clara Weiss left. “Go on,” she said.","quotes":[{"start":19,"end":24,"speaker":"she"}]}
      """)
    #expect(speakers(document) == ["Clara Weiss"])
    let alone = try annotated(
      "b.jsonl", "{\"text\":\"“Go on.”\",\"quotes\":[{\"start\":1,\"end\":7,\"speaker\":\"She\"}]}")
    #expect(speakers(alone) == ["nobody"])
  }

  @Test(arguments: [
    (["She"], Mention.Form.pronoun), (["she"], .pronoun), (["US"], .name), (["WHO"], .name),
    (["us"], .pronoun), (["SHE"], .pronoun), (["Her"], .pronoun), (["Ada"], .name),
    (["the", "old", "man"], .nominal), (["The", "mayor", "of", "Otterburg"], .nominal),
    (["the", "German", "chancellor"], .nominal), (["the", "Netherlands"], .name),
    (["the", "Bank", "of", "Otterburg"], .name), (["The", "Hague"], .name),
    (["her", "mother"], .nominal),
    (["ada", "morel"], .name), (["the", "united", "states"], .name), (["de", "la", "Rue"], .name),
  ])
  func `words tell how they refer`(words: [String], form: Mention.Form) {
    #expect(ReferringWords.form(of: words, .person) == form)
  }
}
