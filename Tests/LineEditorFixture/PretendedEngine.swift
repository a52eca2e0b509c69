internal import Shell

/// An engine whose statements say themselves what they do.
final class PretendedEngine: ShellEngine {

  let language: any LineLanguage = PretendedLanguage()
  var corpusSummary: String { "3 documents, 7 quotes" }
  var corpusReport: String { "documents 3\nquotes 7\n" }
  var definitions: String { "let news = quotes\n" }
  var example: String { "quotes where speaker = Macron" }
  let formats = ["table", "csv", "json"]
  var format = "table"
  var rowLimit: Int? = 20
  private var lastResult: String?

  /// `slow` runs until it is interrupted, `stubborn` even then, `lines N` shows N lines;
  /// anything else is shown as it is.
  func run(_ statement: String, in surroundings: Surroundings) -> StatementOutcome {
    let words = statement.split(separator: " ")
    switch words.first {
    case "slow": return runSlowly(surroundings)
    case "stubborn": while true { _ = surroundings.isInterrupted() }
    case "lines":
      let count = words.count > 1 ? Int(words[1]) ?? 1 : 1
      lastResult = (1...max(count, 1)).map { "row \($0)\n" }.joined()
    default:
      lastResult = "ran «\(statement.split(separator: "\n").joined(separator: "¶"))»\n"
    }
    surroundings.output(lastResult ?? "")
    return .finished
  }

  private func runSlowly(_ surroundings: Surroundings) -> StatementOutcome {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(60))
    while clock.now < end { if surroundings.isInterrupted() { return .interrupted } }
    return .failed
  }

  func showLastResult(in surroundings: Surroundings) throws(ShellError) {
    guard let lastResult else { throw ShellError("there is no result yet") }
    surroundings.output(lastResult)
  }

  func leaveOut(rows: [Int], in surroundings: Surroundings) throws(ShellError) {
    surroundings.output("the rest without \(rows)")
  }

  func passage(
    _ view: PassageView, ofRow row: Int, in surroundings: Surroundings
  ) throws(ShellError) -> String {
    guard row <= 7 else { throw ShellError("the latest result has 7 rows") }
    return "\(view.rawValue) of row \(row)"
  }

  func representation(_ stage: Representation, of statement: String) throws(ShellError) -> String {
    "\(stage.rawValue) of \(statement)"
  }

  func open(_ paths: [String], _ options: OpeningOptions) throws(ShellError) -> [String] {
    if let path = paths.first { throw ShellError("no file is at '\(path)'") }
    return []
  }

  var topics: [HelpTopic] {
    [HelpTopic(name: "quotes", summary: "what a quote is", text: "A quote is who said what.")]
  }

  func nearest(to word: String, among candidates: [String]) -> String? {
    candidates.first { candidate in
      candidate.count == word.count && zip(candidate, word).filter { $0 != $1 }.count <= 2
    }
  }
}

/// Enough of a language to colour, complete and continue lines.
///
/// To complete `crash` is a trap.
struct PretendedLanguage: LineLanguage {

  private static let speakers = [
    ("Emmanuel Macron", "14 quotes"), ("Donald Trump", "12 quotes"), ("Keir Starmer", "5 quotes"),
    ("Volodymyr Zelensky", "4 quotes"),
  ]

  func isComplete(_ text: String) -> Bool {
    let open = text.utf8.filter { $0 == UInt8(ascii: "(") }.count
    let closed = text.utf8.filter { $0 == UInt8(ascii: ")") }.count
    let last = text.split { $0 == " " || $0 == "\n" }.last
    return open <= closed && last != "where" && last != "and"
  }

  func completions(in text: String, at cursor: Int) -> Completions {
    precondition(text != "crash", "as the statement says")
    let before = Array(text.utf8.prefix(cursor))
    let start = (before.lastIndex { $0 <= 0x20 } ?? -1) + 1
    let typed = String(decoding: before[start...], as: UTF8.self).lowercased()
    let words = text.utf8.prefix(start).split(separator: UInt8(ascii: " "))
    let isValue = words.last.map { Array($0) } == [UInt8(ascii: "=")]
    let all =
      isValue
      ? Self.speakers.map { Completion("\"\($0.0)\"", note: $0.1, display: $0.0) }
      : ["quotes", "quotations", "where", "speaker", "topic"].map { Completion($0) }
    return Completions(
      replacing: start..<cursor,
      with: all.filter { $0.display.lowercased().utf8.starts(with: typed.utf8) })
  }

  func highlights(of text: String) -> [Highlight] {
    var result: [Highlight] = []
    var start = 0
    for word in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
      let end = start + word.count
      let name = String(decoding: word, as: UTF8.self)
      if name == "quotes" || name == "where" { result.append(Highlight(start..<end, .keyword)) }
      if name.first == "\"" { result.append(Highlight(start..<end, .string)) }
      start = end + 1
    }
    return result
  }

  func hint(for text: String, at cursor: Int) -> String? { text == "quo" ? "tes" : nil }

  func footer(for text: String, at cursor: Int) -> String? {
    text.hasSuffix("speaker ") ? "speaker = NAME" : nil
  }
}
