import Foundation
import TestSupport
import Testing

/// The user's guide to reading news shows what the program does.
@Suite struct GuideTests {

  private static let page = Repository.root.appending(
    path: "Sources/Quoth/Quoth.docc/BringYourOwnNews.md")

  @Test func `the commands of the guide print what stands below them`() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let printed = try ConsolePage(text).printed(in: Scratch())
    let difference = zip(text.split(separator: "\n"), printed.split(separator: "\n")).first {
      $0 != $1
    }
    #expect(try Golden(Self.page).compare(printed) == .matches, "\(String(describing: difference))")
  }

  @Test func `the guide has a section for every reader`() throws {
    let help = try Quoth.run(["build", "--help"]).text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let list = try #require(help.firstMatch(of: /names end in: ([^.]*)\./)).1
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("### ") }
    for name in list.split(separator: ", ") {
      #expect(headings.contains { $0.contains("`\(name)`") }, "\(name)")
    }
  }
}
