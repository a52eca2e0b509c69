import Annotation
import Foundation
import TestSupport
import Testing

@testable import Ingestion
@testable import Quoth

/// The whole text comes back from every form: headings, marks of lists, lines beside the text, cues, and
/// the word of a source that there is nothing.
@Suite struct ExportLayoutTests {

  private static let forms = ExportFormat.allCases.filter { $0 != .csv }

  private static let sources: [(name: String, text: String)] = [
    (
      "list.md",
      """
      ---
      title: T
      ---

      To cover more Americans, the office began enrollment through August
      15.  And, we are committed to building on the successes, said Ada Morel.

      1. First item, said Jon Roe.
      2. Second item, said Bo Li.

      ----

      > “It rained,” said Ida Lund.

      In 2024 he said that it rained in
      1999. Then it snowed.

      * * *
      """
    ),
    (
      "page.html",
      """
      <html><head><title>T</title></head><body><article><h1>Bridge to close for two years</h1><p>“We must act,” \
      said Ada Morel, the mayor of Otterburg, on Thursday in the town hall before the vote.</p><h2>Residents \
      protest against the plan</h2><p>Jon Roe, who runs the ferry, said that the first week would be free for \
      all who live in the valley.</p><ul><li>The ferry sails at nine.</li><li>Roe said that it was late.</li></ul>\
      <h2>Morel: “We go on”</h2><p>They left.</p></article></body></html>
      """
    ),
    (
      "plain.txt",
      """
      The ferry to Lanna sails again

      By Ida Lund, The Harbour Post
      3 March 2025

      “The engine is as good as new,” said Ada Morel, the mayor of Otterburg.

      WHAT RESIDENTS SAY

      Jon Roe, who runs the ferry, said that the first week would be free.

      Share this:

      11:44 A.M. EST
      """
    ),
    (
      "cues.txt",
      """
      The President made clear that he wants voting rights to be passed into law. Ada Morel, the mayor, made \
      clear that the bridge will be closed. Jon Roe was worried that the ferry would be late. Ada Morel made \
      sure that the school would open. According to Jon Roe, it rained.
      """
    ),
    (
      "none.jsonl",
      """
      {"id":"noq","title":"Ferry","text":"“The harbour was closed,” said Tom Arden of Paris.","quotes":[]}
      {"id":"nom","text":"“The bridge is open,” said Ada Morel in London today.","quotes":[{"start":1,"end":19,\
      "speaker":"Ada Morel"}],"mentions":[]}
      {"id":"nothing","text":"“The road is closed,” said Jon Roe in Berlin.","quotes":[],"mentions":[]}
      {"id":"heads","title":"Only this","text":"# Only this\\n\\n## And this"}
      {"id":"cue","text":"Ada Morel told us: it rains.","quotes":[{"start":19,"end":27,"speaker":"Ada Morel",\
      "lemma":"tell about"}]}
      """
    ),
  ]

  /// The texts one after the other and, of random parts, in texts of their own.
  private static let texts: [(name: String, text: String)] = {
    var random = SeededGenerator(seed: 12)
    let parts = sources.filter { !$0.name.hasSuffix("l") }.flatMap {
      $0.text.components(separatedBy: "\n\n")
    }
    let mixed = (0..<5).map { number in
      let own = (0..<6).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }
      return ("mixed\(number).md", own.filter { !$0.hasPrefix("---") }.joined(separator: "\n\n"))
    }
    return sources + mixed
  }()

  private struct Export {
    let original: [AnnotatedDocument]
    let back: [AnnotatedDocument]
    let told: [String]
  }

  private func export(
    _ source: (name: String, text: String), _ format: ExportFormat
  ) throws -> Export {
    let folder = FileManager.default.temporaryDirectory.appending(path: "quoth-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: source.name)
    try Data(source.text.utf8).write(to: path)
    var options = ReadingOptions()
    options.duplicates = .keep
    let export = try CorpusExport([path.path], reading: options)
    var bytes: [UInt8] = []
    let told = try export.write(as: format) { piece in
      bytes += piece
      return true
    }
    let copy = folder.appending(path: "copy.\(format.fileExtension)")
    try Data(bytes).write(to: copy)
    let again = try CorpusExport([copy.path], reading: options)
    #expect(again.warnings.isEmpty)
    return Export(original: try export.documents(), back: try again.documents(), told: told)
  }

  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func blocks(_ document: AnnotatedDocument) -> [String] {
    document.blocks.map { "\($0.kind): \(words(document.text.string($0.range)))" }
  }

  private func quotes(_ document: AnnotatedDocument) -> [String] {
    document.quotes.map { quote in
      let who = quote.speaker.map { document.entities[Int($0)].name } ?? "nobody"
      let text = quote.content.map { words(document.text.string($0)) }
      return "\(who) \(quote.cueLemma ?? "-") \(quote.kind) \(text)"
    }
  }

  private func mentions(_ document: AnnotatedDocument) -> [String] {
    document.mentions.map { mention in
      let who = mention.entity.map { document.entities[Int($0)].name } ?? "nobody"
      return "\(mention.firstToken) \(mention.form) \(who)"
    }
  }

  @Test(arguments: forms)
  func `all of a text comes back with its layout, quotes and names`(format: ExportFormat) throws {
    for source in Self.texts {
      let export = try export(source, format)
      #expect(export.told.isEmpty, "\(source.name)")
      try #require(export.back.count == export.original.count, "\(source.name)")
      for (back, original) in zip(export.back, export.original) {
        let id = "\(source.name) \(original.metadata.id)"
        let texts = [back, original].map { words(String(decoding: $0.text.bytes, as: UTF8.self)) }
        // Of marks the blank behind them may be another.
        #expect(texts[0].filter { $0 != " " } == texts[1].filter { $0 != " " }, "\(id)")
        #expect(blocks(back) == blocks(original), "\(id)")
        #expect(quotes(back) == quotes(original), "\(id)")
        #expect(mentions(back) == mentions(original), "\(id)")
        #expect(back.metadata.title == original.metadata.title, "\(id)")
      }
    }
  }

  @Test func `cues, headings and empty lists stand in what is exported`() throws {
    let found = try Self.sources.flatMap { try export($0, .jsonl).original }
    let cues = Set(found.flatMap(\.quotes).compactMap(\.cueLemma))
    #expect(cues.isSuperset(of: ["clear", "sure", "according to", "tell about"]), "\(cues)")
    let kinds = Set(found.flatMap(\.blocks).map(\.kind))
    #expect(kinds.isSuperset(of: [.heading, .title, .headline, .byline, .paragraph]), "\(kinds)")
    func ids(without layer: Layer) -> [String] {
      found.filter { $0.emptyLayers.contains(layer) }.map(\.metadata.id)
    }
    #expect(ids(without: .quotes) == ["noq", "nothing"])
    #expect(ids(without: .mentions) == ["nom", "nothing"])
  }

  @Test func `csv tells of the lists that it has no room for`() throws {
    let source = try #require(Self.sources.last)
    #expect(
      try export(source, .csv).told.map { $0.split(separator: "/").last } == [
        "none.jsonl: csv has no room for the quotes, empty lists of names and empty lists of quotes that 4 "
          + "documents came with; write them with --format jsonl"
      ])
  }

  @Test(arguments: [ExportFormat.conllu, .vrt])
  func `words that no token holds are told`(format: ExportFormat) throws {
    var document = try #require(ExportSamples.builtin.first)
    var losses = ExportLosses(format)
    losses.note(document)
    #expect(losses.lines("a").isEmpty)
    let word = try #require(document.tokens.firstIndex { $0.partOfSpeech == .noun })
    document.tokens.remove(at: word)
    losses.note(document)
    #expect(losses.lines("a").count == 1)
  }
}
