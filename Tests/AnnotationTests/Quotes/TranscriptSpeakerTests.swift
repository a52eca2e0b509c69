import Annotation
import Testing

/// A document with a title and an address, through the whole pipeline.
private struct TitledText {
  let document: AnnotatedDocument

  init(_ title: String, _ text: String, url: String? = nil, date: CalendarDay? = nil) {
    var metadata = DocumentMetadata(id: "t", origin: "t.txt")
    metadata.title = title
    metadata.url = url
    metadata.date = date
    document = AnnotationPipeline.standard().annotate(
      text: NormalizedText(clean: text), metadata: metadata)
  }

  /// Who speaks the first quote whose content starts with these words; "–" for no one.
  func speaker(_ words: String) -> String {
    let quote = document.quotes.first { quote in
      quote.content.first.map { document.text.string($0).hasPrefix(words) } == true
    }
    guard let quote else { return "no such quote" }
    return quote.speaker.map { document.entities[Int($0)].name } ?? "–"
  }
}

/// Who speaks in the turns of a transcript, by label, title and the people of the document.
@Suite struct TranscriptSpeakerTests {

  @Test(arguments: [
    ("Remarks by President Ode Before a Harbour Dinner", "THE PRESIDENT", "Ode"),
    ("Remarks by President Ode Celebrating the Ferry", "THE PRESIDENT", "Ode"),
    ("Remarks by President Ode and First Lady Ida Ode at a Fair", "THE FIRST LADY", "Ida Ode"),
    ("Remarks by President Biden and First Lady Jill Biden", "THE PRESIDENT", "Joe Biden"),
    ("Remarks by President Biden and First Lady Jill Biden", "PRESIDENT BIDEN", "Joe Biden"),
    ("Remarks by President Biden and First Lady Jill Biden", "DR. BIDEN", "Jill Biden"),
    ("Remarks by Vice President Harris on Ferries", "THE VICE PRESIDENT", "Kamala Harris"),
    ("Remarks by Vice President Harris on Ferries", "THE PRESIDENT", "–"),
    ("Gaggle by Ferry Coordinator for Strategic Communications Ada Ode", "MS. ODE", "Ada Ode"),
    (
      "Remarks by Deputy Director of the Harbour Council Wiglaf Ode", "DEPUTY DIRECTOR ODE",
      "Wiglaf Ode"
    ),
    ("Remarks by Ursula von der Leyen", "PRESIDENT VON DER LEYEN", "Ursula von der Leyen"),
    ("Remarks on Ferries", "MR. MCODE", "McOde"),
    ("Remarks on Ferries", "GOVERNOR O- — GOVERNOR ODE", "Ode"),
    ("Remarks on Ferries", "AUDIENCE MEMBER", "–"),
    ("Remarks on Ferries", "HARBOUR CREW", "–"),
    ("Remarks on Ferries", "TX", "–"),
  ])
  func `a label means the person of the title`(title: String, label: String, speaker: String) {
    let text = TitledText(
      title,
      "\(label):  Good morning to you all.\n\nQ    When does the ferry leave?\n\n\(label):  Soon.")
    #expect(text.speaker("Good morning") == speaker)
    #expect(text.speaker("When does") == "–")
  }

  @Test func `a surname in capitals is the person named in full`() {
    let text = TitledText(
      "A Call on Ferries",
      "MR. ODE:  I am Bob Ode, of the harbour board.\n\nQ    Who pays?\n\nMR. ODE:  The board does."
    )
    #expect(text.speaker("The board does") == "Bob Ode")
  }

  @Test func `a time of day ends the transcript`() {
    let text = TitledText("Ferries", "MS. ODE:  Good night.\n\n11:04 P.M. EDT")
    #expect(text.document.quotes.count == 1)
  }

  @Test func `a label in capitals is written as a name is`() {
    let text = TitledText("Ferries", "DR. ODA:  The ferry is late.\n\nQ    Thank you, Dr. ODA.")
    #expect(text.speaker("The ferry is late") == "Oda")
  }

  @Test func `a transcript may be quoted as a whole`() {
    let text = TitledText(
      "Ferries",
      "The talk went so:\n\n\"ODE: Will the ferry sail?\n\nIDA: It will.\n\nODE: When?\n\nIDA: At noon.\""
    )
    #expect(text.speaker("Will the ferry sail") == "Ode")
    #expect(text.speaker("It will") == "Ida")
  }

  @Test func `headings before a colon are no speakers`() {
    let text = TitledText(
      "Clemency",
      "Offense: theft of a boat.\n\nSentence: two years.\n\nOffense: fraud.\n\nSentence: one year.")
    #expect(text.document.quotes.isEmpty)
  }

  @Test func `a label is no part of what is said, and “I” is its person`() {
    let text = TitledText(
      "Ferries", "MS. ODE:  I believe that the ferry will sail on time.\n\nQ    Thank you.")
    #expect(text.speaker("I believe that") == "Ode")
    let inner = text.document.quotes.first { $0.kind == .indirect }
    #expect(inner?.speaker != nil)
    #expect(inner.map { text.document.text.string($0.content[0]).contains("ODE") } != true)
  }
}

/// Who says “I” outside of quotation marks.
@Suite struct DocumentAuthorTests {

  private static let sentence = "I believe that the harbour will open again in May."
  private static let content = "the harbour will open"

  @Test(arguments: [
    ("Statement by Mayor Ada Ode on the Harbour", "", "Ada Ode"),
    ("Mayor Ada Ode Statement on the Harbour", "", "Ada Ode"),
    ("Statement from President Biden on the Harbour", "", "Joe Biden"),
    ("Statement by President Joseph R. Biden, Jr. on the Harbour", "", "Joe Biden"),
    ("Letter on the Harbour", "\n\nSincerely,\n\nADA ODE", "Ada Ode"),
    ("Letter on the Harbour", "\n\nJOSEPH R. BIDEN JR.", "Joe Biden"),
    ("Statement by Mayor Ada Ode and Governor Bob Ito", "", "–"),
    ("Report on the Harbour", "", "–"),
  ])
  func `the author is who signs, or whose words the title gives`(
    title: String, end: String, speaker: String
  ) {
    let text = TitledText(title, Self.sentence + end)
    #expect(text.speaker(Self.content) == speaker)
  }
}

/// Whom an office in capitals means that stands alone.
@Suite struct HomeOfficeTests {

  private static let quote = "The President said that the ferry would sail."

  @Test(arguments: [
    (
      "President Biden met President Macron. President Biden smiled. ", "https://a.gov/1",
      "Joe Biden"
    ),
    ("President Macron met President Putin. ", "https://a.gov/1", "–"),
    ("President Macron met the mayor. ", nil, "Emmanuel Macron"),
    ("President Macron met President Putin. ", nil, "–"),
    ("President Biden waved. In 2019 there was fog. ", "https://a.gov/1", "Joe Biden"),
  ])
  func `it is the holder in the country of the document`(
    before: String, url: String?, speaker: String
  ) {
    let text = TitledText("Ferries", before + Self.quote, url: url)
    #expect(text.speaker("the ferry would sail") == speaker)
  }

  @Test func `a sentence of long ago may mean another holder`() {
    let text = TitledText(
      "Ferries", "President Biden waved. In 2010 the President said that the ferry would sail.",
      url: "https://a.gov/1", date: CalendarDay(year: 2022, month: 5, day: 1))
    #expect(text.speaker("the ferry would sail") == "–")
  }
}

/// People who must not be mixed up.
@Suite struct MistakenSpeakerTests {

  @Test(arguments: [
    (
      "Ada Ode spoke first. My mother used to wait. She said that the ferry was late.", "the ferry",
      "–"
    ),
    ("Rex Ode, Jr. said that the ferry was late.", "the ferry", "Rex Ode"),
    ("President Ada Ode was in Otterburg announcing that the ferry was late.", "the ferry", "–"),
    ("Every American said that the ferry was late.", "the ferry", "–"),
    ("The French and German ministers said that the ferry was late.", "the ferry", "–"),
    (
      "Jill Biden came early. President Biden said that the ferry was late.", "the ferry",
      "Joe Biden"
    ),
    (
      "Keir Starmer, Emmanuel Macron and Donald Tusk had come. The prime minister said that the ferry was late.",
      "the ferry", "Keir Starmer"
    ),
    (
      "Ada Ode, head of the harbour board, Otterburg: “The ferry is late today.”", "The ferry",
      "Ada Ode"
    ),
  ])
  func `who speaks is right or no one`(text: String, content: String, speaker: String) {
    let text = TitledText("Ferries", text)
    let found = text.speaker(content)
    #expect(found == speaker || found == "no such quote" && speaker == "–")
  }
}
