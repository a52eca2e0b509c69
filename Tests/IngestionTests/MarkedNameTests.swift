import Annotation
import Testing

@testable import Ingestion

/// Names that are marked in a text are named there, whether or not a mark tells who is meant.
@Suite struct MarkedNameTests {

  private func annotated(_ name: String, _ source: String) throws -> AnnotatedDocument {
    let reading = Ingestor.read(name: name, bytes: Array(source.utf8))
    #expect(reading.warnings.isEmpty)
    let pipeline = AnnotationPipeline.standard()
    return try #require(
      Ingestor.annotate(reading.documents) { pipeline.annotate(text: $0, metadata: $1) }.first)
  }

  private func names(_ document: AnnotatedDocument) -> [String] {
    document.mentions.filter { $0.form == .name }.map { mention in
      let words = (mention.firstToken..<mention.endToken).map {
        document.text.string(document.tokens[Int($0)].range)
      }
      let who = mention.entity.map { document.entities[Int($0)] }
      return
        "\(words.joined(separator: " ")) = \(who?.name ?? "nobody"), \(who?.type.rawValue ?? "-")"
    }
  }

  private func speakers(_ document: AnnotatedDocument) -> [String] {
    document.quotes.map { quote in
      quote.speaker.map { document.entities[Int($0)].name } ?? "nobody"
    }
  }

  private func tei(_ text: String) -> String {
    "<TEI><teiHeader/><text><body><p>\(text)</p></body></text></TEI>"
  }

  // MARK: TEI

  private static let met = [
    "Ada Zork = Ada Zork, person", "Jon Roe = Jon Roe, person", "Paris = Paris, place",
    "Jon Roe = Jon Roe, person",
  ]

  @Test(arguments: ["", " ref=\"#paris\"", " key=\"paris\""])
  func `one reference costs no other name of TEI`(reference: String) throws {
    let document = try annotated(
      "a.xml",
      tei(
        "<persName>Ada Zork</persName> met <persName>Jon Roe</persName> in <placeName\(reference)>"
          + "Paris</placeName>. “It rains,” said Jon Roe."))
    #expect(names(document) == Self.met)
    #expect(speakers(document) == ["Jon Roe"])
  }

  @Test func `a name of TEI is what its element says`() throws {
    let document = try annotated(
      "a.xml",
      tei(
        """
        They met <persName>Hope</persName> in <placeName>Nowhere</placeName> with <name type="org">\
        Turning Point</name>. Then <persName><surname>Washington</surname>, <forename>Ida</forename>\
        </persName> slept on the <name type="ship">Sea Queen</name>.
        """))
    let found = names(document)
    #expect(
      found.prefix(4) == [
        "Hope = Hope, person", "Nowhere = Nowhere, place",
        "Turning Point = Turning Point, organization",
        "Washington , Ida = Ida Washington, person",
      ], "\(found)")
  }

  @Test func `names that are marked in lines beside the text take none from it`() throws {
    let document = try annotated(
      "a.xml",
      """
      <TEI><teiHeader/><text><body><div><byline>By <persName>Ida Lund</persName></byline>\
      <p>“It rains,” said Jon Roe of Paris.</p></div></body></text></TEI>
      """)
    #expect(names(document) == ["Jon Roe = Jon Roe, person", "Paris = Paris, place"])
    #expect(speakers(document) == ["Jon Roe"])
  }

  @Test func `a pronoun that TEI marks as a person without saying who becomes nobody`() throws {
    let document = try annotated(
      "a.xml",
      tei(
        """
        <persName>he</persName> and <persName>the minister</persName> met <persName>Ada Zork</persName>.
        """))
    #expect(names(document) == ["Ada Zork = Ada Zork, person"])
    #expect(document.entities.allSatisfy { $0.name == "Ada Zork" }, "\(document.entities)")
  }

  // MARK: Columns

  private func treebank(_ rows: [(word: String, tag: String, note: String)]) -> String {
    "# newdoc id = a\n"
      + rows.enumerated().map { index, row in
        "\(index + 1)\t\(row.word)\t\(row.word)\t\(row.tag)\t_\t_\t_\t_\t_\t\(row.note)\n"
      }.joined() + "\n"
  }

  private static let labels: [(String, [String])] = [
    ("ner", ["S-PERSON", "O", "B-PERSON", "E-PERSON", "O", "O"]),
    ("NER", ["U-PER", "O", "B-PER", "L-PER", "O", "O"]),
    ("NE", ["B-PER", "O", "B-PERSON", "I-PER", "O", "O"]),
    ("NE", ["I-PER", "O", "I-PER", "I-PER", "O", "O"]),
    ("NE", ["PER_1", "_", "PER_2", "PER_2", "_", "_"]),
    ("Name", ["B-person", "_", "B-person", "I-person", "_", "_"]),
  ]

  @Test(arguments: labels.indices)
  func `labels of names in the last column of a treebank are taken`(index: Int) throws {
    let (key, labels) = Self.labels[index]
    let words = [
      ("Hope", "PROPN"), ("met", "VERB"), ("Ada", "PROPN"), ("Zork", "PROPN"), ("there", "ADV"),
      (".", "PUNCT"),
    ]
    let rows = zip(words, labels).map { word, label in
      (word.0, word.1, label == "_" ? "_" : "start_char=0|\(key)=\(label)|end_char=4")
    }
    #expect(
      names(try annotated("a.conllu", treebank(rows))) == [
        "Hope = Hope, person", "Ada Zork = Ada Zork, person",
      ])
  }

  @Test func `where every word is labelled what bears no name is none`() throws {
    let rows = [("Paris", "PROPN"), ("met", "VERB"), (".", "PUNCT")].map { ($0.0, $0.1, "ner=O") }
    #expect(names(try annotated("a.conllu", treebank(rows))).isEmpty)
    #expect(
      !names(try annotated("a.conllu", treebank(rows.map { ($0.0, $0.1, "_") }))).isEmpty)
  }

  @Test func `the label of words that are written as one is that of the first`() throws {
    let document = try annotated(
      "a.conllu",
      """
      # newdoc id = a
      1-2\tZork's\t_\t_\t_\t_\t_\t_\t_\tner=S-PERSON
      1\tZork\tZork\tPROPN\t_\t_\t_\t_\t_\t_
      2\t's\t's\tPART\t_\t_\t_\t_\t_\t_
      3\tboat\tboat\tNOUN\t_\t_\t_\t_\t_\tner=O


      """)
    #expect(names(document) == ["Zork = Zork, person"])
  }

  // MARK: NITF

  @Test func `names of NITF are what their elements say`() throws {
    let document = try annotated(
      "a.nitf",
      """
      <nitf><body><body.head><hedline><hl1>Rain over Zork</hl1></hedline></body.head><body.content>\
      <p>Washington is far.</p><p><person>Hope</person> met <q><person>Washington</person> </q> and \
      <person>Ida Morel, <function>mayor</function></person> in <location>Nowhere</location> of \
      <org>Zork</org>, and in <location><city>Lanna</city>, <country>France</country></location>.</p>\
      <p>“It rains,” said Jon Roe.</p></body.content></body></nitf>
      """)
    let found = names(document)
    #expect(
      found.drop { $0.hasPrefix("Washington = Washington, place") } == [
        "Hope = Hope, person", "Washington = Washington, person", "Ida Morel = Ida Morel, person",
        "Nowhere = Nowhere, place", "Zork = Zork, organization", "Lanna = Lanna, place",
        "France = France, place", "Jon Roe = Jon Roe, person",
      ], "\(found)")
    #expect(speakers(document).last == "Jon Roe")
  }
}
