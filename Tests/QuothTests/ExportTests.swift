import Annotation
import CorpusStore
import TestSupport
import Testing

@testable import Ingestion
@testable import Quoth

/// What is written for other programs reads back here as what it was.
@Suite struct ExportTests {

  /// The built-in corpus, with the names of all of it.
  private static let documents = ExportSamples.builtin

  /// The documents as they come back, annotated where something is missing.
  private static func readBack(_ format: ExportFormat) -> ([AnnotatedDocument], Ingestion.Reading) {
    let reading = Ingestor.read(
      name: "a.\(format.fileExtension)", bytes: ExportSamples.exported(format, documents))
    let pipeline = AnnotationPipeline.standard(OpenedCorpus.layers)
    return (
      Ingestor.annotate(reading.documents) { pipeline.annotate(text: $0, metadata: $1) }, reading
    )
  }

  /// Words without regard for the blanks between them.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// All that is known of each quote, its places as the words there.
  private static func quotes(_ document: AnnotatedDocument) -> [String] {
    document.quotes.map { quote in
      func name(_ entity: UInt32?) -> String {
        entity.map { document.entities[Int($0)].name } ?? "nobody"
      }
      func text(_ ranges: [ByteRange]) -> String {
        ranges.map { words(document.text.string($0)) }.joined(separator: " … ")
      }
      let how = "\(quote.kind) \(quote.cueLemma ?? "-") \(quote.isSpeech) \(quote.confidence)"
      let whom = "\(name(quote.speaker)) > \(name(quote.addressee))"
      let outer = quote.nestedIn.map { " in \($0)" } ?? ""
      let position = quote.cuePosition.map(\.rawValue) ?? "-"
      return "\(whom)\(outer), \(how): \(text(quote.content)) / \(text(quote.cue)) / \(position) "
        + "\(text(quote.source)) \(quote.topics.map(\.name).sorted())"
    }
  }

  private static func mentions(_ document: AnnotatedDocument) -> [String] {
    document.mentions.map { mention in
      let entity = mention.entity.map { document.entities[Int($0)] }
      let words = (mention.firstToken..<mention.endToken).map {
        document.text.string(document.tokens[Int($0)].range)
      }
      return "\(mention.firstToken) \(mention.form) \(words) \(entity?.name ?? "nobody") "
        + "\(entity?.type.rawValue ?? "")"
    }
  }

  private static func tokens(_ document: AnnotatedDocument) -> [String] {
    document.tokens.map {
      "\(document.text.string($0.range))/\($0.lemma)/\($0.partOfSpeech.name)"
    }
  }

  /// Expects two lists to be equal, and shows the first items that are not.
  private static func compare(_ back: [String], _ original: [String], _ id: String) {
    #expect(back.count == original.count, "\(id)")
    for (own, other) in zip(back, original) where own != other {
      Issue.record("\(id): \(own) ≠ \(other)")
      return
    }
  }

  @Test(arguments: [ExportFormat.jsonl, .conllu, .vrt, .webannotation])
  func `documents and their quotes come back`(format: ExportFormat) throws {
    let (back, reading) = Self.readBack(format)
    #expect(reading.warnings.isEmpty)
    #expect(Self.documents.count > 5)
    try #require(back.count == Self.documents.count)
    for (document, original) in zip(back, Self.documents) {
      var known = document.metadata
      known.origin = original.metadata.origin
      #expect(known == original.metadata)
      Self.compare(Self.quotes(document), Self.quotes(original), known.id)
      Self.compare(Self.mentions(document), Self.mentions(original), known.id)
      Self.compare(Self.tokens(document), Self.tokens(original), known.id)
    }
  }

  @Test func `documents and their quotes come back from TEI`() throws {
    let (back, reading) = Self.readBack(.tei)
    #expect(reading.warnings.isEmpty)
    try #require(back.count == Self.documents.count)
    for (document, original) in zip(back, Self.documents) {
      var known = document.metadata
      known.origin = original.metadata.origin
      #expect(known == original.metadata)
      Self.compare(Self.quotes(document), Self.quotes(original), known.id)
      Self.compare(
        document.mentions.map { "\($0.form)" }, original.mentions.map { "\($0.form)" }, known.id)
    }
  }

  @Test func `all that a line holds comes back`() throws {
    let (back, _) = Self.readBack(.jsonl)
    for (document, original) in zip(back, Self.documents) {
      #expect(document.text.bytes == original.text.bytes)
      #expect(document.blocks == original.blocks)
      #expect(document.mentions.map(\.form) == original.mentions.map(\.form))
      #expect(document.quotes.map(\.content) == original.quotes.map(\.content))
      #expect(document.quotes.map(\.source) == original.quotes.map(\.source))
      #expect(document.quotes.map(\.confidence) == original.quotes.map(\.confidence))
      #expect(
        document.quotes.map { $0.topics.map(\.name) }
          == original.quotes.map { $0.topics.map(\.name) })
      #expect(document.topics == original.topics)
      for quote in document.quotes {
        #expect(quote.reasons.first == "given by the source, “quotes”")
      }
    }
  }

  @Test(arguments: [ExportFormat.jsonl, .conllu, .vrt, .webannotation, .tei])
  func `texts of any characters come back`(format: ExportFormat) throws {
    let written = ExportSamples.nasty
    let reading = Ingestor.read(
      name: "a.\(format.fileExtension)", bytes: ExportSamples.exported(format, written))
    #expect(reading.warnings.isEmpty)
    let pipeline = AnnotationPipeline.standard(OpenedCorpus.layers)
    let back = Ingestor.annotate(reading.documents) { pipeline.annotate(text: $0, metadata: $1) }
    try #require(back.count == written.count)
    for (document, original) in zip(back, written) {
      var known = document.metadata
      known.origin = original.metadata.origin
      if format == .vrt {
        // Its attributes have plain names.
        #expect(known.other.map(\.value) == original.metadata.other.map(\.value))
        known.other = original.metadata.other
      }
      #expect(known == original.metadata)
      Self.compare(Self.quotes(document), Self.quotes(original), known.id)
      if format != .tei {
        Self.compare(Self.mentions(document), Self.mentions(original), known.id)
      }
    }
  }

  @Test func `what a quote is shown with says that it was given`() throws {
    let line = """
      {"id": "a", "text": "Ada Morel spoke. “We go on,” she said.", \
      "quotes": [{"start": 18, "end": 27, "speaker": "Morel"}]}
      """
    let documents = Ingestor.read(name: "a.jsonl", bytes: Array(line.utf8)).documents
    let annotated = OpenedCorpus.annotated(documents, layers: OpenedCorpus.layers)
    let corpus = try CorpusAssembly([MemoryDocuments(annotated)]).corpus(
      name: "a", with: .reasons)
    let session = Session(corpus: OpenedCorpus(corpus))
    _ = Asked(session: session)("quotes where speaker = \"Ada Morel\"")
    let detail = try session.detail(ofRow: 1)
    #expect(detail.reasons.first == "content: given by the source, “quotes”")
    #expect(
      detail.reasons.contains(
        "speaker: Ada Morel, given by the source, “speaker” as “Morel”, the only one of this surname"
      ))
  }
}
