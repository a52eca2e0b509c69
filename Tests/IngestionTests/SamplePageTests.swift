import Annotation
import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// Pages as publishing systems make them, each with what is to be read from it beside it.
@Suite struct SamplePageTests {

  static let names = [
    "amp", "blog", "endless", "french", "german", "government", "newspaper", "script", "tables",
    "wordpress",
  ]

  @Test(arguments: names)
  func `a page gives its text and nothing else`(name: String) throws {
    let folder = Repository.root.appending(path: "Tests/Pages")
    let page = try Data(contentsOf: folder.appending(path: name + ".html"))
    let expected = try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)
    let reading = Ingestor.read(name: name + ".html", bytes: Array(page))
    #expect(reading.warnings.isEmpty)
    let document = try #require(reading.documents.first)
    #expect(Self.printed(document) == expected)
  }

  private static func printed(_ document: SourceDocument) -> String {
    let metadata = document.metadata
    let fields: [(String, String?)] = [
      ("title", metadata.title), ("date", metadata.date?.written), ("outlet", metadata.outlet),
      ("authors", metadata.authors.joined(separator: "; ")), ("section", metadata.section),
      ("tags", metadata.tags.joined(separator: "; ")), ("language", metadata.language),
      ("url", metadata.url),
    ]
    let lines = fields.map { name, value in
      "\(name): \(value.flatMap { $0.isEmpty ? nil : $0 } ?? "-")\n"
    }
    return lines.joined() + "\n" + document.text.text + "\n"
  }
}
