import Foundation
import Testing

/// Documents that repeat others, from the files to the answers.
@Suite struct DuplicateTests {

  private static let article =
    (1...12).map { number in
      "On day \(number) of the strike the ferry crew number \(number * 7) met at quay \(number * 3) and "
        + "counted \(number * 11) boats."
    }.joined(separator: "\n\n") + "\n\n“We are ready,” said Ada Morel, the mayor of Otterburg."

  private func folder() throws -> Scratch {
    let folder = try Scratch()
    for (name, title, host) in [
      ("a.md", "Crews meet", "post"), ("b.md", "Strike goes on", "wire"),
      ("c.md", "Third", "third"),
    ] {
      try folder.write(
        "---\ntitle: \(title)\ndate: 2025-02-24\nurl: https://\(host).example/a\n---\n\(Self.article)\n",
        to: name)
    }
    try folder.write("The harbour lay still on Sunday.\n", to: "d.txt")
    return folder
  }

  private static let question = ["-c", "documents | select id, copies", "--format", "tsv"]

  @Test func `a copy is left out, and listed with the one that is kept`() throws {
    let folder = try folder()
    let build = try Quoth.run(["build", "a.md", "b.md", "d.txt", "-o", "news"], in: folder)
    #expect(build.lines.last == "news: 3 files read, 1 duplicate")
    let answer = try Quoth.run(Self.question + ["news"], in: folder)
    #expect(answer.text.contains("a.md\thttps://wire.example/a\n"))
    #expect(
      try Quoth.run(Self.question + ["a.md", "b.md", "d.txt"], in: folder).text == answer.text)
    let info = try Quoth.run(["info", "news"], in: folder)
    #expect(info.text.contains("found twice\n  a.md: https://wire.example/a\n"))
  }

  @Test func `a copy of what an image holds is added to its places`() throws {
    let folder = try folder()
    #expect(try Quoth.run(["build", "a.md", "d.txt", "-o", "news"], in: folder).status == 0)
    for name in ["b.md", "c.md", "b.md"] {
      let run = try Quoth.run(["build", "--append", name, "-o", "news"], in: folder)
      #expect(run.status == 0 && run.errors.isEmpty)
    }
    let answer = try Quoth.run(Self.question + ["news"], in: folder)
    #expect(
      answer.text.contains("a.md\thttps://wire.example/a, https://third.example/a\n")
        || answer.text.contains("a.md\thttps://wire.example/a; https://third.example/a\n"))
    #expect(answer.text.contains("d.txt"))
  }

  @Test(arguments: [("keep", "4"), ("drop", "2"), ("link", "2")])
  func `what happens to copies is chosen`(choice: String, count: String) throws {
    let folder = try folder()
    let run = try Quoth.run(
      ["-c", "documents | count", "--format", "tsv", "--duplicates", choice, "."], in: folder)
    #expect(run.text.contains(count))
    let copies = try Quoth.run(
      ["-c", "documents | select copies", "--duplicates", choice, "."], in: folder)
    #expect((copies.status == 0) == (choice == "link"))
  }

  @Test func `a dry run tells of them`() throws {
    let run = try Quoth.run(["build", "--dry-run", "."], in: folder())
    #expect(run.text.contains("would list as copies 2 documents that repeat others"))
    #expect(run.text.contains("https://wire.example/a   repeats a.md  100 % alike"))
  }
}
