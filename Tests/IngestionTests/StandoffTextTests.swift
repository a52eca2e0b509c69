import Annotation
import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// Places that a source tells by numbers.
@Suite struct StandoffTextTests {

  private static let text = "Zoë said 😀 “l’Été &amp; moi”.\r\nOk\u{00}ay."

  @Test func `numbers of bytes, scalars and units of UTF-16 lead to the same words`() throws {
    let bytes = Array(Self.text.utf8)
    for word in ["Zoë", "said", "😀", "l’Été", "moi", "Ok"] {
      let found = try #require(Self.text.range(of: word))
      let lengths: [(StandoffText.Unit, (Substring) -> Int)] = [
        (.bytes, { $0.utf8.count }), (.scalars, { $0.unicodeScalars.count }),
        (.utf16, { $0.utf16.count }),
      ]
      for (unit, count) in lengths {
        let start = count(Self.text[..<found.lowerBound])
        let end = start + count(Self.text[found])
        let standoff = StandoffText(bytes, unit: unit)
        let range = try #require(standoff.range(start, end))
        #expect(standoff.text.string(range) == word, "\(unit)")
        #expect(standoff.text.original(range).length == word.utf8.count)
      }
    }
  }

  @Test func `numbers that lead out of the text lead nowhere`() {
    let standoff = StandoffText(Array("abc".utf8), unit: .scalars)
    #expect(standoff.range(0, 3) == ByteRange(0, 3))
    for (start, end) in [(-1, 2), (0, 4), (2, 1), (1, 1), (4, 5), (Int.max - 1, Int.max)] {
      #expect(standoff.range(start, end) == nil)
    }
  }

  @Test func `the way to the normalised text and the way back agree`() {
    var random = SeededGenerator(seed: 6)
    let parts = ["a", "é", "\r\n", "&amp;", "\u{0}", "Ã©", "“", " ", "\u{FEFF}", "x&lt;"]
    for _ in 0..<200 {
      let text = (0..<12).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }
      let normalized = TextNormalizer.normalize(Array(text.joined().utf8))
      let count = normalized.bytes.count
      for start in 0..<count where normalized.bytes[start] & 0xC0 != 0x80 {
        for end in start + 1...count where end == count || normalized.bytes[end] & 0xC0 != 0x80 {
          let range = ByteRange(UInt32(start), UInt32(end))
          let back = normalized.normalized(normalized.original(range))
          #expect(back.start <= range.start && back.end >= range.end)
          #expect(normalized.original(back) == normalized.original(range))
        }
      }
    }
  }
}
