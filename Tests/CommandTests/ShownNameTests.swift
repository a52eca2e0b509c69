import Testing

/// What is told of files: names that steer a terminal, and parts that hold no article.
@Suite struct ShownNameTests {

  @Test func `nothing in the name of a file steers the terminal`() throws {
    let folder = try Scratch()
    let name = "a\u{1B}]0;owned\u{7}\u{9B}31m.jsonl"
    try folder.write("{\"text\": \"The ferry sails.\"}\nno object\n", to: "news/\(name)")
    try folder.write("", to: "news/\u{1B}[2Jempty.txt")
    for arguments in [
      ["build", "--dry-run", "news"], ["build", "news", "-o", "n.quoth-corpus"],
      ["-c", "documents", "news"], ["build", "no\u{1B}[1msuch", "-o", "m.quoth-corpus"],
      ["-c", "documents", "no\u{1B}[1msuch"], ["-c", "documents", "news/\u{1B}[2Jempty.txt"],
    ] {
      let run = try Quoth.run(arguments, in: folder)
      let shown = String(decoding: run.output, as: UTF8.self)
      for text in [shown, run.errors] {
        #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{9B}" })
      }
      #expect((shown + run.errors).contains("␛"), "\(arguments)")
    }
  }

  @Test func `a build tells what it passed over`() throws {
    let folder = try Scratch()
    let head = "From: a@b.example\nDate: Mon, 3 Mar 2025 08:00:00 +0100\n"
    try folder.write(head + "\n“It is warm,” said Ida Lund.\n", to: "mail/a.eml")
    try folder.write(
      head + "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nQUJD\n",
      to: "mail/b.eml")
    let run = try Quoth.run(["build", "mail", "-o", "m.quoth-corpus"], in: folder)
    let summary = String(decoding: run.output, as: UTF8.self)
    #expect(summary.contains("2 files read, 1 item passed over (mail without text)"))
    let alone = try Quoth.run(["build", "mail/b.eml", "-o", "b.quoth-corpus"], in: folder)
    #expect(alone.errors.contains("there is no text to read in mail/b.eml; there is only mail"))
  }
}
