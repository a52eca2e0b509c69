import Foundation

/// The file of results, one JSON object a line, in the form in which the peers write theirs.
final class Report {

  /// The name of the engine in tables.
  static let engine = "quoth"

  private let size: String
  private let file: FileHandle?

  /// Creates a report; without a file it only goes to standard output.
  ///
  /// What is measured with cold caches has a file of its own.
  init(size: String, writesFile: Bool, isCold: Bool) throws {
    self.size = size
    guard writesFile else {
      file = nil
      return
    }
    try FileManager.default.createDirectory(
      at: Folders.results, withIntermediateDirectories: true)
    let url = Folders.results.appending(
      path: "\(Self.engine).\(size)\(isCold ? ".cold" : "").jsonl")
    try Data().write(to: url)
    file = try FileHandle(forWritingTo: url)
  }

  /// Writes what a run of a query measured, and how many milliseconds it takes where it is read and
  /// planned each time.
  func add(_ measure: Measure, of line: BenchmarkLine, fromText: Double? = nil) throws {
    try write(
      [
        ("query", .text(line.name)), ("value", .integer(measure.value)), ("unit", .text(line.unit)),
        ("runs", .integer(measure.runs)), ("median_ms", .decimal(measure.median)),
        ("min_ms", .decimal(measure.least)), ("cpu_ms", .decimal(measure.processor)),
      ] + (fromText.map { [("text_ms", .decimal($0))] } ?? []) + [("note", .text(line.query))])
  }

  /// Writes a fact that is no query: how long something took, or how much memory it takes.
  func add(fact: String, _ values: [(String, JSONValue)]) throws {
    try write([("fact", .text(fact))] + values)
  }

  private func write(_ fields: [(String, JSONValue)]) throws {
    let all = [("engine", JSONValue.text(Self.engine)), ("size", .text(size))] + fields
    let line = "{" + all.map { "\"\($0.0)\": \($0.1.json)" }.joined(separator: ", ") + "}\n"
    try FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
    try file?.write(contentsOf: Data(line.utf8))
  }
}

/// A value of a field of a result.
enum JSONValue {
  case text(String)
  case integer(Int)
  case decimal(Double)

  /// The value as JSON; numbers have four decimals.
  var json: String {
    switch self {
    case .text(let text):
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    case .integer(let number): String(number)
    case .decimal(let number): String(format: "%.4f", number)
    }
  }
}
