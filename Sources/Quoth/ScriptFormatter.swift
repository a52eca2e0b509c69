public import Diagnostics
internal import QuerySyntax

/// Lays scripts out the one way.
public enum ScriptFormatter {

  /// Returns a script laid out, its comments kept; without a text where it has mistakes.
  public static func format(_ source: SourceText) -> (text: String?, diagnostics: [Diagnostic]) {
    let mistakes = Parser.parse(source.text).diagnostics
    guard !mistakes.hasErrors else { return (nil, mistakes) }
    return (Formatter.format(source.text), mistakes)
  }
}
