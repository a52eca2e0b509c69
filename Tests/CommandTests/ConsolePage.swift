import Foundation

/// A page of Markdown with blocks fenced as `console`, in which lines behind `$ ` are commands and
/// the lines below them what is printed.
///
/// The blocks of a page are one session in one folder. `$ cat FILE` shows a file that is not there
/// yet, which is then written with what stands below.
struct ConsolePage {

  private let lines: [Substring]

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// Returns the page with what is printed today.
  func printed(in folder: Scratch) throws -> String {
    var result: [Substring] = []
    var place = 0
    while place < lines.count {
      result.append(lines[place])
      place += 1
      guard result.last == "```console" else { continue }
      while place < lines.count, lines[place] != "```" {
        let command = lines[place]
        let end = lines[(place + 1)...].firstIndex { $0 == "```" || $0.hasPrefix("$ ") }
        let shown = lines[(place + 1)..<(end ?? lines.count)]
        result.append(command)
        result += try output(of: String(command.dropFirst(2)), shown, in: folder)
        place = end ?? lines.count
      }
    }
    return result.joined(separator: "\n")
  }

  private func output(
    of command: String, _ shown: ArraySlice<Substring>, in folder: Scratch
  ) throws -> [Substring] {
    if command.hasPrefix("cat "), !command.contains("|"), !shown.isEmpty {
      let name = String(command.dropFirst(4))
      if !FileManager.default.fileExists(atPath: folder.url.appending(path: name).path) {
        try folder.write(shown.joined(separator: "\n") + "\n", to: name)
        return Array(shown)
      }
    }
    let text = try printed(by: command, in: folder)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  /// Runs a command in a shell that finds the program.
  private func printed(by command: String, in folder: Scratch) throws -> String {
    let own = try Scratch()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "{ \(command); } 2>&1"]
    process.environment = [
      "PATH": try Quoth.path.deletingLastPathComponent().path + ":/usr/local/bin:/usr/bin:/bin",
      "HOME": own.path,
    ]
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: own.write("", to: "out"))
    try process.run()
    process.waitUntilExit()
    return try own.text("out")
  }
}
