import Annotation
import Testing

@testable import Ingestion

/// Entities in brackets around the words of a treebank.
@Suite struct EntityBracketsTests {

  private func line(_ number: Int, _ word: String, _ tag: String, _ notes: String) -> String {
    "\(number)\t\(word)\t\(word.lowercased())\t\(tag)\t_\t_\t0\troot\t_\t\(notes)\n"
  }

  private var treebank: String {
    "# newdoc id = a\n# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity\n"
      + "# sent_id = 1\n"
      + line(1, "The", "DET", "Entity=(1-person-new-nnn-cf1-2,3-coref")
      + line(2, "Ada", "PROPN", "_") + line(3, "Morel", "PROPN", "_") + line(4, "of", "ADP", "_")
      + line(5, "the", "DET", "Entity=(2-organization-new-nnn-cf2-2-sgl")
      + line(6, "Bank", "PROPN", "_") + line(7, "of", "ADP", "_")
      + line(8, "Otterburg", "PROPN", "Entity=(3-place-new-nnn-cf3-1-sgl-Otterburg_%28town%29)2)1)")
      + line(9, "left", "VERB", "_") + line(10, ".", "PUNCT", "_") + "\n# sent_id = 2\n"
      + line(1, "She", "PRON", "Entity=(1-person-giv:act-nnn-cf1-1-ana)")
      + "2-3\tdidn’t\t_\t_\t_\t_\t_\t_\t_\t_\n"
      + line(2, "did", "AUX", "_")
      + line(3, "not", "PART", "Entity=(4-event-new-nnn-cf2-1-sgl)")
      + line(4, "see", "VERB", "_")
      + line(5, "the", "DET", "Entity=(5-person-new-nnn-cf3-2-sgl")
      + line(6, "clerk", "NOUN", "Entity=5)|SpaceAfter=No") + line(7, ".", "PUNCT", "Entity=9)")
  }

  @Test func `persons, organizations and places are taken with their chains`() throws {
    let reading = Ingestor.read(name: "a.conllu", bytes: Array(treebank.utf8))
    let document = try #require(reading.documents.first)
    #expect(reading.warnings.isEmpty)
    let mentions = try #require(document.given?.mentions)
    #expect(
      mentions.map {
        "\(document.text.string($0.range)), \($0.form), \($0.type?.rawValue ?? ""), "
          + "\($0.name ?? "nobody"), \($0.reason ?? "")"
      } == [
        "Ada Morel, name, person, Ada Morel, chain 1",
        "Bank of Otterburg, name, organization, Bank of Otterburg, chain 2",
        "Otterburg, name, place, Otterburg (town), chain 3",
        "She, pronoun, person, Ada Morel, chain 1",
        "the clerk, nominal, person, nobody, chain 5",
      ])
    let annotated = Ingestor.annotated(document) {
      AnnotationPipeline.standard().annotate(text: $0, metadata: $1)
    }
    #expect(annotated.mentions.count == 5)
    #expect(annotated.mentions[0].reason == "given by the source, “Entity”; chain 1")
    #expect(annotated.mentions[3].entity == annotated.mentions[0].entity)
  }

  @Test func `a name is its most telling words with those that join them`() throws {
    let head = "# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity\n"
    let text =
      head + line(1, "The", "DET", "Entity=(1-organization-new-n-cf1-2,3,6-sgl-Royal_Library")
      + line(2, "Royal", "ADJ", "_") + line(3, "Library", "NOUN", "_") + line(4, "of", "ADP", "_")
      + line(5, "the", "DET", "_") + line(6, "Isles", "PROPN", "_")
      + line(7, "in", "ADP", "_") + line(8, "Lanna", "PROPN", "Entity=1)")
    let document = try #require(
      Ingestor.read(name: "a.conllu", bytes: Array(text.utf8)).documents.first)
    let mention = try #require(document.given?.mentions?.first)
    #expect(document.text.string(mention.range) == "Royal Library of the Isles")
    #expect(mention.name == "Royal Library")
  }

  @Test func `the order of CorefUD is told at the head of the file`() throws {
    let text =
      "# global.Entity = eid-etype-head-other\n# newdoc id = a\n"
      + line(1, "Ada", "PROPN", "Entity=(e1-person-1-)") + "\n# newdoc id = b\n"
      + line(1, "Paris", "PROPN", "Entity=(e7-place-1-)")
    let reader = TreebankReader()
    let file = SourceFile(name: "a.conllu", origin: "a.conllu", bytes: Array(text.utf8))
    let length = reader.preambleLength(of: file)
    #expect(length == "# global.Entity = eid-etype-head-other".utf8.count)
    let whole = reader.read(file).documents
    #expect(whole.map { $0.given?.mentions?.first?.name } == ["Ada", "Paris"])
    let cut = try #require(reader.boundary(in: Array(text.utf8)))
    let piece = SourceFile(
      name: "a.conllu", origin: "a.conllu", bytes: Array(text.utf8.dropFirst(cut)),
      preamble: Array(text.utf8.prefix(length)))
    #expect(reader.read(piece).documents.map { $0.given?.mentions?.first?.type } == [.place])
  }

  @Test func `brackets of any sort never trap`() {
    for notes in [
      "(", ")", "()", "((", "))1(", "(1-person", "1)1)", "(1-person-a-b-c-99-x)", "%28", "(-)-",
    ] {
      let text =
        "# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity\n"
        + line(1, "Ada", "PROPN", "Entity=\(notes)") + line(2, "left", "VERB", "Entity=\(notes)1)")
      #expect(Ingestor.read(name: "a.conllu", bytes: Array(text.utf8)).documents.count == 1)
    }
  }
}
