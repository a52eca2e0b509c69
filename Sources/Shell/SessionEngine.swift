public import Quoth

/// The engine of the prompt: a session, and how its answers are shown.
public final class SessionEngine: ShellEngine {

  private let session: Session
  private var outputFormat: OutputFormat
  private var latestAnswer: Answer?

  /// Creates the engine of a session, which shows its answers in a format.
  public init(session: Session, format: OutputFormat = .table) {
    self.session = session
    outputFormat = format
    session.hasToldMessages = true
  }

  // MARK: The corpus

  /// One line on the corpus, and what is to be told when it is opened.
  public var corpusSummary: String {
    ([CorpusReport.summary(of: session.opened)] + session.messages).joined(separator: "\n")
  }

  /// What the corpus holds, over several lines.
  public var corpusReport: String {
    CorpusReport.text(of: session.opened, corrections: session.messages)
  }

  /// What the session has defined, as it was written.
  public var definitions: String {
    let definitions = session.definitions
    guard !definitions.isEmpty else {
      return "nothing is defined yet; `let NAME = QUERY` names a query (.help statements)\n"
    }
    return definitions.map { $0.text + "\n" }.joined()
  }

  /// A statement that has an answer in the corpus.
  public var example: String { CorpusReport.example(of: session.opened) }

  /// Replaces the corpus by the one at the paths, or by the built-in one.
  ///
  /// Files are read as those at the start were, save for what `options` say.
  @discardableResult
  public func open(
    _ paths: [String], _ options: OpeningOptions
  ) throws(ShellError) -> [String] {
    let reading: ReadingOptions
    do {
      reading = try session.reading.changed(
        reader: options.reader, map: options.map, duplicates: options.duplicates)
    } catch {
      throw ShellError(error.description)
    }
    guard !paths.isEmpty else {
      change(to: .builtin())
      return []
    }
    do {
      change(to: try OpenedCorpus.open(paths, reading: reading))
    } catch {
      throw ShellError(
        ([error.message] + error.warnings.map(Session.warning)).joined(separator: "\n"))
    }
    return session.opened.warnings.map(Session.warning)
  }

  private func change(to corpus: OpenedCorpus) {
    session.open(corpus)
    // Who opens a corpus shows its summary, which holds them.
    session.hasToldMessages = true
    latestAnswer = nil
  }

  // MARK: Statements

  /// The language of statements, for painting and completion.
  public var language: any LineLanguage { SessionLanguage(session: session) }

  /// Runs a statement and shows its answers as they come.
  public func run(_ statement: String, in surroundings: Surroundings) -> StatementOutcome {
    let printer = printer(in: surroundings)
    let interruption = Interruption(polling: surroundings.isInterrupted)
    var isShown = true
    let outcome = session.run(
      SourceText(statement, name: "prompt"), interruption: interruption
    ) { event in
      if case .answer(let answer) = event { latestAnswer = answer }
      isShown = show(event, with: printer, in: surroundings) && isShown
    }
    guard isShown else { return .interrupted }
    switch outcome {
    case .finished: return .finished
    case .failed: return .failed
    case .interrupted: return .interrupted
    }
  }

  /// Shows the latest answer again, in the format of now.
  public func showLastResult(in surroundings: Surroundings) throws(ShellError) {
    guard let latestAnswer else { throw ShellError("there is no result yet; ask something first") }
    guard show(.answer(latestAnswer), with: printer(in: surroundings), in: surroundings) else {
      throw ShellError("interrupted")
    }
  }

  /// Shows the latest answer without some of its rows, numbered anew.
  public func leaveOut(rows: [Int], in surroundings: Surroundings) throws(ShellError) {
    let answer: Answer
    do {
      answer = try session.leaveOut(rows: rows)
    } catch {
      throw ShellError(error.message)
    }
    latestAnswer = answer
    try showLastResult(in: surroundings)
  }

  /// Returns the text behind a row of the latest answer.
  public func passage(
    _ view: PassageView, ofRow row: Int, in surroundings: Surroundings
  ) throws(ShellError) -> String {
    let detail: RowDetail
    do {
      if view == .show, let rows = try rows(ofGroup: row, in: surroundings) { return rows }
      detail = try session.detail(ofRow: row)
    } catch {
      throw ShellError(error.message)
    }
    let renderer = DetailRenderer(options: printer(in: surroundings).rendering)
    switch view {
    case .show: return renderer.show(detail)
    case .context: return renderer.context(detail)
    case .why: return renderer.why(detail)
    case .cite: return renderer.cite(detail)
    }
  }

  /// Returns the rows of a group, which are the latest result from now on; nil where there is none.
  private func rows(
    ofGroup row: Int, in surroundings: Surroundings
  ) throws(RowError) -> String? {
    let interruption = Interruption(polling: surroundings.isInterrupted)
    guard let answer = try session.rows(ofGroup: row, interruption: interruption) else {
      return nil
    }
    latestAnswer = answer
    return String(decoding: printer(in: surroundings).print(.answer(answer)).output, as: UTF8.self)
  }

  /// Returns a statement as a stage sees it, or its mistakes.
  public func representation(
    _ stage: Representation, of statement: String
  ) throws(ShellError) -> String {
    let source = SourceText(statement, name: "prompt")
    switch session.representation(stage.stage, of: source) {
    case .success(let text): return text
    case .failure(let mistakes):
      return DiagnosticRenderer().render(mistakes.diagnostics, in: source)
    }
  }

  /// Shows an event; false where it was stopped while it was drawn.
  private func show(
    _ event: SessionEvent, with printer: AnswerPrinter, in surroundings: Surroundings
  ) -> Bool {
    var output: [UInt8] = []
    let (beside, isWhole) = printer.write(event) { piece in
      output += piece
      return true
    }
    guard isWhole else { return false }
    // One piece an answer: the terminal decides whether it goes through the pager.
    let text = String(decoding: output, as: UTF8.self) + hint(at: event) + beside
    if !text.isEmpty { surroundings.output(text) }
    return true
  }

  /// Returns the line that says how the rows are seen that are not shown.
  private func hint(at event: SessionEvent) -> String {
    guard outputFormat == .table, case .answer(let answer) = event, answer.hiddenRows > 0,
      case .table(let table) = answer.content
    else { return "" }
    let all = table.rows.count + answer.hiddenRows
    let limit = table.unit == "values" ? "" : ", as `limit \(all)` behind the query does"
    return "\(answer.hiddenRows) more: .rows all shows them\(limit)\n"
  }

  private func printer(in surroundings: Surroundings) -> AnswerPrinter {
    var printer = AnswerPrinter(
      format: outputFormat, columns: surroundings.columns, isColored: surroundings.isColored)
    printer.rendering.isStopped = surroundings.isInterrupted
    printer.rendering.numbersGroups = true
    return printer
  }

  // MARK: Formats and help

  /// The names of the formats.
  public var formats: [String] { OutputFormat.allCases.map(\.name) }

  /// The name of the format that answers are shown in; an unknown name changes nothing.
  public var format: String {
    get { outputFormat.name }
    set { if let format = try? OutputFormat(named: newValue) { outputFormat = format } }
  }

  /// How many rows of an answer are shown whose query does not say how many.
  public var rowLimit: Int? {
    get { session.options.rowLimit ?? session.options.usualRowLimit }
    set { (session.options.rowLimit, session.options.usualRowLimit) = (nil, newValue) }
  }

  /// The pages of help on the language.
  public var topics: [HelpTopic] {
    LanguageHelp.pages.map { HelpTopic(name: $0.name, summary: $0.summary, text: $0.text) }
  }

  /// Returns the candidate that `word` is most likely meant to be.
  public func nearest(to word: String, among candidates: [String]) -> String? {
    session.nearest(to: word, among: candidates)
  }
}

extension Representation {

  /// The stage of the session that is shown.
  fileprivate var stage: Stage {
    switch self {
    case .tokens: .tokens
    case .tree: .tree
    case .bound: .bound
    case .plan: .plan
    }
  }
}
