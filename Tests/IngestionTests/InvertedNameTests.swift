import Annotation
import Testing

@testable import Ingestion

/// Names of writers and speakers as catalogues and tables have them.
@Suite struct InvertedNameTests {

  @Test(arguments: [
    ("García Márquez, Gabriel", ["Gabriel García Márquez"]),
    ("Lund Olsen, Ida Maria", ["Ida Maria Lund Olsen"]),
    ("Roe, Jon, Jr.", ["Jon Roe Jr."]), ("Roe, Jr., Jon", ["Jon Roe Jr."]),
    ("Jon Roe, Jr.", ["Jon Roe Jr."]), ("van der Berg, Anna", ["Anna van der Berg"]),
    ("Berg, Anna van der", ["Anna van der Berg"]), ("Berg, A. J.", ["A. J. Berg"]),
    ("Strand, Anne-Marie", ["Anne-Marie Strand"]),
    ("Anna Berg, Jon Roe", ["Anna Berg", "Jon Roe"]),
    ("Lund, Ida, Roe, Jon", ["Ida Lund", "Jon Roe"]),
    ("Lund Olsen, Ida; García Márquez, Gabriel", ["Ida Lund Olsen", "Gabriel García Márquez"]),
    ("Anna Berg, Jon Roe, Ida Lund", ["Anna Berg", "Jon Roe", "Ida Lund"]),
    ("Anna Berg, Political Editor", ["Anna Berg"]), ("Anna Berg, Paris", ["Anna Berg"]),
    ("Anna Berg, Rill", ["Anna Berg"]), ("Jon Roe, The Harbour Post", ["Jon Roe"]),
    ("Jon Roe, Jr., Political Editor", ["Jon Roe Jr."]),
    ("Lund, Ida, Jon Roe and Ada Morel", ["Ida Lund", "Jon Roe", "Ada Morel"]),
    ("Von der Berg, Anna", ["Anna Von der Berg"]), ("von Anna Berg", ["Anna Berg"]),
  ])
  func `writers are parted and stand upright`(line: String, names: [String]) {
    #expect(AuthorNames.names(in: line) == names)
  }

  @Test(arguments: [
    "Ivanov, Ivan Ivanovich", "Romney, Mitt, Jr.", "Al-Sisi, Abdel Fattah", "Nguyễn, Thị Hương",
    "da Silva, Luiz Inácio Lula", "Washington, D.C.", "Brooklyn, N.Y.",
  ])
  func `a name that may stand inverted and is not known to stays as it is`(line: String) {
    #expect(AuthorNames.names(in: line) == [line])
  }

  @Test(arguments: ["Wells Fargo, N.A.", "Harbour Works, S.A.", "Lanna, N.Y."])
  func `capitals that stand behind companies and towns are no given names`(name: String) {
    #expect(InvertedName.upright(name) == nil)
  }

  @Test(arguments: ["García Márquez, Gabriel", "Gabriel García Márquez"])
  func `a speaker of a table is one person however the name stands`(name: String) throws {
    let table =
      "speaker,quotation\n\"\(name)\",We begin today.\nGabriel García Márquez,We end it.\n"
    let documents = Ingestor.read(name: "a.csv", bytes: Array(table.utf8)).documents
    let pipeline = AnnotationPipeline.standard(Set(Layer.allCases).subtracting([.dependencies]))
    let annotated = Ingestor.annotate(documents) { pipeline.annotate(text: $0, metadata: $1) }
    let speakers = annotated.flatMap { document in
      document.quotes.map { quote in quote.speaker.map { document.entities[Int($0)].name } }
    }
    #expect(speakers == ["Gabriel García Márquez", "Gabriel García Márquez"])
  }

  @Test(arguments: [
    ("<speaker>Ida Lund, mayor</speaker>", "Ida Lund"), ("<speaker>MRS POE.</speaker>", "Mrs Poe"),
    ("<speaker>First Ferryman</speaker>", "First Ferryman"),
    ("<speaker>Roe, Jon</speaker>", "Jon Roe"),
  ])
  func `a speech is of whom its head names`(head: String, name: String) throws {
    let text = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>
      <sp>\(head)<p>We will not sail today.</p></sp></div></body></text></TEI>
      """
    let documents = Ingestor.read(name: "a.xml", bytes: Array(text.utf8)).documents
    let pipeline = AnnotationPipeline.standard(Set(Layer.allCases).subtracting([.dependencies]))
    let annotated = Ingestor.annotate(documents) { pipeline.annotate(text: $0, metadata: $1) }
    let document = try #require(annotated.first)
    let speakers = document.quotes.map { quote in
      quote.speaker.map { document.entities[Int($0)].name }
    }
    #expect(speakers == [name])
  }

  @Test(arguments: [
    ("O'Neill, Seán", ["Seán O'Neill"]), ("O’Neill, Tip", ["Tip O’Neill"]),
    ("al-Assad, Bashar", ["Bashar al-Assad"]),
    ("King, Martin Luther, Jr.", ["Martin Luther King Jr."]),
    ("King Jr., Martin Luther", ["Martin Luther King Jr."]),
    ("Ida Lund, Staff Writers", ["Ida Lund"]), ("Staff Writers", []),
    ("Ida Lund, 3 March 2025", ["Ida Lund"]), ("Ida Lund and others", ["Ida Lund"]),
    ("Ida Lund et al.", ["Ida Lund"]), ("Ida Lund; 3 March 2025", ["Ida Lund"]),
    ("Ida Lund and agency", ["Ida Lund"]), ("Harbour staff and agencies", ["Harbour staff"]),
    ("By Ida Lund | ida@post.example | March 3, 2025", ["Ida Lund"]),
    ("Ida Lund with additional reporting by Ben Ashe", ["Ida Lund", "Ben Ashe"]),
    ("De notre correspondante à Rill, Ida Lund", ["Ida Lund"]),
    ("Von unserer Korrespondentin Ida Lund", ["Ida Lund"]),
    ("De notre envoyé spécial, Ben Ashe", ["Ben Ashe"]),
  ])
  func `names of several sorts are known, and what is none is left out`(
    line: String, names: [String]
  ) {
    #expect(AuthorNames.names(in: line) == names)
  }

  @Test func `writers on lines of their own are several, and a broken line is one`() {
    #expect(MetadataValue.text("Ida Lund\nBen Ashe").people == ["Ida Lund", "Ben Ashe"])
    #expect(MetadataValue.text("By Ida Lund\nBen Ashe\n").people == ["Ida Lund", "Ben Ashe"])
    #expect(MetadataValue.text("Ida Lund and\nBen Ashe").people == ["Ida Lund", "Ben Ashe"])
    #expect(MetadataValue.text("Ida\nLund").people == ["Ida Lund"])
  }

  @Test(
    arguments: [
      (#""O'Neill, Tip""#, "Tip O'Neill"), (#""Ada Morel, mayor of Otterburg""#, "Ada Morel"),
      (#""Ada Morel, Mayor of Otterburg""#, "Ada Morel"), (#""Jon Roe, Jr.""#, "Jon Roe"),
      (#""Portland, Oregon""#, "Portland, Oregon"),
      (#""Smith & Sons, Inc.""#, "Smith & Sons, Inc."),
      (#"{"name": "Ada Morel"}"#, "Ada Morel"),
      (#"{"first_name": "Ada", "last_name": "Morel"}"#, "Ada Morel"),
      (#""King, Martin Luther, Jr.""#, "Martin Luther King"),
      (#""al-Assad, Bashar""#, "Bashar al-Assad"), (#"{"role": "mayor"}"#, nil),
    ] as [(String, String?)])
  func `a speaker is the one whom the source names`(value: String, name: String?) throws {
    let line = #"{"text": "We wait.", "quotes": [{"start": 0, "end": 8, "speaker": \#(value)}]}"#
    let documents = Ingestor.read(name: "a.jsonl", bytes: Array(line.utf8)).documents
    let pipeline = AnnotationPipeline.standard(Set(Layer.allCases).subtracting([.dependencies]))
    let annotated = Ingestor.annotate(documents) { pipeline.annotate(text: $0, metadata: $1) }
    let document = try #require(annotated.first)
    let speaker = document.quotes.first?.speaker.map { document.entities[Int($0)].name }
    #expect(speaker == name)
  }
}
