internal import Quoth

/// Opens the corpus that the arguments name, and tells what could not be read of it.
enum CorpusArgument {

  /// Returns the corpus of some files and folders, or the built-in one when there are none.
  ///
  /// - Throws: `Failure` when there is nothing to read, or with `isStrict` when something was
  ///   warned of.
  static func open(_ paths: [String], isStrict: Bool) throws -> OpenedCorpus {
    guard !paths.isEmpty else { return OpenedCorpus.builtin() }
    let opened = try orFailure { () throws(OpeningError) in try OpenedCorpus.open(paths) }
    try tell(opened.warnings, isStrict: isStrict)
    return opened
  }

  /// Returns the lines that say which quotes were found in some files and folders.
  ///
  /// - Throws: `Failure`, as `open` does.
  static func quoteLines(_ paths: [String], isStrict: Bool) throws -> [[UInt8]] {
    let found = try orFailure { () throws(OpeningError) in try QuoteLines.read(paths) }
    try tell(found.warnings, isStrict: isStrict)
    return found.lines
  }

  private static func orFailure<Value>(
    _ body: () throws(OpeningError) -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch {
      _ = try? tell(error.warnings, isStrict: false)
      throw Failure(.missingInput, error.message)
    }
  }

  private static func tell(_ warnings: [String], isStrict: Bool) throws {
    for line in warnings { StandardStreams.tell("quoth: warning: \(line)\n") }
    if isStrict && !warnings.isEmpty { throw Failure(.failure) }
  }
}
