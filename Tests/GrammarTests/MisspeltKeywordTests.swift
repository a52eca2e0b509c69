import Diagnostics
import QuerySyntax
import TestSupport
import Testing

@Suite struct MisspeltKeywordTests {

  @Test(arguments: [
    ("quotes were speaker = Macron", "where"), ("quotes hwere speaker = Macron", "where"),
    ("quotes where speaker = Macron oder by date", "order"),
    ("quotes where speaker = Keir Starmer limt 5", "limit"),
    ("quotes | tpo 5", "top"), ("quotes smaple 5", "sample"), ("quotes cuont by speaker", "count"),
    ("quotes | tiemline by week", "timeline"), ("tokens kiwc 5", "kwic"),
    ("quotes slect speaker", "select"), ("quotes svae \"a.csv\"", "save"),
    ("quotes where speaker = Macron adn topic = China", "and"),
    ("quotes where speaker is misssing", "missing"), ("quotes where speaker is knwon", "known"),
    ("quotes where text contians \"tax\"", "contains"),
    ("quotes where date betwen 2025-01 and 2025-02", "between"),
    ("\"tax\" wihtin quotes", "within"), ("\"tax\" outsid quotes", "outside"),
    ("expalin quotes", "explain"), ("discribe qoutes", "describe"), ("describe qoutes", "quotes"),
    ("quotes | to documnets", "documents"), ("quotes | timeline by weak", "week"),
    ("quotes last 30 dyas", "days"), ("define topci \"x\" as \"y\"", "topic"),
    ("values fo cue", "of"), ("quotes abuot China", "about"),
  ])
  func `a misspelt keyword is suggested as it should be`(text: String, keyword: String) throws {
    let first = try #require(Parser.parse(text).diagnostics.first)
    #expect(first.message.contains("did you mean '\(keyword)'?"), "\(first.message)")
    #expect(first.fixIt?.replacement == keyword)
  }

  @Test(arguments: [
    "quotes were speaker = Macron oder by date limt 5", "quotes tpo 5 by words smaple 3",
    "quotes where text contians \"tax\" adn speaker is knwon | timeline by weak",
  ])
  func `the fix-its together mend the query`(text: String) {
    let fixIts = Parser.parse(text).diagnostics.compactMap(\.fixIt)
    var bytes = Array(text.utf8)
    for fixIt in fixIts.sorted(by: { $0.range.start > $1.range.start }) {
      bytes.replaceSubrange(
        fixIt.range.start..<fixIt.range.end, with: Array(fixIt.replacement.utf8))
    }
    let mended = String(decoding: bytes, as: UTF8.self)
    #expect(Parser.parse(mended).diagnostics.isEmpty, "\(mended)")
  }

  @Test func `misspelt steps of generated shape have the right suggestion first`() throws {
    let tails: KeyValuePairs = [
      "where": "speaker = Macron", "order": "by date", "limit": "5", "sample": "5",
      "count": "by speaker", "timeline": "by week", "select": "speaker", "save": "\"a.csv\"",
    ]
    let words = tails.map(\.key)
    var random = SeededGenerator(seed: 21)
    for _ in 0..<500 {
      let index = Int.random(in: 0..<tails.count, using: &random)
      let (word, tail) = (tails[index].key, tails[index].value)
      let wrong = misspelt(word, using: &random)
      guard wrong != word, EditDistance.nearest(to: wrong, among: words) == [word] else { continue }
      let text = "quotes \(wrong) \(tail)"
      let first = try #require(Parser.parse(text).diagnostics.first, "\(text)")
      #expect(first.message.contains("'\(word)'"), "\(text): \(first.message)")
    }
  }
}
