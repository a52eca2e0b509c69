import Annotation
import Testing

@testable import Ingestion

/// Words, sentences and names that documents of JSON give of themselves.
@Suite struct GivenTokensTests {

  private func read(_ text: String, _ name: String = "a.json") -> Reading {
    Ingestor.read(name: name, bytes: Array(text.utf8))
  }

  private func words(_ document: SourceDocument) -> [String] {
    (document.given?.tokens ?? []).map { token in
      let word = document.text.string(token.range)
      return token.lemma.isEmpty ? word : "\(word)/\(token.lemma)"
    }
  }

  private func sentences(_ document: SourceDocument) -> [String] {
    guard let given = document.given else { return [] }
    return given.sentences.map { sentence in
      let start = given.tokens[Int(sentence.firstToken)].range.start
      return document.text.string(
        ByteRange(start, given.tokens[Int(sentence.endToken) - 1].range.end))
    }
  }

  @Test func `words with places are taken with their lemmas, tags and sentences`() throws {
    let reading = read(
      """
      {"text": "😀 Ada left. It rained.", "sents": [{"start": 0, "end": 11}, {"start": 12, "end": 22}],
       "ents": [{"start": 2, "end": 5, "label": "PERSON"}], "tokens": [
       {"start": 0, "end": 1, "pos": "SYM"}, {"start": 2, "end": 5, "pos": "PROPN", "lemma": "Ada"},
       {"start": 6, "end": 10, "pos": "VERB", "lemma": "leave"}, {"start": 10, "end": 11},
       {"start": 12, "end": 14, "lemma": "it"}, {"start": 15, "end": 21, "lemma": "rain"},
       {"start": 21, "end": 22}]}
      """)
    #expect(reading.warnings.isEmpty)
    let document = try #require(reading.documents.first)
    #expect(words(document) == ["😀", "Ada/Ada", "left/leave", ".", "It/it", "rained/rain", "."])
    #expect(sentences(document) == ["😀 Ada left.", "It rained."])
    #expect(document.given?.tokens[2].partOfSpeech == .verb)
    #expect(document.given?.mentions?.map { document.text.string($0.range) } == ["Ada"])
    #expect(
      document.given?.givenWords
        == "words, lemmas and tags: given by the source, “tokens”, “lemma” and “pos” of json")
  }

  @Test func `places that count units of UTF-16 are told by the words there`() throws {
    let reading = read(
      """
      {"text": "😀 Ada left.", "tokens": [{"text": "😀", "start": 0, "end": 2},
       {"text": "Ada", "start": 3, "end": 6}, {"text": "left", "start": 7, "end": 11},
       {"text": ".", "start": 11, "end": 12}],
       "entities": [{"text": "Ada", "type": "person", "offset": 3, "length": 3}]}
      """)
    let document = try #require(reading.documents.first)
    #expect(words(document) == ["😀", "Ada", "left", "."])
    #expect(document.given?.mentions?.map { document.text.string($0.range) } == ["Ada"])
  }

  @Test func `words without places are looked for one behind the other`() throws {
    let reading = read(
      """
      {"text": "A Headline\\n\\n“We didn't go,” she said.\\n\\nIt rained.",
       "sentences": [["``", "We", "did", "n't", "go", ",", "''", "she", "said", "."],
       ["It", "rained", "."]]}
      """)
    #expect(reading.warnings.isEmpty)
    let document = try #require(reading.documents.first)
    #expect(words(document).joined(separator: " ") == "“ We did n't go , ” she said . It rained .")
    #expect(sentences(document) == ["“We didn't go,” she said.", "It rained."])
    #expect(document.given?.blocks.map(\.kind) == [.heading, .paragraph, .paragraph])
    #expect(document.given?.sentences.map(\.block) == [1, 2])
  }

  @Test func `words without a text are the text`() throws {
    let document = try #require(
      read(#"{"id": "x", "tokens": ["Ada", "left", "."], "lemmas": ["Ada", "leave", "."]}"#)
        .documents.first)
    #expect(document.text.text == "Ada left .")
    #expect(words(document) == ["Ada/Ada", "left/leave", "./."])
    #expect(document.given?.sentences.isEmpty == true)
    let annotated = Ingestor.annotated(document) {
      AnnotationPipeline.standard().annotate(text: $0, metadata: $1)
    }
    #expect(annotated.sentences.count == 1)
    #expect(annotated.tokens.map(\.partOfSpeech) == [.propn, .verb, .punct])
    #expect(
      annotated.givenWords == "words and lemmas: given by the source, “tokens” and “lemmas” of json"
    )
  }

  @Test func `sentences of words alone are a document, with the blanks that numbers tell`() throws {
    let document = try #require(
      read(
        #"""
        [[{"id": 1, "text": "Ada", "lemma": "Ada", "upos": "PROPN", "start_char": 0, "end_char": 3},
          {"id": 2, "text": "left", "lemma": "leave", "upos": "VERB", "start_char": 4, "end_char": 8},
          {"id": 3, "text": ".", "lemma": ".", "upos": "PUNCT", "start_char": 8, "end_char": 9}],
         [{"id": 1, "text": "Rain", "lemma": "rain", "upos": "NOUN", "start_char": 11, "end_char": 15}]]
        """#
      ).documents.first)
    #expect(document.text.text == "Ada left.  Rain")
    #expect(words(document) == ["Ada/Ada", "left/leave", "./.", "Rain/rain"])
    #expect(sentences(document) == ["Ada left.", "Rain"])
  }

  @Test(arguments: [
    #"{"text": "Ada left.", "Entities": [{"BeginOffset": 0, "EndOffset": 3, "Text": "Ada", "Type": "PERSON"}]}"#,
    #"{"text": "Ada left.", "entities": [{"text": "Ada", "start_pos": 0, "end_pos": 3, "labels": [{"value": "PER"}]}]}"#,
    #"{"text": "Ada left.", "ents": [{"start": 0, "end": 3, "label": "PERSON"}]}"#,
  ])
  func `names are taken as services and programs write them`(text: String) {
    let mentions = read(text).documents.first?.given?.mentions
    #expect(mentions?.map(\.range) == [ByteRange(0, 3)] && mentions?.first?.type == .person)
  }

  @Test func `words that are not those of the text are told and left out`() {
    let reading = read(
      """
      {"text": "Ministers met in Rome.", "tokens": ["minister", "meet", "rome"]}
      {"text": "Ministers met in Rome. They agreed on many things.", "tokens": ["Rome", "."]}
      {"text": "Ministers met in Rome.", "tokens": [101, 2003]}
      """, "a.jsonl")
    #expect(
      reading.warnings.map(\.description) == [
        "a.jsonl:1: 3 of the 3 words in 'tokens' do not stand in the text",
        "a.jsonl:2: the words in 'tokens' leave out much of the text",
      ])
    #expect(reading.documents.allSatisfy { $0.given?.tokens.isEmpty ?? true })
    #expect(reading.documents[2].metadata.other.map(\.value) == ["101, 2003"])
  }

  @Test func `lists that mean something beside words alone are fields without them`() throws {
    let reading = read(#"{"text": "Ada left.", "pos": ["a", "b"], "lemma": "x"}"#)
    let other = try #require(reading.documents.first?.metadata.other)
    #expect(other.map(\.key) == ["lemma", "pos"] && other.map(\.value) == ["x", "a, b"])
  }

  @Test func `names and quotes that stand nowhere are told`() {
    let reading = read(
      """
      {"text": "Ada left.", "mentions": [{"start": 0, "end": 3, "type": "person"},
       {"start": 40, "end": 44, "type": "person"}], "quotes": [{"quotation": "We stay"}]}
      """)
    #expect(
      reading.warnings.map(\.message) == [
        "an annotation points to no place in the text",
        "an annotation points to no place in the text",
      ])
    #expect(reading.documents.first?.given?.mentions?.count == 1)
  }

  @Test func `what is given never traps, whatever it is`() {
    for tokens in [
      "[]", "[[]]", "[[[]]]", "[{}]", #"[{"start": -1, "end": 99999999999}]"#, #"[""]"#, "[null]",
      #"[{"start": 3, "end": 1}, {"start": 0, "end": 3}]"#, #"["Ada", 1]"#,
      #"[{"text": "Ada", "offset": 9223372036854775807, "length": 9223372036854775807}]"#,
    ] {
      for field in ["tokens", "sentences", "sents", "words", "entities", "ents", "mentions"] {
        _ = read(#"{"text": "Ada left.", "\#(field)": \#(tokens)}"#)
        _ = read(#"{"tokens": ["Ada", "left"], "lemmas": [1, {}], "\#(field)": \#(tokens)}"#)
      }
    }
  }
}
