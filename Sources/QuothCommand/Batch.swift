internal import Quoth
internal import Shell

/// Runs queries and scripts one after the other and writes their answers.
struct Batch {

  let session: Session
  let output: OutputSettings
  let writesHeader: Bool

  /// Runs the queries of `-c`, then the scripts of `-f`; without either, the standard input.
  ///
  /// - Throws: `Failure` at the first text that fails.
  func run(queries: [String], scripts: [String]) throws {
    InterruptSignal.watch()
    for query in queries { try run(SourceText(query, name: "-c")) }
    for path in scripts { try run(try Script.read(path)) }
    guard queries.isEmpty && scripts.isEmpty else { return }
    try run(try StandardStreams.script())
  }

  private func run(_ source: SourceText) throws {
    let printer = output.printer(columns: TerminalCapabilities.outputColumns)
    if writesHeader { writeHeader(of: source, as: printer.format) }
    var isRead = true
    let interruption = Interruption(polling: InterruptSignal.isRequested)
    let outcome = InterruptSignal.whileRunning {
      session.run(source, interruption: interruption) { event in
        guard isRead else { return }
        InterruptSignal.whileWriting {
          let (beside, isWhole) = printer.write(event, to: StandardStreams.write)
          isRead = isWhole
          StandardStreams.tell(beside)
        }
      }
    }
    // The signal may have come when the last statement was done already.
    if InterruptSignal.isRequested() { throw Failure(.interrupted) }
    switch outcome {
    case .finished: return
    case .failed: throw Failure(.failure)
    case .interrupted: throw Failure(.interrupted)
    }
  }

  /// Writes what the answers rest on; beside them where their format has no comments.
  private func writeHeader(of source: SourceText, as format: OutputFormat) {
    let header = session.header(of: source)
    if let text = header.text(as: format) {
      StandardStreams.write(Array(text.utf8))
    } else if let text = header.text(as: .table) {
      StandardStreams.tell(text)
    }
  }
}

/// A script in a file.
enum Script {

  /// Returns the text of a script, which messages call by its path.
  ///
  /// - Throws: `Failure` when it cannot be read.
  static func read(_ path: String) throws -> SourceText {
    do {
      return SourceText(try TextFile.read(path), name: path)
    } catch {
      throw Failure(.missingInput, "\(path): \(error.message)")
    }
  }
}
