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
        ? DiagnosticRenderer(width: columns, decorate: TerminalColors.decorate)
        : DiagnosticRenderer(width: columns))
  }

  /// Returns the text of an event.
  public func print(_ event: SessionEvent) -> Printed {
    var output: [UInt8] = []
    let (beside, _) = write(event) { piece in
      output += piece
      return true
    }
    return Printed(output: output, beside: beside)
  }

  /// Writes the text of an event piece by piece.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - output: Takes the pieces, and tells whether it takes more.
  /// - Returns: What goes beside the output, and whether the output was written to its end: neither
  ///   `rendering.isStopped` nor `output` ended it.
  public func write(
    _ event: SessionEvent, to output: @escaping ([UInt8]) -> Bool
  ) -> (beside: String, isWhole: Bool) {
    switch event {
    case .message(let text): (line(text, .dim), true)
    case .diagnostics(let found, let source): (diagnostics.render(found, in: source), true)
    case .answer(let answer): write(answer, to: output)
    }
  }

  private func write(
    _ answer: Answer, to output: @escaping ([UInt8]) -> Bool
  ) -> (beside: String, isWhole: Bool) {
    var messages: [String] = []
    for notice in answer.notices where !messages.contains(notice.message) {
      messages.append(notice.message)
    }
    let told = lines(messages, .dim)
    let remarks = lines(answer.remarks, .text)
    let failure = answer.failure.map(failureLine) ?? ""
    guard format == .table else {
      let isWhole = writeContent(of: answer, to: output)
      return (told + notes(of: answer) + remarks + failure, isWhole)
    }
    func write(_ text: String) -> Bool { text.isEmpty || output(Array(text.utf8)) }
    let isWhole = write(told) && writeContent(of: answer, to: output) && write(remarks)
    return (failure, isWhole)
  }

  private func writeContent(
    of answer: Answer, to output: @escaping ([UInt8]) -> Bool
  ) -> Bool {
    switch answer.content {
    case .nothing: true
    case .table(let table): Renderer.write(table, as: format, options: rendering, to: output)
    case .page(let text):
      text.isEmpty || output(Array(TextWrapper.wrapped(text, to: rendering.width).utf8))
    }
  }

  /// Returns the notes of a result where its format holds none.
  private func notes(of answer: Answer) -> String {
    guard case .table(let table) = answer.content, !format.holdsNotes else { return "" }
    return lines(table.notes, .dim)
  }

  /// Returns messages one below the other, with their longest words cut.
  private func lines(_ messages: [String], _ role: RenderingOptions.Role) -> String {
    messages.reduce(into: "") { $0 += line(Diagnostic.shortened($1), role) }
  }

  /// Returns a message as a line, or as several where it is longer than the screen is wide.
  private func line(_ text: String, _ role: RenderingOptions.Role) -> String {
    TextWrapper.wrapped(text, to: rendering.width).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { paint(role, String($0)) + "\n" }.joined()
  }

  private func failureLine(_ reason: String) -> String {
    let label = "error:"
    let text = TextWrapper.wrapped("\(label) \(reason)", to: rendering.width)
    return paint(.warning, label) + text.dropFirst(label.count) + "\n"
  }

  private func paint(_ role: RenderingOptions.Role, _ text: String) -> String {
    rendering.decorate?(role, text) ?? text
  }
}

extension OutputFormat {

  /// Whether the notes of a result stand with its rows.
  var holdsNotes: Bool {
    switch self {
    case .table, .markdown, .html: true
    case .csv, .tsv, .json, .jsonl, .svg, .gexf, .edges: false
    }
  }
}
