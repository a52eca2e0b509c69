internal import QueryExecution

/// Writes a result of two keys and a figure as a network: each row is an edge between two nodes.
///
/// The first two columns that are no numbers are the ends of edges, the drawn figure, else the last
/// number, their weight. Pairs have no direction and one set of nodes; so have columns that both name
/// people. Of other results the nodes of each column are a set of their own, and edges lead from the
/// first to the second. Rows without one of the two ends are left out.
struct NetworkWriter {

  private let nodes: [(label: String, column: String)]
  private let edges: [(source: Int, target: Int, weight: String?)]
  private let isDirected: Bool
  private let hasTwoSets: Bool

  /// Creates a writer of a result.
  ///
  /// - Throws: `Undrawable` where it has no two columns of names.
  init(_ table: ResultTable) throws(Undrawable) {
    let ends = table.columns.indices.filter { !table.columns[$0].isNumeric }.prefix(2)
    guard let first = ends.first, let second = ends.dropFirst().first, table.layout != .count else {
      throw Undrawable(
        reason: "the result is no network: it has no two columns of names",
        mend: "ask for pairs of speakers per document, or count by speaker, topic")
    }
    let numbers = table.columns.indices.filter { table.columns[$0].isNumeric }
    let weight = numbers.first { table.columns[$0].isDrawn } ?? numbers.last
    let names = [first, second].map { table.columns[$0].name }
    isDirected = table.unit != "pairs"
    hasTwoSets = isDirected && !names.allSatisfy(Self.people.contains)
    var list = NodeList(columns: names, isOneSet: !hasTwoSets)
    var edges: [(source: Int, target: Int, weight: String?)] = []
    for row in table.rows where row.count == table.columns.count {
      guard let source = row[first].written(joinedBy: "; "),
        let target = row[second].written(joinedBy: "; "), !source.isEmpty, !target.isEmpty
      else { continue }
      let figure = weight.flatMap { row[$0].written(joinedBy: "; ") }
      edges.append((list.number(of: source, 0), list.number(of: target, 1), figure))
    }
    nodes = list.nodes
    self.edges = edges
  }

  /// The nodes by their labels, in the order in which they are met.
  private struct NodeList {
    let columns: [String]
    let isOneSet: Bool
    var nodes: [(label: String, column: String)] = []
    private var numbers: [String: Int] = [:]

    init(columns: [String], isOneSet: Bool) {
      self.columns = columns
      self.isOneSet = isOneSet
    }

    mutating func number(of label: String, _ column: Int) -> Int {
      let key = isOneSet ? label : "\(column)\u{0}\(label)"
      if let number = numbers[key] { return number }
      numbers[key] = nodes.count
      nodes.append((label, columns[column]))
      return nodes.count - 1
    }
  }

  private static let people: Set<String> = [
    "speaker", "addressee", "with", "mention", "entity", "author",
  ]

  /// Writes it in the XML of Gephi (GEXF 1.3).
  func writeGEXF(header: String, into out: inout ByteBuffer) {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.write("<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n")
    out.write("<meta><creator>Quoth</creator><description>")
    out.write(SVGCanvas.escaped(header) + "</description></meta>\n")
    out.write("<graph defaultedgetype=\"\(isDirected ? "directed" : "undirected")\">\n")
    if hasTwoSets {
      out.write("<attributes class=\"node\"><attribute id=\"0\" title=\"column\" type=\"string\"/>")
      out.write("</attributes>\n")
    }
    out.write("<nodes>\n")
    for (number, node) in nodes.enumerated() {
      out.write("<node id=\"\(number)\" label=\"\(SVGCanvas.escaped(node.label))\"")
      let column = SVGCanvas.escaped(node.column)
      out.write(
        hasTwoSets
          ? "><attvalues><attvalue for=\"0\" value=\"\(column)\"/></attvalues></node>\n" : "/>\n")
    }
    out.write("</nodes>\n<edges>\n")
    for (number, edge) in edges.enumerated() where out.wantsMore() {
      out.write("<edge id=\"\(number)\" source=\"\(edge.source)\" target=\"\(edge.target)\"")
      if let weight = edge.weight { out.write(" weight=\"\(weight)\"") }
      out.write("/>\n")
    }
    out.write("</edges>\n</graph>\n</gexf>\n")
  }

  /// Writes it as a list of edges in csv, under the names that Gephi knows.
  func writeEdges(replacesControls: Bool, into out: inout ByteBuffer) {
    func shown(_ label: String) -> String {
      replacesControls ? VisibleText.keepingSpace(label) : label
    }
    out.write("Source,Target,Type,Weight\n")
    for edge in edges where out.wantsMore() {
      DelimitedWriter.writeQuoted(shown(nodes[edge.source].label), into: &out)
      out.write(",")
      DelimitedWriter.writeQuoted(shown(nodes[edge.target].label), into: &out)
      out.write(isDirected ? ",Directed," : ",Undirected,")
      out.write(edge.weight ?? "1")
      out.newline()
    }
  }
}

extension Renderer {

  /// Writes a result as a network, or for one that is none a network of nothing that says why.
  static func writeNetwork(
    _ table: ResultTable, as format: OutputFormat, options: RenderingOptions,
    into out: inout ByteBuffer
  ) {
    let header = ResultHeader(table, firstNumber: options.firstNumber).text
    do throws(Undrawable) {
      let writer = try NetworkWriter(table)
      if format == .edges {
        writer.writeEdges(replacesControls: options.replacesControls, into: &out)
      } else {
        writer.writeGEXF(header: header, into: &out)
      }
    } catch {
      if format == .edges { return out.write("Source,Target,Type,Weight\n") }
      out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
      out.write("<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n<meta><description>")
      out.write(SVGCanvas.escaped("not written: \(error)") + "</description></meta>\n")
      out.write("<graph/>\n</gexf>\n")
    }
  }
}
