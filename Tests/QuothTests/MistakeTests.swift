import Quoth
import TestSupport
import Testing

/// What the user is told of mistakes.
@Suite struct MistakeTests {

  @Test(arguments: [
    ("quots", "did you mean 'quotes'?", "query:1:1"),
    ("quotes wher speaker = Morel", "did you mean 'where'?", "query:1:8"),
    ("quotes where speker = Morel", "did you mean 'speaker'?", "query:1:14"),
    ("quotes where words > 3 oder by words", "'order'", "query:1:24"),
    ("quotes where kind = dirct", "direct, indirect or mixed", "query:1:21"),
  ])
  func `a misspelt word has its place and the right suggestion`(
    query: String, suggestion: String, place: String
  ) throws {
    let page = try Asked.press()(query)
    #expect(page.outcome == .failed)
    #expect(page.text.contains(suggestion))
    #expect(page.text.contains(place))
    #expect(page.text.contains("^"))
  }

  @Test(arguments: [
    (
      "quotes where date = 5", "'date' is a date; '5' is not one: write 2025-02-24, 2025-02 or 2025"
    ),
    ("quotes where words = many", "'words' is a number; 'many' is not one: write one like 30"),
    ("quotes where kind = 3", "'kind' is never '3'; it is direct, indirect or mixed"),
    (
      "quotes where words contains \"x\"",
      "'contains' looks into text, and 'words' is a whole number; compare it with ="
    ),
    ("quotes summarize sum(speaker)", "'sum' is taken of numbers, and 'speaker' is one of the"),
    ("people timeline by month", "people have no date"),
  ])
  func `a mistake of type speaks the user's words`(query: String, message: String) throws {
    let page = try Asked.press()(query)
    #expect(page.outcome == .failed)
    #expect(page.lines.first?.hasPrefix("error: " + message) == true, "\(page.text)")
    #expect(page.text.contains("^"))
  }

  @Test(arguments: [
    ("SELECT speaker FROM quotes WHERE kind = 'direct'", "write 'quotes where …'"),
    ("quotes where speaker == Morel", "'==' is written '=' here"),
    ("quotes where words > 3 && kind = direct", "'&&' is written 'and' here"),
    ("quotes where words > 3 || kind = direct", "'||' is written 'or' here"),
    ("quotes where text LIKE '%tax%'", "'LIKE' is written 'contains' here"),
  ])
  func `a habit from elsewhere is answered on the page`(query: String, message: String) throws {
    let page = try Asked.press()(query)
    #expect(page.outcome == .failed)
    #expect(page.text.contains(message), "\(page.text)")
  }

  @Test func `what linguists write runs`() throws {
    let page = try Asked.press()("[word=\"bridge\"] within s")
    #expect(page.outcome == .finished)
    #expect(page.lines.first == "1 match")
  }

  @Test func `nothing of a text with a mistake runs, and all its mistakes are told`() throws {
    let page = try Asked.press()("documents\n\nquots\n\nquotes where speker = A")
    #expect(page.outcome == .failed)
    #expect(page.text.contains("query:3:1") && page.text.contains("query:5:14"))
    #expect(!page.text.contains("all 3 documents"))
  }

  /// The parser's own suite reads twenty thousand damaged scripts; these six thousand go through
  /// the whole program.
  @Test(arguments: [29, 30, 31] as [UInt64])
  func `two thousand damaged queries never trap, and their ranges lie in the text`(seed: UInt64) {
    let session = Asked.builtin(SessionOptions(rowLimit: 1)).session
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let text = damaged(using: &random)
      let length = text.utf8.count
      let outcome = session.run(SourceText(text, name: "query")) { event in
        guard case .diagnostics(let found, _) = event else { return }
        for diagnostic in found {
          #expect(diagnostic.range.start <= diagnostic.range.end, "\(text)")
          #expect(Int(diagnostic.range.end) <= length, "\(text)")
        }
      }
      #expect(outcome != .interrupted)
    }
  }

  /// Statements that run, from which damaged ones are made.
  private static let sound = [
    "quotes where speaker = Macron and topic = China order by date desc limit 5",
    "quotes by Macron about China top 1 by words per speaker",
    "quotes by Macron within (documents about China) collocates by mi window 4 of word",
    "quotes where first and not nested is known top 2 per topic by words",
    "quotes about China after/3 days (quotes by Trump) count by outlet per 100 quotes",
    "[lemma = \"send\"] []{0,3} [pos = \"NOUN\"] within s keywords by ll against quotes",
    "people where mentions >= 5 and quotes = 0", "documents where date in 2025-02 count",
    "\"red line\" within quotes kwic 8 order by right 1", "quotes timeline by week by speaker",
    "let x = quotes where kind = mixed", "values of cue", "describe quotes",
    "quotes where words in 3..5 or not title contains \"tariff\"", "expect quotes > 3",
    "define topic \"borders\" as \"border\" or \"frontier*\"", "param who = Macron",
    "quotes where speaker in (Macron, “Donald Trump”) sample 3 seed 1",
  ]

  private func damaged(using random: inout SeededGenerator) -> String {
    let statement = Self.sound.randomElement(using: &random) ?? ""
    var words = statement.split(separator: " ").map(String.init)
    for _ in 0...Int.random(in: 0...2, using: &random) where !words.isEmpty {
      let index = Int.random(in: 0..<words.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: words.remove(at: index)
      case 1: words.insert(words[index], at: index)
      case 2: words.swapAt(index, Int.random(in: 0..<words.count, using: &random))
      case 3: words[index] = String(words[index].dropFirst())
      default:
        words[index] += ["\"", "(", "é", "😀", ";", "..", "\0"].randomElement(using: &random) ?? ""
      }
    }
    return words.joined(separator: " ")
  }
}
