import Diagnostics
import QuerySemantics
import QuerySyntax
import Testing

@Suite struct DamagedQueryTests {

  private static let good = [
    "quotes where speaker = Macron and topic = China order by date desc",
    "quotes where \"wealth tax\" order by date | top 1 per speaker",
    "people where mentions >= 50 and quotes = 0",
    "quotes where speaker = Trump | to documents | to quotes where speaker != Trump",
    "\"we\" within (quotes where speaker.roles = minister) | kwic 8 order by right 1",
    "quotes where date between 2025-02 and 2025-03-01 | timeline by week by speaker",
    "let a = quotes by Macron; a where title matches /(a|b)+[c-e]{2,3}/ | count by month",
    "documents where not (topic = all (China, taxes) or date in 2025) | select title as t, date.week",
    "values of documents.topic; describe quotes; expect quotes by Trump = 2; explain quotes last 3 days",
    "define topic x as \"re? l*\" or \"tax\"; param n = 3; quotes about x | sample $n seed 7",
  ]

  private static let pieces = [
    "where", "and", "not", "(", ")", "=", "speaker", "date.week", "2025-13", "99999999999999999999",
    "-1", "\"", "$x", "in", "1e999", "..", "count", "by", "exactly", "is missing", "/[/", "é", "|",
    "\u{0}", "people", "within", "0", "last 9223372036854775807 years", "since 9999",
  ]

  @Test(arguments: 0..<10)
  func `a damaged query never traps, and its mistakes lie in the text`(index: Int) {
    var random = SplitMix(seed: UInt64(index))
    for _ in 0..<100 {
      let text = damaged(Self.good[index], by: &random)
      let length = text.utf8.count
      for analysis in analyses(text) {
        for diagnostic in analysis.diagnostics {
          #expect(diagnostic.range.end <= length, "\(text)")
          #expect(!diagnostic.message.isEmpty)
        }
        for notice in analysis.notices { #expect(notice.range.end <= length, "\(text)") }
        if case .query(let query) = analysis.statement {
          #expect(!BoundQueryPrinter(fixture).print(query).isEmpty)
          #expect(!ReadBack(fixture).text(of: query).isEmpty)
        }
      }
    }
  }

  /// Drops, doubles, swaps, misspells or inserts one to three words.
  private func damaged(_ text: String, by random: inout SplitMix) -> String {
    var words = text.split(separator: " ").map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      guard let place = words.indices.randomElement(using: &random) else { break }
      switch Int.random(in: 0..<5, using: &random) {
      case 0: words.remove(at: place)
      case 1: words.insert(words[place], at: place)
      case 2: words.swapAt(place, words.indices.randomElement(using: &random) ?? place)
      case 3: words[place] = String(words[place].shuffled(using: &random))
      default: words.insert(Self.pieces.randomElement(using: &random) ?? "", at: place)
      }
    }
    return words.joined(separator: " ")
  }
}

/// A generator whose numbers follow from its seed (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {

  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
