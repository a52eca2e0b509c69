import TestSupport
import Testing

@testable import Ingestion

@Suite struct GrowingTextTests {

  @Test(arguments: 0..<40)
  func `what is appended stands there as it was`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let source = (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) }
    var text = GrowingText()
    var expected: [UInt8] = []
    for _ in 0..<200 {
      let start = Int.random(in: 0...60, using: &random)
      let range = start..<Int.random(in: start...60, using: &random)
      text.append(source.span, range)
      expected += source[range]
      if Bool.random(using: &random) {
        text.append(0x20)
        expected.append(0x20)
      }
      #expect(text.count == expected.count)
    }
    #expect(text.bytes == expected)
  }

  @Test func `up to eight bytes make a number, also at the end of the bytes`() {
    let bytes: [UInt8] = (1...20).map { $0 }
    for start in 0...20 {
      for end in start...20 {
        let part = bytes[start..<end].prefix(8)
        let expected = part.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        #expect(bytes.span.word(start..<end) == expected)
      }
    }
  }
}
