import Diagnostics
import Foundation
import QuerySemantics
import QuerySyntax
import Testing

@Suite struct DiagnosticPageTests {

  private struct Section {
    let id: String
    let failing: String
    let mended: String
  }

  private let sections: [Section]
  private let wording: String

  init() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/QuerySemantics").standardizedFileURL
    let page = try String(
      contentsOf: sources.appending(path: "QuerySemantics.docc/Diagnostics.md"), encoding: .utf8)
    let folder = sources.appending(path: "Diagnostics")
    wording = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    )
    .filter { $0.lastPathComponent.hasPrefix("Analyzer+Diagnostics") }
    .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    sections = page.components(separatedBy: "\n## ").dropFirst().map { text in
      let blocks = text.components(separatedBy: "```").map {
        $0.components(separatedBy: "\n").dropFirst().joined(separator: "\n")
          .trimmingCharacters(in: .newlines)
      }
      return Section(
        id: String(text.prefix { $0 != "\n" }), failing: blocks.count > 1 ? blocks[1] : "",
        mended: blocks.count > 3 ? blocks[3] : "")
    }
  }

  @Test func `the page has each id that is reported, sorted, and no other`() {
    var declared: Set<String> = []
    for piece in wording.components(separatedBy: ".error(").dropFirst() {
      let strings = piece.components(separatedBy: "\"")
      if strings.count > 1 { declared.insert(strings[1]) }
    }
    #expect(declared.count > 30)
    #expect(sections.map(\.id) == declared.sorted())
  }

  @Test func `each failing query fails so, and is well when mended`() {
    for section in sections {
      let found = analyses(section.failing).flatMap(\.diagnostics).map(\.id.rawValue)
      #expect(found == [section.id], "\(section.failing)")
      #expect(mistakes(section.mended) == [], "\(section.mended)")
    }
  }
}
