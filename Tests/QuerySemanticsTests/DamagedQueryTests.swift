import Diagnostics
import QuerySemantics
import QuerySyntax
import Testing

@Suite struct DamagedQueryTests {

  static let good = [
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
    "[lemma = \"need\" & pos != \"VERB\"] []{0,3} ( \"tax\" | a:[entity = \"China\"]? ) within s",
    "a:[pos = \"N.*\"] b:[word = exactly \"Tax\" %c] :: a.lemma = b.word & !( b.pos = \"X\" )",
    "documents where some quotes ( speaker = Trump ) and no quotes ( kind = direct ) | count",
    "people where count of quotes ( cue = say ) >= 2 and every mentions ( )",
    "quotes where \"wealth\" near/5 \"tax\" then/sentence \"a\" and near/3 days ( quotes by Trump )",
    "define f($a, $b) = quotes by $a about $b ; f(Trump, China) after/2 weeks quotes | limit 3",
    "alias \"the Elysee\" = Emmanuel Macron ; quotes by \"the Elysee\" ; correct 2 speaker = Trump",
    "quotes summarize n = count, w = mean(words) by speaker | per 100 quotes | chart bars",
    "\"red\" outside quotes | collocates window 3 of lemma by mi | top 5 by mi",
    "compare (quotes by Macron) with (quotes by Trump) on cues | top 10",
  ]

  private static let pieces = [
    "where", "and", "not", "(", ")", "=", "speaker", "date.week", "2025-13", "99999999999999999999",
    "-1", "\"", "$x", "in", "1e999", "..", "count", "by", "exactly", "is missing", "/[/", "é", "|",
    "\u{0}", "people", "within", "0", "last 9223372036854775807 years", "since 9999", "[]", "a:[",
    "{2,", "near/9223372036854775807 years", "then/0", "count of", "some", "::", "$a", "f(",
    "1000}",
    "%cd", "every", "correct 9223372036854775807", "alias", "[pos = \"J\"]*", "union",
  ]

  /// The damaged forms of each query; with those that only the parser reads they come to 20,000.
  private static let rounds = 300

  @Test(arguments: good.indices)
  func `a damaged query never traps, and its mistakes lie in the text`(index: Int) {
    var random = SplitMix(seed: UInt64(index))
    for _ in 0..<Self.rounds {
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
