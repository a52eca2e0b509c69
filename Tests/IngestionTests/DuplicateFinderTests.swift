import CorpusStore
import Testing

@testable import Ingestion

/// A text of so many different words, seeded.
private func text(_ count: Int, seed: UInt64) -> [String] {
  var state = seed
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return "word\(state >> 50)"
  }
}

private func bytes(_ words: [String], _ separator: String = " ") -> [UInt8] {
  Array(words.joined(separator: separator).utf8)
}

/// Which documents repeat others.
@Suite struct DuplicateFinderTests {

  @Test func `the same words are the same text, however they are set`() {
    var finder = DuplicateFinder()
    let words = text(300, seed: 1)
    #expect(finder.match(bytes(words)) == nil)
    let again = finder.match(bytes(words.map { $0.uppercased() }, ",\n"))
    #expect(again == .init(number: 0, resemblance: 1))
  }

  @Test(arguments: [("\"", "\"", "'", "-"), ("„", "“", "‘", "–"), ("« ", " »", "’", "—")])
  func `marks are no words, however they are typeset`(
    open: String, close: String, apostrophe: String, dash: String
  ) {
    var finder = DuplicateFinder()
    let words = text(300, seed: 1)
    let sentences = stride(from: 0, to: 300, by: 5).map {
      words[$0..<$0 + 5].joined(separator: " ")
    }
    let curly = sentences.map { "“\($0)’s …” \u{2014} naïve\u{A0}あ、い" }
    let other = sentences.map {
      "\(open)\($0)\(apostrophe)s ...\(close) \(dash) naïve あ い"
    }
    #expect(finder.match(bytes(curly)) == nil)
    #expect(finder.match(bytes(other)) == .init(number: 0, resemblance: 1))
    #expect(MinHashSignature(bytes(["naïve", "5µ", "1ª"])).wordCount == 3)
  }

  @Test func `a copy with another headline and a note is found`() {
    var finder = DuplicateFinder()
    for seed in 1...50 { _ = finder.match(bytes(text(400, seed: UInt64(seed)))) }
    let copy = text(8, seed: 99) + text(400, seed: 20) + text(12, seed: 98)
    let match = finder.match(bytes(copy))
    #expect(match?.number == 19)
    #expect(match.map { $0.resemblance > 0.85 } == true)
  }

  @Test(arguments: [20, 40, 80])
  func `a form letter with other names is another text`(names: Int) {
    var finder = DuplicateFinder()
    let words = text(300, seed: 1)
    _ = finder.match(bytes(words))
    var other = words
    for place in stride(from: 0, to: 300, by: 300 / names) { other[place] = "name\(place)" }
    #expect(finder.match(bytes(other)) == nil)
    #expect(finder.count == 2)
  }

  @Test func `what comes back each year with another date in it is another text`() {
    var finder = DuplicateFinder()
    func day(_ year: Int, _ day: Int) -> Day { Day(year: year, month: 3, day: day) }
    let words = text(600, seed: 1)
    for year in 2020...2024 {
      let notice = bytes(["of", "the", "year", "number\(year)"] + words)
      #expect(finder.match(notice, from: .init(day: day(year, 1))) == nil)
    }
    // A copy of that of 2022, a week after it.
    let copy = bytes(["from", "our", "paper", "number2022"] + words)
    #expect(finder.match(copy, from: .init(day: day(2022, 8)))?.number == 2)
    #expect(finder.match(bytes(words)) != nil)
  }

  @Test func `short texts repeat each other only at one address`() {
    var finder = DuplicateFinder()
    let thanks = Array("Thank you all for coming".utf8)
    #expect(finder.match(thanks, from: .init(address: "https://example.org/a")) == nil)
    #expect(finder.match(thanks, from: .init(address: "https://example.org/b")) == nil)
    #expect(finder.match(thanks, from: .init(name: "c")) == nil)
    #expect(
      finder.match(thanks, from: .init(address: "http://www.example.org/a/?utm_source=x#top"))
        != nil)
  }

  @Test func `one address with two texts is two documents`() {
    var finder = DuplicateFinder()
    #expect(
      finder.match(bytes(text(200, seed: 1)), from: .init(address: "https://example.org/")) == nil)
    #expect(
      finder.match(bytes(text(200, seed: 2)), from: .init(address: "https://example.org/")) == nil)
  }

  @Test func `orders of one office that differ in a sum are two, a reprint is one`() {
    func day(_ day: Int) -> Day { Day(year: 2022, month: 3, day: day) }
    func order(_ sum: String) -> [UInt8] {
      bytes(["an", "order", "of", sum, "coins"] + text(400, seed: 1))
    }
    var finder = DuplicateFinder()
    #expect(finder.match(order("200"), from: .init(outlet: "Office", day: day(12))) == nil)
    #expect(finder.match(order("800"), from: .init(outlet: "Office", day: day(16))) == nil)
    #expect(finder.match(order("900"), from: .init(day: day(17))) == nil)
    // A paper that prints the first on the day after, below its own number.
    let reprint = ["17", "pages"].joined(separator: " ").utf8 + [0x20] + order("200")
    let paper = DuplicateFinder.Origin(outlet: "Paper", day: day(13))
    #expect(finder.match(Array(reprint), from: paper)?.number == 0)
    // A short order, with a sum that stands elsewhere in it, too.
    let form = ["from", "chapter", "1", "an", "order", "of"] + text(150, seed: 2)
    #expect(finder.match(bytes(form + ["1"]), from: .init(outlet: "Office", day: day(1))) == nil)
    #expect(finder.match(bytes(form + ["2"]), from: .init(outlet: "Office", day: day(2))) == nil)
    // The office itself, with a number more.
    let note = bytes(["note", "3"]) + [0x20] + order("200")
    #expect(finder.match(note, from: .init(outlet: "Office", day: day(14)))?.number == 0)
  }

  @Test func `forms of one outlet and day on two pages with their own headlines are two`() {
    func origin(_ page: String, _ title: String) -> DuplicateFinder.Origin {
      .init(
        address: "https://example.org/\(page)", outlet: "Paper",
        day: Day(year: 2025, month: 3, day: 2), title: title)
    }
    let rest = text(150, seed: 1)
    var finder = DuplicateFinder()
    #expect(finder.match(bytes(["lanna", "sunny"] + rest), from: origin("1", "Lanna")) == nil)
    #expect(finder.match(bytes(["rimmel", "rain"] + rest), from: origin("2", "Rimmel")) == nil)
    // The same words under another headline, or other words under the same.
    #expect(
      finder.match(bytes(["lanna", "sunny"] + rest), from: origin("3", "Sun"))?.number == 0)
    #expect(finder.match(bytes(["rill", "rain"] + rest), from: origin("4", "Rimmel")) != nil)
    let long = text(400, seed: 2)
    #expect(finder.match(bytes(["1"] + long), from: origin("5", "One")) == nil)
    #expect(finder.match(bytes(["note", "1"] + long), from: origin("6", "Note")) != nil)
    #expect(finder.match(bytes(["2"] + long), from: origin("7", "Two")) == nil)
  }

  @Test func `a short text of an earlier build, or one of several at an address, is met again`() {
    var finder = DuplicateFinder()
    let thanks = Array("Thank you all".utf8)
    #expect(finder.know(thanks, from: .init(name: "a")) == nil)
    #expect(finder.match(thanks, from: .init(name: "b")) == nil)
    #expect(finder.match(thanks, from: .init(name: "b")) == nil)
    #expect(finder.match(thanks, from: .init(name: "a"))?.number == 0)
    for seed in 1...3 {
      let page = bytes(text(20, seed: UInt64(seed)))
      #expect(finder.match(page, from: .init(address: "https://example.org/")) == nil)
    }
    let second = bytes(text(20, seed: 2))
    #expect(finder.match(second, from: .init(address: "https://example.org/"))?.number == 4)
  }

  @Test(arguments: [0.3, 0.6, 0.9, 1])
  func `sketches tell the share of words in common`(share: Double) {
    let count = 4000
    let common = text(count, seed: 7)
    // Of two texts whose last part differs, the share of shingles is `same` over all.
    let same = Int(2 * Double(count) * share / (1 + share))
    let a = MinHashSignature(bytes(Array(common[..<same]) + text(count - same, seed: 8)))
    let b = MinHashSignature(bytes(Array(common[..<same]) + text(count - same, seed: 9)))
    #expect(abs(a.resemblance(to: b) - share) < 0.14)
  }

  @Test func `nothing and next to nothing have no words in a row`() {
    #expect(MinHashSignature([]).bins.isEmpty)
    #expect(MinHashSignature(Array("a b c d".utf8)).bins.isEmpty)
    #expect(MinHashSignature(Array("a b c d e".utf8)).bins.count == 512)
  }
}
