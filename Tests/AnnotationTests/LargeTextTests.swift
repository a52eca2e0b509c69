import TestSupport
import Testing

@testable import Annotation

/// Texts that are longer, or stranger, than any news; `make instructions` counts the work on them.
@Suite struct LargeTextTests {

  @Test func `a sentence without end is cut into parts of bounded length`() {
    let text = AnnotatedText(GrowingText.sentence.text(words: 3500)).document
    #expect(text.sentences.allSatisfy { $0.tokens.count <= SentenceSplitter.longest })
    #expect(text.sentences.count == 4)
    #expect(text.sentences.flatMap(\.tokens).elementsEqual(text.tokens.indices))
  }

  @Test func `a long sentence is cut behind a mark where there is one`() throws {
    let list = (0..<400).map { _ in "the ferry to Otterburg," }.joined(separator: " ")
    let text = AnnotatedText("They named " + list + " and more.")
    let first = try #require(text.sentences.first)
    #expect(text.sentences.count == 3)
    #expect(first.hasSuffix("the ferry to Otterburg,"))
  }

  @Test func `a sentence of the greatest length is left whole`() {
    let words = Array(repeating: "ferry", count: SentenceSplitter.longest - 1)
    #expect(AnnotatedText(words.joined(separator: " ") + ".").sentences.count == 1)
  }

  @Test(arguments: GrowingText.allCases)
  func `every shape of text is annotated to its end`(shape: GrowingText) {
    let bytes = shape.text(words: 400)
    let document = AnnotationPipeline.standard().annotate(
      text: NormalizedText(clean: bytes), metadata: DocumentMetadata(id: "a", origin: "a.txt"))
    #expect(document.sentences.flatMap(\.tokens).elementsEqual(document.tokens.indices))
    for quote in document.quotes {
      #expect(quote.content.allSatisfy { $0.start < $0.end && Int($0.end) <= bytes.utf8.count })
    }
  }

  @Test func `a run of marks knows the one around it, as one that looks at all would find it`() {
    var random = SeededGenerator(seed: 11)
    let pieces = ["“", "”", "\"", "'", "‘", "’", " one ", "two", ". ", "«", "»", " "]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      let bytes = Array(text.utf8)
      let block = Block(.paragraph, ByteRange(0, UInt32(bytes.count)))
      let runs = QuotedRun.all(in: bytes, blocks: [block], sentenceStarts: [])
      for (index, run) in runs.enumerated() {
        let around = runs[..<index].lastIndex {
          $0.outer.upperBound >= run.outer.upperBound
        }
        #expect(run.parent == around, "\(text)")
      }
    }
  }

  @Test func `who speaks in a bare paragraph does not hang on how many there are`() throws {
    let turn = "“We will open the harbour in spring,” said Ada Ode, who runs it.\n"
    let bare = "“It costs a lot, and the whole town will have to pay for it then.”\n"
    let short = quotes(turn + bare)
    let long = quotes(String(repeating: "The boats were late.\n", count: 200) + turn + bare)
    #expect(short.map(\.speaker) == long.map(\.speaker))
    #expect(try #require(short.last).speaker != nil)
  }

  private func quotes(_ text: String) -> [Quote] {
    var document = AnnotatedText(text).document
    QuoteAnnotator().annotate(&document)
    return document.quotes
  }
}
