import Annotation
import Testing

/// Where a sentence may end, whatever a judge says.
@Suite struct BoundaryReaderTests {

  @Test(arguments: [
    ("“We go,” Ode said.", "“We go,”"), ("'It holds,\"' Ode wrote.", "'It holds,\"'"),
    ("Then Gen. Ito came.", "Then Gen."), ("Then J. Ode came.", "Then J."), ("one two", "one"),
  ])
  func `where the rules are sure that none ends, no sentence does`(text: String, part: String) {
    #expect(!ends(text) { _ in true }.contains(part))
  }

  @Test func `what opens behind a full stop is another sentence`() {
    let text = "“One thing.” “Then another.”"
    #expect(ends(text) { _ in false } == ["“One thing.”"])
  }

  @Test(arguments: [
    ("thanks :) see you there", ["thanks :)"]),
    ("Call me Best regards", ["Call", "Call me", "Call me Best"]),
  ])
  func `a place without a full stop may end a sentence`(text: String, open: [String]) {
    let asked = ends(text) { _ in true }
    #expect(open.contains { asked.contains($0) })
  }

  @Test func `rows do not depend on what came before a sentence`() {
    var rows: [[UInt32]] = []
    for text in ["Up. They go. We stay.", "Down and down. They go. We stay."] {
      _ = ends(text) {
        rows.append($0)
        return true
      }
    }
    #expect(rows.count == 4)
    #expect(rows[1] == rows[3])
  }

  /// The text up to each end.
  private func ends(_ text: String, isEnd: ([UInt32]) -> Bool) -> [String] {
    let document = AnnotatedText(text).document
    var reader = BoundaryReader(document, .empty)
    return reader.ends(0..<document.tokens.count) { _, rows in isEnd(rows) }.map {
      document.text.string(ByteRange(0, document.tokens[$0 - 1].range.end))
    }
  }
}
