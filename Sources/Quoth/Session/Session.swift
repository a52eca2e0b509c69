internal import Annotation
internal import CorpusStore
public import Diagnostics
public import QueryExecution
internal import QueryPlanning
internal import QuerySemantics

/// A conversation with one corpus: runs statements and keeps what they define.
///
/// This is what a host program embeds. A session belongs to one thread at a time.
///
///     let session = Session(corpus: .builtin())
///     session.run(SourceText("quotes by Macron about China")) { event in show(event) }
public final class Session {

  /// How statements run.
  public var options: SessionOptions

  /// How files are read that are opened by a statement: as those of the corpus that it began with.
  public let reading: ReadingOptions

  /// The latest result of a query.
  public internal(set) var latestResult: ResultTable?

  /// The rows behind the groups of the latest result; nil where it has no groups of rows.
  var latestGroups: GroupedRows?

  /// Whether the user knows what `messages` says.
  ///
  /// A run tells it first. Who has told it, as a prompt does in its welcome, sets this.
  public var hasToldMessages = false

  /// What the statements so far have defined.
  var environment: QueryEnvironment

  /// How clauses were written in definitions, for messages on empty results.
  var clauseTexts: [BoundPredicate: String] = [:]

  /// What the statements so far have defined, as it was written.
  var keptDefinitions: [Definition] = []

  private(set) var asked: AskedCorpus
  private(set) var planner: Planner
  private(set) var evaluator: Evaluator

  /// Creates a session over a corpus.
  public init(corpus: OpenedCorpus, options: SessionOptions = SessionOptions()) {
    self.options = options
    reading = corpus.reading
    asked = AskedCorpus(corpus, usesCorrections: options.usesCorrections)
    environment = Self.emptyEnvironment(options)
    planner = Planner(asked.corpus)
    evaluator = Evaluator(asked.corpus)
  }

  /// The corpus that is asked, as it was read, with what its opening told.
  public var opened: OpenedCorpus { asked.opened }

  /// What is to be told of the corpus before the first answer: how many corrections apply.
  public var messages: [String] { asked.messages }

  /// Asks another corpus from now on.
  ///
  /// What was defined on the one before is forgotten, save the values of parameters that were given
  /// from outside.
  public func open(_ corpus: OpenedCorpus) {
    ask(AskedCorpus(corpus, usesCorrections: options.usesCorrections))
    environment = Self.emptyEnvironment(options)
  }

  /// The corpus that is asked, with its corrections.
  var corpus: Corpus { asked.corpus }

  /// Takes note of corrections that were made since, here or by others.
  func reloadCorrections() {
    asked.reload()
    planner = Planner(asked.corpus)
    evaluator = Evaluator(asked.corpus)
  }

  private func ask(_ corpus: AskedCorpus) {
    asked = corpus
    planner = Planner(corpus.corpus)
    evaluator = Evaluator(corpus.corpus)
    latestResult = nil
    clauseTexts = [:]
    keptDefinitions = []
    hasToldMessages = false
  }

  static func emptyEnvironment(_ options: SessionOptions) -> QueryEnvironment {
    QueryEnvironment(givenParameters: options.parameters, tokenize: { Tokenizer.words(of: $0) })
  }
}

// MARK: Running

extension Session {

  /// Runs every statement of a text, in order, and hands over what is to be shown.
  ///
  /// Where the text has a mistake, or a file that it runs has one, all mistakes are told and nothing
  /// of it runs. A statement that fails when it runs does not keep those behind it from running.
  ///
  /// - Parameters:
  ///   - source: The statements. Where its name is a path, what it runs and uses is looked for in
  ///     the folder of that path.
  ///   - interruption: A wish to stop, which is heeded within 50 ms.
  ///   - handler: Takes what is to be shown, as soon as there is something.
  /// - Returns: How the run ended.
  public func run(
    _ source: SourceText, interruption: Interruption = Interruption(),
    handler: (SessionEvent) -> Void
  ) -> RunOutcome {
    tellMessages(handler)
    let reading = read(source, interruption: interruption)
    if interruption.isRequested { return .interrupted }
    for mistakes in reading.mistakes where !mistakes.diagnostics.isEmpty {
      handler(.diagnostics(mistakes.diagnostics, mistakes.source))
    }
    guard !reading.hasErrors else { return .failed }
    var outcome = RunOutcome.finished
    for segment in reading.segments {
      if let corpus = segment.asked { change(to: corpus, handler) }
      environment = segment.environment
      segment.entries.forEach(keepDefinition)
      let ended = run(segment.entries, interruption, handler)
      if ended == .interrupted { return .interrupted }
      if ended == .failed { outcome = .failed }
    }
    return outcome
  }

  private func run(
    _ entries: [Reading.Entry], _ interruption: Interruption, _ handler: (SessionEvent) -> Void
  ) -> RunOutcome {
    var outcome = RunOutcome.finished
    for entry in entries {
      if interruption.isRequested { return .interrupted }
      do {
        let answer = try answer(entry, interruption: interruption)
        if answer.failure != nil { outcome = .failed }
        handler(.answer(answer))
      } catch {
        return .interrupted
      }
    }
    return outcome
  }

  /// Asks the corpus of a `use`, and says what that means.
  private func change(to corpus: AskedCorpus, _ handler: (SessionEvent) -> Void) {
    let forgets = environment.holdsDefinitions ? "; what was defined before is forgotten" : ""
    ask(corpus)
    for line in opened.warnings { handler(.message(Self.warning(line))) }
    handler(.message("asking \(CorpusReport.summary(of: opened))\(forgets)"))
    tellMessages(handler)
  }

  /// A line on what was read otherwise than it may have been meant, as it is shown.
  public static func warning(_ line: String) -> String { "warning: \(line)" }

  private func tellMessages(_ handler: (SessionEvent) -> Void) {
    guard !hasToldMessages else { return }
    hasToldMessages = true
    for message in messages { handler(.message(message)) }
  }

  /// Returns every mistake of a text, and of the files that it runs, without running anything.
  public func check(_ source: SourceText) -> [SourceMistakes] { read(source).mistakes }

  /// Reads a text without keeping what it defines.
  ///
  /// Where `interruption` asks for it, reading ends early, and what it gives is not to be used.
  func read(_ source: SourceText, interruption: Interruption = Interruption()) -> Reading {
    let (usesCorrections, reading) = (options.usesCorrections, reading)
    var reader = StatementReader(
      asked, environment: environment, emptyEnvironment: Self.emptyEnvironment(options),
      interruption: interruption
    ) { path throws(OpeningError) in
      let corpus =
        path == OpenedCorpus.builtinName
        ? .builtin() : try OpenedCorpus.open([path], reading: reading)
      return AskedCorpus(corpus, usesCorrections: usesCorrections)
    }
    return reader.read(source)
  }
}

extension QueryEnvironment {

  /// Whether a statement has defined something.
  fileprivate var holdsDefinitions: Bool {
    !(queries.isEmpty && topics.isEmpty && defaults.isEmpty)
  }
}
