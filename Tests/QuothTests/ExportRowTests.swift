import Annotation
import Foundation
import Testing

@testable import Ingestion
@testable import Quoth

/// Rows of csv and JSON hold all that is known, and read back as that.
@Suite struct ExportRowTests {

  enum Sample: String, CaseIterable {
    case builtin, nasty

    var documents: [AnnotatedDocument] {
      self == .builtin ? ExportSamples.builtin : ExportSamples.nasty
    }
  }

  /// The rows of a form, values as csv has them.
  private static func rows(
    _ format: ExportFormat, _ sample: Sample, _ content: ExportContent
  ) throws -> [[String: String]] {
    let bytes = ExportSamples.exported(format, sample.documents, content)
    guard format == .jsonl else { return try ValueTable(bytes).rows }
    return try bytes.split(separator: 0x0A).map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      let members = try #require(object)
      return Dictionary(
        uniqueKeysWithValues: members.map { ($0, Self.written($1, named: $0)) })
    }
  }

  private static func written(_ value: Any, named name: String) -> String {
    if let list = value as? [String] { return DocumentFields.list(list) ?? "" }
    if let text = value as? String { return text }
    switch name {
    case "speech": return (value as? Bool).map { "\($0)" } ?? "?"
    case "confidence": return (value as? Double).map { "\($0)" } ?? "?"
    default: return (value as? Int).map { "\($0)" } ?? "?"
    }
  }

  private static func scalars(_ document: AnnotatedDocument, _ row: [String: String]) -> String {
    let text = Array(String(decoding: document.text.bytes, as: UTF8.self).unicodeScalars)
    let (start, end) = (Int(row["start"] ?? "") ?? -1, Int(row["end"] ?? "") ?? -1)
    guard start >= 0, start <= end, end <= text.count else { return "no place" }
    return String(String.UnicodeScalarView(text[start..<end]))
  }

  private static func same(_ row: [String: String], _ name: String, _ value: String?) {
    #expect(row[name] ?? "" == value ?? "", "\(name) of \(row["id"] ?? row["document"] ?? "")")
  }

  @Test(arguments: [ExportFormat.csv, .jsonl], Sample.allCases)
  func `a row of a quote tells all of it`(format: ExportFormat, sample: Sample) throws {
    var rows = try Self.rows(format, sample, .quotes)[...]
    #expect(rows.count > 20)
    for document in sample.documents {
      func name(_ entity: UInt32?) -> String? { entity.map { document.entities[Int($0)].name } }
      func words(_ ranges: [ByteRange]) -> String {
        ranges.map { document.text.string($0) }.joined(separator: " … ")
      }
      for (number, quote) in document.quotes.enumerated() {
        let row = try #require(rows.first)
        rows = rows.dropFirst()
        let known = document.metadata
        Self.same(row, "id", "\(known.id)#\(number + 1)")
        Self.same(row, "document", known.id)
        Self.same(row, "title", known.title)
        Self.same(row, "date", known.date?.written)
        Self.same(row, "outlet", known.outlet)
        Self.same(row, "speaker", name(quote.speaker))
        Self.same(row, "addressee", name(quote.addressee))
        Self.same(row, "kind", quote.kind.rawValue)
        Self.same(row, "cue", quote.cueLemma)
        Self.same(row, "quotation", words(quote.content))
        Self.same(row, "source", words(quote.source))
        Self.same(row, "topics", DocumentFields.list(quote.topics.map(\.name)))
        Self.same(row, "speech", "\(quote.isSpeech)")
        Self.same(row, "reason", quote.reasons.joined(separator: "; "))
        // Foundation reads the last digits otherwise than Swift.
        let confidence = row["confidence"].flatMap { Double($0) } ?? -1
        #expect(abs(confidence - quote.confidence) < 1e-12)
        let bounds = ByteRange(quote.content[0].start, quote.content.last?.end ?? 0)
        #expect(Self.scalars(document, row) == document.text.string(bounds))
      }
    }
    #expect(rows.isEmpty)
  }

  @Test(arguments: [ExportFormat.csv, .jsonl], Sample.allCases)
  func `a row of a mention or a token tells all of it`(
    format: ExportFormat, sample: Sample
  ) throws {
    var mentions = try Self.rows(format, sample, .mentions)[...]
    var tokens = try Self.rows(format, sample, .tokens)[...]
    for document in sample.documents {
      for mention in document.mentions {
        let row = try #require(mentions.first)
        mentions = mentions.dropFirst()
        let entity = mention.entity.map { document.entities[Int($0)] }
        Self.same(row, "document", document.metadata.id)
        Self.same(row, "entity", entity?.name)
        Self.same(row, "type", entity?.type.rawValue)
        Self.same(row, "form", mention.form.rawValue)
        Self.same(row, "reason", mention.reason)
        Self.same(row, "words", Self.scalars(document, row))
      }
      for (number, sentence) in document.sentences.enumerated() {
        for index in sentence.firstToken..<sentence.endToken {
          let row = try #require(tokens.first)
          tokens = tokens.dropFirst()
          let token = document.tokens[Int(index)]
          Self.same(row, "document", document.metadata.id)
          Self.same(row, "sentence", "\(number + 1)")
          Self.same(row, "index", "\(index - sentence.firstToken + 1)")
          Self.same(row, "word", document.text.string(token.range))
          Self.same(row, "word", Self.scalars(document, row))
          Self.same(row, "lemma", token.lemma)
          Self.same(row, "pos", token.partOfSpeech.name)
        }
      }
    }
    #expect(mentions.isEmpty && tokens.isEmpty)
  }

  @Test(arguments: ["q.csv", "q.tsv", "q.jsonl"], Sample.allCases)
  func `rows of quotes read back as quotes`(name: String, sample: Sample) throws {
    let table = ExportSamples.exported(
      name == "q.jsonl" ? .jsonl : .csv, sample.documents, .quotes)
    let bytes = name == "q.tsv" ? try ValueTable(table).tabbed : table
    let (back, warnings) = ExportSamples.read(name, bytes)
    #expect(warnings.isEmpty)
    let original = sample.documents.flatMap { document in
      document.quotes.enumerated().map { (document, $0.offset, $0.element) }
    }
    try #require(back.count == original.count)
    for (document, (source, number, quote)) in zip(back, original) {
      let known = document.metadata
      #expect(known.id == "\(source.metadata.id)#\(number + 1)")
      #expect(known.title == source.metadata.title && known.date == source.metadata.date)
      #expect(known.outlet == source.metadata.outlet)
      #expect(known.other.map(\.value) == [source.metadata.id])
      try #require(document.quotes.count == 1, "\(known.id)")
      let own = document.quotes[0]
      #expect(
        own.speaker.map { document.entities[Int($0)].name }
          == quote.speaker.map { source.entities[Int($0)].name })
      #expect(
        own.addressee.map { document.entities[Int($0)].name }
          == quote.addressee.map { source.entities[Int($0)].name })
      #expect(own.kind == quote.kind && own.cueLemma == quote.cueLemma)
      #expect(own.isSpeech == quote.isSpeech && own.confidence == quote.confidence)
      #expect(own.topics.map(\.name) == quote.topics.map(\.name))
      #expect(
        own.reasons.dropFirst().joined() == quote.reasons.joined(separator: "; "), "\(known.id)")
      let words = quote.content.map { source.text.string($0) }.joined(separator: " … ")
      #expect(document.text.string(own.content[0]) == words)
    }
  }

  @Test(arguments: ["d.csv", "d.tsv", "d.jsonl"], Sample.allCases)
  func `documents read back from a table with all that is known of them`(
    name: String, sample: Sample
  ) throws {
    let table = ExportSamples.exported(name == "d.jsonl" ? .jsonl : .csv, sample.documents)
    let bytes = name == "d.tsv" ? try ValueTable(table).tabbed : table
    let reading = Ingestor.read(name: name, bytes: bytes)
    #expect(reading.warnings.isEmpty)
    try #require(reading.documents.count == sample.documents.count)
    for (document, original) in zip(reading.documents, sample.documents) {
      var known = document.metadata
      known.origin = original.metadata.origin
      #expect(known == original.metadata)
      let hasTabs = name != "d.tsv"
      let expected = original.text.bytes.map { $0 == 0x09 && !hasTabs ? 0x20 : $0 }
      #expect(document.text.bytes == expected, "\(known.id)")
    }
  }
}
