import Annotation
import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// One text with its two quotes, in each format of annotated texts.
struct AnnotatedSample {

  static let text = """
    Ada Morel, the mayor of Otterburg, spoke 😀 on Monday. “We are ready,” Morel said.

    She added that the bridge would open in May.
    """

  static let first = "We are ready"
  static let second = "that the bridge would open in May"

  /// The files of a folder, by name.
  static let files: [String: String] = [
    "lines.jsonl": lines, "words.conllu": treebank, "words.vrt": vertical,
    "page.jsonld": webAnnotation, "core.json": coreNLP, "bank.jsonl": quotebank,
    "brat.txt": text, "brat.ann": standoff,
  ]

  /// Where words stand, in Unicode scalars.
  private static func scalars(_ words: String) -> (start: Int, end: Int) {
    place(words) { $0.unicodeScalars.count }
  }

  private static func place(_ words: String, _ count: (Substring) -> Int) -> (start: Int, end: Int)
  {
    guard let found = text.range(of: words) else { return (0, 0) }
    let start = count(text[..<found.lowerBound])
    return (start, start + count(text[found]))
  }

  private static func quoted(_ value: Any) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private static var lines: String {
    let quotes = [first, second].map { words in
      ["start": scalars(words).start, "end": scalars(words).end, "speaker": "Morel"]
        as [String: Any]
    }
    return quoted(["id": "lines", "text": text, "quotes": quotes] as [String: Any]) + "\n"
  }

  private static var webAnnotation: String {
    func selector(_ words: String) -> [String: Any] {
      [
        "source": "urn:sample",
        "selector": [
          [
            "type": "TextPositionSelector", "start": scalars(words).start,
            "end": scalars(words).end,
          ], ["type": "TextQuoteSelector", "exact": words],
        ],
      ]
    }
    func quote(_ words: String) -> [String: Any] {
      [
        "type": "Annotation", "target": selector(words),
        "body": [
          "type": "schema:Quotation",
          "schema:spokenByCharacter": ["type": "schema:Person", "schema:name": "Ada Morel"],
        ],
      ]
    }
    let description: [String: Any] = [
      "type": "Annotation", "motivation": "describing", "target": ["id": "urn:sample"],
      "body": ["type": "TextualBody", "value": text],
    ]
    return quoted(
      [
        "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage",
        "items": [description, quote(first), quote(second)],
      ] as [String: Any])
  }

  /// The words of the text, with where they stand in units of UTF-16.
  private static var words: [(text: String, start: Int, isSentenceEnd: Bool, isGlued: Bool)] {
    var result: [(String, Int, Bool, Bool)] = []
    var units = 0
    var word = ""
    var start = 0
    func end(isGlued: Bool) {
      if !word.isEmpty { result.append((word, start, word == ".", isGlued)) }
      word = ""
    }
    for character in text {
      if character.isWhitespace {
        end(isGlued: false)
      } else if character.isLetter || character == "😀" {
        if word.isEmpty { start = units }
        word.append(character)
      } else {
        end(isGlued: true)
        start = units
        word = String(character)
        end(isGlued: true)
      }
      units += String(character).utf16.count
    }
    end(isGlued: false)
    return result
  }

  private static var coreNLP: String {
    var sentences: [[[String: Any]]] = [[]]
    for word in words {
      let item: [String: Any] = [
        "word": word.text, "originalText": word.text, "lemma": word.text.lowercased(),
        "characterOffsetBegin": word.start,
        "characterOffsetEnd": word.start + word.text.utf16.count, "pos": "NN",
        "ner": ["Ada", "Morel"].contains(word.text) ? "PERSON" : "O",
      ]
      sentences[sentences.count - 1].append(item)
      if word.isSentenceEnd { sentences.append([]) }
    }
    let quotes = ["“We are ready,”", second].enumerated().map { index, words in
      let (start, end) = place(words) { $0.utf16.count }
      return [
        "id": index, "beginIndex": start, "endIndex": end, "speaker": index == 0 ? "Morel" : "She",
        "canonicalSpeaker": "Ada Morel",
      ] as [String: Any]
    }
    return quoted(
      [
        "docId": "core", "sentences": sentences.filter { !$0.isEmpty }.map { ["tokens": $0] },
        "quotes": quotes,
      ] as [String: Any])
  }

  private static var quotebank: String {
    let quotations = [first, second].map { words in
      [
        "quotation": words, "leftContext": "Ada Morel spoke . ", "rightContext": " she said .",
        "globalTopSpeaker": "Ada Morel",
        "globalProbas": [["Ada Morel", "0.83"], ["None", "0.17"]],
      ] as [String: Any]
    }
    return quoted(
      [
        "articleID": "bank", "title": "The bridge", "date": "2025-03-04 08:00:00",
        "names": [["name": "Ada Morel", "ids": ["Q1"]]], "quotations": quotations,
      ] as [String: Any]) + "\n"
  }

  private static var standoff: String {
    let (a, b) = (scalars(first), scalars(second))
    let (mayor, she) = (scalars("Morel said"), scalars("She"))
    return """
      T1\tContent \(a.start) \(a.end)\t\(first)
      T2\tSource \(mayor.start) \(mayor.start + 5)\tMorel
      T3\tCue \(mayor.start + 6) \(mayor.end)\tsaid
      R1\tAttribution Arg1:T1 Arg2:T3
      R2\tAttribution Arg1:T3 Arg2:T2
      A1\tKind T1 direct
      T4\tIndirect_quote \(b.start) \(b.end)\t\(second)
      T5\tSource \(she.start) \(she.end)\tShe
      E1\tIndirect_quote:T4 Source:T5
      #1\tAnnotatorNotes T1\tchecked

      """
  }

  private static var treebank: String {
    var out = "# newdoc id = words\n# quotes = 2\n"
    for number in 1...2 {
      out += "# quote \(number) = {\"speaker\": \"Ada Morel\"}\n"
    }
    var index = 1
    for (word, note) in noted {
      let glue = word.isGlued ? "SpaceAfter=No" : ""
      let notes = [glue, note.map { "Quote=\($0):content" } ?? ""].filter { !$0.isEmpty }
      out += "\(index)\t\(word.text)\t\(word.text)\tX\t_\t_\t_\t_\t_\t"
      out += (notes.isEmpty ? "_" : notes.joined(separator: "|")) + "\n"
      index += 1
      if word.isSentenceEnd {
        out += "\n"
        index = 1
      }
    }
    return out + "\n"
  }

  private static var vertical: String {
    var out = "<text id=\"words\">\n<p>\n<s>\n"
    var last: Int?
    for (word, note) in noted {
      if note != last {
        if last != nil { out += "</quote>\n" }
        if let note { out += "<quote n=\"\(note)\" speaker=\"Ada Morel\">\n" }
      }
      last = note
      out += "\(word.text)\tX\t\(word.text)\n" + (word.isGlued ? "<g/>\n" : "")
      if word.isSentenceEnd { out += "</s>\n<s>\n" }
    }
    return out + "</s>\n</p>\n</text>\n"
  }

  /// The words with the number of the quote that they stand in.
  private static var noted:
    [(word: (text: String, start: Int, isSentenceEnd: Bool, isGlued: Bool), note: Int?)]
  {
    let places = [first, second].map { words in place(words) { $0.utf16.count } }
    return words.map { word in
      (word, places.firstIndex { ($0.start..<$0.end).contains(word.start) }.map { $0 + 1 })
    }
  }
}

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
    let (documents, report) = try withFolder(AnnotatedSample.files) { Ingestor.read([$0]) }
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
      messages("a.jsonld", String(page.dropLast(3))).first?.hasPrefix("the file is not JSON: ")
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
