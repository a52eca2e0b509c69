internal import Annotation
internal import CorpusStore
public import Diagnostics
public import QueryExecution
internal import QueryPlanning
internal import QuerySemantics
internal import QuerySyntax

/// A conversation with one corpus: runs statements and keeps what they define.
///
/// This is what a host program embeds. A session belongs to one thread at a time.
///
///     let session = Session(corpus: .builtin())
///     session.run(SourceText("quotes by Macron about China")) { event in show(event) }
public final class Session {

  /// How statements run.
  public var options: SessionOptions

  /// The corpus that is asked, with what its opening told.
  public private(set) var opened: OpenedCorpus

  /// The latest result of a query.
  public internal(set) var latestResult: ResultTable?

  /// What the statements so far have defined.
  var environment: QueryEnvironment

  private(set) var planner: Planner
  private(set) var evaluator: Evaluator

  /// Creates a session over a corpus.
  public init(corpus: OpenedCorpus, options: SessionOptions = SessionOptions()) {
    self.options = options
    opened = corpus
    environment = Self.emptyEnvironment(options)
    planner = Planner(corpus.corpus)
    evaluator = Evaluator(corpus.corpus)
  }

  /// Asks another corpus from now on.
  ///
  /// What was defined on the one before is forgotten.
  public func open(_ corpus: OpenedCorpus) {
    opened = corpus
    environment = Self.emptyEnvironment(options)
    planner = Planner(corpus.corpus)
    evaluator = Evaluator(corpus.corpus)
    latestResult = nil
  }

  var corpus: Corpus { opened.corpus }

  /// Runs every statement of a text, in order, and hands over what is to be shown.
  ///
  /// Where the text has a mistake, all its mistakes are told and nothing of it runs. A statement
  /// that fails when it runs does not keep those behind it from running.
  ///
  /// - Parameters:
  ///   - source: The statements.
  ///   - interruption: A wish to stop, which is heeded within 50 ms.
  ///   - handler: Takes what is to be shown, as soon as there is something.
  /// - Returns: How the run ended.
  public func run(
    _ source: SourceText, interruption: Interruption = Interruption(),
    handler: (SessionEvent) -> Void
  ) -> RunOutcome {
    let reading = read(source)
    if !reading.diagnostics.isEmpty { handler(.diagnostics(reading.diagnostics, source)) }
    guard !reading.diagnostics.hasErrors else { return .failed }
    environment = reading.environment
    var outcome = RunOutcome.finished
    for (range, analysis) in reading.analyses {
      if interruption.isRequested { return .interrupted }
      do {
        let answer = try answer(
          analysis, to: source.substring(range), in: source, interruption: interruption)
        if answer.failure != nil { outcome = .failed }
        handler(.answer(answer))
      } catch {
        return .interrupted
      }
    }
    return outcome
  }

  /// Returns every mistake of a text without running anything.
  public func check(_ source: SourceText) -> [Diagnostic] { read(source).diagnostics }

  /// What reading a text gives: what its statements mean, and all mistakes in order.
  struct Reading {
    var analyses: [(range: SourceRange, analysis: Analysis)] = []
    var diagnostics: [Diagnostic] = []
    var environment: QueryEnvironment
  }

  /// Reads a text without keeping what it defines.
  func read(_ source: SourceText) -> Reading {
    let parsed = Parser.parse(source.text)
    var analyzer = Analyzer(corpus: corpus, environment: environment)
    let analyses = parsed.script.statements.map {
      (range: $0.range, analysis: analyzer.analyze($0))
    }
    let diagnostics = (parsed.diagnostics + analyses.flatMap(\.analysis.diagnostics))
      .sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    return Reading(
      analyses: analyses, diagnostics: diagnostics, environment: analyzer.environment)
  }

  private static func emptyEnvironment(_ options: SessionOptions) -> QueryEnvironment {
    QueryEnvironment(givenParameters: options.parameters, tokenize: { Tokenizer.words(of: $0) })
  }
}
