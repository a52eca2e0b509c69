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
      [
        "-c", "documents where copies is not missing | select id", "--format", "tsv",
        "--duplicates", choice, ".",
      ], in: folder)
    #expect(copies.status == 0 && copies.text.contains("a.md") == (choice == "link"))
  }

  @Test func `where nothing was found twice nothing has copies`() throws {
    let folder = try folder()
    for query in ["where copies is not missing", "where copies = x"] {
      let run = try Quoth.run(["-c", "documents \(query) | count", "d.txt"], in: folder)
      #expect(run.status == 0)
    }
    let export = try Quoth.run(["export", "d.txt", "--format", "csv"], in: folder)
    #expect(!export.text.contains("copies"))
  }

  /// A bare text of which much is told, and its words and quotes of which nothing is.
  private func toldAndGiven() throws -> Scratch {
    let folder = try Scratch()
    try folder.write(
      "---\ntitle: Crews meet\ndate: 2025-02-24\noutlet: Post\ntags: [ferry]\ndesk: Sea\n---\n"
        + Self.article + "\n", to: "told/a.md")
    let text = Self.article.replacing("\n", with: "\\n")
    let quotes = #"[{"start": 0, "end": 20, "speaker": "Jon Roe"}]"#
    try folder.write(
      #"{"id": "b", "text": "\#(text)", "quotes": \#(quotes)}"# + "\n", to: "given/b.jsonl")
    return folder
  }

  @Test(arguments: [["told", "given"], ["given", "told"]], [[], ["--no-annotation"]])
  func `what only one copy tells is kept in images, too`(
    inputs: [String], options: [String]
  ) throws {
    let folder = try toldAndGiven()
    let question = [
      "-c", "documents | select title, date, outlet, tags, desk", "--format", "tsv",
    ]
    let answer = "title\tdate\toutlet\ttags\tdesk\nCrews meet\t2025-02-24\tPost\tferry\tSea\n"
    #expect(try Quoth.run(question + inputs, in: folder).text == answer)
    #expect(try Quoth.run(["build"] + options + inputs + ["-o", "one"], in: folder).status == 0)
    #expect(try Quoth.run(question + ["one"], in: folder).text == answer)
    #expect(try Quoth.run(["build"] + options + [inputs[0], "-o", "two"], in: folder).status == 0)
    for _ in 0..<2 {
      let added = try Quoth.run(
        ["build", "--append"] + options + [inputs[1], "-o", "two"], in: folder)
      #expect(added.status == 0)
    }
    #expect(try Quoth.run(question + ["two"], in: folder).text == answer)
    #expect(try Quoth.run(["verify", "two"], in: folder).status == 0)
    let dry = try Quoth.run(["build", "--dry-run"] + inputs, in: folder)
    #expect(dry.text.contains("with a date     1  100 %") && dry.text.contains("\n1 document\n"))
    if options.isEmpty {
      let speakers = Self.speakers + ["two"]
      #expect(
        try Quoth.run(speakers, in: folder).text == "document\tspeaker\nCrews meet\tJon Roe\n")
    }
  }

  /// A text whose head tells of it, the same as a page, and its body with a quote as CoNLL-U.
  private func headsAndWords() throws -> Scratch {
    let folder = try Scratch()
    try folder.write(
      "Crews of the ferry meet again\n\nBy Ida Lund, The Harbour Post\n3 March 2025\n\n"
        + Self.article + "\n", to: "text/f.txt")
    let paragraphs = Self.article.replacing("\n\n", with: "</p>\n<p>")
    try folder.write(
      """
      <html><head><title>Crews of the ferry meet again</title>
      <link rel="canonical" href="https://post.example/f">
      <meta property="og:site_name" content="The Harbour Post"><meta name="author" content="Ida Lund">
      <meta property="article:published_time" content="2025-03-03"></head><body><article>
      <h1>Crews of the ferry meet again</h1><p>\(paragraphs)</p></article></body></html>

      """, to: "page/f.html")
    try folder.write(Self.article + "\n", to: "bare.txt")
    let export = try Quoth.run(
      ["export", "bare.txt", "--format", "conllu", "-o", "bare.conllu"], in: folder)
    #expect(export.status == 0)
    let words = try String(contentsOf: folder.url.appending(path: "bare.conllu"), encoding: .utf8)
    try folder.write(words.replacing("bare.txt", with: "g"), to: "words/g.conllu")
    return folder
  }

  @Test(arguments: ["text", "page"], [false, true])
  func `what the head of a copy tells is kept`(source: String, isLast: Bool) throws {
    let folder = try headsAndWords()
    let inputs = isLast ? ["words", source] : [source, "words"]
    let question = [
      "-c", "documents | select id, title, date, outlet, author, url, copies", "--format", "tsv",
    ]
    let isPage = source == "page"
    let answer =
      "id\ttitle\tdate\toutlet\tauthor\turl\tcopies\ng\tCrews of the ferry meet again\t2025-03-03\t"
      + "The Harbour Post\tIda Lund\t"
      + (isPage ? "https://post.example/f\tpage/f.html\n" : "\ttext/f.txt\n")
    #expect(try Quoth.run(question + inputs, in: folder).text == answer)
    #expect(try Quoth.run(["build"] + inputs + ["-o", "one"], in: folder).status == 0)
    #expect(try Quoth.run(question + ["one"], in: folder).text == answer)
    #expect(try Quoth.run(["build", inputs[0], "-o", "two"], in: folder).status == 0)
    for input in [inputs[1], inputs[1], inputs[0]] {
      let dry = try Quoth.run(
        ["build", "--dry-run", "--append", input, "-o", "two"], in: folder)
      #expect(dry.status == 0)
      let added = try Quoth.run(["build", "--append", input, "-o", "two"], in: folder)
      #expect(added.status == 0 && added.errors.isEmpty)
      #expect(try Quoth.run(question + ["two"], in: folder).text == answer)
    }
    #expect(try Quoth.run(["verify", "two"], in: folder).status == 0)
  }

  @Test func `a dry run counts what the heads of texts tell`() throws {
    let folder = try headsAndWords()
    for inputs in [["text"], ["text", "words"], ["words", "text"]] {
      let dry = try Quoth.run(["build", "--dry-run"] + inputs, in: folder)
      for field in ["a date     1", "a title    1", "an outlet  1"] {
        #expect(dry.text.contains("with \(field)  100 %"), "\(inputs)")
      }
    }
  }

  @Test func `a copy with another headline has no better title`() throws {
    let folder = try headsAndWords()
    try folder.write("Strike goes on at the quays\n\n" + Self.article + "\n", to: "text/g.txt")
    for inputs in [["text/f.txt", "text/g.txt"], ["text/g.txt", "text/f.txt"]] {
      let run = try Quoth.run(
        ["-c", "documents | select title, author", "--format", "tsv"] + inputs, in: folder)
      let title =
        inputs[0] == "text/f.txt" ? "Crews of the ferry meet again" : "Strike goes on at the quays"
      #expect(run.text == "title\tauthor\n\(title)\tIda Lund\n")
    }
  }

  @Test func `a short text and its own export are one document`() throws {
    let folder = try Scratch()
    try folder.write(
      "“The harbour opens on Monday,” said Ada Morel, the mayor of Otterburg.\n\nNobody\nlaughed.\n",
      to: "in/a.txt")
    for (format, name) in [
      ("csv", "e.csv"), ("vrt", "e.vrt"), ("conllu", "e.conllu"), ("webannotation", "e.jsonld"),
    ] {
      let export = try Quoth.run(
        ["export", "in", "--format", format, "-o", "\(format)-\(name)"], in: folder)
      #expect(export.status == 0)
      let inputs = ["in", "\(format)-\(name)"]
      for order in [inputs, inputs.reversed()] {
        let run = try Quoth.run(
          ["-c", "documents | select id", "--format", "tsv"] + order, in: folder)
        #expect(run.text == "id\na.txt\n", "\(order)")
        #expect(try Quoth.run(["build", order[0], "-o", "image"], in: folder).status == 0)
        let added = try Quoth.run(["build", "--append", order[1], "-o", "image"], in: folder)
        #expect(added.lines.first?.hasPrefix("image: 1 document, ") == true, "\(order)")
      }
    }
  }

  @Test func `an annotation is read with its text, and what is empty counts as skipped`() throws {
    let folder = try Scratch()
    try folder.write("“The quay is closed,” said Ada Morel.", to: "b/a.txt")
    try folder.write("T1\tQuote 1 19\tThe quay is closed\n", to: "b/a.ann")
    let named = try Quoth.run(
      ["-c", "quotes | count", "--format", "tsv", "b/a.ann", "b/a.txt"], in: folder)
    #expect(named.text.contains("1") && named.errors.isEmpty)
    let dry = try Quoth.run(["build", "--dry-run", "b"], in: folder)
    #expect(dry.text.hasPrefix("would read 2 files\n") && !dry.text.contains("would skip"))
    try folder.write("", to: "b/c.txt")
    try folder.write("\u{0}\u{1}\u{2}\u{0}\u{0}", to: "b/d.txt")
    let build = try Quoth.run(["build", "b", "-o", "image"], in: folder)
    #expect(build.lines.last?.contains("2 files read, 2 skipped") == true, "\(build.lines)")
  }

  @Test func `a dry run tells of them`() throws {
    let run = try Quoth.run(["build", "--dry-run", "."], in: folder())
    #expect(run.text.contains("would list as copies 2 documents that repeat others"))
    #expect(run.text.contains("./b.md  https://wire.example/a   repeats a.md  100 % alike"))
    #expect(run.text.contains("  ./a.md is kept"))
  }

  /// An article, and the same with a quote and names that nobody finds by themselves.
  private func companions() throws -> Scratch {
    let folder = try Scratch()
    try folder.write(Self.article + "\n", to: "news/a.txt")
    let text = Self.article.replacing("\n", with: "\\n")
    let quotes = #"[{"start": 0, "end": 20, "speaker": "Jon Roe"}]"#
    try folder.write(
      #"{"id": "b", "text": "\#(text)", "quotes": \#(quotes)}"# + "\n", to: "more/b.jsonl")
    return folder
  }

  private static let speakers = ["-c", "quotes | select document, speaker", "--format", "tsv"]

  @Test func `an annotated copy takes the place of the bare text, whichever comes first`() throws {
    let folder = try companions()
    let answer = "document\tspeaker\nb\tJon Roe\n"
    for inputs in [["news", "more"], ["more", "news"]] {
      let build = try Quoth.run(["build"] + inputs + ["-o", "image"], in: folder)
      #expect(build.lines.last == "image: 2 files read, 1 duplicate" && build.errors.isEmpty)
      #expect(build.lines.first?.hasPrefix("image: 1 document, ") == true)
      #expect(try Quoth.run(Self.speakers + ["image"], in: folder).text == answer)
      #expect(try Quoth.run(Self.speakers + inputs, in: folder).text == answer)
      let copies = try Quoth.run(Self.question + ["image"], in: folder).text
      #expect(copies == "id\tcopies\nb\tnews/a.txt\n")
      let dry = try Quoth.run(["build", "--dry-run"] + inputs, in: folder)
      #expect(dry.text.contains("\n1 document\n") && dry.errors.isEmpty)
      #expect(dry.text.contains("news/a.txt  repeats b  100 % alike"))
    }
  }

  @Test func `an annotated copy that is added takes the place of the bare text`() throws {
    let folder = try companions()
    #expect(try Quoth.run(["build", "news", "-o", "image"], in: folder).status == 0)
    let dry = try Quoth.run(["build", "--dry-run", "--append", "more", "-o", "image"], in: folder)
    #expect(dry.text.contains("repeats b  100 % alike"))
    for _ in 0..<2 {
      let run = try Quoth.run(["build", "--append", "more", "-o", "image"], in: folder)
      #expect(run.lines.first?.hasPrefix("image: 1 document, ") == true && run.errors.isEmpty)
      #expect(
        try Quoth.run(Self.speakers + ["image"], in: folder).text
          == "document\tspeaker\nb\tJon Roe\n")
    }
    #expect(try Quoth.run(["build", "--append", "news", "-o", "image"], in: folder).status == 0)
    #expect(
      try Quoth.run(Self.speakers + ["image"], in: folder).text
        == "document\tspeaker\nb\tJon Roe\n")
    #expect(try Quoth.run(["verify", "image"], in: folder).status == 0)
  }

  @Test func `a field that is called like an attribute of ours has its own`() throws {
    let folder = try Scratch()
    try folder.write(
      #"{"text": "One flag.", "copies": "120", "words": "few", "my col": "x"}"# + "\n",
      to: "a.jsonl")
    let run = try Quoth.run(
      ["-c", "documents | select words, _words, _copies, my_col", "--format", "tsv", "a.jsonl"],
      in: folder)
    #expect(run.text == "words\t_words\t_copies\tmy_col\n2\tfew\t120\tx\n")
    let dry = try Quoth.run(["build", "--dry-run", "a.jsonl"], in: folder)
    for name in ["_words", "_copies", "my_col"] {
      #expect(dry.text.contains("→ kept as \(name) "))
    }
  }
}
