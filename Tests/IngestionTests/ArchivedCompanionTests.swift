import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// Annotations of brat in archives, wherever they stand.
@Suite struct ArchivedCompanionTests {

  private static let packings = [Packing.zip, .tar, .tarGzip]

  /// A text of so many words, and an annotation that names the last of them.
  private static func pair(_ name: String, wordCount: Int = 4) -> (text: String, standoff: String) {
    let words = (0..<wordCount).map { "\(name)\($0)" }
    let text = words.joined(separator: " ") + "."
    let end = text.unicodeScalars.count - 1
    let last = words.last ?? ""
    return (text, "T1\tPerson \(end - last.unicodeScalars.count) \(end)\t\(last)\n")
  }

  /// What is named in each document; nil where nothing is given.
  private func names(_ documents: [SourceDocument]) -> [String?] {
    documents.map { document in
      document.given?.mentions?.first.map { document.text.string($0.range) }
    }
  }

  @Test(arguments: packings, [true, false])
  func `text and annotation come in either order`(packing: Packing, isTextFirst: Bool) throws {
    let (text, standoff) = (
      AnnotatedSample.files["brat.txt"] ?? "", AnnotatedSample.files["brat.ann"] ?? ""
    )
    let pair = [Packing.File("in/b.txt", text), .init("in/b.ann", standoff)]
    let packed = packing.pack(
      (isTextFirst ? pair : pair.reversed()) + [.init("in/c.txt", text), .init("b.txt", text)])
    let reading = Ingestor.read(name: "a", bytes: packed)
    #expect(reading.documents.map { $0.given?.quotes?.isEmpty } == [false, nil, nil])
    #expect(reading.warnings.isEmpty)
    let folder = try TemporaryFolder()
    let path = try folder.write("a.\(packing.ending)", packed)
    var options = ReadingOptions()
    options.duplicates = .keep
    let (documents, report) = Ingestor.read([path], options: options)
    #expect(documents.map { $0.given?.quotes?.isEmpty } == [false, nil, nil])
    #expect(report.warnings.isEmpty && report.skippedEndings.isEmpty)
  }

  @Test(arguments: packings)
  func `text and both of its annotations are one document in any order`(packing: Packing) throws {
    let text = "“It sails,” Ada Morel said. Ida Lund waits."
    let standoff = "T1\tQuote 1 9\tIt sails\nT2\tCue 22 26\tsaid\nR1\tcue Arg1:T1 Arg2:T2\n"
    let web = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "motivation": "identifying",
       "body": {"type": "Quotation", "schema:spokenByCharacter": "Ada Morel"},
       "target": {"source": "x.txt", "selector": {"type": "TextPositionSelector", "start": 1, "end": 9}}}
      """
    let files = [
      Packing.File("x.txt", text), .init("x.ann", standoff), .init("x.jsonld", web),
    ]
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.path, file.bytes) }
    let expected = Ingestor.read([folder.path])
    let quote = try #require(expected.documents.first?.given?.quotes?.first)
    #expect(quote.speaker == "Ada Morel" && !quote.cue.isEmpty)
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let packed = packing.pack(order.map { files[$0] })
      let reading = Ingestor.read(name: "a.\(packing.ending)", bytes: packed)
      #expect(reading.documents.map(\.text) == expected.documents.map(\.text), "\(order)")
      #expect(reading.documents.map(\.given) == expected.documents.map(\.given), "\(order)")
      #expect(reading.warnings.isEmpty)
      let other = try TemporaryFolder()
      let (documents, report) = Ingestor.read([try other.write("a.\(packing.ending)", packed)])
      #expect(documents.map(\.given) == expected.documents.map(\.given), "\(order)")
      #expect(report.companions == expected.1.companions && report.fileCount == 3, "\(order)")
      #expect(report.duplicates.isEmpty && report.skippedCount == 0)
    }
  }

  @Test(arguments: packings + [nil])
  func `endings in capitals are those of companions, too`(packing: Packing?) throws {
    let (text, standoff) = Self.pair("ada")
    let folder = try TemporaryFolder()
    let files = [Packing.File("X.TXT", text), .init("X.ANN", standoff)]
    if let packing {
      try folder.write("a.\(packing.ending)", packing.pack(files))
    } else {
      for file in files { try folder.write(file.path, file.bytes) }
    }
    let (documents, report) = Ingestor.read([folder.path])
    #expect(names(documents) == ["ada3"])
    #expect(report.companions == [StandoffReader.name: 1] && report.skippedCount == 0)
  }

  @Test(arguments: packings)
  func `texts that a web annotation names are counted as themselves`(packing: Packing) throws {
    let (text, standoff) = Self.pair("ada")
    let web = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "motivation": "identifying",
       "body": "Ada", "target": {"source": "x.txt", "selector": {"type": "TextPositionSelector", "start": 0, "end": 4}}}
      """
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "a.\(packing.ending)",
      packing.pack([.init("x.txt", text), .init("x.ann", standoff), .init("x.jsonld", web)]))
    let report = Ingestor.read([path]).1
    #expect(report.companions == [StandoffReader.name: 1, WebAnnotationReader.name: 1])
    #expect(report.skippedCount == 0 && report.skippedEndings.isEmpty && report.fileCount == 3)
  }

  @Test(arguments: packings)
  func `what lacks its text or its annotation is read as in a folder`(packing: Packing) throws {
    let (first, second) = (Self.pair("ada"), Self.pair("bo"))
    let files = [
      Packing.File("lone.ann", first.standoff), .init("bare.txt", second.text),
      .init("both.txt", first.text), .init("both.ann", first.standoff),
      .init("data.json", "{\"text\": \"The harbour closes.\"}"), .init("data.ann", first.standoff),
      .init(".both.ann", second.standoff), .init("__MACOSX/._both.ann", second.standoff),
    ]
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.path, file.bytes) }
    let expected = Ingestor.read([folder.path])
    let reading = Ingestor.read(name: "a", bytes: packing.pack(files))
    #expect(reading.warnings.isEmpty)
    #expect(
      expected.1.warnings.map(\.message)
        == ["there is no text beside the annotation, nor beside 1 more"])
    let named = { (documents: [SourceDocument]) in
      Dictionary(
        uniqueKeysWithValues: zip(documents.map(\.metadata.id), self.names(documents)))
    }
    #expect(named(reading.documents) == ["bare.txt": nil, "both.txt": "ada3", "data.json": nil])
    #expect(named(expected.0) == named(reading.documents))
  }

  @Test(arguments: packings, ["behind", "before", "reversed", "mixed"])
  func `distance and order do not matter, and memory is bounded`(
    packing: Packing, order: String
  ) throws {
    let names = (0..<120).map { "d\($0)x" }
    let pairs = names.map { Self.pair($0) }
    var texts = zip(names, pairs).map { Packing.File("t/\($0).txt", $1.text) }
    var notes = zip(names, pairs).map { Packing.File("t/\($0).ann", $1.standoff) }
    var random = SeededGenerator(seed: 6)
    switch order {
    case "reversed": notes.reverse()
    case "mixed":
      texts.shuffle(using: &random)
      notes.shuffle(using: &random)
    default: break
    }
    let packed = packing.pack(order == "before" ? notes + texts : texts + notes)
    // Room for thirty of them.
    let limit = pairs.prefix(30).reduce(0) { $0 + $1.standoff.utf8.count }
    let annotations = ArchivedCompanions(
      .annotations, .bytes(packed), byteCount: packed.count, limit: limit)
    for file in texts {
      let path = MemberPath(Array(file.path.utf8))
      let bytes = try #require(annotations.annotation(of: path), "\(file.path)")
      let expected = try #require(notes.first { $0.path == "\(file.path.dropLast(4)).ann" })
      #expect(bytes == expected.bytes)
      #expect(annotations.keptByteCount <= limit)
      #expect(annotations.annotation(of: path) == nil)
    }
    #expect(annotations.lostCount == 0)
    let passes = ["behind": 2, "before": 2, "reversed": 5, "mixed": 40][order] ?? 0
    #expect(annotations.passes <= passes)
  }

  @Test func `what is too large or too far away is told`() throws {
    let text = Self.pair("ada").text
    let wide = Packing.zip.pack([.init("a.txt", text), .init("a.ann", "T1\tPerson 0 3\tada")])
    let small = ArchivedCompanions(
      .annotations, .bytes(wide), byteCount: wide.count, limit: 4)
    #expect(small.annotation(of: MemberPath(Array("a.txt".utf8))) == nil)
    #expect(small.lostCount == 1)
    let error = InputError.lostAnnotations("a.zip", 2)
    #expect(
      error.message
        == "2 annotations were left out, being damaged, too large, or too far from the text")
  }

  @Test func `a damaged annotation is told, and its text is read`() throws {
    let pair = Self.pair("ada", wordCount: 400)
    var packed = Packing.zip.pack([
      .init("a.txt", pair.text),
      .init("a.ann", pair.standoff + String(repeating: "#1\tx y\n", count: 40)),
      .init("b.txt", pair.text),
    ])
    let name = Array("a.ann".utf8)
    let place = try #require(packed.indices.first { packed[$0...].starts(with: name) })
    for index in place + 40..<place + 60 { packed[index] ^= 0xFF }
    let reading = Ingestor.read(name: "a.zip", bytes: packed)
    #expect(reading.documents.count == 2)
    #expect(names(reading.documents) == [nil, nil])
    #expect(
      reading.warnings.map(\.message)
        == ["1 annotation was left out, being damaged, too large, or too far from the text"])
  }

  @Test func `large texts, and archives in archives, have theirs, too`() throws {
    let large = Self.pair("ada", wordCount: 60_000)
    var options = ReadingOptions()
    options.pieceLength = 500_000
    #expect(large.text.utf8.count > options.pieceLength)
    let small = Self.pair("bo")
    let inner = Packing.zip.pack([.init("s.txt", small.text), .init("s.ann", small.standoff)])
    let packed = Packing.tarGzip.pack([
      .init("l.txt", large.text), .init("inner.zip", inner), .init("l.ann", large.standoff),
    ])
    let reading = Ingestor.read(name: "a.tgz", bytes: packed, options: options)
    #expect(reading.warnings.isEmpty)
    #expect(names(reading.documents) == ["ada59999", "bo3"])
  }
}
