import Annotation
import Testing

/// Damaged texts: whatever stands in a text, quotes lie inside of it and in order.
@Suite struct QuoteRobustnessTests {

  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static let words = """
    “ ” " ' ’ ‘ '' `` « » , : . ? — … said says told that according to by who which as it he she
    Merkel Macron the mayor harbour would close denied promised called asked whether and but \n
    warning message is clear I will tell him Monday in on of
    """.split(separator: " ").map(String.init)

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
  func `quotes of any jumble lie in the text and in order`(seed: Int) {
    var generator = Generator(state: UInt64(seed))
    for _ in 0..<40 {
      var text = ""
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        text += Self.words.randomElement(using: &generator) ?? ""
        if Bool.random(using: &generator) { text += " " }
      }
      let found = QuotedText(text)
      for quote in found.quotes { check(quote, in: found.document) }
    }
  }

  private func check(_ quote: Quote, in document: AnnotatedDocument) {
    let end = UInt32(document.text.bytes.count)
    #expect(!quote.content.isEmpty)
    for range in quote.content + quote.cue + quote.source {
      #expect(range.start < range.end && range.end <= end)
    }
    #expect(zip(quote.content, quote.content.dropFirst()).allSatisfy { $0.end <= $1.start })
    #expect((0...1).contains(quote.confidence))
    #expect(quote.nestedIn.map { Int($0) < document.quotes.count } ?? true)
    #expect(quote.speaker.map { Int($0) < document.entities.count } ?? true)
  }
}
