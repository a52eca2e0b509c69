internal import ArgumentParser
internal import Quoth

/// `quoth check SCRIPT…`: reports every mistake of scripts without running them.
struct CheckCommand: ParsableCommand {

  static let configuration = CommandConfiguration(
    commandName: "quoth check", abstract: "Report every mistake of scripts, with line and column.")

  @Argument(help: "Scripts to check.")
  var script: [String]

  @Option(help: ArgumentHelp("The corpus whose names count.", valueName: "path"))
  var corpus: [String] = []

  @Option(
    help: ArgumentHelp("Give a parameter of the scripts its value.", valueName: "name=value"))
  var param: [Parameter] = []

  @OptionGroup(title: "READING") var reading: InputOptions

  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try CorpusArgument.open(corpus, reading.reading, isStrict: output.strict)
    var isFaulty = false
    for path in script {
      let source = try Script.read(path)
      let session = Session(
        corpus: opened, options: SessionOptions(parameters: Parameter.dictionary(param)))
      for mistakes in session.check(source) where !mistakes.diagnostics.isEmpty {
        let found = mistakes.diagnostics
        StandardStreams.tell(
          output.settings.printer(columns: nil).diagnostics.render(found, in: mistakes.source))
        isFaulty = isFaulty || found.hasErrors || output.strict
      }
    }
    if isFaulty { throw Failure(.failure) }
  }
}
