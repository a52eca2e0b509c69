import Foundation
import TestSupport
import Testing

/// The page of the mistakes that only a session finds.
@Suite struct DiagnosticPageTests {

  @Test func `every id has its paragraph, in order, and no other`() throws {
    let page = try Repository.text(of: "Sources/Quoth/Quoth.docc/Diagnostics.md")
    let documented = page.components(separatedBy: "\n## ").dropFirst().map {
      String($0.prefix { $0 != "\n" })
    }
    var declared: [String] = []
    for file in Repository.files(in: "Sources/Quoth", suffix: "+Diagnostics.swift") {
      let pieces = try String(contentsOf: file, encoding: .utf8).components(separatedBy: ".error(")
      declared += pieces.dropFirst().map { $0.components(separatedBy: "\"")[1] }
    }
    #expect(!declared.isEmpty)
    #expect(documented == declared.sorted())
  }
}
