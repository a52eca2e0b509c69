import CorpusFixture
import TestSupport
import Testing

@testable import QueryExecution

@Suite struct BitmapTests {

  @Test(arguments: [1, 4, 30, 200])
  func `a gap reaches to the next member and no farther than asked for`(spacing: Int) {
    var random = SeededGenerator(seed: UInt64(spacing))
    var bits = Bitmap(count: 700)
    for number in 0..<700 where random.below(spacing) == 0 { bits.insert(number) }
    for limit in [0, 1, 5, 63, 64, 65, 130, 1000] {
      for number in 0..<700 {
        let behind = (number..<700).prefix { !bits.contains($0) }.count
        #expect(bits.gap(from: number, atMost: limit) == min(limit, behind))
        let before = (0..<number).reversed().prefix { !bits.contains($0) }.count
        #expect(bits.gap(before: number, atMost: limit) == min(limit, before))
      }
    }
  }
}
