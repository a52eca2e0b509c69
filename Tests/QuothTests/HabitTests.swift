import Diagnostics
import Foundation
import Quoth
import TestSupport
import Testing

/// What journalists, and users of SQL and of other corpus tools, write first.
@Suite struct HabitTests {

  /// The ids of the mistakes that a session tells of a text, and the messages and repairs.
  private func told(_ text: String) -> [Diagnostic] {
    var told: [Diagnostic] = []
    _ = Asked.builtin(SessionOptions(rowLimit: 1)).session.run(SourceText(text, name: "query")) {
      if case .diagnostics(let found, _) = $0 { told += found.filter { $0.severity == .error } }
    }
    return told
  }

  /// A query, the ids of its mistakes, and words of the first message or repair.
  private static let wrong: [(String, [String], String)] = [
    (
      "select speaker, count(*) from quotes group by speaker order by count desc limit 10",
      ["foreign-query", "foreign-step"], "quotes where"
    ),
    (
      "SELECT * FROM quotes WHERE speaker LIKE '%Macron%'", ["foreign-query", "foreign-word"],
      "quotes where"
    ),
    (
      "quotes where speaker == \"Macron\" && topic == 'China'",
      ["foreign-operator", "foreign-operator", "foreign-operator"], "'='"
    ),
    ("[word=\"(?i)migrants\"]", ["invalid-regex"], "(?i) is left out"),
    ("MU(meet \"a\" \"b\" -2 2)", ["foreign-query"], "near/2"),
    ("<s> []", ["foreign-word"], "sentences"),
    ("<s/> containing []", ["foreign-word"], "sentences"),
    ("[lemma=\"go\"] within <s/>", ["foreign-word"], "sentences"),
    ("quotes.filter(first)", ["foreign-method"], "where"),
    ("find quotes by Macron", ["foreign-query"], "without 'find'"),
    ("show me quotes by Macron", ["foreign-query"], "without 'show me'"),
    ("who said \"x\"?", ["missing-source"], "quotes or documents"),
    ("list speakers", ["missing-source"], "quotes or documents"),
    ("db.quotes.find({speaker: \"Macron\"})", ["missing-source"], "quotes or documents"),
    ("quotes from Macron", ["foreign-word"], "'by'"),
    (
      "quotes of Macron on China in 2025", ["foreign-word", "foreign-word", "foreign-word"], "'by'"
    ),
    ("quotes in 2025", ["foreign-word"], "where date in"),
    ("count quotes by speaker", ["missing-source"], "quotes count"),
    ("top 10 speakers", ["missing-source"], "quotes top"),
    ("quotes by Macron and Trump", ["several-names"], "speaker in (Macron, Trump)"),
    ("quotes by Macron or Trump", ["several-names"], "speaker in (Macron, Trump)"),
    ("quotes by Macron, Trump", ["several-names"], "speaker in (Macron, Trump)"),
    ("documents about China or Ukraine", ["several-names"], "topic in (China, Ukraine)"),
    ("quotes where speaker = Macron or Trump", ["missing-comparison"], "speaker in (…, Trump)"),
    ("quotes where Macron", ["missing-comparison"], "speaker = Macron"),
    ("quotes where speaker", ["missing-comparison"], "yes or no"),
    ("quotes where speaker is Macron", ["foreign-word"], "'='"),
    ("quotes where speaker is not Macron", ["foreign-word"], "'!='"),
    ("quotes where speaker in [Macron, Trump]", ["foreign-operator"], "'('"),
    ("quotes where speaker is null", ["foreign-word"], "missing"),
    ("quotes where \"tax\" in text", ["foreign-word"], "text contains \"tax\""),
    ("quotes where text = \"tax\"", ["compared-text"], "text contains \"tax\""),
    ("quotes where text matches \"tax.*\"", ["expected"], "between slashes"),
    ("quotes where date > 2025-13", ["invalid-date"], "2025-02"),
    ("quotes where date = \"March 2025\"", ["not-a-date"], "2025-03"),
    ("quotes where date = 24/02/2025", ["not-a-date"], "2025-02-24"),
    ("quotes by Macron since january 2025", ["not-a-date"], "2025-01"),
    ("quotes order by date descending", ["foreign-word"], "desc"),
    ("quotes | count by speaker desc", ["unexpected"], "order by"),
    ("quotes | sort by date", ["foreign-step"], "order by"),
    ("quotes | head 10", ["foreign-step"], "limit"),
    ("speaker = Macron", ["missing-source"], "quotes where"),
  ]

  @Test(arguments: wrong)
  func `each mistake is told once, with the right form`(
    text: String, ids: [String], words: String
  ) {
    let told = told(text)
    #expect(told.map(\.id.rawValue) == ids, "\(told.map(\.message))")
    #expect(told.first?.message.contains(words) == true, "\(told.map(\.message))")
  }

  @Test(arguments: wrong)
  func `a query that its repairs mend runs`(text: String, ids: [String], words: String) {
    let fixIts = told(text).compactMap(\.fixIt)
    guard fixIts.count == ids.count else { return }
    var bytes = Array(text.utf8)
    for fixIt in fixIts.sorted(by: { $1.range.start < $0.range.start }) {
      bytes.replaceSubrange(
        fixIt.range.start..<fixIt.range.end, with: Array(fixIt.replacement.utf8))
    }
    // What is still wrong then is another mistake, and none that was told before.
    let mended = String(decoding: bytes, as: UTF8.self)
    #expect(!told(mended).contains { ids.contains($0.id.rawValue) }, "\(mended)")
  }

  @Test(arguments: [
    "\"migrants\" [] \"border\" within s;", "quotes containing \"x\"", "quotes where date = 2025",
    "quotes where date >= '2025-01-01'", "quotes where year = 2025",
    "let x = quotes; x where first",
    "quotes where speaker in (\"Macron\", 'Trump')", "quotes where first and not nested is known",
    "families where conflict", "quotes by Macron about China after/3 days (quotes by Trump)",
  ])
  func `where the meaning is plain a habit works`(text: String) {
    #expect(told(text).isEmpty)
  }

  @Test(arguments: [
    "Sources/QuerySyntax/QuerySyntax.docc", "Sources/QuerySemantics/QuerySemantics.docc",
  ])
  func `each documented query has its one mistake`(folder: String) throws {
    let page = try Repository.text(of: folder + "/Diagnostics.md")
    for section in page.components(separatedBy: "\n## ").dropFirst() {
      let id = String(section.prefix { $0 != "\n" })
      let blocks = section.components(separatedBy: "```")
      let failing = blocks[1].split(separator: "\n", maxSplits: 1).last.map(String.init) ?? ""
      #expect(Set(told(failing).map(\.id.rawValue)) == [id], "\(failing)")
    }
  }

  @Test func `eight mistakes in one script are all told, each once, where they are`() {
    let script = """
      quotes by Macron or Trump

      quotes | collocates by mi window 4 by ll

      quotes where speaker

      []{5,2} within quotes

      quotes top 3 per topic by cue

      quotes by Macron wihtin (documents) limit 2

      quotes where speaker is Macron

      quotes of Macron timeline by speaker by fortnight
      """
    let page = Asked.builtin()(script, name: "s")
    #expect(page.outcome == .failed)
    let places = page.lines.filter { $0.contains("--> ") }.map {
      $0.split(separator: " ").last ?? ""
    }
    #expect(
      places == [
        "s:1:18", "s:3:36", "s:5:14", "s:7:1", "s:9:27", "s:11:18", "s:13:22", "s:15:8", "s:15:41",
      ])
  }
}
