import Annotation
import CorpusStore
import Foundation
import TestSupport
import Testing

@testable import Ingestion
@testable import Quoth

/// Fields of a source come back from every form as what they were, whatever they are called.
@Suite struct ExportFieldTests {

  /// What is known of documents, by id, their own fields by the names that queries have for them.
  private static func known(_ documents: [AnnotatedDocument]) -> [String: [String: String]] {
    var result: [String: [String: String]] = [:]
    for known in documents.map(\.metadata) {
      var fields = [
        "title": known.title, "date": known.date?.written, "outlet": known.outlet,
        "url": known.url, "section": known.section, "language": known.language,
      ].compactMapValues(\.self)
      if !known.authors.isEmpty { fields["author"] = "\(known.authors)" }
      if !known.tags.isEmpty { fields["tags"] = "\(known.tags)" }
      for (name, (key, value)) in zip(SourceField.attributes(known.other), known.other) {
        fields["attribute \(name)"] = value
        fields["field \(key)"] = value
      }
      result[known.id] = fields
    }
    return result
  }

  private static func documents(
    _ path: String, _ fields: [String: String] = [:]
  ) throws -> (export: CorpusExport, documents: [AnnotatedDocument]) {
    var options = ReadingOptions()
    options.fields = fields
    options.duplicates = .keep
    let export = try CorpusExport([path], reading: options)
    return (export, try export.documents())
  }

  private static func written(_ export: CorpusExport, _ format: ExportFormat) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try export.write(as: format) { piece in
      bytes += piece
      return true
    }
    return bytes
  }

  /// Names that mean something in some form, and names that are hard to write.
  private static let names = [
    "id", "title", "date", "outlet", "author", "authors", "section", "url", "tags", "language",
    "text", "quotes", "mentions", "entities", "blocks", "words", "tokens", "sentences", "topic",
    "mention", "copies", "normalized", "doc", "topics", "_date", "Date", "published", "fields",
    "sent_id", "newdoc", "newpar id", "global.columns", "meta::x", "quote 1", "entity 1", "speaker",
    "type", "schema:name", "my col", "a=b", "=", "“x”", "\"y\"", "größe", "2019", "№", "x;y", "x,y",
    "x<y&z", "日付", "a\\", "n", "_", "a-b", "a.b", "a b", "a_b", "a_b_2", "a:b", "a/b=c",
    "Größe (m²)",
    "Größe [m²]", "tab\tname", "line\nname", "line\r\n name", " padded ", "", "\u{1}", "\u{2028}u",
    "body",
    "fulltext", "#x", "<i>", "&amp;", "a\u{3000}b", "Title", "=;=", ";", ",", "x\u{FFFF}y", "'",
    "k\\;=v",
  ]

  private static let values = [
    "12", "a; b", "x, y", "“z” = 1", "{\"a\": 1}", "<b>", "\\;", "7\\", "one\ntwo\tthree",
    "a\u{1}b",
    "wide\u{3000}blank", "Fish &amp;amp; chips", "&lt;p&gt;x&lt;/p&gt;", "<p>a</p><p>b</p>",
    "a line of words that is much longer than the one that is said in the story",
  ]
  private static let tags = [
    ["a; b", "c"], ["x\\", "y"], ["x\\;", "y\\\\"], ["a, b"], [";"], ["a;b"], ["p", "q\\"],
    ["\\;\\"],
  ]

  @Test(arguments: ExportFormat.allCases)
  func `a field that is called like one of ours stays its own`(format: ExportFormat) throws {
    var random = SeededGenerator(seed: 47)
    let folder = FileManager.default.temporaryDirectory.appending(path: "quoth-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for round in 0..<8 {
      let own = Self.names.shuffled(using: &random).prefix(24)
      let lines = (0..<6).map { row in
        var members = [
          ("key", "d\(round)-\(row)"),
          ("story", "“We go on, \(row), R&amp;amp;D,” Ada Morel said."),
        ]
        if Bool.random(using: &random) { members.append(("head", "Ferry \(row)")) }
        if Bool.random(using: &random) { members.append(("day", "2025-03-0\(row + 1)")) }
        for name in own where Bool.random(using: &random) {
          members.append((name, Self.values.randomElement(using: &random) ?? ""))
        }
        let written = members.map { (name, value) in (name, JSONText.text(value)) }
        return JSONText.object(written)
      }
      let source = folder.appending(path: "a.jsonl")
      try Data(lines.joined(separator: [0x0A])).write(to: source)
      let fields = ["key": "id", "story": "text", "head": "title", "day": "date"]
      let (export, documents) = try Self.documents(source.path, fields)
      let copy = folder.appending(path: "b.\(format.fileExtension)")
      let bytes = try Self.written(export, format)
      if format == .jsonl { try Self.expectUniqueNames(bytes) }
      try Data(bytes).write(to: copy)
      let (_, back) = try Self.documents(copy.path)
      let (before, after) = (Self.known(documents), Self.known(back))
      for (id, fields) in before {
        #expect(after[id] == fields, "\(format) \(id)")
      }
      #expect(after.count == before.count)
    }
  }

  @Test func `columns stay apart whose names differ by marks alone`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "quoth-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "a.csv")
    try Data(
      "id,Größe (m²),Größe [m²],a.b,a-b,text\nx,12,1,dot,dash,“We go on.”\ny,,2,,,“No.”\n".utf8
    ).write(to: source)
    let (export, documents) = try Self.documents(source.path)
    let header = try #require(
      String(decoding: try Self.written(export, .csv), as: UTF8.self).split(separator: "\n").first)
    #expect(
      header
        == "id,title,date,outlet,author,section,url,tags,language,Größe (m²),Größe [m²],a.b,a-b,text"
    )
    #expect(
      SourceField.attributes(documents[0].metadata.other) == [
        "Größe_m", "Größe_m_2", "a_b_2", "a_b",
      ])
    let asked = try CorpusExport([source.path]).documents()
    #expect(asked[1].metadata.other.map(\.key) == ["Größe [m²]"])
  }

  @Test func `what a field is called in queries does not hang on the order of fields`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let names = (Self.names + Self.names).shuffled(using: &random).prefix(40)
      var metadata = DocumentMetadata(id: "d", origin: "d")
      // Of what is known no field is taken for that.
      (metadata.title, metadata.url, metadata.outlet, metadata.section) = ("t", "u", "o", "s")
      (metadata.authors, metadata.tags, metadata.language) = (["a"], ["t"], "en")
      metadata.other = names.enumerated().map { number, name in
        (MetadataValue.text(name).trimmed ?? "_", "\(number)")
      }
      let attributes = SourceField.attributes(metadata.other)
      #expect(Set(attributes).count == attributes.count)
      let written = SourceField.written(metadata)
      #expect(SourceField.attributes(written) == attributes, "\(written.map(\.key))")
      let turned = SourceField.attributes(written.reversed())
      #expect(turned.reversed() == attributes, "\(written.map(\.key))")
    }
  }

  private static func expectUniqueNames(_ lines: [UInt8]) throws {
    for line in lines.split(separator: 0x0A) {
      guard case .object(let members) = try JSONScanner.value(Array(line)) else { continue }
      #expect(Set(members.map(\.name)).count == members.count)
    }
  }

  @Test(arguments: ExportFormat.allCases)
  func `tags of any characters come back`(format: ExportFormat) throws {
    let pipeline = AnnotationPipeline.standard(OpenedCorpus.layers)
    let documents = Self.tags.enumerated().map { number, tags in
      var metadata = DocumentMetadata(id: "d\(number)", origin: "d")
      metadata.tags = tags
      let text = Array("“We go on,” Ada Morel said.".utf8)
      return pipeline.annotate(
        text: NormalizedText(bytes: text, originalBytes: text, edits: [], repairs: []),
        metadata: metadata)
    }
    let back = ExportSamples.read(
      "a.\(format.fileExtension)", ExportSamples.exported(format, documents))
    #expect(back.documents.map(\.metadata.tags) == Self.tags)
  }
}
