import Quoth

/// A page of Markdown with queries in blocks fenced as `quoth`, and below each, in a block fenced as
/// `output`, what it prints.
struct FencedPage {

  /// The lines of the page.
  private let lines: [Substring]

  /// Reads a page.
  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// Returns the page with the outputs of today, and the lines of the queries that failed though
  /// nothing below them says so.
  ///
  /// The queries of a page share nothing: each runs in a session of its own.
  func printed(name: String) -> (text: String, failures: [Int]) {
    var result: [Substring] = []
    var failures: [Int] = []
    var answer: (output: String, line: Int, hasFailed: Bool)?
    var place = 0
    while place < lines.count {
      let fence = lines[place]
      let end = fence.hasPrefix("```") ? endOfBlock(from: place) : place
      let content = lines[min(place + 1, end)..<end]
      if fence == "```output", let shown = answer {
        answer = nil
        let printed = shown.output.split(separator: "\n", omittingEmptySubsequences: false)
        result += [fence] + printed.dropLast() + ["```"]
      } else {
        if fence == "```quoth" {
          if let answer, answer.hasFailed { failures.append(answer.line) }
          let run = ScriptOutput.run(content.joined(separator: "\n") + "\n", name: "query")
          answer = (run.output, place + 1, run.outcome != .finished)
        }
        result += lines[place...end]
      }
      place = end + 1
    }
    if let answer, answer.hasFailed { failures.append(answer.line) }
    return (result.joined(separator: "\n"), failures)
  }

  /// The line that closes the block that opens at `start`; the last one where none does.
  private func endOfBlock(from start: Int) -> Int {
    lines[(start + 1)...].firstIndex { $0 == "```" } ?? lines.count - 1
  }
}
