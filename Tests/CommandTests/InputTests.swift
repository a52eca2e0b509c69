import Foundation
import Testing

/// Files that are not as they should be.
@Suite struct InputTests {

  @Test(arguments: [
    ("empty.txt", "", "the file is empty"),
    ("picture.txt", "\u{89}PNG\r\n\u{1A}\n\0\0\0\rIHDR", "not text"),
    ("blob.md", "\0\u{1}\u{2}\u{3}\0\u{1}\u{2}\u{3}\0\u{1}\u{2}\u{3}", "a binary file"),
    ("broken.jsonl", "{\"text\": \"never closed", "the line is not JSON"),
  ])
  func `a bad file gives one message, and the rest of the folder is read`(
    name: String, content: String, told: String
  ) throws {
    let folder = try Text.folder()
    try folder.write(Data(content.unicodeScalars.map { UInt8($0.value) }), to: name)
    let run = try Quoth.run(["-c", "documents count", "."], in: folder)
    #expect(run.status == 0)
    #expect(run.lines == ["2 documents"])
    let messages = run.errors.split(separator: "\n")
    #expect(messages.count == 1)
    #expect(messages[0].hasPrefix("quoth: warning: ./\(name)"))
    #expect(messages[0].contains(told))
  }

  @Test func `a file that cannot be read gives one message`() throws {
    let folder = try Text.folder()
    let loop = folder.url.appending(path: "loop.txt").path
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
    let run = try Quoth.run(["-c", "documents count", "."], in: folder)
    #expect(run.status == 0)
    #expect(run.lines == ["2 documents"])
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.contains("loop.txt: it cannot be read"))
  }

  @Test func `a bad file that is named itself is told, and the others are read`() throws {
    let folder = try Text.folder()
    try folder.write("", to: "empty.txt")
    let run = try Quoth.run(["-c", "documents count", "empty.txt", "bridge.txt"], in: folder)
    #expect(run.lines == ["1 document"])
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(try Quoth.run(["empty.txt"], in: folder).status == 66)
  }

  @Test func `strictness takes a warning for a failure`() throws {
    let folder = try Text.folder()
    try folder.write("", to: "empty.txt")
    let run = try Quoth.run(["-c", "documents count", "--strict", "."], in: folder)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
  }

  @Test(arguments: ["txt", "jsonl"])
  func `a line of ten megabytes does not keep the rest from being read`(ending: String) throws {
    let folder = try Text.folder()
    try folder.write(
      Data(repeating: UInt8(ascii: "="), count: 10 << 20), to: "long.\(ending)")
    let run = try Quoth.run(["-c", "quotes count", "."], in: folder)
    #expect(run.status == 0)
    #expect(run.lines == ["3 quotes"])
    #expect(run.errors.split(separator: "\n").count <= 1)
  }

  @Test func `a folder without texts says what texts are`() throws {
    let folder = try Scratch()
    try folder.write("x", to: "notes.pdf")
    let run = try Quoth.run(["-c", "documents", "."], in: folder)
    #expect(run.status == 66)
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.contains(".txt, "))
  }
}
