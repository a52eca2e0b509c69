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

  /// Creates a renderer that passes each piece through `decorate`.
  public init(decorate: @escaping Decorator = { $1 }) { self.decorate = decorate }

  /// Returns the drawing of `diagnostics` in order, each ended by a newline.
  public func render(_ diagnostics: [Diagnostic], in source: SourceText) -> String {
    diagnostics.map { render($0, in: source) }.joined(separator: "\n")
  }

  private func render(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    let role: Role = diagnostic.severity == .error ? .error : .warning
    var lines = [
      decorate(role, diagnostic.severity.rawValue + ":") + " "
        + decorate(.message, Diagnostic.shortened(diagnostic.message))
        + " [\(diagnostic.id.rawValue)]"
    ]
    lines += picture(of: diagnostic.range, role: role, in: source)
    for note in diagnostic.notes {
      lines.append(decorate(.note, "note:") + " " + Diagnostic.shortened(note.message))
      if let range = note.range { lines += picture(of: range, role: .note, in: source) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func picture(of range: SourceRange, role: Role, in source: SourceText) -> [String] {
    let start = source.location(of: range.start)
    let line = source.range(ofLine: start.line)
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.count)
    let window = ExcerptWindow(range: range, line: line, source: source)
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

  private static let width = 160
  private static let lead = 60

  let text: String
  let indent: String
  let mark: String

  init(range: SourceRange, line: SourceRange, source: SourceText) {
    let start = min(range.start, line.end)
    let end = max(start, min(range.end, line.end))
    var before = source.substring(SourceRange(line.start, start))
    var marked = source.substring(SourceRange(start, end))
    var after = source.substring(SourceRange(end, line.end))
    if before.count + marked.count + after.count > Self.width {
      if before.count > Self.lead { before = "…" + before.suffix(Self.lead) }
      if marked.count > Self.lead { marked = marked.prefix(Self.lead) + "…" }
      if after.count > Self.lead { after = after.prefix(Self.lead) + "…" }
    }
    text = Self.printable(before + marked + after)
    indent = String(repeating: " ", count: Self.cells(before))
    mark = String(repeating: "^", count: max(1, Self.cells(marked)))
  }

  /// Replaces what would move the cursor by a blank of one cell.
  private static func printable(_ text: String) -> String {
    String(
      text.map { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } ? $0 : " " })
  }

  /// The terminal cells of a text, with wide East Asian scalars counted twice.
  private static func cells(_ text: String) -> Int {
    text.reduce(0) { sum, character in
      sum + (character.unicodeScalars.first.map { isWide($0.value) } == true ? 2 : 1)
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
