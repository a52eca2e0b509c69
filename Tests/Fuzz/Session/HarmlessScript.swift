import Diagnostics
import QuerySyntax

/// A text without those of its statements that read or write files.
struct HarmlessScript {

  /// The text, with blanks in the place of what is left out.
  let text: String

  /// The texts of the queries that it asks.
  let queries: [String]

  /// Leaves out what reads or writes files; nil where more such statements turn up behind each.
  init?(_ written: String) {
    var bytes = Array(written.utf8)
    for _ in 0..<4 {
      let text = String(decoding: bytes, as: UTF8.self)
      let statements = Parser.parse(text).script.statements
      let harmful = statements.filter(\.touchesFiles)
      if harmful.isEmpty {
        self.text = text
        let source = SourceText(text, name: "fuzz")
        queries = statements.filter(\.isQuery).map { source.substring($0.range) }
        return
      }
      for range in harmful.map(\.range) {
        for place in range.start..<range.end { bytes[place] = UInt8(ascii: " ") }
      }
    }
    return nil
  }
}

extension Statement {

  /// Whether the statement, or a step of a query in it, reads or writes a file.
  fileprivate var touchesFiles: Bool {
    switch kind {
    case .run, .use, .correct, .corrections: true
    default:
      Script(statements: [self]).outline.split(separator: "\n").contains {
        $0.drop { $0 == " " }.hasPrefix("save ")
      }
    }
  }

  fileprivate var isQuery: Bool {
    if case .query = kind { true } else { false }
  }
}
