/// Draws diagnostics with the line they are on and a mark under the exact characters.
///
///     error: no attribute of quotes is named 'speeker'; did you mean 'speaker'? [unknown-attribute]
///      --> china.quoth:2:14
///       |
///     2 | quotes where speeker = Macron
///       |              ^^^^^^^
public struct DiagnosticRenderer: Sendable {

  /// What a piece of the drawing is, for whoever colours it.
  public enum Role: Sendable { case error, warning, note, message, gutter, mark }

  /// Returns a piece of the drawing with its colour; the text itself when there is none.
  public typealias Decorator = @Sendable (Role, String) -> String

  private let decorate: Decorator
  private let width: Int?

  /// Creates a renderer.
  ///
  /// - Parameters:
  ///   - width: The cells that a line may have; nil breaks no message, and shows 160 cells of a
  ///     line of the source.
  ///   - decorate: Colours a piece.
  public init(width: Int? = nil, decorate: @escaping Decorator = { $1 }) {
    self.width = width
    self.decorate = decorate
  }

  /// Returns the drawing of `diagnostics` in order, each ended by a newline.
  public func render(_ diagnostics: [Diagnostic], in source: SourceText) -> String {
    diagnostics.map { render($0, in: source) }.joined(separator: "\n")
  }

  private func render(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    let role: Role = diagnostic.severity == .error ? .error : .warning
    var lines = messageLines([
      (role, diagnostic.severity.rawValue + ":"),
      (.message, Diagnostic.shortened(diagnostic.message)), (nil, "[\(diagnostic.id.rawValue)]"),
    ])
    lines += picture(of: diagnostic.range, role: role, in: source)
    for note in diagnostic.notes {
      lines += messageLines([(.note, "note:"), (nil, Diagnostic.shortened(note.message))])
      if let range = note.range { lines += picture(of: range, role: .note, in: source) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Breaks a message between words where a line would be too long.
  private func messageLines(_ parts: [(role: Role?, text: String)]) -> [String] {
    var lines: [[(role: Role?, text: String)]] = [[]]
    var used = 0
    for part in parts {
      for word in part.text.split(separator: " ", omittingEmptySubsequences: false) {
        let cells = TerminalCells.of(word)
        if let width, used > 0, used + 1 + cells > width {
          lines.append([])
          used = 0
        }
        used += cells + (used > 0 ? 1 : 0)
        let line = lines.count - 1
        if let last = lines[line].indices.last, lines[line][last].role == part.role {
          lines[line][last].text += " " + word
        } else {
          lines[line].append((part.role, String(word)))
        }
      }
    }
    return lines.map { line in
      line.map { run in run.role.map { decorate($0, run.text) } ?? run.text }
        .joined(separator: " ")
    }
  }

  private func picture(of range: SourceRange, role: Role, in source: SourceText) -> [String] {
    let start = source.location(of: range.start)
    let line = source.range(ofLine: start.line)
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.count)
    let window = ExcerptWindow(
      range: range, line: line, source: source, room: width.map { $0 - gutter.count - 3 })
    return [
      decorate(.gutter, "\(gutter)-->") + " \(source.name):\(start.line):\(start.column)",
      decorate(.gutter, "\(gutter) |"),
      decorate(.gutter, "\(number) |") + " " + window.text,
      decorate(.gutter, "\(gutter) |") + " " + window.indent + decorate(role, window.mark),
    ]
  }
}

/// The part of a line that is shown around a mark: all of a short line, a stretch of a long one.
private struct ExcerptWindow {

  let text: String
  let indent: String
  let mark: String

  init(range: SourceRange, line: SourceRange, source: SourceText, room: Int?) {
    let width = min(160, max(32, room ?? 160))
    let lead = room == nil ? 60 : width / 3 - 1
    let start = min(range.start, line.end)
    let end = max(start, min(range.end, line.end))
    var before = source.substring(SourceRange(line.start, start))
    var marked = source.substring(SourceRange(start, end))
    var after = source.substring(SourceRange(end, line.end))
    if before.count + marked.count + after.count > width {
      if before.count > lead { before = "…" + before.suffix(lead) }
      if marked.count > lead { marked = marked.prefix(lead) + "…" }
      if after.count > lead { after = after.prefix(lead) + "…" }
    }
    text = Self.printable(before + marked + after)
    indent = String(repeating: " ", count: TerminalCells.of(before))
    mark = String(repeating: "^", count: max(1, TerminalCells.of(marked)))
  }

  /// Replaces what would move the cursor by a blank of one cell.
  private static func printable(_ text: String) -> String {
    String(
      text.map { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } ? $0 : " " })
  }
}
