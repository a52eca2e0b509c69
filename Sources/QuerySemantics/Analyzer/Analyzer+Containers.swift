internal import CorpusStore
internal import QuerySyntax

/// Values that no row has in its own attribute, and its document has in the one of that name.
extension Analyzer {

  /// Tells where a value stands that is of documents and of none of the rows; returns whether it is
  /// so.
  mutating func tellContained(_ value: Value, of path: BoundPath) -> Bool {
    guard tellsNames, case .attribute(let attribute) = path.target,
      let container = containing(path, attribute), let dictionary = dictionary(of: container)
    else { return false }
    let codes = codes(of: value, in: container)
    if codes.isEmpty { return false }
    let documents = codes.reduce(into: Set<RowID>()) {
      $0.formUnion(dictionary.postings.rows(of: Int($1)))
    }
    tell(
      .contained(
        value, of: attribute, documents: documents.count,
        as: container.text + " = " + SyntaxPrinter().print(value)))
    return true
  }

  /// The attribute of the same name of the document that a row stands in.
  private func containing(_ path: BoundPath, _ attribute: Attribute) -> BoundPath? {
    guard let document = corpus.schema.attribute("document", of: attribute.table),
      let outer = corpus.schema.attribute(attribute.name, of: .documents),
      outer.type == attribute.type
    else { return nil }
    let parts = path.hops.map(\.name) + [document.name, outer.name]
    return BoundPath(
      hops: path.hops + [document], target: .attribute(outer), text: parts.joined(separator: "."))
  }

  private func codes(of value: Value, in path: BoundPath) -> [UInt32] {
    if path.isTopic { return topicCodes(path, value) }
    if path.type == .reference(.entities) { return entityCodes(entities(named: value), in: path) }
    return codes(folding: Numeral.text(value), in: path)
  }
}
