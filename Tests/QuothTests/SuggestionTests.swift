import Quoth
import Testing

/// What can stand at the cursor.
@Suite struct SuggestionTests {

  private func items(_ text: String) throws -> [Suggestion] {
    try Asked.press().session.suggestions(in: text, at: text.utf8.count).items
  }

  @Test func `speakers are offered, most quoted first`() throws {
    let items = try items("quotes where speaker = ")
    #expect(items.prefix(2).map(\.text) == ["Ada Morel", "Björn Åkesson"])
    #expect(items.prefix(2).map(\.note) == ["3", "2"])
  }

  @Test func `they are counted under the clauses already typed`() throws {
    let items = try items("quotes where topic = China and speaker = ")
    #expect(items.map(\.text) == ["Ada Morel", "Björn Åkesson"])
    #expect(items.map(\.note) == ["2", "1"])
  }

  @Test(arguments: [
    ("quotes where speaker = Mor", "Ada Morel"), ("quotes where speaker = ake", "Björn Åkesson"),
    ("quotes where speaker = \"Jon M", "Jon Morel\""), ("quotes by Jon", "Jon Morel"),
    ("quotes where topic = Ch", "China"),
    ("quotes where speaker = Ada Mo", "Ada Morel"), ("quotes by Ada Mo", "Ada Morel"),
    ("quotes where speaker = Björn Åk", "Björn Åkesson"), ("quotes wh", "where"), ("quo", "quotes"),
    ("quotes where spea", "speaker"), ("quotes where speaker.ro", "roles"),
    ("quotes where date.mo", "month"), ("quotes count by document.date.mo", "month"),
    ("quotes order by speaker.first_seen.ye", "year"),
    ("quotes where kind = ind", "indirect"), ("quotes about Ch", "China"),
  ])
  func `what is begun is completed`(text: String, expected: String) throws {
    #expect(try items(text).first?.text == expected)
  }

  @Test func `the range covers what is typed`() throws {
    let text = "quotes where speaker = Björn Å"
    let found = try Asked.press().session.suggestions(in: text, at: text.utf8.count)
    #expect(found.items.first?.text == "Björn Åkesson")
    #expect(found.range == 23..<text.utf8.count)
  }

  @Test func `any cursor in any text is safe`() throws {
    let session = try Asked.press().session
    for text in ["quotes where speaker = Åke and topic", "\"", "«é» 😀 where", "quotes ()"] {
      for cursor in 0...text.utf8.count {
        let range = session.suggestions(in: text, at: cursor).range
        #expect(range.upperBound <= text.utf8.count)
      }
    }
  }
}

/// What is offered where nothing is typed yet.
@Suite struct EmptyPlaceTests {

  @Test(arguments: [
    ("quotes where speaker = \"Ada Morel\" ", ["and", "or", "count by", "|"]),
    ("quotes where speaker = Ada Morel ", ["and", "or", "count by", "|"]),
    ("quotes count by speaker | ", ["where", "chart", "as share", "per"]),
    ("compare (quotes) with (quotes where kind = direct) on ", ["words", "cue", "topic"]),
    ("[lemma = \"", ["say\"", "be\""]),
    ("a:[pos = \"NOUN\"] b:[] :: ", ["a", "b"]),
  ])
  func `whatever can stand is offered`(text: String, expected: [String]) throws {
    let found = try Asked.press().session.suggestions(in: text, at: text.utf8.count)
    let texts = found.items.map(\.text)
    for word in expected { #expect(texts.contains(word), "\(word): \(texts)") }
  }

  @Test func `behind counted groups nothing is offered that needs rows`() throws {
    let text = "quotes count by speaker | "
    let found = try Asked.press().session.suggestions(in: text, at: text.utf8.count)
    for word in ["to", "kwic", "collocates", "families", "timeline by"] {
      #expect(!found.items.map(\.text).contains(word))
    }
  }

  @Test func `lemmas come with their counts`() throws {
    let text = "[lemma = \""
    let found = try Asked.press().session.suggestions(in: text, at: text.utf8.count)
    #expect(found.items.first?.note.isEmpty == false)
  }
}
