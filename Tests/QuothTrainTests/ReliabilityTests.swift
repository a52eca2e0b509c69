import Annotation
import Testing

@testable import QuothTrain

@Suite struct ReliabilityTests {

  @Test func `the error is the mean distance between what is said and what is right`() {
    var reliability = Reliability()
    for isRight in [true, true, true, false] { reliability.add(confidence: 0.95, isRight: isRight) }
    reliability.add(confidence: 0.25, isRight: false)
    #expect(abs(reliability.error - (4 * 0.2 + 0.25) / 5) < 1e-9)
    #expect(reliability.description.contains("from 0.9: 4 quotes, say 0.95, right 0.75"))
    #expect(Reliability().error == 0)
  }

  @Test(.enabled(if: SharedFolder.has("quotes/polnear/dev.docs.jsonl")))
  func `a confidence means what it says`() throws {
    let articles = try AttributedArticle.development(SharedFolder.data)
    let reliability = Reliability.of(articles, .standard([.quotes]))
    #expect(reliability.error <= 0.05, "\(reliability)")
  }
}
