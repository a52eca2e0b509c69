internal import CorpusStore
internal import Diagnostics
internal import QueryExecution
internal import QuerySemantics
internal import QuerySyntax

/// What reading a text gives: what its statements mean, and all mistakes, nothing of it run.
struct Reading {

  /// A statement, and the text in which it stands: that of a file where `run` leads to one.
  struct Entry {
    let source: SourceText
    let range: SourceRange
    let analysis: Analysis
  }

  /// Statements one behind the other that ask one corpus.
  struct Segment {

    /// The corpus that `use` changes to; nil for the one that is asked already.
    let asked: AskedCorpus?

    /// The statements.
    var entries: [Entry] = []

    /// What has been defined behind the last of them.
    var environment: QueryEnvironment
  }

  /// The statements in the order in which they run.
  var segments: [Segment]

  /// The mistakes, text by text in the order in which the texts are run.
  var mistakes: [SourceMistakes] = []

  /// Whether a mistake keeps the text from running.
  var hasErrors: Bool { mistakes.contains { $0.diagnostics.hasErrors } }

  /// The meaning of each statement, in order.
  var analyses: [Analysis] { segments.flatMap { $0.entries.map(\.analysis) } }
}

/// The mistakes of one text.
public struct SourceMistakes: Hashable, Sendable {

  /// The text.
  public let source: SourceText

  /// Its mistakes, in order.
  public internal(set) var diagnostics: [Diagnostic]
}

/// Reads a text with all files that it runs and for all corpora that it uses.
struct StatementReader {

  /// The most files that one text may run, each counted as often as it is run.
  private static let mostRuns = 1000

  private var corpus: Corpus
  private var analyzer: Analyzer
  private var reading: Reading
  /// The name of the text that is read, which may be its path.
  private var name = ""
  /// The paths of the files that are being run.
  private var running: [String] = []
  private var runCount = 0
  private let emptyEnvironment: QueryEnvironment
  private let interruption: Interruption
  private let open: (String) throws(OpeningError) -> AskedCorpus

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - asked: The corpus that is asked first.
  ///   - environment: What has been defined on it.
  ///   - emptyEnvironment: What is defined on a corpus that `use` changes to.
  ///   - interruption: A wish to stop; what has been read by then is of no use.
  ///   - open: Opens the corpus at a path.
  init(
    _ asked: AskedCorpus, environment: QueryEnvironment, emptyEnvironment: QueryEnvironment,
    interruption: Interruption,
    open: @escaping (String) throws(OpeningError) -> AskedCorpus
  ) {
    corpus = asked.corpus
    analyzer = Analyzer(corpus: corpus, environment: environment)
    reading = Reading(segments: [.init(asked: nil, environment: environment)])
    self.emptyEnvironment = emptyEnvironment
    self.interruption = interruption
    self.open = open
  }

  /// Reads a text.
  ///
  /// Where its name is a path, the files that it runs and the corpora that it uses are looked for in
  /// the folder of that path, else in the working folder.
  mutating func read(_ source: SourceText) -> Reading {
    name = source.name
    follow(source, path: nil)
    return reading
  }

  private mutating func follow(_ source: SourceText, path: String?) {
    if let path { running.append(path) }
    defer { if path != nil { running.removeLast() } }
    let parsed = Parser.parse(source.text)
    var found = parsed.diagnostics
    let place = reading.mistakes.count
    reading.mistakes.append(SourceMistakes(source: source, diagnostics: []))
    for statement in parsed.script.statements {
      if interruption.isRequested { break }
      let analysis = analyzer.analyze(statement)
      found += analysis.diagnostics
      if case .use(let name, let range) = analysis.statement {
        found += use(name, at: range, from: source)
      }
      if case .correct(_, _, .entity, _) = analysis.statement { reachEveryEntity() }
      append(Reading.Entry(source: source, range: statement.range, analysis: analysis))
      if case .run(let name, let range) = analysis.statement {
        found += run(name, at: range, from: source)
      }
    }
    reading.mistakes[place].diagnostics = found.sorted {
      ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end)
    }
  }

  /// Lets the statements behind a correction name whom it makes the speaker of a quote.
  private mutating func reachEveryEntity() {
    corpus = corpus.reachingEveryEntity()
    analyzer = Analyzer(corpus: corpus, environment: analyzer.environment)
  }

  private mutating func append(_ entry: Reading.Entry) {
    let last = reading.segments.count - 1
    reading.segments[last].entries.append(entry)
    reading.segments[last].environment = analyzer.environment
  }

  /// Reads the file that a statement runs; its own mistakes are told with its name and lines.
  private mutating func run(
    _ name: String, at range: SourceRange, from source: SourceText
  ) -> [Diagnostic] {
    let path = Self.path(of: name, from: source)
    guard let resolved = TextFile.resolved(path) else {
      return [.missingScript(path, at: range)]
    }
    // Where the text itself lies is asked for only here: most texts run nothing.
    if running.contains(resolved) || resolved == TextFile.resolved(self.name) {
      return [.circularRun(path, at: range)]
    }
    runCount += 1
    guard runCount <= Self.mostRuns else { return [.tooManyRuns(Self.mostRuns, at: range)] }
    do {
      follow(SourceText(try TextFile.read(resolved), name: path), path: resolved)
      return []
    } catch {
      return [.unreadableScript(path, error.message, at: range)]
    }
  }

  private mutating func use(
    _ name: String, at range: SourceRange, from source: SourceText
  ) -> [Diagnostic] {
    do {
      let asked = try open(
        name == OpenedCorpus.builtinName ? name : Self.path(of: name, from: source))
      corpus = asked.corpus
      analyzer = Analyzer(corpus: corpus, environment: emptyEnvironment)
      reading.segments.append(.init(asked: asked, environment: emptyEnvironment))
      return []
    } catch {
      return [.missingCorpus(error.message, at: range)]
    }
  }

  /// Returns where a file is that a text names: in the folder of the text itself.
  private static func path(of name: String, from source: SourceText) -> String {
    guard !name.hasPrefix("/"), let slash = source.name.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return name
    }
    return String(source.name[...slash]) + name
  }
}
