internal import ArgumentParser
internal import Quoth
internal import Shell

/// How answers are shown, for every command that shows some.
struct OutputOptions: ParsableArguments {

  @Option(
    help: "The format of answers: table, csv, tsv, json, jsonl, markdown, html, gexf or edges.")
  var format: Format = .init(.table)

  @Option(help: "Whether to use colour: auto, always or never.")
  var color: Color = .auto

  @Option(help: ArgumentHelp("Show at most so many rows of an answer.", valueName: "rows"))
  var limit: Int?

  @Flag(help: "Take warnings, unknown and ambiguous names as failures.")
  var strict = false

  func validate() throws {
    if let limit, limit < 1 {
      throw ValidationError("--limit takes a whole number of rows, at least 1")
    }
  }

  /// What the options say.
  var settings: OutputSettings {
    OutputSettings(
      format: format.format, color: color.choice, rowLimit: limit, isStrict: strict)
  }
}

/// How answers are shown.
struct OutputSettings: Equatable {

  /// The format of answers.
  var format = OutputFormat.table

  /// Whether they are coloured.
  var color = TerminalCapabilities.ColorChoice.auto

  /// The most rows that an answer shows; nil for all.
  var rowLimit: Int?

  /// Whether warnings are failures.
  var isStrict = false

  /// Returns the printer of answers that these settings ask for.
  func printer(columns: Int?) -> AnswerPrinter {
    let capabilities = TerminalCapabilities.current(color: color)
    return AnswerPrinter(format: format, columns: columns, isColored: capabilities.isColored)
  }
}

/// The value of `--format`.
struct Format: ExpressibleByArgument {

  let format: OutputFormat

  init(_ format: OutputFormat) { self.format = format }

  init?(argument: String) {
    guard let format = try? OutputFormat(named: argument) else { return nil }
    self.format = format
  }

  static let allValueStrings = OutputFormat.allCases.map(\.name)

  var defaultValueDescription: String { format.name }
}

/// The value of `--color`.
enum Color: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// The choice as the shell takes it.
  var choice: TerminalCapabilities.ColorChoice {
    switch self {
    case .auto: .auto
    case .always: .always
    case .never: .never
    }
  }
}
