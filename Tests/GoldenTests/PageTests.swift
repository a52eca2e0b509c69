import Foundation
import Quoth
import TestSupport
import Testing

@Suite struct PageTests {

  @Test(arguments: pages())
  func `the queries on a page print what stands below them`(page: URL) throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    let (printed, failures) = FencedPage(text).printed(name: page.lastPathComponent)
    #expect(failures.isEmpty)
    let outcome = try Golden(page).compare(printed)
    #expect(outcome == .matches, "\(firstDifference(of: text, from: printed))")
  }

  private func firstDifference(of text: String, from printed: String) -> String {
    let (old, new) = (text.split(separator: "\n"), printed.split(separator: "\n"))
    let place = zip(old, new).enumerated().first { $1.0 != $1.1 }
    return place.map { "line \($0 + 1) is\n\($1.0)\nand would be\n\($1.1)" } ?? "the end differs"
  }
}

/// The pages whose queries run.
///
/// Pages that list mistakes hold queries that do not; their own tests read those.
private func pages() -> [URL] {
  [Repository.root.appending(path: "README.md")]
    + Repository.files(in: "Sources", suffix: ".md").filter {
      $0.lastPathComponent != "Diagnostics.md"
    }
}
