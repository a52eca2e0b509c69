internal import ArgumentParser
internal import Quoth

/// `quoth info CORPUS`: says what a corpus holds.
struct InfoCommand: ParsableCommand {

  static let configuration = CommandConfiguration(
    commandName: "quoth info", abstract: "Say what a corpus holds.")

  @Argument(help: "Files or folders of news; without any, the built-in corpus.")
  var corpus: [String] = []

  @OptionGroup(title: "READING") var reading: InputOptions

  @Flag(help: "Take warnings as failures.")
  var strict = false

  func run() throws {
    let opened = try CorpusArgument.open(corpus, reading.reading, isStrict: strict)
    let session = Session(corpus: opened, options: SessionOptions(usesCorrections: true))
    let report = CorpusReport.text(of: opened, corrections: session.messages)
    StandardStreams.write(Array(report.utf8))
  }
}
