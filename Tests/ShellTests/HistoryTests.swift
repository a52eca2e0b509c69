import Foundation
import Testing

@testable import Shell

@Suite struct HistoryTests {

  private let path = FileManager.default.temporaryDirectory
    .appending(path: "quoth-\(UUID().uuidString)/deep/history").path

  @Test func `statements are kept once each, latest last, whatever they hold`() {
    let statements = ["a", "two\nlines", "back\\n slash", "a", "“漢”"]
    let first = History(path: path)
    statements.forEach(first.append)
    #expect(first.entries == ["two\nlines", "back\\n slash", "a", "“漢”"])
    #expect(History(path: path).entries == first.entries)
    #expect(History(path: path, limit: 2).entries == ["a", "“漢”"])
    #expect(History(path: path).entries == ["a", "“漢”"])
  }

  @Test(arguments: ["", "  ", "\n", " secret"])
  func `blank statements and those that begin with a blank are not kept`(text: String) {
    let history = History(path: nil)
    history.append(text)
    #expect(history.entries.isEmpty)
  }

  @Test func `a search refines, counts and folds case`() {
    var search = HistorySearch(["Über A", "nothing", "über b"], original: LineText("x"))
    #expect(search.match == nil)
    "ÜBER".unicodeScalars.forEach { search.type($0) }
    #expect(search.match?.line.string == "über b")
    #expect(search.match?.range == 0..<4)
    search.older()
    search.older()
    #expect(search.match?.line.string == "Über A")
    #expect(search.footer.hasSuffix("2/2"))
    " a".unicodeScalars.forEach { search.type($0) }
    #expect(search.footer.hasSuffix("1/1"))
    search.type("!")
    #expect(search.match == nil)
    search.eraseLast()
    #expect(search.match?.line.string == "Über A")
  }
}
