import Testing

@testable import Annotation

/// A damaged text, what it is repaired to, and what the summary says.
struct Damage: Sendable, CustomTestStringConvertible {
  let raw: [UInt8]
  let repaired: String
  let repairs: [String]
  var testDescription: String { repaired }

  init(_ raw: [UInt8], _ repaired: String, _ repairs: [String]) {
    (self.raw, self.repaired, self.repairs) = (raw, repaired, repairs)
  }

  init(_ text: String, _ repaired: String, _ repairs: [String]) {
    self.init(Array(text.utf8), repaired, repairs)
  }
}

@Suite struct TextNormalizerTests {

  @Test(arguments: ["", "One line", "“We go,” she said — twice…\n\n\tThen café.\n", "中文 Привет 😀"])
  func `a clean text is returned as it is`(text: String) {
    let normalized = TextNormalizer.normalize(Array(text.utf8))
    #expect(normalized.bytes == Array(text.utf8))
    #expect(normalized.originalBytes == normalized.bytes)
    #expect(normalized.edits.isEmpty && normalized.repairs.isEmpty)
  }

  @Test(arguments: [
    Damage("\u{FEFF}Text", "Text", ["1 byte order mark"]),
    Damage("one\r\ntwo\r\n", "one\ntwo\n", ["2 carriage returns"]),
    Damage("one\rtwo\r\r\nthree", "one\ntwo\nthree", ["3 carriage returns"]),
    Damage("a\u{2028}b\u{2029}c\u{B}d", "a\nb\n\nc\nd", ["3 line separators"]),
    Damage("a\0\0b\u{1}c\u{7F}", "abc", ["2 NUL characters", "2 control characters"]),
    Damage("10\u{A0}000\u{2009}km\u{202F}!", "10 000 km !", ["3 special spaces"]),
    Damage("Eu\u{AD}rope\u{200B} and\u{2060}", "Europe and", ["3 invisible characters"]),
    Damage("it\u{92}s", "it’s", ["1 Windows-1252 character"]),
  ])
  func `characters that hinder reading are replaced`(damage: Damage) { check(damage) }

  @Test(arguments: [
    Damage("itâ€™s", "it’s", ["1 mojibake sequence"]),
    Damage("â€œYesâ€\u{9D} â€“ no", "“Yes” – no", ["3 mojibake sequences"]),
    Damage("â€œYesâ€ she said", "“Yes” she said", ["2 mojibake sequences"]),
    Damage("CafÃ© in MÃ¼nchen", "Café in München", ["2 mojibake sequences"]),
    Damage("10Â\u{A0}km and 5Â km", "10 km and 5 km", ["2 mojibake sequences"]),
    Damage("Ã¢â‚¬â„¢", "’", ["1 mojibake sequence"]),
    Damage("ÃƒÂ©tat", "état", ["1 mojibake sequence"]),
    Damage("â‚¬5 and ðŸ˜€", "€5 and 😀", ["2 mojibake sequences"]),
    Damage("MiloÅ¡ ÐŸÑƒÑ‚Ð¸Ð½", "Miloš Путин", ["6 mojibake sequences"]),
    Damage("ï»¿Text", "Text", ["1 mojibake sequence"]),
    Damage("CÃ”TE", "CÔTE", ["1 mojibake sequence"]),
  ])
  func `mojibake is read as what it was`(damage: Damage) { check(damage) }

  @Test(arguments: [
    "Ångström", "São Paulo", "« Élysée »", "“IRMÔ", "„Ä“ heißt", "naïveté", "Škoda", "Îles", "Ã",
    "ÉÉ", "Ó Ö Ü", "Âge",
  ])
  func `letters that only look like mojibake stay`(text: String) {
    #expect(TextNormalizer.normalize(Array(text.utf8)).string() == text)
  }

  @Test(arguments: [
    Damage("R&amp;D &#8217; &#x2019; &#146;", "R&D ’ ’ ’", ["4 HTML entities"]),
    Damage("&ldquo;Yes&rdquo;&nbsp;&mdash; caf&eacute;", "“Yes” — café", ["5 HTML entities"]),
    Damage("it&amp;#8217;s&shy;", "it’s", ["2 HTML entities"]),
    Damage("A&B; AT&T &; &#; &#0; &#xD800; & more", "A&B; AT&T &; &#; &#0; &#xD800; & more", []),
  ])
  func `entities are decoded`(damage: Damage) { check(damage) }

  @Test(arguments: [
    Damage([0x63, 0x61, 0x66, 0xE9, 0x20], "café ", ["1 Windows-1252 character"]),
    Damage([0x93, 0x59, 0x65, 0x73, 0x2C, 0x94, 0x20], "“Yes,” ", ["2 Windows-1252 characters"]),
    // One that looks like it tells of the others, unless there is UTF-8, too.
    Damage([0x61, 0xE9, 0x20, 0xA3, 0xBD, 0x2E], "aé £½.", ["3 Windows-1252 characters"]),
    Damage(
      [0x61, 0xE9, 0x20, 0xC3, 0xA9, 0x20, 0xA3, 0xBD, 0x2E], "aé é \u{FFFD}\u{FFFD}.",
      ["2 invalid UTF-8 sequences", "1 Windows-1252 character"]),
    Damage([0x61, 0xE2, 0x80], "a\u{FFFD}", ["1 invalid UTF-8 sequence"]),
    Damage([0x61, 0x81, 0x62], "a\u{FFFD}b", ["1 invalid UTF-8 sequence"]),
    Damage([0xC0, 0x80, 0x61], "\u{FFFD}\u{FFFD}a", ["2 invalid UTF-8 sequences"]),
    Damage([0xED, 0xA0, 0x80, 0x61], "\u{FFFD}\u{FFFD}\u{FFFD}a", ["3 invalid UTF-8 sequences"]),
    Damage([0xF0, 0x9F, 0x98, 0x61], "\u{FFFD}a", ["1 invalid UTF-8 sequence"]),
  ])
  func `invalid bytes are read as Windows-1252 or replaced`(damage: Damage) { check(damage) }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 is decoded in both orders`(isBigEndian: Bool, hasMark: Bool) {
    let text = "“We go 😀,” she said of it.\r\nAnd went."
    var raw: [UInt8] = []
    for unit in (hasMark ? [0xFEFF] : []) + Array(text.utf16) {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      raw += isBigEndian ? [high, low] : [low, high]
    }
    let normalized = TextNormalizer.normalize(raw)
    #expect(normalized.string() == "“We go 😀,” she said of it.\nAnd went.")
    #expect(normalized.originalBytes == Array(text.utf8))
    #expect(normalized.repairs == ["1 text in UTF-16", "1 carriage return"])
  }

  @Test func `a header is left out of the text and of nothing else`() {
    let text = DecodedText(Array("---\na: b\n---\nBody\r\n".utf8))
    let normalized = TextNormalizer.normalize(text, skipping: 13)
    #expect(normalized.string() == "Body\n")
    #expect(normalized.original(ByteRange(0, 4)) == ByteRange(13, 17))
  }

  private func check(_ damage: Damage) {
    let normalized = TextNormalizer.normalize(damage.raw)
    #expect(normalized.string() == damage.repaired)
    #expect(normalized.repairs == damage.repairs)
  }
}

extension NormalizedText {
  /// The whole text.
  func string() -> String { string(ByteRange(0, UInt32(bytes.count))) }
}
