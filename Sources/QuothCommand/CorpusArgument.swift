internal import Quoth

/// Opens the corpus that the arguments name, and tells what could not be read of it.
enum CorpusArgument {

  /// Returns the corpus of some files and folders, or the built-in one when there are none.
  ///
  /// - Throws: `Failure` when there is nothing to read, or with `isStrict` when something was
  ///   warned of.
  static func open(
    _ paths: [String], _ reading: ReadingOptions, isStrict: Bool
  ) throws -> OpenedCorpus {
    guard !paths.isEmpty else { return OpenedCorpus.builtin(reading: reading) }
    let notice = CheckNotice()
    defer { notice.end() }
    let opened = try orFailure {
      try OpenedCorpus.open(paths, reading: reading, whenCheckIsLong: notice.begin)
    }
    notice.end()
    try tell(opened.warnings, isStrict: isStrict)
    return opened
  }

  /// Writes what was found in some files and folders.
  ///
  /// - Throws: `Failure`, as `open` does.
  static func annotate(
    _ paths: [String], _ reading: ReadingOptions, as format: AnnotationFormat, isStrict: Bool
  ) throws {
    try orFailure {
      try AnnotationWriter.write(
        paths, reading: reading, as: format, tell: { try tell($0, isStrict: isStrict) },
        to: StandardStreams.write)
    }
  }

  /// Returns what `body` does.
  ///
  /// - Throws: `Failure` where it cannot open something.
  static func orFailure<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as OpeningError {
      _ = try? tell(error.warnings, isStrict: false)
      throw Failure(.missingInput, error.message)
    }
  }

  /// Tells what could not be read as it should.
  ///
  /// - Throws: `Failure` with `isStrict`, when there is something.
  static func tell(_ warnings: [String], isStrict: Bool) throws {
    for line in warnings { StandardStreams.tell("quoth: warning: \(line)\n") }
    if isStrict && !warnings.isEmpty { throw Failure(.failure) }
  }
}
