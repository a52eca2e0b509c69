import CorpusStore
import TestSupport
import Testing

@Suite struct StringPoolTests {

  @Test(arguments: [
    ("Élysée", "elysee"), ("Straße", "strasse"), ("Łódź", "lodz"), ("İstanbul", "istanbul"),
    ("ışık", "isik"), ("don’t", "don't"), ("Sørensen", "sorensen"), ("Ærø", "aero"),
    ("e\u{301}te\u{301}", "ete"), ("МОСКВА", "москва"), ("Nguyễn", "nguyen"), ("ŒUVRE", "oeuvre"),
    ("Ștefan Țepeș", "stefan tepes"), ("北京", "北京"), ("co\u{2011}op", "co-op"), ("", ""),
    ("ẞ", "ss"), ("Ångström", "angstrom"), ("Þór", "thor"), ("ñandú", "nandu"),
  ])
  func `case and accents are folded`(text: String, folded: String) {
    #expect(TextFolding.fold(text) == folded)
  }

  @Test(arguments: ["Élysée", "İ", "ΑΣ", "ﬁn", "A\u{30A}", "Ǆ", "ẞ", "‘x’"])
  func `what is folded stays as it is when folded again`(text: String) {
    let once = TextFolding.fold(text)
    #expect(TextFolding.fold(once) == once)
  }

  @Test func `folding never traps on bytes that are no text`() {
    for first in UInt8.min...UInt8.max {
      for second in stride(from: UInt8(0), through: 250, by: 25) {
        #expect(TextFolding.fold(bytes: [first, second, 0x41]).last == 0x61)
      }
    }
  }

  @Test func `strings of any length that differ in one byte are told apart`() {
    var builder = StringPoolBuilder()
    var texts: [[UInt8]] = []
    for length in 0..<40 {
      let plain = [UInt8](repeating: 0x61, count: length)
      texts.append(plain)
      for place in 0..<length {
        var other = plain
        other[place] = 0x62
        texts.append(other)
      }
    }
    let symbols = texts.map { builder.intern($0.span) }
    #expect(Set(symbols).count == texts.count)
    #expect(texts.map { builder.intern($0.span) } == symbols)
    let pool = builder.finish()
    for (text, symbol) in zip(texts, symbols) {
      #expect(pool.symbol(of: String(decoding: text, as: UTF8.self)) == symbol)
    }
  }

  @Test(arguments: 0..<4)
  func `short strings of any bytes have the symbols that a dictionary gives them`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var builder = StringPoolBuilder()
    var symbols: [[UInt8]: Symbol] = [:]
    // More than are kept at hand, so that they take each other's places.
    for _ in 0..<30_000 {
      let letters = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        [0x00, 0x01, 0x61, 0x62, 0x7A, 0x80, 0xC3, 0xFF][Int.random(in: 0..<8, using: &random)]
          as UInt8
      }
      let symbol = builder.intern(letters.span)
      if let known = symbols[letters] { #expect(symbol == known) }
      symbols[letters] = symbol
    }
    #expect(Set(symbols.values).count == symbols.count)
  }

  @Test func `a string is kept once, and found again`() {
    var builder = StringPoolBuilder()
    let first = builder.intern("Macron")
    #expect(builder.intern("Macron") == first)
    #expect(builder.intern("macron") != first)
    let pool = builder.finish()
    #expect(pool[first] == "Macron")
    #expect(pool.symbol(of: "Macron") == first)
    #expect(pool.symbol(of: "Trump") == nil)
  }

  @Test func `strings that differ in case and accents are found by either`() {
    var builder = StringPoolBuilder()
    let words = ["Élan", "elan", "ELAN", "other"].map { builder.intern($0) }
    let pool = builder.finish()
    #expect(Set(pool.symbols(folding: "éLAN")) == Set(words.prefix(3)))
    #expect(pool.symbols(folding: "none").isEmpty)
    #expect(pool.fold(of: words[0]) == words[1])
  }

  @Test func `a pool grows past its first table`() {
    var builder = StringPoolBuilder()
    let symbols = (0..<20_000).map { builder.intern("Word \($0)") }
    let pool = builder.finish()
    for number in stride(from: 0, to: 20_000, by: 37) {
      #expect(pool.symbol(of: "Word \(number)") == symbols[number])
      #expect(pool[symbols[number]] == "Word \(number)")
    }
  }

  @Test func `the empty string is a string`() {
    var builder = StringPoolBuilder()
    let empty = builder.intern("")
    let pool = builder.finish()
    #expect(pool[empty].isEmpty)
    #expect(pool.symbol(of: "") == empty)
  }
}
