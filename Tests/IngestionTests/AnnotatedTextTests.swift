import Annotation
import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// Formats of texts that are annotated already.
@Suite struct AnnotatedTextTests {

  private func annotated(_ documents: [SourceDocument]) -> [AnnotatedDocument] {
    let pipeline = AnnotationPipeline.standard()
    return Ingestor.annotate(documents) { pipeline.annotate(text: $0, metadata: $1) }
  }

  private func quotes(_ document: AnnotatedDocument) -> [String] {
    document.quotes.map { quote in
      let name = quote.speaker.map { document.entities[Int($0)].name } ?? "nobody"
      let content = quote.content.map { document.text.string($0) }.joined(separator: " … ")
      return "\(name): \(content)"
    }
  }

  /// Runs `body` in a folder with files.
  private func withFolder<Value>(
    _ files: [String: String], _ body: (String) throws -> Value
  ) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "quoth-annotated-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return try body(folder.path)
  }

  @Test func `the same quotes come of each format`() throws {
    var options = ReadingOptions()
    options.duplicates = .keep
    let (documents, report) = try withFolder(AnnotatedSample.files) {
      Ingestor.read([$0], options: options)
    }
    #expect(report.warnings.isEmpty, "\(report.warnings)")
    #expect(report.errors.isEmpty)
    #expect(documents.count == AnnotatedSample.files.count - 1)
    let expected = [AnnotatedSample.first, AnnotatedSample.second].map { "Ada Morel: \($0)" }
    for document in annotated(documents) {
      #expect(quotes(document) == expected, "\(document.metadata.id)")
      #expect(!document.tokens.isEmpty && !document.sentences.isEmpty)
      for quote in document.quotes {
        #expect(quote.reasons.contains { $0.contains("given by the source") })
      }
    }
  }

  @Test func `words, tags, names and speakers of CoreNLP are taken`() throws {
    let file = try #require(AnnotatedSample.files["core.json"])
    let source = try #require(
      Ingestor.read(name: "core.json", bytes: Array(file.utf8)).documents.first)
    #expect(String(decoding: source.text.bytes, as: UTF8.self) == AnnotatedSample.text)
    let given = try #require(source.given)
    #expect(given.sentences.count == 3 && given.blocks.count == 2)
    #expect(given.mentions?.map { source.text.string($0.range) } == ["Ada Morel", "Morel"])
    let document = try #require(annotated([source]).first)
    #expect(document.tokens.allSatisfy { $0.partOfSpeech == .noun })
    #expect(document.metadata.id == "core")
    #expect(
      document.quotes[0].reasons.last
        == "speaker: Ada Morel, given by the source, “canonicalSpeaker”")
  }

  @Test func `probabilities and numbers of Quotebank are taken`() throws {
    let file = try #require(AnnotatedSample.files["bank.jsonl"])
    let source = Ingestor.read(name: "bank.jsonl", bytes: Array(file.utf8)).documents
    let document = try #require(annotated(source).first)
    #expect(document.quotes.map(\.confidence) == [0.83, 0.83])
    #expect(document.metadata.title == "The bridge")
    #expect(document.metadata.date?.written == "2025-03-04")
    #expect(document.entities.contains { $0.aliases.contains("Q1") })
    let line = """
      {"quoteID": "2020-01-16-1", "quotation": "We go on.", "speaker": "None", "qids": [], \
      "date": "2020-01-16 12:00:13", "numOccurrences": 2, "phase": "E", \
      "probas": [["None", "0.9"], ["Ada Morel", "0.1"]], \
      "urls": ["http://example.com/a", "http://example.org/b"]}
      """
    let reading = Ingestor.read(name: "quotes.jsonl", bytes: Array((line + "\n").utf8))
    let lone = try #require(annotated(reading.documents).first)
    #expect(quotes(lone) == ["nobody: We go on."])
    #expect(lone.quotes.map(\.confidence) == [0.9])
    #expect(lone.metadata.id == "2020-01-16-1")
    #expect(lone.metadata.url == "http://example.com/a")
    #expect(lone.metadata.other.contains { $0 == ("phase", "E") })
  }

  @Test func `an annotation of brat that is named finds its text`() throws {
    try withFolder([
      "a.txt": "Ada spoke.", "a.ann": "T1\tPerson 0 3\tAda\n", "b.ann": "T1\tPerson 0 3\tx",
    ]) {
      folder in
      let (documents, _) = Ingestor.read(["\(folder)/a.ann"])
      #expect(documents.first?.given?.mentions?.count == 1)
      let (none, report) = Ingestor.read(["\(folder)/b.ann"])
      #expect(none.isEmpty)
      #expect(
        report.warnings.map(\.message) == ["the text of 'b.txt' is not there to be annotated"])
    }
  }

  @Test func `what points to no place is told, and the rest is read`() throws {
    let annotation =
      "T1\tPerson 0 3\tAda\nT2\tPerson 90 93\tBo\nT3\tPerson x y\tBo\nT4\nA1\tKind T9 x"
    try withFolder(["a.txt": "Ada spoke.", "a.ann": annotation]) { folder in
      let (documents, report) = Ingestor.read([folder])
      #expect(documents.first?.given?.mentions?.count == 1)
      #expect(
        report.warnings.map(\.message) == [
          "the annotation cannot be read: its offsets are no numbers",
          "the annotation cannot be read: a tab is missing",
          "an annotation points to no place in the text",
        ])
    }
  }

  @Test func `words of brat that do not stand at their place are told, and left out`() throws {
    let text = "“We only had\nflour,” said Ada Lund. It’s â€œfineâ€\u{9D} now."
    let annotation = """
      T1\tContent 1 18\tWe only had flour
      T2\tPerson 26 34\tAda Lund
      T3\tPerson 25 33\tAda Lund
      T4\tContent 1 8;16 18\tWe only ur
      T5\tLocation 26 29
      T6\tContent 44 48\tfine
      T7\tPerson 36 40\tIt is

      """
    try withFolder(["a.txt": text, "a.ann": annotation]) { folder in
      let (documents, report) = Ingestor.read([folder])
      let given = try #require(documents.first?.given)
      #expect(given.mentions?.count == 2 && given.quotes?.count == 3)
      #expect(
        report.warnings.map { $0.description.dropFirst(folder.count) } == [
          "/a.ann:3: the words 'Ada Lund' do not stand there in the text, but ' Ada Lun'",
          "/a.ann:7: the words 'It is' do not stand there in the text, but 'It’s'",
        ])
    }
  }

  @Test func `files in UTF-16 give the same quotes, and those in Latin-1 are repaired`() throws {
    let expected = [AnnotatedSample.first, AnnotatedSample.second].map { "Ada Morel: \($0)" }
    for (name, text) in AnnotatedSample.files where !name.hasPrefix("brat") {
      let wide = try #require(text.data(using: .utf16LittleEndian))
      let reading = Ingestor.read(name: name, bytes: [0xFF, 0xFE] + Array(wide))
      #expect(annotated(reading.documents).map(quotes) == [expected], "\(name)")
      let narrow = text.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : 0x94 }
      let damaged = Ingestor.read(name: name, bytes: narrow)
      #expect(damaged.documents.count == 1, "\(name)")
      #expect(
        damaged.documents.allSatisfy { (try? UTF8Span(validating: $0.text.bytes.span)) != nil })
    }
  }

  @Test func `of a list that is cut off or damaged what is whole is read, and the place is told`() {
    let core = AnnotatedSample.files["core.json"] ?? ""
    let page = AnnotatedSample.files["page.jsonld"] ?? ""
    for (name, text, message) in [
      ("a.json", "[\n\(core),\n\(core.dropLast(40))", "this is not JSON: "),
      (
        "a.json", "[\n\(core.replacing("\"sentences\":", with: "\"sentences\"")),\n\(core)]",
        "this is not "
      ),
      ("a.jsonld", String(page.dropLast(3)), "this is not JSON: "),
    ] {
      let reading = Ingestor.read(name: name, bytes: Array(text.utf8))
      #expect(reading.documents.count == 1 && reading.warnings.count == 1, "\(reading.warnings)")
      #expect(reading.warnings.first?.message.hasPrefix(message) == true)
    }
  }

  @Test func `damaged files of each format have their messages`() {
    func messages(_ name: String, _ text: String) -> [String] {
      Ingestor.read(name: name, bytes: Array(text.utf8)).warnings.map(\.message)
    }
    let core = AnnotatedSample.files["core.json"] ?? ""
    let page = AnnotatedSample.files["page.jsonld"] ?? ""
    #expect(
      messages("a.json", String(core.dropLast(40))).first?.hasPrefix("the file is not JSON: ")
        == true)
    #expect(
      messages("a.jsonld", String(page.prefix(80))).first?.hasPrefix("the file is not JSON: ")
        == true)
    #expect(
      messages("a.json", #"{"sentences": 1, "characterOffsetBegin": 2}"#) == [
        "the document has no text"
      ])
    #expect(messages("a.jsonld", "[1, 2]") == ["the document has no text"])
    #expect(messages("a.jsonld", " \n") == ["the document has no text"])
    #expect(
      messages(
        "a.jsonld", #"{"@context": "x", "body": {}, "target": "http://example.com/a.txt#t"}"#)
        == ["the text of 'http://example.com/a.txt' is not there to be annotated"])
    #expect(
      messages("a.jsonl", #"{"quotation": 5, "speaker": "x"}"# + "\n{\n[]\n") == [
        "this is no line of Quotebank: \"quotation\" is missing",
        "the line is not JSON: a name in quotes is missing at byte 2",
        "the line is JSON but no object",
      ])
  }

  @Test func `damage of any sort never traps`() {
    var random = SeededGenerator(seed: 8)
    for (name, text) in AnnotatedSample.files.sorted(by: { $0.key < $1.key }) {
      let whole = Array(text.utf8)
      for _ in 0..<150 {
        var damaged = whole
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let place = Int.random(in: 0..<damaged.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: damaged[place] = UInt8.random(in: 0...255, using: &random)
          case 1: damaged.removeSubrange(place..<min(damaged.count, place + 9))
          default: damaged.insert(contentsOf: "9999999999".utf8, at: place)
          }
        }
        for document in Ingestor.read(name: name, bytes: damaged).documents {
          let count = document.text.bytes.count
          let ranges = (document.given?.quotes ?? []).flatMap { $0.content + $0.cue + $0.source }
          #expect(ranges.allSatisfy { $0.start <= $0.end && Int($0.end) <= count })
          if Int.random(in: 0..<20, using: &random) == 0 {
            #expect(annotated([document]).allSatisfy { $0.isSound })
          }
        }
      }
    }
  }
}
