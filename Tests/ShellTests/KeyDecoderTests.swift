import TestSupport
import Testing

@testable import Shell

@Suite struct KeyDecoderTests {

  @Test(
    arguments: [
      ("aé漢😀", [.scalar("a"), .scalar("é"), .scalar("漢"), .scalar("😀")]),
      ("\u{1B}[A\u{1B}OA\u{1B}[1;5C", [.named(.up), .named(.up), .named(.wordRight)]),
      (
        "\u{1B}[3~\u{1B}[H\u{1B}[4~\u{1B}[Z",
        [.named(.delete), .named(.home), .named(.end), .named(.backTab)]
      ),
      ("\u{1B}f\u{1B}é", [.alt("f"), .alt("é")]),
      ("\u{1B}\r\u{1B}[27;2;13~", [.named(.altEnter), .named(.altEnter)]),
      ("\u{1B}[15~\u{1B}[?1;2cx", [.scalar("x")]),
      ("\u{1B}\u{1B}[A", [.named(.escape), .named(.up)]),
      (
        "\u{1B}[200~a\r\nb\rc\u{1B}[201~d", [.paste(Array("a\nb\nc".unicodeScalars)), .scalar("d")]
      ),
      ("\u{1B}[200~\u{1B}[31mx\u{3}\u{1B}[201~", [.paste(Array("[31mx".unicodeScalars))]),
    ] as [(String, [Key])])
  func `bytes become keys, however they arrive`(input: String, keys: [Key]) {
    let bytes = Array(input.utf8)
    for size in [1, 2, 3, bytes.count] {
      var decoder = KeyDecoder()
      var found: [Key] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        decoder.feed(bytes[start..<min(bytes.count, start + size)])
        while let key = decoder.next() { found.append(key) }
      }
      #expect(found == keys, "in pieces of \(size)")
    }
  }

  @Test func `bytes that are no UTF-8 become replacement characters`() {
    var decoder = KeyDecoder()
    decoder.feed([0xFF, 0x61, 0xC3, 0x28, 0xE6, 0xBC])
    var found: [Key] = []
    while let key = decoder.next() { found.append(key) }
    #expect(found == [.scalar("\u{FFFD}"), .scalar("a"), .scalar("\u{FFFD}"), .scalar("(")])
    decoder.feed([0xA2])
    #expect(decoder.next() == .scalar("漢"))
  }

  @Test func `a lone escape is a key when nothing follows`() {
    var decoder = KeyDecoder()
    decoder.feed([0x1B])
    #expect(decoder.next() == nil)
    #expect(decoder.isEscapePending)
    #expect(decoder.takeEscape() == .named(.escape))
    #expect(decoder.takeEscape() == nil)
  }

  @Test func `random bytes never trap and are all consumed or kept`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      var decoder = KeyDecoder()
      for _ in 0..<8 {
        decoder.feed(
          (0..<4).map { _ in
            [0x1B, 0x5B, 0x4F, 0x7E, 0x32, 0x30, 0xC3, 0x61].randomElement(using: &generator) ?? 0
          })
        while decoder.next() != nil {}
      }
    }
  }
}
