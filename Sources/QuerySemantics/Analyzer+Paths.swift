internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

extension Analyzer {

  /// Binds the name of an attribute, or reports that there is none.
  mutating func bind(_ path: Path, in scope: Scope) -> BoundPath? {
    if let column = scope.columns.first(where: { Self.isSame($0.name, path.text) }) {
      return column.path
    }
    if case .groups(let columns) = scope.rowType { return bind(path, among: columns) }
    guard let first = path.parts.first, var walk = start(first.text, in: scope) else {
      if lacksRows { return nil }
      report(unknownAttribute(path.parts.first ?? Name("", at: path.range), in: scope))
      return nil
    }
    for part in path.parts.dropFirst() {
      guard let next = follow(part, from: walk) else { return nil }
      walk = next
    }
    return BoundPath(hops: walk.hops, target: walk.target, part: walk.part, text: path.text)
  }

  private mutating func bind(_ path: Path, among columns: [GroupColumn]) -> BoundPath? {
    guard let index = columns.index(named: path.text) else {
      if lacksRows { return nil }
      report(.unknownColumn(path, known: columns.map(\.name)))
      return nil
    }
    return BoundPath(target: .group(index, columns[index]), text: path.text)
  }

  static func isSame(_ a: String, _ b: String) -> Bool { a.lowercased() == b.lowercased() }

  /// Returns where an attribute's name leads from a row: to its own, to a part of its date, to that
  /// of its document.
  func start(_ name: String, in scope: Scope) -> BoundPath? {
    switch scope.rowType {
    case .groups: return nil
    case .matches:
      if ["match", "text"].contains(name.lowercased()) {
        return BoundPath(target: .ownText, text: name)
      }
      if let attribute = matched(name) {
        return BoundPath(target: .matched(attribute), text: name)
      }
      let isOwn = ["document", "sentence"].contains(name.lowercased())
      return (isOwn ? own(name, of: .tokens) : nil) ?? inherited(name, of: .tokens)
    case .table(let table):
      return own(name, of: table) ?? inherited(name, of: table)
    }
  }

  /// The attribute of tokens of which a match has the values of all its tokens.
  private func matched(_ name: String) -> Attribute? {
    guard Self.matchedAttributes.contains(name.lowercased()) else { return nil }
    return corpus.schema.attribute(name, of: .tokens)
  }

  private static let matchedAttributes = ["word", "lemma", "pos"]

  private func own(_ name: String, of table: Table) -> BoundPath? {
    if let attribute = corpus.schema.attribute(name, of: table) {
      return BoundPath(target: .attribute(attribute), text: name)
    }
    if table == .tokens, Self.isSame(name, "text") {
      return BoundPath(target: .ownText, text: name)
    }
    return part(name, of: table, hops: [])
  }

  private func inherited(_ name: String, of table: Table) -> BoundPath? {
    guard let document = corpus.schema.attribute("document", of: table) else { return nil }
    if let attribute = corpus.schema.attribute(name, of: .documents) {
      return BoundPath(hops: [document], target: .attribute(attribute), text: name)
    }
    return part(name, of: .documents, hops: [document])
  }

  private func part(_ name: String, of table: Table, hops: [Attribute]) -> BoundPath? {
    guard let part = DatePart(rawValue: name.lowercased()),
      let date = corpus.schema.attribute("date", of: table)
    else { return nil }
    return BoundPath(hops: hops, target: .attribute(date), part: part, text: name)
  }

  private mutating func follow(_ name: Name, from path: BoundPath) -> BoundPath? {
    guard path.part == nil, case .attribute(let attribute) = path.target else {
      report(.noParts(path.text, path.type, at: name.range))
      return nil
    }
    if attribute.type == .date {
      guard let part = DatePart(rawValue: name.text.lowercased()) else {
        report(.unknownDatePart(name))
        return nil
      }
      return BoundPath(
        hops: path.hops, target: path.target, part: part, text: path.text + "." + name.text)
    }
    guard case .reference(let table) = attribute.type else {
      report(.noParts(path.text, path.type, at: name.range))
      return nil
    }
    let scope = Scope(rowType: .table(table))
    guard let next = start(name.text, in: scope) else {
      report(unknownAttribute(name, in: scope))
      return nil
    }
    return BoundPath(
      hops: path.hops + [attribute] + next.hops, target: next.target, part: next.part,
      text: path.text + "." + name.text)
  }

  /// Returns the path to the date of a row, its own or that of its document.
  func datePath(in scope: Scope) -> BoundPath? {
    guard let path = start("date", in: scope), path.type == .date else { return nil }
    return path
  }

  private func unknownAttribute(_ name: Name, in scope: Scope) -> Diagnostic {
    let table = scope.table ?? .tokens
    var known =
      scope.rowType == .matches
      ? ["match", "text", "document", "sentence"] + Self.matchedAttributes : []
    if scope.table != nil { known += corpus.schema.attributes(of: table).map(\.name) }
    if corpus.schema.attribute("document", of: table) != nil {
      known += corpus.schema.attributes(of: .documents).map(\.name)
    }
    if datePath(in: scope) != nil { known += DatePart.allCases.map(\.rawValue) }
    let owners = Table.allCases.filter { corpus.schema.attribute(name.text, of: $0) != nil }
    return .unknownAttribute(name, of: scope, known: known, owners: owners)
  }
}
