internal import CorpusStore

extension ReadBack {

  /// Returns a move from rows to those of another table that belong to them, as a step.
  func move(from rows: RowType, to table: Table, _ type: UInt32?) -> String {
    let others = plural(table, entityType: type)
    let source: Table =
      if case .table(let table) = rows { table } else { .tokens }
    return "then " + words(source, table, others)
  }

  private func words(_ source: Table, _ table: Table, _ others: String) -> String {
    switch (source, table) {
    case (_, _) where source == table: "the same \(others)"
    case (_, .topics), (_, .outlets), (_, .authors): "their \(others)"
    case (_, .families): "the \(others) that they are part of"
    case (.families, .quotes): "the \(others) that make them up"
    case (.quotes, .entities): "the \(others) \(others == "people" ? "who" : "that") say them"
    case (.entities, .quotes): "the \(others) that they say"
    case (_, .entities) where source.isText: "the \(others) named in them"
    case (.entities, _) where table.isText: "the \(others) that name them"
    case (.topics, _): "the \(others) about them"
    case (.outlets, .documents): "the \(others) that they published"
    case (.authors, .documents): "the \(others) that they wrote"
    case (.documents, _) where table.isText: "the \(others) in them"
    case (_, .documents) where source.isText: "the \(others) in which they stand"
    case (_, _) where source.isText && table.isText: "the \(others) that share words with them"
    default: "the \(others) that belong to them"
    }
  }
}
