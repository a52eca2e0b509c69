import Annotation
import Testing

@Suite struct AnnotationPipelineTests {

  @Test func `the standard steps stand in an order that works`() throws {
    _ = try AnnotationPipeline(AnnotationPipeline.standardAnnotators)
  }

  @Test func `a step without what it needs is refused when the pipeline is built`() {
    #expect(throws: PipelineError.self) {
      try AnnotationPipeline([LayoutAnnotator(), SentenceSplitter()])
    }
  }

  @Test func `steps of layers that nobody asks for are left out`() {
    let text = NormalizedText(clean: "The bridge will stand, the mayor of Otterburg said.\n")
    let metadata = DocumentMetadata(id: "a", origin: "a.txt")
    let tagged = AnnotationPipeline.standard([.lemmas]).annotate(text: text, metadata: metadata)
    #expect(tagged.tokens.map(\.lemma).contains("say"))
    #expect(tagged.tokens.allSatisfy { $0.head == 0 } && tagged.quotes.isEmpty)
    let whole = AnnotationPipeline.standard().annotate(text: text, metadata: metadata)
    #expect(whole.tokens.contains { $0.head > 0 } && !whole.quotes.isEmpty)
  }

  @Test func `a text comes back with every layer`() {
    let text = "Ada Ode is the mayor of Otterburg. “The bridge will stand,” Ode said on Monday.\n"
    let document = AnnotationPipeline.standard().annotate(
      text: NormalizedText(clean: text), metadata: DocumentMetadata(id: "a", origin: "a.txt"))
    #expect(document.sentences.count == 2)
    #expect(document.entities.first?.name == "Ada Ode")
    #expect(document.quotes.count == 1)
  }

  @Test(arguments: ["", "\n\n", "a", "“", "—", "’s", "Mr.", "U.S", "\u{0}", "@", "of the"])
  func `the smallest texts do not trap`(text: String) {
    let document = AnnotationPipeline.standard().annotate(
      text: NormalizedText(clean: text), metadata: DocumentMetadata(id: "a", origin: "a.txt"))
    #expect(document.tokens.count <= 4)
  }
}
