import Foundation
import TestSupport

/// Data sets that lie beside the project on the machines of its developers, and nowhere else.
enum SharedData {

  private static let folder =
    Repository.root.deletingLastPathComponent().appending(path: "shared/data")

  /// Whether a data set and the program that unpacks it are here.
  static func has(_ path: String) -> Bool {
    let files = FileManager.default
    return files.fileExists(atPath: folder.appending(path: path).path)
      && files.isExecutableFile(atPath: "/usr/bin/xz")
  }

  /// Returns the lines of a packed file.
  static func lines(of path: String) throws -> [Substring] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/xz")
    process.arguments = ["-dc", folder.appending(path: path).path]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }
}

/// How many of two sets agree.
struct Agreement: CustomStringConvertible {

  let found: Int
  let expected: Int
  let alike: Int

  init<Element: Hashable>(_ found: Set<Element>, _ expected: Set<Element>) {
    self.found = found.count
    self.expected = expected.count
    alike = found.intersection(expected).count
  }

  /// The harmonic mean of precision and recall, in percent.
  var f1: Double { found + expected == 0 ? 0 : 200 * Double(alike) / Double(found + expected) }

  var description: String { "F1 \(f1), \(alike) of \(expected), \(found) found" }
}
