import Annotation
import Testing

/// A text with a title that its source gives.
private func interview(_ title: String, _ paragraphs: [String]) -> AnnotatedDocument {
  var metadata = DocumentMetadata(id: "t", origin: "t.txt")
  metadata.title = title
  return AnnotationPipeline.standard().annotate(
    text: NormalizedText(clean: paragraphs.joined(separator: "\n\n")), metadata: metadata)
}

extension AnnotatedDocument {

  /// Who speaks the top-level quotes, each with its words.
  fileprivate var spoken: [String] {
    quotes.filter { $0.nestedIn == nil }.map { quote in
      let name = quote.speaker.map { entities[Int($0)].name } ?? "–"
      return name + ": " + quote.content.map { text.string($0) }.joined(separator: " … ")
    }
  }
}

/// Interviews: who answers, with labels and without.
@Suite struct InterviewTests {

  private static let lead = "She spoke to this paper on Friday about the ferry and the summer."

  @Test(arguments: [
    "Interview with Ada Morel", "Ada Morel on the ferry", "A talk with Mayor Morel",
  ])
  func `the one whom the title names answers under the letter A`(title: String) {
    let document = interview(
      title,
      [
        "Ada Morel is the mayor of Otterburg. " + Self.lead, "Q: Are you ready for the summer?",
        "A: We are ready.", "Q: And the money?", "A: There is enough.",
      ])
    #expect(
      document.spoken == [
        "–: Are you ready for the summer?", "Ada Morel: We are ready.", "–: And the money?",
        "Ada Morel: There is enough.",
      ])
    #expect(
      document.quotes[1].reasons.last
        == "speaker: Ada Morel, whom the title of the interview names")
  }

  @Test func `without a name in the title it is the one whom the lead names`() {
    let document = interview(
      "A talk about the ferry",
      [
        "Ada Morel is the mayor of Otterburg. " + Self.lead, "Q: Are you ready?", "A: We are.",
        "Q: And the money?", "A: There is enough.",
      ])
    #expect(document.spoken.contains("Ada Morel: We are."))
  }

  @Test func `where two are introduced nobody is taken`() {
    let document = interview(
      "A talk about the ferry",
      [
        "Ada Morel and Ida Lund run the ferry. They met us on Friday.", "Q: Are you ready?",
        "A: We are.", "Q: And the money?", "A: There is enough.",
      ])
    #expect(document.spoken.contains("–: We are."))
  }

  @Test func `questions without labels are followed by answers`() {
    let document = interview(
      "Ada Morel on the ferry",
      [
        "Ada Morel is the mayor of Otterburg. " + Self.lead, "Are you ready for the summer?",
        "We are ready. The boats are painted.", "And the money?",
        "There is enough of it. I have seen the books.", "What comes next?",
        "I will talk to the harbour master tomorrow.",
      ])
    #expect(
      document.spoken == [
        "Ada Morel: We are ready. The boats are painted.",
        "Ada Morel: There is enough of it. I have seen the books.",
        "Ada Morel: I will talk to the harbour master tomorrow.",
      ])
  }

  @Test func `a page of questions and answers that nobody speaks is no interview`() {
    let document = interview(
      "Questions about the ferry",
      [
        "Here is what travellers ask.", "When does the ferry leave?", "It leaves at noon.",
        "Where is the quay?", "The quay lies behind the market.", "How much is a ticket?",
        "A ticket costs two crowns.",
      ])
    #expect(document.spoken.isEmpty)
  }
}
