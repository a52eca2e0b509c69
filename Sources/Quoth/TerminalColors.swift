internal import Diagnostics
internal import Rendering

/// The colours of answers at a terminal: the sixteen that every theme adapts (ECMA-48, SGR).
enum TerminalColors {

  /// Returns a piece of an answer with its colour.
  @Sendable static func decorate(_ role: RenderingOptions.Role, _ text: String) -> String {
    paint(text, parameters(of: role))
  }

  /// Returns a piece of a diagnostic with its colour.
  @Sendable static func decorate(_ role: DiagnosticRenderer.Role, _ text: String) -> String {
    switch role {
    case .error: paint(text, "1;31")
    case .warning: paint(text, "1;33")
    case .note: paint(text, "1;36")
    case .message: paint(text, "1")
    case .gutter: paint(text, "34")
    case .mark: paint(text, "1;31")
    }
  }

  private static func parameters(of role: RenderingOptions.Role) -> String {
    switch role {
    case .header: "1"
    case .number: "36"
    case .text: ""
    case .title: "3"
    case .speaker: "1;32"
    case .cue: "33"
    case .match: "1;33"
    case .date: "36"
    case .dim: "2"
    case .warning: "1;31"
    }
  }

  private static func paint(_ text: String, _ parameters: String) -> String {
    parameters.isEmpty || text.isEmpty ? text : "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
  }
}
