internal import ArgumentParser
internal import Quoth

/// `quoth annotate INPUT…`: writes what was found in texts.
struct AnnotateCommand: ParsableCommand {

  static let configuration = CommandConfiguration(
    commandName: "quoth annotate", abstract: "Write the quotes found in texts, one document a line.",
    discussion: """
      Each line is a JSON object: the document, and its quotes with content, cue and source as \
      pairs of offsets in Unicode scalars of the original text, the speaker, kind, topics, \
      confidence and reason.
      """)

  /// The forms in which annotation is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case quotesJSONL = "quotes-jsonl"
  }

  @Argument(help: "Files or folders of news.")
  var input: [String]

  @Option(help: "The form of the output.")
  var format: Format = .quotesJSONL

  @Flag(help: "Take warnings as failures.")
  var strict = false

  func run() throws {
    for line in try CorpusArgument.quoteLines(input, isStrict: strict) {
      guard StandardStreams.write(line) else { return }
    }
  }
}
