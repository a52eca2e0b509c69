/// The parameters of an SGR sequence, like `1;34`; empty for plain text.
struct Style: Hashable, Sendable {
  let parameters: String
  static let plain = Style(parameters: "")
}

/// The styles that the editor draws with.
struct Palette: Sendable {

  let prompt: Style
  let continuation: Style
  let ghost: Style
  let footer: Style
  let note: Style
  let selection: Style
  let match: Style
  private let roles: [Role: Style]

  /// The style of a stretch of the statement.
  func style(of role: Role) -> Style { roles[role] ?? .plain }

  /// The sixteen colours that every theme of a terminal adapts.
  static let colored = Palette(
    prompt: Style(parameters: "1;36"),
    continuation: Style(parameters: "2"),
    ghost: Style(parameters: "90"),
    footer: Style(parameters: "2"),
    note: Style(parameters: "2"),
    selection: Style(parameters: "7"),
    match: Style(parameters: "7"),
    roles: [
      .keyword: Style(parameters: "1;34"), .name: Style(parameters: "36"),
      .string: Style(parameters: "32"), .number: Style(parameters: "35"),
      .mark: .plain, .comment: Style(parameters: "90"), .command: Style(parameters: "1;33"),
      .error: Style(parameters: "4;31"),
    ])

  /// No colour; what must be told apart is dim or reversed.
  static let plain = Palette(
    prompt: .plain,
    continuation: .plain,
    ghost: Style(parameters: "2"),
    footer: Style(parameters: "2"),
    note: Style(parameters: "2"),
    selection: Style(parameters: "7"),
    match: Style(parameters: "7"),
    roles: [:])
}
