internal import CLineEditor

/// What may be done at the place where the program runs: the one decision about editing and colour.
public struct TerminalCapabilities: Sendable, Hashable {

  /// What the user asked for with `--color`.
  public enum ColorChoice: String, Sendable, CaseIterable { case auto, always, never }

  /// Whether a person reads and types: both input and output are terminals.
  public let isInteractive: Bool
  /// Whether the terminal understands cursor movements.
  public let canEdit: Bool
  /// Whether the terminal gets escape sequences for colour.
  public let isColored: Bool

  /// Decides from the facts.
  ///
  /// `NO_COLOR` counts when it is not empty (no-color.org); `--color always` is stronger.
  public init(
    color: ColorChoice, isInputTerminal: Bool, isOutputTerminal: Bool,
    environment: (String) -> String?
  ) {
    let term = environment("TERM") ?? ""
    let isSmart = !term.isEmpty && term != "dumb"
    isInteractive = isInputTerminal && isOutputTerminal
    canEdit = isInteractive && isSmart
    isColored =
      switch color {
      case .always: true
      case .never: false
      case .auto: isOutputTerminal && isSmart && (environment("NO_COLOR") ?? "").isEmpty
      }
  }

  /// The width of the terminal that the output of this process goes to; nil where it is none.
  public static var outputColumns: Int? {
    cle_is_terminal(1) ? TerminalDevice.size.columns : nil
  }

  /// Decides for the standard input and output of this process.
  public static func current(color: ColorChoice) -> TerminalCapabilities {
    TerminalCapabilities(
      color: color, isInputTerminal: cle_is_terminal(0), isOutputTerminal: cle_is_terminal(1),
      environment: { Environment[$0] })
  }
}
