import TestSupport
import Testing

@testable import Annotation

@Suite struct NormalizedTextTests {

  @Test func `a range maps back to the bytes it came from`() {
    let text = TextNormalizer.normalize(Array("Itâ€™s\r\n10\u{A0}km\u{AD}.".utf8))
    #expect(text.string() == "It’s\n10 km.")
    func original(of part: String) -> String? {
      let bytes = Array(part.utf8)
      let start = text.bytes.indices.first { text.bytes[$0...].starts(with: bytes) }
      guard let start else { return nil }
      let range = text.original(ByteRange(UInt32(start), UInt32(start + bytes.count)))
      return String(decoding: text.originalBytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
    }
    #expect(original(of: "It’s") == "Itâ€™s")
    #expect(original(of: "10 km") == "10\u{A0}km")
    #expect(original(of: "km.") == "km\u{AD}.")
    #expect(original(of: "km") == "km")
    #expect(original(of: ".") == ".")
  }

  @Test func `an empty range stays empty`() {
    let text = TextNormalizer.normalize(Array("a\u{A0}\u{AD}b\r\n".utf8))
    for offset in 0...UInt32(text.bytes.count) {
      #expect(text.original(ByteRange(offset, offset)).length == 0)
    }
  }

  @Test func `every range of a damaged text maps back in order and in bounds`() {
    for seed in 0..<400 {
      var random = SeededGenerator(seed: UInt64(seed))
      check(TextNormalizer.normalize(random.dirtyText()), "seed \(seed)")
      let markdown = DecodedText(random.dirtyText())
      check(TextNormalizer.normalize(markdown, markup: .markdown), "Markdown of seed \(seed)")
    }
  }

  private func check(_ text: NormalizedText, _ comment: Comment) {
    #expect(String(validating: text.bytes, as: UTF8.self) != nil, comment)
    #expect(String(validating: text.originalBytes, as: UTF8.self) != nil, comment)
    #expect(!text.bytes.contains { $0 == 0x0D || $0 == 0 || $0 == 0x7F }, comment)
    let single = (0..<UInt32(text.bytes.count)).map { text.original(ByteRange($0, $0 + 1)) }
    let isInBounds = single.allSatisfy { $0.start < $0.end && $0.end <= text.originalBytes.count }
    let isAscending = zip(single, single.dropFirst()).allSatisfy {
      $0.start <= $1.start && $0.end <= $1.end
    }
    let isAlike = single.indices.allSatisfy {
      text.isEdited(UInt32($0))
        || single[$0].length == 1 && text.originalBytes[Int(single[$0].start)] == text.bytes[$0]
    }
    #expect(isInBounds && isAscending && isAlike, comment)
    guard let first = single.first, let last = single.last else { return }
    let whole = text.original(ByteRange(0, UInt32(text.bytes.count)))
    #expect(whole == ByteRange(first.start, last.end), comment)
  }
}

extension NormalizedText {
  fileprivate func isEdited(_ offset: UInt32) -> Bool {
    edits.contains { $0.normalized.start <= offset && offset < $0.normalized.end }
  }
}

extension SeededGenerator {
  /// Returns some bytes in which clean words and all kinds of damage take turns.
  mutating func dirtyText() -> [UInt8] {
    let pieces = [
      "word", " ", "\n", "\r\n", "\r", "\0", "\u{FEFF}", "\u{A0}", "â€™", "â€", "Ã", "Ã©", "Â ",
      "é",
      "“q”", "&amp;", "&#8217;", "&", ";", "\u{2028}", "\u{AD}", "Ã¢â‚¬â„¢", "\u{92}", "Ð", "”",
      "😀",
      "**b**", "[a](b)", "_i_", "\\*", "# ", "> ", "- ", "<!--", "\t",
    ]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<40, using: &self) {
      if Int.random(in: 0..<8, using: &self) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &self))
      } else if let piece = pieces.randomElement(using: &self) {
        bytes += piece.utf8
      }
    }
    return bytes
  }
}
