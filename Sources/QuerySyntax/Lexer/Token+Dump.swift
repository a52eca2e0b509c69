public import Diagnostics

extension LexedText {

  /// Returns one line a token: its place, its kind and its text.
  ///
  ///     1:1   WORD     quotes
  ///     1:8   WORD     where
  public func dump(in source: SourceText) -> String {
    let places = tokens.map { token in
      let place = source.location(of: token.range.start)
      return "\(place.line):\(place.column)"
    }
    let width = places.map(\.count).max() ?? 0
    let lines = zip(places, tokens).map { place, token in
      let kind = token.kind == .end || token.kind == .blankLine ? "" : source.substring(token.range)
      return Self.column(place, width) + "  " + Self.column(token.kind.rawValue, 10) + "  " + kind
    }
    return lines.map(Self.trimmed).joined(separator: "\n") + "\n"
  }

  private static func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
