import Foundation
import Quoth
import TestSupport
import Testing

/// A query on a page, and what the page says that it prints.
struct PageExample: CustomTestStringConvertible {
  let page: String
  let line: Int
  let query: String
  let output: String?

  var testDescription: String { "\(page):\(line)" }
}

@Suite struct PageTests {

  @Test(arguments: try pageExamples())
  func `a query on a page prints what stands below it`(example: PageExample) {
    let (output, outcome) = ScriptOutput.run(example.query, name: "query")
    if let expected = example.output {
      #expect(output == expected)
    } else {
      #expect(outcome == .finished, "\(output)")
    }
  }
}

/// The fenced blocks `quoth`, each with the block `output` behind it, of all pages.
///
/// Pages that list mistakes hold queries that do not run; their own tests read those.
private func pageExamples() throws -> [PageExample] {
  let pages =
    [Repository.root.appending(path: "README.md")]
    + Repository.files(in: "Sources", suffix: ".md").filter {
      $0.lastPathComponent != "Diagnostics.md"
    }
  return try pages.flatMap { page in
    try examples(on: page.lastPathComponent, String(contentsOf: page, encoding: .utf8))
  }
}

private func examples(on page: String, _ text: String) -> [PageExample] {
  var found: [PageExample] = []
  var open: (kind: String, line: Int, text: String)?
  for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    if let block = open {
      guard line == "```" else {
        open?.text += line + "\n"
        continue
      }
      open = nil
      if block.kind == "quoth" {
        found.append(.init(page: page, line: block.line, query: block.text, output: nil))
      } else if block.kind == "output", let last = found.popLast() {
        found.append(
          .init(page: page, line: last.line, query: last.query, output: block.text))
      }
    } else if line.hasPrefix("```") {
      open = (String(line.dropFirst(3)), number + 1, "")
    }
  }
  return found
}
