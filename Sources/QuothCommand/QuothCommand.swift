internal import ArgumentParser
internal import Quoth

/// `quoth [OPTIONS] [CORPUS…]`: the prompt at a terminal, statements from standard input otherwise.
struct QuothCommand: ParsableCommand {

  static let configuration = CommandConfiguration(
    commandName: "quoth",
    abstract: "Ask a corpus of news who said what.",
    discussion: """
      Without -c or -f, quoth opens a prompt at a terminal and reads statements from standard \
      input otherwise. Without CORPUS it asks the built-in teaching corpus.

      EXAMPLES
        quoth articles/
        quoth -c 'quotes where speaker = Macron and topic = China' articles/
        quoth -f question.quoth --format csv > answer.csv
        echo "quotes count by speaker" | quoth

      CORRECTIONS
        `correct 3 speaker = Trump` puts row 3 of the latest answer right.
        It is kept beside the corpus, in CORPUS.corrections; those of the
        built-in corpus in $XDG_DATA_HOME/quoth.

      OTHER COMMANDS (quoth COMMAND --help tells more)
        quoth check SCRIPT…      report every mistake of scripts
        quoth fmt SCRIPT…        lay scripts out the one way
        quoth info [CORPUS…]     say what a corpus holds
        quoth annotate INPUT…    write the quotes found in texts
        quoth export [CORPUS…] -o FILE  write a corpus as JSONL, CSV, CoNLL-U, VRT, TEI, JSON-LD
        quoth build INPUT… -o FILE     make a corpus image, which opens at once
        quoth merge IMAGE… -o FILE     join images to one
        quoth verify IMAGE…            check that images are whole

      EXIT STATUS
        0 all went well; 1 a query failed or an expect did not hold; 2 wrong usage;
        66 an input is missing; 130 interrupted.
      """,
    version: "quoth \(Version.current)"
  )

  @Option(
    name: [.customShort("c"), .customLong("command")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run a query, then leave. Can be repeated.", valueName: "query"))
  var queries: [String] = []

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp("Run a script, then leave. Can be repeated.", valueName: "script"))
  var scripts: [String] = []

  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "Give a parameter of the script its value. Can be repeated.", valueName: "name=value"))
  var param: [Parameter] = []

  @Flag(
    help: """
      Begin the answers of a script with its corpus, fingerprint, version and seeds, as comments: \
      lines with # in a table, <!-- --> in markdown and html. The formats csv, tsv, json and jsonl \
      have no comments; there the lines go to standard error.
      """)
  var header = false

  @Flag(help: "Ask the bare corpus, without the corrections that are kept beside it.")
  var noCorrections = false

  @Flag(help: "Start the prompt without the user's init script.")
  var noInit = false

  @OptionGroup(title: "READING") var reading: InputOptions

  @Argument(
    help: """
      Files, folders or archives of news: .txt, .md, .html, .jsonl, .json, .csv, .xml, .conllu, \
      .vrt, .zip, .tar.gz and more; or corpus images. - is the standard input.
      """)
  var corpus: [String] = []

  /// What the arguments ask for.
  var request: Request {
    var request = Request()
    request.queries = queries
    request.scripts = scripts
    request.output = output.settings
    request.parameters = Parameter.dictionary(param)
    request.writesHeader = header
    request.usesCorrections = !noCorrections
    request.readsInit = !noInit
    request.reading = reading.reading
    request.corpus = corpus
    return request
  }
}

/// `NAME=VALUE`, the value of a parameter.
struct Parameter: ExpressibleByArgument {

  let name: String
  let value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
    name = String(argument[..<sign].drop { $0 == "$" })
    value = String(argument[argument.index(after: sign)...])
  }

  /// Returns the values by name; the last one given counts.
  static func dictionary(_ parameters: [Parameter]) -> [String: String] {
    Dictionary(parameters.map { ($0.name, $0.value) }) { $1 }
  }
}
