import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// Bytes of files with columns, before their lines are gone through.
@Suite struct CheckedTextTests {

  private static let pieces: [[UInt8]] =
    ["a", "word ", "ü", "’", "漢字", "👍🏽", "\n", "\t", "plain letters, all of them", "\u{7F}"].map {
      Array($0.utf8)
    } + [[0x00], [0x1F], [0x0B], [0x0D], [0x0D, 0x0A], [0x08], [0x20], [0x80], [0x89], [0x8A]]
    + [[0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x91], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xFF]]

  private static func text(_ random: inout SeededGenerator, damaged: Bool) -> [UInt8] {
    let most = damaged ? pieces.count : pieces.count - 9
    return (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
      pieces[Int.random(in: 0..<most, using: &random)]
    }
  }

  @Test(arguments: 0..<8)
  func `text that is valid stays as it is, and other text is repaired`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for number in 0..<2000 {
      let bytes = Self.text(&random, damaged: number % 2 == 0)
      let checked = DecodedText.checked(bytes)
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect(isValid == (checked == bytes), "\(bytes)")
      #expect(String(validating: checked, as: UTF8.self) != nil, "\(bytes)")
    }
  }

  @Test(arguments: 0..<8)
  func `only tabs and line ends stay of the controls`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let bytes = Self.text(&random, damaged: false)
      var expected: [UInt8] = []
      for (place, byte) in bytes.enumerated() {
        let isLineEnd = byte == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
        let isControl = byte < 0x20 || byte == 0x7F
        if !isControl || byte == 0x09 || byte == 0x0A || isLineEnd { expected.append(byte) }
      }
      #expect(bytes.withoutControls == expected, "\(bytes)")
    }
  }
}
