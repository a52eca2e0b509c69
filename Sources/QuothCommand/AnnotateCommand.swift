internal import ArgumentParser
internal import Quoth

/// `quoth annotate INPUT…`: writes what was found in texts.
struct AnnotateCommand: ParsableCommand {

  static let configuration = CommandConfiguration(
    commandName: "quoth annotate",
    abstract: "Write what was found in texts, document by document.",
    discussion: """
      quotes-jsonl  \(AnnotationFormat.quotesJSONL.summary)
      jsonl         \(AnnotationFormat.jsonl.summary)
      conllu        \(AnnotationFormat.conllu.summary)
      html          \(AnnotationFormat.html.summary)

      Offsets in JSON count Unicode scalars of the original text.
      """)

  /// A form of the output, as an argument.
  struct Form: ExpressibleByArgument {
    let format: AnnotationFormat

    init(_ format: AnnotationFormat) { self.format = format }

    init?(argument: String) {
      guard let format = AnnotationFormat(rawValue: argument) else { return nil }
      self.format = format
    }

    static let allValueStrings = AnnotationFormat.allCases.map(\.rawValue)

    var defaultValueDescription: String { format.rawValue }
  }

  @Argument(help: "Files or folders of news.")
  var input: [String]

  @Option(help: "The form of the output.")
  var format = Form(.quotesJSONL)

  @OptionGroup(title: "READING") var reading: InputOptions

  @Flag(help: "Take warnings as failures.")
  var strict = false

  func run() throws {
    try CorpusArgument.annotate(input, reading.reading, as: format.format, isStrict: strict)
  }
}
