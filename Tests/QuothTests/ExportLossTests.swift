import Annotation
import Foundation
import TestSupport
import Testing

@testable import Ingestion
@testable import Quoth

/// What exports once lost: offices, documents without words, staff among writers, the ends of paragraphs.
@Suite struct ExportLossTests {

  private static let forms = ExportFormat.allCases.filter { $0 != .csv }

  /// Reads a file, writes it in a form, and reads that back.
  private func back(
    _ name: String, _ source: String, _ format: ExportFormat
  ) throws -> (original: [AnnotatedDocument], back: [AnnotatedDocument], told: [String]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "quoth-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
      let file = folder.appending(path: name)
      try Data(bytes).write(to: file)
      return file.path
    }
    let path = try write(name, Array(source.utf8))
    let export = try CorpusExport([path])
    var bytes: [UInt8] = []
    let told = try export.write(as: format) { piece in
      bytes += piece
      return true
    }
    let written = try write("out.\(format.fileExtension)", bytes)
    return (try export.documents(), try CorpusExport([written]).documents(), told)
  }

  private func roles(_ documents: [AnnotatedDocument]) -> Set<String> {
    Set(
      documents.flatMap(\.entities).filter { !$0.roles.isEmpty }.map { "\($0.name): \($0.roles)" })
  }

  @Test(arguments: forms)
  func `offices of people come back`(format: ExportFormat) throws {
    let read = ExportSamples.read(
      "a.\(format.fileExtension)", ExportSamples.exported(format, ExportSamples.builtin))
    #expect(roles(ExportSamples.builtin).count > 5)
    #expect(roles(read.documents) == roles(ExportSamples.builtin))
  }

  @Test(arguments: ExportFormat.allCases)
  func `a headline without words is a document`(format: ExportFormat) throws {
    let feed = """
      <rss version="2.0"><channel><title>P</title><item><title>Only a headline</title><guid>b</guid></item>\
      <item><title>B</title><description>Jon Roe left.</description></item></channel></rss>
      """
    let (original, back, told) = try back("e.rss", feed, format)
    #expect(back.map(\.metadata.id) == original.map(\.metadata.id) && back.count == 2)
    #expect(back.map(\.metadata.title) == original.map(\.metadata.title))
    #expect(told.isEmpty)
  }

  @Test(arguments: ExportFormat.allCases)
  func `writers come back as they were, staff among them`(format: ExportFormat) throws {
    let line = """
      {"id":"https://p.example/?p=1","url":"https://p.example/a","outlet":"The Post",\
      "author":["Ida Lund","The Post Staff"],"text":"Mayor Ada Morel said that it rained."}
      """
    let (original, back, _) = try back("a.jsonl", line, format)
    #expect(back.first?.metadata.authors == ["Ida Lund", "The Post Staff"])
    #expect(back.first?.metadata.id == original.first?.metadata.id)
    #expect(back.first?.metadata.url == original.first?.metadata.url)
  }

  @Test(arguments: forms)
  func `a speech of two paragraphs has no blank line in it`(format: ExportFormat) throws {
    let debate = """
      <TEI><text><body><u who="#IdaLund"><seg>I move the bill.</seg><seg>It is short.</seg></u></body></text></TEI>
      """
    let (_, back, _) = try back("a.xml", debate, format)
    let document = try #require(back.first)
    #expect(
      document.quotes.map { $0.content.map { document.text.string($0) } } == [
        ["I move the bill.", "It is short."]
      ])
  }

  @Test func `words that a form has no room for are told`() throws {
    let words = "# newdoc id = a\n1\tYes\tyes\tINTJ\t_\t_\t_\t_\t_\t_\n\n"
    for format in [ExportFormat.tei, .webannotation, .csv] {
      let told = try back("a.conllu", words, format).told
      #expect(
        told.map { $0.split(separator: "/").last } == [
          "a.conllu: \(format.rawValue) has no room for the words that 1 document came with; "
            + "write them with --format jsonl"
        ])
    }
    for format in [ExportFormat.jsonl, .conllu, .vrt] {
      #expect(try back("a.conllu", words, format).told.isEmpty)
    }
  }
}
