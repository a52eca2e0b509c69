import Foundation
import Testing

extension Terminal.Program {

  /// The real shell over a pretended engine.
  static var fixture: Terminal.Program {
    get throws { Terminal.Program(path: try built("LineEditorFixture")) }
  }

  /// The same with other variables around it.
  func with(_ environment: [String: String]) -> Terminal.Program {
    var copy = self
    copy.environment.merge(environment) { $1 }
    return copy
  }

  /// A program of this package, which the build puts beside the tests.
  static func built(_ name: String) throws -> String {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var folder = URL(filePath: bundle).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appending(path: name).path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    throw Absent(name: name)
  }

  struct Absent: Error { let name: String }
}

extension Terminal {

  /// A shell that is ready for input.
  static func shell(
    _ program: Program? = nil, columns: Int = 60, rows: Int = 16, home: URL? = nil
  ) throws -> Terminal {
    let terminal = try Terminal(
      program ?? .fixture, columns: columns, rows: rows, home: home)
    try terminal.wait(cursorLine: "quoth>")
    return terminal
  }
}

/// Keys by their names.
enum Keys {
  static let up = "\u{1B}[A"
  static let down = "\u{1B}[B"
  static let right = "\u{1B}[C"
  static let left = "\u{1B}[D"
  static let home = "\u{1B}[H"
  static let altEnter = "\u{1B}\r"
  static func control(_ letter: Character) -> String {
    String(UnicodeScalar((letter.asciiValue ?? 0) & 0x1F))
  }
}
