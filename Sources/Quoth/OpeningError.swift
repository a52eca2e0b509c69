internal import Ingestion
internal import Rendering

/// Why there is no corpus to ask.
public struct OpeningError: Error, Hashable, Sendable {

  /// What is wrong and how it is mended, in one line.
  public let message: String

  /// What else was told while reading, one line each.
  public let warnings: [String]

  init(_ message: String, warnings: [String] = []) {
    self.message = message
    self.warnings = warnings
  }

  init(_ error: InputError, _ report: IngestionReport) {
    self.init(error.line, warnings: report.warnings.map(\.line))
  }

  init(_ paths: [String], _ report: IngestionReport) {
    let endings = Ingestor.extensions.map { "." + $0 }.joined(separator: ", ")
    // What a file lacks has been told; its ending is no matter then.
    let mend =
      !report.warnings.isEmpty
      ? ", as told"
      : report.passedOver.isEmpty
        ? "; texts end in \(endings)" : "; there is only \(report.passedOverKinds)"
    self.init(
      VisibleText.line("there is no text to read in \(paths.joined(separator: ", "))\(mend)"),
      warnings: report.warnings.map(\.line))
  }

  init(_ error: AssemblyError, paths: [String], warnings: [String]) {
    let place = paths.joined(separator: ", ")
    switch error {
    case .archive: self.init("\(place): its documents cannot be read back", warnings: warnings)
    case .tooLarge(let count):
      self.init(
        "\(place): one corpus has no room for more than the first \(count) documents; "
          + "make several of them", warnings: warnings)
    case .stopped: self.init("\(place): it was stopped", warnings: warnings)
    }
  }
}

extension IngestionReport {

  /// All that is to be told, one line each: inputs that could not be read first.
  var lines: [String] {
    errors.map(\.line) + warnings.map(\.line)
  }

  /// Throws where an input is missing, or where nothing was read.
  func throwUnless(documentCount: Int, _ paths: [String]) throws(OpeningError) {
    try throwIfMissing()
    // What repeats documents that are there already is nothing new, and no mistake.
    if !duplicates.isEmpty { return }
    if documentCount == 0, let error = errors.first { throw OpeningError(error, self) }
    if documentCount == 0 { throw OpeningError(paths, self) }
  }

  /// Throws where an input is missing.
  func throwIfMissing() throws(OpeningError) {
    if let error = errors.first(where: { $0.kind == .missing }) { throw OpeningError(error, self) }
  }
}

extension IngestionReport.Warning {

  /// The warning with its mend, with nothing in it that steers a terminal: names of files may have that.
  var line: String { VisibleText.line("\(description); \(mend)") }
}

extension InputError {

  /// The error with its mend, with nothing in it that steers a terminal.
  var line: String { VisibleText.line("\(description); \(mend)") }
}

extension IngestionReport {

  /// What was passed over, by what it is: `attachment, mail without text`.
  var passedOverKinds: String { passedOver.keys.sorted().joined(separator: ", ") }
}
