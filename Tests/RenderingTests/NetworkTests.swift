import Foundation
import QueryExecution
import Rendering
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Results as networks for Gephi.
@Suite struct NetworkTests {

  private let pairs = table(
    ["speaker", "with", "documents"],
    [
      ["Ek & Ode", "Bo \"B\" Ding", 3], ["Bo \"B\" Ding", "Ada, M.", 1], [.missing, "Ada, M.", 9],
    ],
    unit: "pairs")

  /// What stands in the elements of a file.
  private final class Elements: NSObject, XMLParserDelegate {
    var found: [(name: String, attributes: [String: String])] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      found.append((name, attributes))
    }
  }

  private func elements(
    _ table: ResultTable
  ) throws -> [(name: String, attributes: [String: String])] {
    let parser = XMLParser(data: Data(try Renderer.file(table, as: .gexf)))
    let elements = Elements()
    parser.delegate = elements
    #expect(parser.parse())
    return elements.found
  }

  @Test func `pairs are a network without directions`() throws {
    let found = try elements(pairs)
    #expect(found.first?.attributes["version"] == "1.3")
    #expect(
      found.first { $0.name == "graph" }?.attributes["defaultedgetype"] == "undirected")
    let labels = found.filter { $0.name == "node" }.map { $0.attributes["label"] }
    #expect(labels == ["Ek & Ode", "Bo \"B\" Ding", "Ada, M."])
    let edges = found.filter { $0.name == "edge" }.map { edge in
      ["source", "target", "weight"].map { edge.attributes[$0] ?? "" }.joined(separator: " ")
    }
    #expect(edges == ["0 1 3", "1 2 1"])
  }

  @Test func `columns of two sorts are two sets of nodes`() throws {
    let counts = table(
      ["speaker", "topic", "count"], [["China", "China", 2], ["Ek", "China", 1]])
    let found = try elements(counts)
    #expect(found.filter { $0.name == "node" }.count == 3)
    #expect(
      found.filter { $0.name == "attvalue" }.map { $0.attributes["value"] } == [
        "speaker", "topic", "speaker",
      ])
    #expect(found.first { $0.name == "graph" }?.attributes["defaultedgetype"] == "directed")
  }

  @Test(arguments: ["pairs", "groups"])
  func `a network of odd names keeps the rules of GEXF`(unit: String) throws {
    let names = [
      "A & <B> \"C\"", "a\u{0}b\u{1}c\u{1F}", "two\nlines\tand a tab", "😀𝒳", "]]>",
      "\u{FFFE}\u{FFFF}",
      "=1+1", "x,y;z", "é", "",
    ]
    let rows = names.flatMap { first in
      names.map { [ResultTable.Cell.text(first), .text($0), .decimal(Double($0.utf8.count) / 3)] }
    }
    let found = try elements(table(["speaker", "topic", "share"], rows, unit: unit))
    let order = ["gexf", "meta", "graph", "attributes", "nodes", "edges"]
    let places = found.compactMap { order.firstIndex(of: $0.name) }
    #expect(places == places.sorted())
    let nodes = found.filter { $0.name == "node" }.compactMap { $0.attributes["id"] }
    #expect(Set(nodes).count == nodes.count)
    #expect(nodes.count == (unit == "pairs" ? 9 : 18))
    let edges = found.filter { $0.name == "edge" }.map(\.attributes)
    #expect(Set(edges.compactMap { $0["id"] }).count == 81 && edges.count == 81)
    for edge in edges {
      #expect(nodes.contains(edge["source"] ?? "") && nodes.contains(edge["target"] ?? ""))
      #expect(edge["weight"].flatMap { Float($0) }?.isFinite == true)
    }
    let declared = found.filter { $0.name == "attribute" }.compactMap { $0.attributes["id"] }
    for value in found where value.name == "attvalue" {
      #expect(declared.contains(value.attributes["for"] ?? "") && value.attributes["value"] != nil)
    }
  }

  @Test func `edges are lines of csv under the names that Gephi knows`() {
    #expect(
      Renderer.render(pairs, as: .edges) == """
        Source,Target,Type,Weight
        Ek & Ode,"Bo ""B"" Ding",Undirected,3
        "Bo ""B"" Ding","Ada, M.",Undirected,1

        """)
  }

  @Test func `a result without two columns of names is no network`() {
    let counts = table(["speaker", "count"], [["Ek", 2]])
    for format in [OutputFormat.gexf, .edges] {
      let error = #expect(throws: Undrawable.self) { try Renderer.file(counts, as: format) }
      #expect(error?.reason == "the result is no network: it has no two columns of names")
    }
    #expect(Renderer.render(counts, as: .gexf).contains("not written: the result is no network"))
  }
}
