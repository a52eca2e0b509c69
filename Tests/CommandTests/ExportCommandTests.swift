import Foundation
import Testing

/// `quoth export`.
@Suite struct ExportCommandTests {

  /// What the program answers to a query, line by line.
  private func answers(_ inputs: [String], in folder: Scratch) throws -> [String] {
    let query =
      """
      quotes | select speaker, addressee, kind, cue, speech, topic, confidence, text, \
      document.title, document.date, document.outlet | order by text
      """
    let run = try Quoth.run(
      ["-c", query, "--format", "tsv"] + inputs, in: folder)
    try #require(run.status == 0, "\(run.errors)")
    return run.lines
  }

  private func news() throws -> Scratch {
    let folder = try Scratch()
    try folder.write(Text.bridge, to: "news/bridge.txt")
    try folder.write(Text.harbour, to: "news/harbour.md")
    return folder
  }

  @Test(arguments: ["jsonl", "conllu", "vrt", "tei", "webannotation"])
  func `what is written gives the same answers`(format: String) throws {
    let folder = try news()
    let ending = ["tei": "xml", "webannotation": "jsonld"][format] ?? format
    let run = try Quoth.run(
      ["export", "news", "--format", format, "-o", "out.\(ending)"], in: folder)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty, "\(run.errors)")
    let original = try answers(["news"], in: folder)
    #expect(original.count > 2)
    #expect(try answers(["out.\(ending)"], in: folder) == original)
  }

  @Test(arguments: ["jsonl", "csv", "conllu", "vrt", "tei", "webannotation"])
  func `where else a text was found comes back`(format: String) throws {
    let folder = try Scratch()
    let text = String(repeating: "The harbour board met and the ferry stayed in port. ", count: 6)
    let lines = (1...3).map { "{\"url\": \"https://paper\($0).example/\", \"text\": \"\(text)\"}" }
    try folder.write(lines.joined(separator: "\n"), to: "news.jsonl")
    let ending = ["tei": "xml", "webannotation": "jsonld"][format] ?? format
    let run = try Quoth.run(
      ["export", "news.jsonl", "--format", format, "-o", "out.\(ending)"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let question = ["--format", "tsv", "-c", "documents | select url, copies"]
    let answer = try Quoth.run(question + ["news.jsonl"], in: folder)
    #expect(answer.text.contains("https://paper2.example/; https://paper3.example/"))
    #expect(try Quoth.run(question + ["out.\(ending)"], in: folder).output == answer.output)
  }

  @Test(arguments: ["out.tei", "out.webannotation", "./out.json", "out", ".out"])
  func `the ending of the file tells the form`(name: String) throws {
    let folder = try news()
    let run = try Quoth.run(["export", "news", "-o", name], in: folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let question = ["-c", "documents | count"]
    let reader = ["tei": "tei", "webannotation": "webannotation"][name.dropFirst(4)] ?? "jsonl"
    #expect(
      try Quoth.run(["--reader", reader, name] + question, in: folder).text == "2 documents\n")
  }

  @Test(arguments: ["news/bridge.txt", "./news/bridge.txt", "old.quoth-corpus"])
  func `what is read, and an image, is not written over`(name: String) throws {
    let folder = try news()
    try #require(Quoth.run(["build", "news", "-o", "old.quoth-corpus"], in: folder).status == 0)
    let before = try Data(contentsOf: folder.url.appending(path: name))
    let run = try Quoth.run(
      ["export", "news/bridge.txt", "--format", "jsonl", "-o", name], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("name another file"), "\(run.errors)")
    #expect(try Data(contentsOf: folder.url.appending(path: name)) == before)
  }

  @Test(arguments: ["out.html", "out.jsonl.gz"])
  func `an ending that tells no form is refused`(name: String) throws {
    let folder = try news()
    let run = try Quoth.run(["export", "news", "-o", name], in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("say which with --format"), "\(run.errors)")
  }

  @Test func `a table tells what it has no room for`() throws {
    let folder = try news()
    let given =
      #"{"text": "“It sails,” she said.", "quotes": [{"start": 1, "end": 10, "speaker": "Ada"}]}"#
    try folder.write(given + "\n", to: "given.jsonl")
    let table = try Quoth.run(["export", "given.jsonl", "-o", "out.csv"], in: folder)
    #expect(table.status == 0)
    #expect(
      table.errors
        == "quoth: warning: given.jsonl: csv has no room for the quotes that 1 document "
        + "came with; write them with --format jsonl\n")
    let strict = try Quoth.run(
      ["export", "given.jsonl", "--format", "csv", "--strict"], in: folder)
    #expect(strict.status == 1 && strict.text.contains("It sails"))
    for (input, form) in [("given.jsonl", "out.jsonl"), ("news", "out.csv")] {
      let other = try Quoth.run(["export", input, "-o", form], in: folder)
      #expect(other.status == 0 && other.errors.isEmpty, "\(other.errors)")
    }
    let rows = try Quoth.run(
      ["export", "given.jsonl", "--what", "quotes", "-o", "out.csv"], in: folder)
    #expect(rows.errors.isEmpty)
  }

  @Test func `an image is written as the texts that it was made of`() throws {
    let folder = try news()
    #expect(try Quoth.run(["build", "news", "-o", "news.quoth-corpus"], in: folder).status == 0)
    let texts = try Quoth.run(["export", "news"], in: folder)
    let image = try Quoth.run(["export", "news.quoth-corpus"], in: folder)
    #expect(texts.status == 0 && image.status == 0)
    #expect(texts.output == image.output)
  }

  @Test func `rows of each sort are lines of csv and of JSON`() throws {
    let folder = try news()
    for content in ["documents", "quotes", "mentions", "tokens"] {
      let csv = try Quoth.run(
        ["export", "news", "--what", content, "-o", "\(content).csv"], in: folder)
      #expect(csv.status == 0, "\(csv.errors)")
      let header = try folder.text("\(content).csv").prefix { $0 != "\n" }
      #expect(header.contains(content == "documents" ? "title" : "document"))
      let lines = try Quoth.run(["export", "news", "--what", content], in: folder).lines
      #expect(lines.count > 1)
      for line in lines {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(object?.isEmpty == false)
      }
    }
  }

  @Test(arguments: ["q.jsonl", "q.csv"])
  func `rows of quotes give the same answers`(name: String) throws {
    let folder = try news()
    let run = try Quoth.run(["export", "news", "--what", "quotes", "-o", name], in: folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let original = try answers(["news"], in: folder)
    #expect(original.count > 2)
    #expect(try answers([name], in: folder) == original)
  }

  @Test func `a table of documents has the same texts and metadata`() throws {
    let folder = try news()
    #expect(try Quoth.run(["export", "news", "-o", "out.csv"], in: folder).status == 0)
    let query = "documents | select id, title, date, outlet, author, section, tags, url, words"
    let answers = try [["news"], ["out.csv"]].map { inputs in
      try Quoth.run(["-c", query, "--format", "tsv"] + inputs, in: folder).lines
    }
    #expect(answers[0].count > 2)
    #expect(answers[1] == answers[0])
    #expect(try self.answers(["out.csv"], in: folder) == self.answers(["news"], in: folder))
  }

  @Test func `corrections are part of what is written`() throws {
    let folder = try news()
    let correction =
      "quotes where speaker = \"Marta Vale\"\n\ncorrect 1 speaker = \"Odile Brand\"\n"
    let corrected = try Quoth.run(["news"], input: correction, in: folder)
    try #require(corrected.status == 0, "\(corrected.errors)")
    let run = try Quoth.run(["export", "news", "--what", "quotes"], in: folder)
    let first = try #require(run.lines.first)
    #expect(first.contains("\"speaker\": \"Odile Brand\""))
    #expect(first.contains("speaker: Odile Brand, corrected by hand"))
    let bare = try Quoth.run(
      ["export", "news", "--what", "quotes", "--no-corrections"], in: folder)
    #expect(bare.lines.first?.contains("\"speaker\": \"Marta Vale\"") == true)
  }

  @Test func `what cannot be is told`() throws {
    let folder = try news()
    let rows = try Quoth.run(
      ["export", "news", "--what", "quotes", "--format", "tei"], in: folder)
    #expect(rows.status == 2)
    #expect(rows.errors.contains("--what quotes goes with --format jsonl or csv"))
    #expect(try Quoth.run(["export", "nowhere"], in: folder).status == 66)
    let unwritable = try Quoth.run(["export", "news", "-o", "no/such/out.jsonl"], in: folder)
    #expect(unwritable.status == 1)
    #expect(unwritable.errors.contains("no/such/out.jsonl: it cannot be written"))
  }

  @Test func `pairs are saved as a network`() throws {
    let folder = try Scratch()
    let run = try Quoth.run(
      ["-c", "documents | pairs of speakers per document | save \"net.gexf\""], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.text("net.gexf").contains("<edge id=\"0\" source="))
    let edges = try Quoth.run(
      ["-c", "documents | pairs of speakers per document | save \"net.edges.csv\""], in: folder)
    #expect(edges.status == 0)
    #expect(try folder.text("net.edges.csv").hasPrefix("Source,Target,Type,Weight\n"))
  }
}
