import Diagnostics
import Foundation
import QuerySyntax
import TestSupport
import Testing

@Suite struct DiagnosticDocumentationTests {

  /// A section of the page: an id, a query that fails with it, and the query mended.
  private struct Section {
    let id: String
    let failing: String
    let mended: String
  }

  private let sections: [Section]

  init() throws {
    let page = try Repository.text(of: "Sources/QuerySyntax/QuerySyntax.docc/Diagnostics.md")
    sections = page.components(separatedBy: "\n## ").dropFirst().map { text in
      let blocks = text.components(separatedBy: "```")
      return Section(
        id: String(text.prefix { $0 != "\n" }), failing: Self.query(in: blocks, at: 1),
        mended: Self.query(in: blocks, at: 3))
    }
  }

  private static func query(in blocks: [String], at index: Int) -> String {
    guard index < blocks.count else { return "" }
    return blocks[index].split(separator: "\n", maxSplits: 1).last.map(String.init)?
      .trimmingCharacters(in: .newlines) ?? ""
  }

  /// The ids that the lexer and the parser report.
  private func declaredIDs() throws -> [String] {
    var ids: [String] = []
    for file in Repository.files(in: "Sources/QuerySyntax", suffix: "+Diagnostics.swift") {
      let pieces = try String(contentsOf: file, encoding: .utf8).components(separatedBy: ".error(")
      for piece in pieces.dropFirst() {
        let strings = piece.components(separatedBy: "\"")
        if strings.count > 1 { ids.append(strings[1]) }
      }
    }
    return ids
  }

  @Test func `the paragraphs are sorted and each id has one`() throws {
    let ids = sections.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    for id in try declaredIDs() { #expect(ids.contains(id), "\(id) is not documented") }
  }

  @Test func `each failing query fails so, and is well when mended`() throws {
    let declared = Set(try declaredIDs())
    for section in sections where declared.contains(section.id) {
      let found = Parser.parse(section.failing).diagnostics.map(\.id.rawValue)
      #expect(found.contains(section.id), "\(section.failing)")
      #expect(Parser.parse(section.mended).diagnostics.isEmpty, "\(section.mended)")
    }
  }
}
