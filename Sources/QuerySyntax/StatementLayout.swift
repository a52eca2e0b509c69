internal import Diagnostics

/// A statement cut into the pieces that may stand on lines of their own, with its comments.
struct StatementLayout {

  /// A piece with the comments that stand above it and behind it.
  private struct Piece {
    var text: [String]
    let range: SourceRange
    var above: [String] = []
    var behind: String?
  }

  /// The lines of the statement.
  let lines: [String]

  /// Lays out `statement` with the comments inside it.
  init(_ statement: Statement, comments: [SourceRange], bytes: [UInt8]) {
    let line = SyntaxPrinter().print(statement)
    if comments.isEmpty, line.count <= Formatter.width {
      lines = [line]
      return
    }
    var pieces = Self.pieces(of: statement)
    for comment in comments {
      let text = String(decoding: bytes[comment.start..<comment.end], as: UTF8.self)
      let owner = pieces.lastIndex { $0.range.start <= comment.start } ?? 0
      let isInside = comment.start < pieces[owner].range.end || owner + 1 == pieces.count
      if isInside {
        pieces[owner].above.append(text)
      } else if Self.standsAlone(comment, in: bytes) || pieces[owner].behind != nil {
        pieces[owner + 1].above.append(text)
      } else {
        pieces[owner].behind = text
      }
    }
    lines = pieces.enumerated().flatMap { index, piece in
      let indent = index == 0 ? "" : "  "
      var text = piece.text
      if let behind = piece.behind { text[text.count - 1] += "  " + behind }
      return (piece.above + text).map { indent + $0 }
    }
  }

  /// Whether nothing but blanks stands before `comment` on its line.
  static func standsAlone(_ comment: SourceRange, in bytes: [UInt8]) -> Bool {
    for byte in bytes[..<comment.start].reversed() where byte != UInt8(ascii: " ") && byte != 0x09 {
      return byte == UInt8(ascii: "\n")
    }
    return true
  }

  private static func pieces(of statement: Statement) -> [Piece] {
    let printer = SyntaxPrinter()
    switch statement.kind {
    case .query(let query): return pieces(of: query, in: statement.range)
    case .letQuery(let name, let query):
      return pieces(of: query, in: statement.range, lead: "let \(name.text) = ")
    case .explain(let query): return pieces(of: query, in: statement.range, lead: "explain ")
    case .expect(let query, let comparison, let value):
      let tail = " \(comparison.rawValue) \(printer.print(value))"
      return pieces(of: query, in: statement.range, lead: "expect ", tail: tail)
    case .defineFunction(let name, let parameters, let query):
      let lead = "define \(printer.head(name, parameters)) = "
      return pieces(of: query, in: statement.range, lead: lead)
    case .defineTopic, .parameter, .describe, .values, .alias, .run, .use, .correct, .corrections,
      .invalid:
      return [Piece(text: [printer.print(statement)], range: statement.range)]
    }
  }

  private static func pieces(
    of query: Query, in range: SourceRange, lead: String = "", tail: String = ""
  ) -> [Piece] {
    let printer = SyntaxPrinter()
    let ladder = query.steps.prefix(while: \.isLadder)
    let headEnd = ladder.last?.range.end ?? query.source.range.end
    var result = [
      Piece(
        text: head(of: query.source, ladder, lead: lead), range: SourceRange(range.start, headEnd))
    ]
    for (index, step) in query.steps.enumerated().dropFirst(ladder.count) {
      result.append(
        Piece(text: text(of: step, lead: printer.lead(index, in: query.steps)), range: step.range))
    }
    var last = result.removeLast()
    last.text[last.text.count - 1] += tail
    result.append(last)
    return result
  }

  /// Returns the lines of a source and its short ladder: one, save for a long comparison.
  private static func head(
    of source: Source, _ ladder: ArraySlice<Step>, lead: String
  ) -> [String] {
    let printer = SyntaxPrinter()
    let tail = ladder.map { " " + printer.print($0) }.joined()
    let line = lead + printer.print(source) + tail
    guard case .compare(let first, with: let second, on: let basis) = source.kind,
      line.count > Formatter.width
    else { return [line] }
    let last = basis.map { " on \($0.text)" } ?? ""
    return [
      "\(lead)compare \(printer.print(first))", "  with \(printer.print(second))\(last)\(tail)",
    ]
  }

  private static func text(of step: Step, lead mark: String) -> [String] {
    let printer = SyntaxPrinter()
    let line = mark + printer.print(step)
    guard case .filter(let predicate) = step.kind, line.count + 2 > Formatter.width else {
      return [line]
    }
    let clauses = printer.clauses(of: predicate)
    return ["\(mark)where \(clauses[0])"] + clauses.dropFirst().map { "  " + $0 }
  }
}
