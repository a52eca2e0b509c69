import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// What is told of a text by several files that hold it.
@Suite struct MergedCopyTests {

  private static let sentences = (1...9).map {
    "On day \($0) of the strike the ferry crew met at quay \($0 * 3) and counted boats."
  }
  private static let text = sentences.joined(separator: " ")

  /// The words of the text in the lines of CoNLL-U, without any blank that is not there.
  private static func treebank(_ comments: String) -> String {
    let lines = sentences.map { sentence in
      sentence.dropLast().split(separator: " ").enumerated().map { index, word in
        let isLast = index == sentence.split(separator: " ").count - 1
        return
          "\(index + 1)\t\(word)\tX\(word)\tNOUN\t_\t_\t_\t_\t_\t\(isLast ? "SpaceAfter=No" : "_")"
      }.joined(separator: "\n") + "\n99\t.\t.\tPUNCT\t_\t_\t_\t_\t_\t_"
    }
    return "\(comments)\n" + lines.joined(separator: "\n\n") + "\n\n"
  }

  private func read(
    _ files: [(name: String, content: String)]
  ) throws -> (documents: [SourceDocument], report: IngestionReport, folder: String) {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.name, file.content) }
    let (documents, report) = Ingestor.read([folder.path])
    return (documents, report, folder.path)
  }

  @Test(arguments: ["a", "z"])
  func `the annotated copy has what only the bare one tells`(bareName: String) throws {
    let bare =
      "---\ntitle: Crews meet\ndate: 2025-02-24\noutlet: Post\nauthor: Ada Lund\ntags: [ferry]\n"
      + "url: https://post.example/a\ndesk: Sea\n---\n\(Self.text)\n"
    let (documents, report, folder) = try read([
      ("\(bareName).md", bare), ("m.conllu", Self.treebank("# newdoc id = m")),
    ])
    let known = try #require(documents.first).metadata
    #expect(documents.count == 1 && known.id == "m")
    #expect(known.title == "Crews meet" && known.date == CalendarDay(year: 2025, month: 2, day: 24))
    #expect(known.outlet == "Post" && known.authors == ["Ada Lund"] && known.tags == ["ferry"])
    #expect(known.url == "https://post.example/a")
    #expect(known.other.contains { $0.key == "desk" && $0.value == "Sea" })
    // The address is its own now, so the other place is the file.
    #expect(report.copies == ["m": ["\(folder)/\(bareName).md"]])
  }

  @Test func `what is known stays, and tags of both are kept`() throws {
    let line = #""text": "\#(Self.text)""#
    let (documents, _, _) = try read([
      (
        "a.jsonl",
        """
        {"title": "One", "date": "2025-02-24", "tags": ["ferry"], \(line)}
        {"title": "Two", "date": "2025-02-25", "tags": ["Ferry", "strike"], "author": "Bo Lind", \(line)}

        """
      )
    ])
    let known = try #require(documents.first).metadata
    #expect(documents.count == 1 && known.title == "One" && known.date?.day == 24)
    #expect(known.tags == ["ferry", "strike"] && known.authors == ["Bo Lind"])
  }

  @Test func `a paper that prints a text is not where it was found first`() throws {
    let line = #""text": "\#(Self.text)""#
    let (documents, _, _) = try read([
      (
        "a.jsonl",
        """
        {"outlet": "Wire", \(line)}
        {"outlet": "Post", "url": "https://post.example/a", "section": "Sea", "title": "T", \(line)}

        """
      )
    ])
    let known = try #require(documents.first).metadata
    #expect(documents.count == 1 && known.outlet == "Wire" && known.title == "T")
    #expect(known.url == nil && known.section == nil)
  }

  @Test(arguments: 1...60)
  func `whichever is met first, the answers are the same`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let fields = [
      "\"title\": \"Crews meet\"", "\"date\": \"2025-02-24\"", "\"outlet\": \"Post\"",
      "\"url\": \"https://post.example/a\"", "\"author\": \"Ada Lund\"", "\"section\": \"Sea\"",
      "\"desk\": \"Night\"", "\"tags\": [\"ferry\", \"strike\"]", "\"language\": \"en\"",
    ]
    let quotes = #""quotes": [{"start": 0, "end": 20, "speaker": "Jon Roe"}]"#
    let names = #""mentions": [{"start": 7, "end": 8, "type": "person"}]"#
    var lines = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      fields.filter { _ in Bool.random(using: &random) }
    }
    if Bool.random(using: &random) { lines.append([quotes]) }
    if Bool.random(using: &random) { lines.append([names, fields[1]]) }
    let hasWords = Bool.random(using: &random)
    var answers: Set<[String]> = []
    for _ in 0..<4 {
      lines.shuffle(using: &random)
      // One document a file, in the order of their names.
      var files = lines.enumerated().map { index, line in
        let own = (line + ["\"text\": \"\(Self.text)\""]).joined(separator: ", ")
        return (name: "m\(index).json", content: "{\(own)}")
      }
      if hasWords {
        let name = Bool.random(using: &random) ? "a.conllu" : "z.conllu"
        files.append((name, Self.treebank("# newdoc")))
      }
      let (documents, report, _) = try read(files)
      #expect(documents.count == 1 && report.documentCount == 1)
      let document = try #require(documents.first)
      let (known, given) = (document.metadata, document.given)
      let told: [String?] = [
        known.title, known.date?.written, known.outlet, known.url, known.section, known.language,
        known.authors.joined(), known.tags.sorted().joined(), given?.tokens.count.description,
        given?.quotes?.first?.speaker, given?.mentions?.count.description,
      ]
      let other = known.other.filter { !["quotes", "mentions"].contains($0.key) }
      answers.insert(told.map { $0 ?? "none" } + other.map { "\($0.key)=\($0.value)" })
      #expect(report.warnings.isEmpty, "\(report.warnings)")
      if hasWords { #expect(given?.isLemmatized == true) }
    }
    #expect(answers.count == 1, "\(answers)")
  }

  @Test func `layers of one text go together, and those of a text set otherwise are told`() throws {
    let quotes = #""quotes": [{"start": 0, "end": 20, "speaker": "Jon Roe"}]"#
    for gap in [" ", "  "] {
      let text = Self.text.replacing(" ", with: gap)
      let (documents, report, _) = try read([
        ("a.conllu", Self.treebank("# newdoc id = a")),
        ("b.json", "{\"id\": \"b\", \"text\": \"\(text)\", \(quotes)}"),
      ])
      #expect(documents.map(\.metadata.id) == ["b"])
      let isSame = gap == " "
      #expect(GivenKinds(documents.first?.given) == (isSame ? [.words, .quotes] : .quotes))
      #expect(report.warnings.isEmpty == isSame)
    }
  }

  @Test func `annotations of two kinds in one folder are one document`() throws {
    let (documents, report, folder) = try read([
      ("a.txt", "“The quay is closed,” said Ada Morel."),
      (
        "a.ann",
        "T1\tQuote 1 19\tThe quay is closed\nT2\tSpeaker 27 36\tAda Morel\nR1\tSaid Arg1:T1 Arg2:T2\n"
      ),
      (
        "a.jsonld",
        #"{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "#
          + #""body": {"type": "schema:Quotation", "schema:spokenByCharacter": "Ada Morel"}, "#
          + #""target": {"source": "a.txt", "selector": {"type": "TextPositionSelector", "#
          + #""start": 1, "end": 19}}}"#
      ),
    ])
    #expect(documents.count == 1 && documents.first?.given?.quotes?.count == 1)
    // Both are read with the text, and none is a copy of it.
    #expect(report.copies.isEmpty && report.companions == ["brat": 1, "webannotation": 1])
    // As a shell hands them over.
    let named = Ingestor.read(["a.ann", "a.txt"].map { "\(folder)/\($0)" })
    #expect(named.documents.count == 0 || named.documents.count == 1)
  }

  @Test(
    arguments: [
      ("The ferry is back\n\n", "X", "The ferry is back", [], nil),
      (
        "Ferry is back\nBy Ida Lund\n3 March 2025\n\n", "A", "Ferry is back", ["Ida Lund"],
        "2025-03-03"
      ),
      ("", "A", "A", ["Ben Ashe"], "2025-04-04"),
    ] as [(String, String, String, [String], String?)])
  func `what the first lines tell of the kept text stays`(
    head: String, other: String, title: String, authors: [String], date: String?
  ) throws {
    let cells = head.contains("\nBy") || head.isEmpty ? "Ben Ashe,2025-04-04" : ","
    let (documents, report, _) = try read([
      ("a.txt", "\(head)\(Self.text)\n"),
      (
        "c.csv",
        "title,author,date,url,text\n\(other),\(cells),https://x.example/1,\"\(Self.text)\"\n"
      ),
    ])
    let document = try #require(documents.first)
    #expect(documents.count == 1 && report.duplicates.count == 1)
    let known = document.metadataWithHead
    #expect(known.title == title && known.authors == authors && known.date?.written == date)
    #expect(known.url == "https://x.example/1")
  }
}
