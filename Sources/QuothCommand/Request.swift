internal import Quoth
internal import Shell

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// What a call of `quoth` without a command asks for.
struct Request: Equatable {

  /// Queries to run, then to leave.
  var queries: [String] = []

  /// Paths of scripts to run, then to leave.
  var scripts: [String] = []

  /// How answers are shown.
  var output = OutputSettings()

  /// The values of parameters, by name.
  var parameters: [String: String] = [:]

  /// Whether answers begin with what they rest on.
  var writesHeader = false

  /// Whether the corrections that are kept beside the corpus count.
  var usesCorrections = true

  /// Whether the prompt begins with the user's script.
  var readsInit = true

  /// How files of news are read.
  var reading = ReadingOptions()

  /// Paths of the corpus; empty for the built-in one.
  var corpus: [String] = []

  /// Opens the corpus, does what is asked, and leaves.
  ///
  /// - Throws: `Failure`.
  func run() throws -> Never {
    let session = Session(
      corpus: try CorpusArgument.open(corpus, reading, isStrict: output.isStrict),
      options: SessionOptions(
        rowLimit: output.rowLimit, parameters: parameters, isStrict: output.isStrict,
        usesCorrections: usesCorrections))
    if queries.isEmpty && scripts.isEmpty && StandardStreams.isInteractive {
      FreedMemory.keep()
      try Prompt(session: session, output: output, readsInit: readsInit).run()
    } else {
      try Batch(session: session, output: output, writesHeader: writesHeader).run(
        queries: queries, scripts: scripts)
    }
    // Nothing is taken apart on the way out: that would take as long as a query.
    withExtendedLifetime(session) { exit(ExitStatus.success.rawValue) }
  }
}
