public import Diagnostics
internal import QuerySemantics
public import Rendering

/// Turns what a session hands over into text for people or programs.
///
/// In the format `table`, which is for people, notices and remarks stand with the rows. In every
/// other format the output holds rows only, and what else is told goes beside it.
public struct AnswerPrinter: Sendable {

  /// The text of one event, for the two streams of a program.
  public struct Printed: Sendable {

    /// What goes to the output.
    public var output: [UInt8] = []

    /// What is told beside the output.
    public var beside: String = ""
  }

  /// The format of rows.
  public var format: OutputFormat

  /// How rows are drawn.
  public var rendering: RenderingOptions

  /// How diagnostics are drawn.
  public var diagnostics: DiagnosticRenderer

  /// Creates a printer.
  public init(
    format: OutputFormat = .table, rendering: RenderingOptions = .init(),
    diagnostics: DiagnosticRenderer = .init()
  ) {
    self.format = format
    self.rendering = rendering
    self.diagnostics = diagnostics
  }

  /// Creates a printer for a terminal, or for a file or another program.
  ///
  /// - Parameters:
  ///   - format: The format of rows.
  ///   - columns: The width to draw within, in cells; nil draws everything in full.
  ///   - isColored: Whether to colour.
  public init(format: OutputFormat, columns: Int?, isColored: Bool) {
    self.init(
      format: format,
      rendering: RenderingOptions(
        width: columns, decorate: isColored ? TerminalColors.decorate : nil),
      diagnostics: isColored
        ? DiagnosticRenderer(decorate: TerminalColors.decorate) : DiagnosticRenderer())
  }

  /// Returns the text of an event.
  public func print(_ event: SessionEvent) -> Printed {
    switch event {
    case .message(let text): Printed(beside: paint(.dim, text) + "\n")
    case .diagnostics(let found, let source):
      Printed(beside: diagnostics.render(found, in: source))
    case .answer(let answer): print(answer)
    }
  }

  private func print(_ answer: Answer) -> Printed {
    var printed = Printed()
    var messages: [String] = []
    for notice in answer.notices where !messages.contains(notice.message) {
      messages.append(notice.message)
    }
    let told = messages.map { paint(.dim, Diagnostic.shortened($0)) + "\n" }.joined()
    let remarks = answer.remarks.map { Diagnostic.shortened($0) + "\n" }.joined()
    let rows = content(of: answer)
    if format == .table {
      printed.output = Array(told.utf8) + rows + Array(remarks.utf8)
    } else {
      printed.output = rows
      printed.beside = told + remarks
    }
    if let failure = answer.failure {
      printed.beside += paint(.warning, "error:") + " \(failure)\n"
    }
    return printed
  }

  private func content(of answer: Answer) -> [UInt8] {
    switch answer.content {
    case .nothing: []
    case .table(let table): Renderer.bytes(of: table, as: format, options: rendering)
    case .page(let text): Array(text.utf8)
    }
  }

  private func paint(_ role: RenderingOptions.Role, _ text: String) -> String {
    rendering.decorate?(role, text) ?? text
  }
}
