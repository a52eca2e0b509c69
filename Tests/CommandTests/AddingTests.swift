import Foundation
import Testing

/// What adding to an image does to what it holds.
@Suite struct AddingTests {

  private static let text =
    "“The quay is closed,” said Ada Morel, the mayor of Otterburg, when the crews met at noon.\n\n"
    + (1...12).map { "On day \($0) of the strike crew number \($0 * 7) counted \($0 * 11) boats." }
    .joined(separator: "\n\n") + "\n\n“We wait,” said Jon Roe."

  private static func json(_ fields: String, _ text: String = Self.text) -> String {
    "{\(fields), \"text\": \"\(text.replacing("\n", with: "\\n"))\"}\n"
  }

  private func correct(_ folder: Scratch) throws {
    let script = "quotes where speaker = \"Ada Morel\"\n\ncorrect 1 speaker = \"Jon Roe\"\n"
    let run = try Quoth.run(["-c", script, "news"], in: folder)
    #expect(run.status == 0 && run.text.contains("row 1 corrected"))
  }

  @Test func `corrections of a document that another replaces go with it where its quotes do`()
    throws
  {
    let folder = try Scratch()
    // The head of the file moves all places in it.
    try folder.write("Title: Ferry\nDate: 2025-03-04\n\n" + Self.text + "\n", to: "a.txt")
    #expect(try Quoth.run(["build", "a.txt", "-o", "news"], in: folder).status == 0)
    try correct(folder)
    let last = Self.text.unicodeScalars.count - "We wait,” said Jon Roe.".unicodeScalars.count
    try folder.write(
      Self.json(
        #""id": "b", "quotes": [{"start": 1, "end": 19, "speaker": "Ada Morel"}, "#
          + #"{"start": \#(last), "end": \#(last + 7), "speaker": "Jon Roe"}]"#), to: "b.jsonl")
    let added = try Quoth.run(["build", "--append", "b.jsonl", "-o", "news"], in: folder)
    #expect(added.status == 0 && added.errors.isEmpty, "\(added.errors)")
    let answer = try Quoth.run(
      [
        "-c", "quotes where speaker = \"Jon Roe\" | select document, text", "--format", "tsv",
        "news",
      ],
      in: folder)
    #expect(answer.text.contains("The quay is closed"))
    #expect(answer.errors.hasPrefix("1 correction applies (news.corrections)\n"))
    let list = try Quoth.run(["-c", "corrections", "--format", "tsv", "news"], in: folder)
    #expect(list.text.contains("taken back") && list.text.contains("\tapplied"))
  }

  @Test func `corrections of a document that another replaces without its quotes are told`() throws
  {
    let folder = try Scratch()
    try folder.write(Self.text + "\n", to: "a.txt")
    #expect(try Quoth.run(["build", "a.txt", "-o", "news"], in: folder).status == 0)
    try correct(folder)
    try folder.write(Self.json(#""id": "b", "quotes": []"#), to: "b.jsonl")
    let added = try Quoth.run(["build", "--append", "b.jsonl", "-o", "news"], in: folder)
    #expect(
      added.errors
        == "quoth: warning: news.corrections: a correction of 'a.txt' has no such quote in 'b', which "
        + "replaces it; `corrections` lists what was corrected, to be done again\n")
  }

  @Test func `a document of which an added copy tells more is annotated as in one build`() throws {
    let folder = try Scratch()
    try folder.write(Self.json(#""id": "a""#), to: "a.jsonl")
    try folder.write(
      Self.json(
        #""id": "b", "title": "Football: the cup final", "date": "2025-03-04", "tags": ["football"]"#
      ),
      to: "b.jsonl")
    let question = [
      "-c", "documents | select id, title, date, topic, tags", "-c",
      "quotes | select speaker, date, text",
      "-c", "mentions | select text, entity, type", "--format", "tsv",
    ]
    #expect(try Quoth.run(["build", "a.jsonl", "b.jsonl", "-o", "one"], in: folder).status == 0)
    #expect(try Quoth.run(["build", "a.jsonl", "-o", "two"], in: folder).status == 0)
    #expect(try Quoth.run(["build", "--append", "b.jsonl", "-o", "two"], in: folder).status == 0)
    let answers = try ["one", "two"].map { try Quoth.run(question + [$0], in: folder).text }
    #expect(answers[0] == answers[1] && answers[0].contains("2025-03-04"))
    #expect(try Quoth.run(["verify", "two"], in: folder).status == 0)
  }
}
