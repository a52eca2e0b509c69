import Quoth
import Testing

/// How soon a statement stops that is asked to.
@Suite(.serialized) struct PromptnessTests {

  /// Statements without an end in reach: the wish comes while they work.
  @Test(arguments: [
    "sentences containing tokens", "tokens where text matches /(a|b|.)*z.*q/",
    "tokens order by word",
    "tokens count by word", "quotes similar to \"the bridge\"",
    "tokens near/50 tokens", "[]{0,20} [word=\"zebra\"]",
  ])
  func `a statement stops well within a second of the wish`(statement: String) {
    let clock = ContinuousClock()
    let wished = clock.now.advanced(by: .milliseconds(20))
    let text = Array(repeating: statement, count: 200).joined(separator: ";\n")
    let outcome = Asked.builtin().session.run(
      SourceText(text, name: "query"), interruption: Interruption { clock.now >= wished }
    ) { _ in }
    let late = wished.duration(to: clock.now)
    #expect(outcome == .interrupted)
    // What is promised is 50 ms; a test runs unoptimised, and not alone on its machine.
    #expect(late < .milliseconds(900), "\(late)")
  }
}
