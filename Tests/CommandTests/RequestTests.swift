@testable import QuothCommand
import Testing

@Suite struct RequestTests {

  private static let pool = [
    "-c", "quotes", "-f", "a.quoth", "--command", "--file", "--no-corrections", "news/", "", "-",
    "--", "--limit", "3", "-c=x", "--no-init", "-h", "count", "--file=b", "a b", "-1", "help",
  ]

  @Test func `plain calls are read as the parser reads them`() throws {
    var plain = 0
    for number in 0..<Self.pool.count * Self.pool.count * Self.pool.count * Self.pool.count {
      // A sample that visits every pair of neighbours.
      guard number % 97 == 0 else { continue }
      var rest = number
      var words: [String] = []
      for _ in 0..<4 {
        words.append(Self.pool[rest % Self.pool.count])
        rest /= Self.pool.count
      }
      guard let request = Request(plain: words) else { continue }
      plain += 1
      #expect(try Request(parsing: words) == request, "\(words)")
    }
    #expect(plain > 50)
  }

  @Test(arguments: [
    ["-c"], ["-f"], ["-f", "--no-corrections"], ["-x"], ["-c=quotes"], ["--limit", "3"], ["-"],
    ["--", "a"], ["--help"], ["--version"],
  ])
  func `what is not plain is left to the parser`(words: [String]) {
    #expect(Request(plain: words) == nil)
  }

  @Test func `a call without arguments is plain`() {
    #expect(Request(plain: []) == Request())
  }
}
