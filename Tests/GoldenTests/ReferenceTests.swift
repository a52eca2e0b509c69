import CorpusStore
import Foundation
import QuerySemantics
import QuerySyntax
import Quoth
import TestSupport
import Testing

/// The language reference shows everything that there is, in queries that run.
@Suite struct ReferenceTests {

  private static let pages = Repository.files(in: "Sources/QuerySyntax", suffix: ".md").filter {
    $0.lastPathComponent != "Diagnostics.md"
  }

  /// The words of all queries on the pages.
  private static let words: Set<String> = {
    let code = pages.flatMap { page in
      queries(on: (try? String(contentsOf: page, encoding: .utf8)) ?? "")
    }
    return Set(code.flatMap(Self.words))
  }()

  /// Returns the queries of a page: fenced, or set in where they cannot run in a test.
  private static func queries(on page: String) -> [Substring] {
    page.split(separator: "```").enumerated().flatMap { index, part in
      index.isMultiple(of: 2)
        ? part.split(separator: "\n").filter { $0.hasPrefix("    ") }
        : part.hasPrefix("quoth\n") ? [part] : []
    }
  }

  private static func words(of code: Substring) -> [String] {
    code.split { !$0.isLetter && $0 != "_" }.map { $0.lowercased() }
  }

  @Test(arguments: Keyword.allCases)
  func `every keyword stands in a query`(keyword: Keyword) {
    #expect(Self.words.contains(keyword.rawValue))
  }

  @Test(
    arguments: BoundAggregate.Function.allCases.map(\.rawValue)
      + AssociationMeasure.allCases.map(\.rawValue) + ChartKind.allCases.map(\.rawValue)
      + DatePart.allCases.map(\.rawValue))
  func `every function, measure, chart and part of a date stands in a query`(name: String) {
    #expect(Self.words.contains(name))
  }

  @Test(arguments: RowKind.allCases)
  func `every attribute of a kind of row stands in a query on its rows`(kind: RowKind) throws {
    let page = try Repository.text(of: "Sources/QuerySyntax/QuerySyntax.docc/Rows.md")
    let shared: [RowKind: RowKind] = [
      .organizations: .people, .places: .people, .entities: .people, .outlets: .topics,
      .authors: .topics,
    ]
    let section = try #require(
      page.components(separatedBy: "\n## ").first {
        $0.hasPrefix((shared[kind] ?? kind).rawValue + "\n")
      })
    let words = Set(Self.queries(on: section).flatMap(Self.words))
    let description = CorpusDescription(of: OpenedCorpus.builtin().corpus, only: kind)
    for attribute in description.kinds.flatMap(\.attributes) where attribute.name != "desk" {
      #expect(words.contains(attribute.name), "\(kind.rawValue) \(attribute.name)")
    }
  }
}
