internal import ArgumentParser
internal import Quoth

/// `quoth export [CORPUS…]`: writes a corpus for other programs.
struct ExportCommand: ParsableCommand {

  static let configuration = CommandConfiguration(
    commandName: "quoth export",
    abstract: "Write a corpus in a form that other programs read, and that reads back here.",
    discussion: """
      jsonl          \(ExportFormat.jsonl.summary)
      csv            \(ExportFormat.csv.summary)
      conllu         \(ExportFormat.conllu.summary)
      vrt            \(ExportFormat.vrt.summary)
      tei            \(ExportFormat.tei.summary)
      webannotation  \(ExportFormat.webannotation.summary)

      Words that came with a text, with lemmas and tags, are in jsonl, conllu and vrt; titles and \
      headings stand in jsonl, tei and webannotation.

      Speakers and names are those of the whole corpus, with the corrections that are kept \
      beside it. Offsets count Unicode scalars of the texts that are written.

      EXAMPLES
        quoth export news.quoth-corpus -o news.jsonl
        quoth export articles/ --what quotes -o quotes.csv
        quoth export news.quoth-corpus --format tei | xmllint --noout -
      """)

  /// A form of the output, as an argument.
  struct Form: ExpressibleByArgument {
    let format: ExportFormat

    init?(argument: String) {
      guard let format = ExportFormat(rawValue: argument.lowercased()) else { return nil }
      self.format = format
    }

    static let allValueStrings = ExportFormat.allCases.map(\.rawValue)
  }

  /// What is written, as an argument.
  struct Part: ExpressibleByArgument {
    let content: ExportContent

    init(_ content: ExportContent) { self.content = content }

    init?(argument: String) {
      guard let content = ExportContent(rawValue: argument.lowercased()) else { return nil }
      self.content = content
    }

    static let allValueStrings = ExportContent.allCases.map(\.rawValue)

    var defaultValueDescription: String { content.rawValue }
  }

  @Argument(help: "Files or folders of news, or corpus images; none for the built-in corpus.")
  var corpus: [String] = []

  @Option(help: "The form of the output; without it the ending of the file tells, else jsonl.")
  var format: Form?

  @Option(help: "What is written; only jsonl and csv have rows of other things than documents.")
  var what = Part(.documents)

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where to write; - for standard output.", valueName: "file"))
  var output = "-"

  @OptionGroup(title: "READING") var reading: InputOptions

  @Flag(help: "Write the bare corpus, without the corrections that are kept beside it.")
  var noCorrections = false

  @Flag(help: "Take warnings as failures.")
  var strict = false

  /// The form that is asked for, or that the name of the file ends in.
  private var chosen: ExportFormat {
    format?.format ?? ending.flatMap(ExportFormat.init(fileExtension:)) ?? .jsonl
  }

  /// What stands behind the last dot of the name of the file.
  private var ending: String? {
    guard let name = output.split(separator: "/").last, let dot = name.lastIndex(of: "."),
      dot > name.startIndex
    else { return nil }
    return name[name.index(after: dot)...].lowercased()
  }

  func validate() throws {
    if format == nil, let ending, ExportFormat(fileExtension: ending) == nil {
      throw ValidationError(
        "no form is known by the ending .\(ending); say which with --format, or name the file "
          + ExportFormat.allCases.map { ".\($0.fileExtension)" }.joined(separator: ", "))
    }
    guard what.content == .documents || chosen.hasRows else {
      throw ValidationError(
        "--what \(what.content.rawValue) goes with --format jsonl or csv; \(chosen.rawValue) holds "
          + "documents with all that was found in them")
    }
  }

  func run() throws {
    if output != "-" {
      do {
        try CorpusExport.checkOutput(output, from: corpus)
      } catch { throw Failure(.failure, error.message) }
    }
    let export = try CorpusArgument.orFailure {
      try CorpusExport(corpus, reading: reading.reading, usesCorrections: !noCorrections)
    }
    try CorpusArgument.tell(export.warnings, isStrict: strict)
    guard output != "-" else {
      let lost = try write(export) { StandardStreams.write($0) }
      return try CorpusArgument.tell(lost, isStrict: strict)
    }
    var lost: [String] = []
    do {
      var failure: (any Error)?
      _ = try TextFile.write(to: output) { emit in
        do {
          lost = try write(export, to: emit)
          return true
        } catch {
          failure = error
          return false
        }
      }
      if let failure { throw failure }
    } catch let error as FileError {
      throw Failure(
        .failure, "\(output): it cannot be written: \(error.message); \(error.writingMend)")
    }
    try CorpusArgument.tell(lost, isStrict: strict)
  }

  /// Writes the corpus; returns what the form has no room for.
  private func write(_ export: CorpusExport, to emit: ([UInt8]) -> Bool) throws -> [String] {
    try CorpusArgument.orFailure { try export.write(as: chosen, what.content, to: emit) }
  }
}
