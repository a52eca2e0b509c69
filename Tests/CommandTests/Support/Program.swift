import Foundation

/// One run of the built program.
struct Run {

  /// The exit status; 128 and its number for a signal that ended the program.
  let status: Int32

  /// The bytes of the output.
  let output: Data

  /// What was told beside the output.
  let errors: String

  /// The output as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines of the output.
  var lines: [String] { text.split(separator: "\n").map(String.init) }
}

/// The program `quoth`, which the build puts beside the tests.
enum Quoth {

  /// Runs the program to its end.
  ///
  /// The streams are files, so no pipe can fill up.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    in folder: Scratch? = nil
  ) throws -> Run {
    let scratch = try Scratch()
    let process = try process(arguments, environment: environment, in: folder)
    process.standardInput = try FileHandle(forReadingFrom: scratch.write(input, to: "in"))
    process.standardOutput = try FileHandle(forWritingTo: scratch.write("", to: "out"))
    process.standardError = try FileHandle(forWritingTo: scratch.write("", to: "err"))
    try process.run()
    process.waitUntilExit()
    return Run(
      status: status(of: process), output: try scratch.data("out"),
      errors: String(decoding: try scratch.data("err"), as: UTF8.self))
  }

  /// Returns the program, ready to be run with its own streams.
  static func process(
    _ arguments: [String], environment: [String: String] = [:], in folder: Scratch? = nil
  ) throws -> Process {
    let process = Process()
    process.executableURL = try path
    process.arguments = arguments
    process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
      .merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder.url }
    return process
  }

  static func status(of process: Process) -> Int32 {
    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    return signal + process.terminationStatus
  }

  /// Where the program lies.
  static var path: URL {
    get throws {
      let arguments = CommandLine.arguments
      let bundle = arguments.first { $0.contains(".xctest") } ?? arguments[0]
      var folder = URL(filePath: bundle).deletingLastPathComponent()
      while folder.path != "/" {
        let candidate = folder.appending(path: "quoth")
        if FileManager.default.isExecutableFile(atPath: candidate.path),
          !candidate.hasDirectoryPath
        {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
      throw CocoaError(.fileNoSuchFile)
    }
  }
}
