import Foundation
import Testing

/// How inputs are named, read and told of beforehand.
@Suite struct ReadingTests {

  private static let table = #"""
    Headline,Day,Wording,Desk
    The harbour closes,2025-03-04,"""We close at noon,"" Marta Vale told reporters.",city
    The bridge opens,2025-03-05,"""It will stand for a century,"" Odile Brand said.",sea

    """#

  @Test func `a dry run tells what would be read, and makes nothing`() throws {
    let folder = try Text.folder()
    try folder.write(Self.table, to: "week.csv")
    try folder.write("?", to: "logo.png")
    try folder.write(Data([0x43, 0x61, 0x66, 0xE9, 0x2E]), to: "note.txt")
    let names = try folder.names
    let run = try Quoth.run(
      ["build", "--dry-run", "--map", "text=Wording,date=Day", "."], in: folder)
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.text == """
        would read 4 files
          text      2 files  2 documents  like ./bridge.txt
          csv        1 file  2 documents  like ./week.csv
          markdown   1 file   1 document  like ./harbour.md

        5 documents
          with a date     3  60 %
          with a title    4  80 %
          with an outlet  1  20 %

        would take their fields so (--map FIELD=NAME changes it)
          markdown  title     → title         like The harbour closes
          markdown  date      → date          like 2025-03-04
          markdown  outlet    → outlet        like The Lamp
          csv       Wording   → text          like "We close at noon," Marta Vale told reporters.
          csv       Headline  → title         like The harbour closes
          csv       Day       → date          like 2025-03-04
          csv       Desk      → kept as Desk  like city

        would skip 1 file
          1  that end in .png

        would repair 1 document
          note.txt  1 Windows-1252 character

        """)
    #expect(try folder.names == names)
  }

  @Test func `a dry run tells which texts are HTML in fields`() throws {
    let folder = try Scratch()
    try folder.write(
      #"""
      {"headline": "Fish &amp; chips", "body": "<p>One.</p><p>Two.</p>"}
      {"headline": "a < b", "body": "No tag at all."}
      """#, to: "api.jsonl")
    let run = try Quoth.run(["build", "--dry-run", "api.jsonl"], in: folder)
    #expect(run.text.contains("jsonl  body      → text or text (HTML)  like One. Two.\n"))
    #expect(run.text.contains("jsonl  headline  → title                like Fish & chips\n"))
  }

  @Test func `a build tells what it read, skipped and repaired`() throws {
    let folder = try Text.folder()
    try folder.write("?", to: "logo.png")
    try folder.write("", to: "empty.txt")
    try folder.write(Data([0x43, 0x61, 0x66, 0xE9, 0x2E]), to: "note.txt")
    let run = try Quoth.run(["build", ".", "-o", "news.img"], in: folder)
    #expect(run.status == 0)
    #expect(run.lines.last == "news.img: 3 files read, 2 skipped, 1 document repaired, 1 warning")
    let strict = try Quoth.run(["build", ".", "-o", "news.img", "--strict"], in: folder)
    #expect(strict.status == 1)
    for command in ["info", "annotate"] {
      #expect(try Quoth.run([command, "--strict", "."], in: folder).status == 1)
      #expect(try Quoth.run([command, "."], in: folder).status == 0)
    }
    #expect(try Quoth.run(["build", "--dry-run", "--strict", "."], in: folder).status == 1)
  }

  @Test(arguments: [
    (
      ["build", "--dry-run", "--reader", "jsonll", "."],
      "there is no reader 'jsonll' (did you mean jsonl?)"
    ),
    (["annotate", "--reader", "?", "."], "; there are text, markdown, "),
    (
      ["-c", "documents", "--map", "titel=Headline", "."],
      "documents have no field 'titel' (did you mean title?)"
    ),
    (["info", "--map", "body=text", "."], "(did you mean text=body?)"),
    (["info", "--map", "title", "."], "--map takes pairs like text=story, not 'title'"),
    (
      ["info", "--map", "title=story,text=story", "."],
      "--map takes 'story' for title and for text; it can be one of them"
    ),
    (["build", "."], "--output"),
  ])
  func `a wish that cannot be fulfilled is wrong usage`(arguments: [String], told: String) throws {
    let run = try Quoth.run(arguments, in: try Text.folder())
    #expect(run.status == 2)
    #expect(run.errors.contains(told), "\(run.errors)")
  }

  @Test func `fields and readers are named wherever inputs are`() throws {
    let folder = try Scratch()
    try folder.write(Self.table, to: "week.dat")
    let choice = ["--reader", "csv", "--map", "text=Wording", "--map", "date=Day", "."]
    let asked = try Quoth.run(
      ["-c", "documents count by date", "--format", "csv"] + choice, in: folder)
    #expect(asked.lines.dropFirst().map { $0.prefix(10) } == ["2025-03-04", "2025-03-05"])
    #expect(try Quoth.run(["annotate"] + choice, in: folder).lines.count == 2)
    #expect(try Quoth.run(["info"] + choice, in: folder).text.contains("documents      2\n"))
    #expect(try Quoth.run(["build", "-o", "news.img"] + choice, in: folder).status == 0)
  }

  @Test func `the standard input is read as a file`() throws {
    let run = try Quoth.run(
      ["-c", "documents", "--format", "csv", "-"],
      input: Self.table.replacing("Wording", with: "Text"))
    #expect(run.status == 0 && run.lines.count == 3 && run.lines[1].hasPrefix("stdin:2,"))
    #expect(try Quoth.run(["-c", "documents count", "-"], input: "").status == 66)
  }
}
