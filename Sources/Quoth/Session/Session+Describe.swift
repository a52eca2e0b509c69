internal import QueryExecution
internal import QuerySemantics
internal import QuerySyntax

extension Session {

  /// Returns what there is to ask about as a table: kinds of row, or the attributes of one.
  static func table(of description: CorpusDescription) -> ResultTable {
    guard description.kinds.count == 1, let kind = description.kinds.first else {
      return tableOfKinds(description.kinds)
    }
    let rows = kind.attributes.map { attribute -> [ResultTable.Cell] in
      [
        .text(attribute.name), .text(attribute.holding), .text(attribute.summary),
        .text(attribute.examples.map { "\($0.value) (\($0.count))" }.joined(separator: ", ")),
      ]
    }
    return ResultTable(
      layout: .table, unit: "attributes",
      columns: ["attribute", "holds", "meaning", "examples"].map { .init(name: $0) },
      rows: rows, total: rows.count)
  }

  private static func tableOfKinds(_ kinds: [CorpusDescription.Kind]) -> ResultTable {
    let rows = kinds.map { kind -> [ResultTable.Cell] in
      [
        .text(kind.kind.rawValue), .integer(kind.count),
        .text(kind.attributes.map(\.name).joined(separator: ", ")),
      ]
    }
    return ResultTable(
      layout: .table, unit: "kinds of row",
      columns: [
        .init(name: "rows"), .init(name: "count", isNumeric: true), .init(name: "attributes"),
      ],
      rows: rows, total: rows.count)
  }
}
