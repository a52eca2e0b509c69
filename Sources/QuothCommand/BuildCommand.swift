internal import ArgumentParser
internal import Quoth

/// `quoth build INPUT… -o FILE`: makes a corpus image, which opens at once.
struct BuildCommand: ParsableCommand {

  static let configuration = CommandConfiguration(
    commandName: "quoth build",
    abstract: "Annotate and index texts once, into a file that opens at once.",
    discussion: """
      EXAMPLES
        quoth build articles/ -o news.quoth-corpus
        quoth news.quoth-corpus
        quoth build --append today/ -o news.quoth-corpus
        quoth build --dry-run archive.tar.xz

      Ctrl-C stops a build, and the same command goes on where it was: what has been \
      annotated lies in FILE.partial until the image is whole. An image that lies there \
      already can be asked until the new one takes its place.
      """)

  @Argument(
    help: """
      Files, folders or archives of news: .txt, .md, .html, .jsonl, .json, .csv, .xml, .conllu, \
      .vrt, .zip, .tar.gz and more. - is the standard input.
      """)
  var input: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where the image is to lie.", valueName: "file"))
  var output: String?

  @Flag(
    help: """
      Tell what would be read and how its fields are taken, and make nothing; all is read for that.
      """)
  var dryRun = false

  @OptionGroup(title: "READING") var reading: InputOptions

  @Flag(help: "Add the documents to those of the image that lies there.")
  var append = false

  @Option(
    help: ArgumentHelp(
      "Take at most about so much memory, like 500MB or 2GB.", valueName: "size"))
  var memory: MemorySize?

  @Flag(
    help: """
      Look for no names, quotes and topics: words only, with the lemmas and tags that CoNLL-U and \
      VRT files give.
      """)
  var noAnnotation = false

  @Flag(help: "Take warnings as failures.")
  var strict = false

  func validate() throws {
    try BuildRun.validate(output)
    guard output == nil, !dryRun else { return }
    throw ValidationError("Missing expected argument '--output <file>'")
  }

  func run() throws {
    if dryRun { return try preview() }
    var build = ImageBuild(inputs: input, output: output ?? "")
    build.reading = reading.reading
    build.appends = append
    build.annotates = !noAnnotation
    if let memory { build.memoryLimit = memory.bytes }
    try BuildRun.run(build, isStrict: strict) { build throws(BuildError) in try build.run() }
  }

  private func preview() throws {
    do {
      let preview = try BuildPreview(
        of: input, reading: reading.reading, addingTo: append ? output : nil,
        annotates: !noAnnotation)
      for line in preview.warnings { StandardStreams.tell("quoth: warning: \(line)\n") }
      StandardStreams.write(Array(preview.text.utf8))
      if strict && !preview.warnings.isEmpty { throw Failure(.failure) }
    } catch let error as OpeningError {
      for line in error.warnings { StandardStreams.tell("quoth: warning: \(line)\n") }
      throw Failure(.missingInput, error.message)
    }
  }
}

/// `quoth merge IMAGE IMAGE… -o FILE`: joins images.
struct MergeCommand: ParsableCommand {

  static let configuration = CommandConfiguration(
    commandName: "quoth merge",
    abstract: "Join corpus images to one, with the answers of one build of all their texts.",
    discussion: """
      EXAMPLE
        quoth merge 2024.quoth-corpus 2025.quoth-corpus -o news.quoth-corpus
      """)

  @Argument(help: "Images that quoth build has made.")
  var image: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where the image is to lie.", valueName: "file"))
  var output: String

  func validate() throws { try BuildRun.validate(output) }

  func run() throws {
    let build = ImageBuild(inputs: image, output: output)
    try BuildRun.run(build, isStrict: false) { build throws(BuildError) in try build.merge() }
  }
}

/// A size of memory as an argument: `2GB`, `500 MB`, or a count of bytes.
struct MemorySize: ExpressibleByArgument {

  let bytes: Int

  init?(argument: String) {
    let text = argument.uppercased().filter { $0 != " " }
    let units = [("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1000), ("G", 1_000_000_000)]
    let unit = (units + [("M", 1_000_000), ("", 1)]).first { text.hasSuffix($0.0) }
    guard let unit, let number = Double(text.dropLast(unit.0.count)), number > 0,
      let bytes = Int(exactly: (number * Double(unit.1)).rounded()), bytes >= 1_000_000
    else { return nil }
    self.bytes = bytes
  }
}

/// Runs a build with a meter, and tells what came of it.
enum BuildRun {

  /// Throws where an image is to go to the standard output, which is a file nowhere.
  static func validate(_ output: String?) throws {
    guard output == "-" else { return }
    throw ValidationError(
      "an image is written to a file and not to the standard output; name one, like "
        + "-o news.quoth-corpus, or -o ./- if it is to be called so")
  }

  /// Runs a build; Ctrl-C stops it in a place from which it can go on.
  ///
  /// - Throws: `Failure` when no image was made, or with `isStrict` when something was warned of.
  static func run(
    _ build: ImageBuild, isStrict: Bool,
    _ body: (ImageBuild) throws(BuildError) -> ImageBuild.Outcome
  ) throws {
    FreedMemory.keep()
    let meter = BuildMeter()
    var build = build
    build.tell = meter.tell
    build.isStopped = InterruptSignal.isRequested
    InterruptSignal.watch()
    let result = InterruptSignal.whileRunning {
      Result { () throws(BuildError) in try body(build) }
    }
    meter.end()
    switch result {
    case .success(let outcome):
      tell(outcome.warnings)
      let source = outcome.source.map { "\(build.output): \($0)\n" } ?? ""
      let summary = "\(build.output): \(outcome.summary)\n\(source)"
      StandardStreams.write(Array(summary.utf8))
      if isStrict && !outcome.warnings.isEmpty { throw Failure(.failure) }
    case .failure(let error):
      tell(error.warnings)
      throw Failure(error.kind.status, error.message)
    }
  }

  private static func tell(_ warnings: [String]) {
    for line in warnings { StandardStreams.tell("quoth: warning: \(line)\n") }
  }
}

extension BuildError.Kind {

  /// The status to leave with.
  fileprivate var status: ExitStatus {
    switch self {
    case .input: .missingInput
    case .output: .failure
    case .interrupted: .interrupted
    }
  }
}
