#if os(Linux)
  import Foundation
  import Glibc
  import TestSupport
  import Testing

  /// How much memory an answer takes, beside how long it is.
  ///
  /// The program is looked at while it waits for somebody to read the end of what it writes. What it
  /// maps of the image is not its own.
  @Suite(.serialized) struct ResultMemoryTests {

    /// What the program may take whatever the answer: pieces of output, and what `malloc` keeps.
    private static let allowance = 3 << 20

    /// More than a pipe holds, so that the program still runs when so much is left.
    private static let rest = 1 << 17

    @Test(arguments: [
      ("tokens | kwic 10", "csv"), ("tokens | kwic 10", "json"), ("tokens | kwic 10", "table"),
      ("tokens", "tsv"), ("tokens", "markdown"), ("tokens order by word", "csv"),
      ("tokens count by word, document", "csv"), ("sentences", "html"),
    ])
    func `the peak of a query is within twice its result`(query: String, format: String) throws {
      let image = try Self.image.get()
      let length = try Quoth.run(Self.arguments(query, format, image)).output.count
      #expect(length > 2 * Self.rest)
      let least = try Self.peak("tokens | kwic 10 | limit 3000", "csv", image, behind: 1)
      let most = try Self.peak(query, format, image, behind: length - Self.rest)
      #expect(most - least < 2 * length + Self.allowance, "\(most - least) for \(length)")
    }

    @Test(arguments: ["csv", "tsv", "jsonl", "markdown"])
    func `the first rows are written before others are made`(format: String) throws {
      let image = try Self.image.get()
      let query = "tokens | kwic 10"
      let least = try Self.peak(query + " | limit 3000", format, image, behind: 1)
      let most = try Self.peak(query, format, image, behind: 1)
      #expect(most - least < Self.allowance, "\(most - least)")
    }

    private static func arguments(_ query: String, _ format: String, _ image: Scratch) -> [String] {
      ["--no-corrections", "-c", query, "--format", format, image.path + "/words"]
    }

    /// Returns the most memory that the program took until it had written so many bytes.
    private static func peak(
      _ query: String, _ format: String, _ image: Scratch, behind count: Int
    ) throws -> Int {
      let process = try Quoth.process(arguments(query, format, image))
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      defer {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
      var left = count
      while left > 0, let piece = try output.fileHandleForReading.read(upToCount: left) {
        left -= piece.count
      }
      #expect(left == 0)
      // It goes on until the pipe is full.
      var seen = [-1, try peak(of: process)]
      while seen[seen.count - 2] != seen[seen.count - 1] {
        Thread.sleep(forTimeInterval: 0.05)
        seen.append(try peak(of: process))
      }
      return seen[seen.count - 1]
    }

    private static func peak(of process: Process) throws -> Int {
      let status = try String(
        contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      func size(_ name: String) throws -> Int {
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix(name + ":") })
        return try #require(Int(line.split(whereSeparator: { $0 == " " || $0 == "\t" })[1])) << 10
      }
      return try size("VmHWM") - size("RssFile")
    }

    /// An image of 50,000 words.
    private static let image = Result {
      let folder = try Scratch()
      var random = SeededGenerator(seed: 5)
      var text = ""
      for sentence in 0..<2500 {
        if sentence % 50 == 0 { text += "# newdoc id = paper-\(sentence / 50)\n" }
        for place in 1...20 {
          let word = "word\(Int.random(in: 0..<900, using: &random))"
          text += "\(place)\t\(word)\t\(word)\tNOUN\t_\t_\t_\t_\t_\t_\n"
        }
        text += "\n"
      }
      try folder.write(text, to: "words.conllu")
      let run = try Quoth.run(
        ["build", "words.conllu", "--no-annotation", "--duplicates", "keep", "-o", "words"],
        in: folder)
      #expect(run.status == 0, "\(run.errors)")
      return folder
    }
  }
#endif
