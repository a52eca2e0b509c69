import Testing

@Suite struct NoticeTests {

  @Test(arguments: [
    ("quotes by Trump", ["Trump → Donald Trump, 2 quotes"]),
    ("quotes by \"the French president\"", ["the French president → Emmanuel Macron, 3 quotes"]),
    ("quotes by \"President Macron\"", ["President Macron → Emmanuel Macron, 3 quotes"]),
    ("quotes by \"President Trump\"", ["President Trump → Donald Trump, 2 quotes"]),
    ("quotes by \"Mr Trump\"", ["Mr Trump → Donald Trump, 2 quotes"]),
    ("quotes by \"the prime minister\"", ["the prime minister → Keir Starmer, 0 quotes"]),
    ("quotes by \"the minister\"", ["the minister → Keir Starmer, 0 quotes"]),
    (
      "quotes by \"the president\"",
      [
        "the president → 2 names, and the rows are those of all: Emmanuel Macron, 3 quotes; "
          + "Donald Trump, 2 quotes; for one of them write exactly \"Donald Trump\""
      ]
    ),
    (
      "quotes by \"the senator\"",
      [
        "no speaker is called 'the senator'; the most frequent: Emmanuel Macron, 3 quotes; "
          + "Donald Trump, 2 quotes; Brigitte Macron, 1 quote"
      ]
    ),
    ("quotes by Starmer", ["Starmer → Keir Starmer, 0 quotes"]),
    ("quotes mentions Beijing", ["Beijing → China, 1 mention"]),
    ("quotes about Beijing", ["Beijing → China, topic of 2 quotes"]),
    ("quotes where topic = china", ["China, topic of 2 quotes"]),
    (
      "quotes by Macron",
      [
        "Macron → 2 names, and the rows are those of all: Emmanuel Macron, 3 quotes; "
          + "Brigitte Macron, 1 quote; for one of them write exactly \"Brigitte Macron\""
      ]
    ),
    (
      "quotes by exactly \"brigitte macron\"", ["Brigitte Macron, 1 quote"]
    ),
    (
      "people where name = Macron",
      [
        "Macron → Emmanuel Macron, 1 mention"
      ]
    ),
    ("quotes where outlet = \"the courier\"", []),
    (
      "quotes where speaker.roles = president",
      [
        "president → 2 names, and the rows are those of all: French president, 1 entity; "
          + "American president, 1 entity; for one of them write exactly \"American president\""
      ]
    ),
    ("quotes where speaker.roles = minister", ["minister → prime minister, 1 entity"]),
    (
      "quotes count by speaker where speaker = Trump", ["Trump → Donald Trump, 1 mention"]
    ),
  ])
  func `what a name resolved to is always told`(text: String, expected: [String]) {
    #expect(mistakes(text) == [])
    #expect(notices(text) == expected)
  }

  @Test(arguments: [
    ("quotes by Macrn", "no speaker is called 'Macrn'; the nearest: Emmanuel Macron, 3 quotes"),
    ("quotes by Tromp", "no speaker is called 'Tromp'; the nearest: Donald Trump, 2 quotes"),
    ("quotes by Donalt Trump", "no speaker is called 'Donalt Trump'; the nearest: Donald Trump"),
    (
      "quotes by Prime Minister Trumb",
      "no speaker is called 'Prime Minister Trumb'; the nearest: Donald Trump, 2 quotes"
    ),
    ("quotes by Don", "no speaker is called 'Don'; the nearest: Donald Trump, 2 quotes"),
    ("quotes by exactly Macron", "no speaker is called 'Macron'; the nearest: Emmanuel Macron"),
    ("quotes where cue = sat", "no cue is called 'sat'; the nearest: say, 4 quotes"),
    ("quotes where cue = denied", "no cue is called 'denied'; the nearest: deny, 1 quote"),
    (
      "quotes where outlet = Courier",
      "no outlet is called 'Courier'; the nearest: The Courier, 2 documents"
    ),
    ("quotes about Chnia", "no topic is called 'Chnia'; the nearest: China, 2 quotes"),
    ("quotes about Bejing", "no topic is called 'Bejing'; the nearest: China, 2 quotes"),
    (
      "quotes where \"red lime\"",
      "the word 'lime' stands nowhere in the corpus; the nearest: line, 1 token"
    ),
    ("quotes where kind = mixed", "no kind is called 'mixed'"),
    (
      "quotes where [entity = \"person\"]",
      "no entity is called 'person', which is a type; write mentions where entity.type = person"
    ),
    (
      "quotes by Person",
      "no speaker is called 'Person', which is a type; write speaker.type = Person"
    ),
    ("documents by Roe", "no author is called 'Roe'; the nearest: John Roe, 2 documents"),
  ])
  func `a value that is not there names the nearest with their counts`(
    text: String, expected: String
  ) {
    #expect(mistakes(text) == [])
    #expect(notices(text).first?.hasPrefix(expected) == true, "\(notices(text))")
  }

  @Test(arguments: [
    ("quotes where topic = fishing", "topic 'fishing' is of 1 document and of no quote", "topic"),
    ("quotes about fishing", "topic 'fishing' is of 1 document and of no quote", "topic"),
    (
      "quotes where nested.topic = fishing", "topic 'fishing' is of 1 document and of no quote",
      "topic"
    ),
    (
      "quotes mentions \"Brigitte Macron\"",
      "mention 'Brigitte Macron' is of 1 document and of no quote", "mention"
    ),
  ])
  func `a value of documents and of no row says how to ask for it`(
    text: String, expected: String, attribute: String
  ) {
    #expect(mistakes(text) == [])
    let value = text.hasSuffix("fishing") ? "fishing" : "\"Brigitte Macron\""
    let hop = text.contains("nested") ? "nested." : ""
    let written = "\(hop)document.\(attribute) = \(value)"
    #expect(notices(text).last == "\(expected); write \(written)", "\(notices(text))")
    #expect(mistakes("quotes where \(written)") == [])
    #expect(notices("quotes where \(written)").contains { $0.hasPrefix("no ") } == false)
  }

  @Test(arguments: ["quotes by Macrn", "quotes where cue = sat", "quotes about Chnia"])
  func `a value that is not there gives no rows and no mistake`(text: String) {
    #expect(bound(text).hasSuffix("{}"))
  }

  @Test func `a phrase of many unknown words is told in a few`() {
    let words = (0..<2_000).map { "zzz\($0)" }.joined(separator: " ")
    #expect(notices("\"\(words)\"").count == 9)
    let pattern = (0..<500).map { "\"zzz\($0)\"" }.joined(separator: " ")
    #expect(notices("[] " + pattern).count == 9)
  }
}
