import CorpusFixture
import CorpusStore
import QuerySemantics
import TestSupport

extension RandomQuery {

  static func isNumber(_ type: AttributeType) -> Bool { type == .integer || type == .decimal }

  /// Quotes have no names that tell them apart.
  static func isNoQuote(_ type: AttributeType) -> Bool { type != .reference(.quotes) }

  /// Returns columns with a heading each.
  mutating func columns(
    of type: RowType, _ count: Int, where isWanted: (AttributeType) -> Bool = { _ in true }
  ) -> [BoundColumn] {
    (0..<count).compactMap { index in
      path(of: type, where: isWanted).map { BoundColumn($0, name: "key \(index)") }
    }
  }

  mutating func paths(of type: RowType, _ count: Int) -> [BoundPath] {
    (0..<count).compactMap { _ in path(of: type) }
  }

  /// Returns a path from rows of a type, at times through a reference.
  mutating func path(
    of type: RowType, where isWanted: (AttributeType) -> Bool = { _ in true }
  ) -> BoundPath? {
    switch type {
    case .groups(let columns):
      let wanted = columns.indices.filter { isWanted(columns[$0].type) }
      guard !wanted.isEmpty else { return nil }
      let index = random.pick(wanted)
      return BoundPath(target: .group(index, columns[index]), text: columns[index].name)
    case .matches:
      guard random.once(in: 3), isWanted(.text) else { return path(of: .tokens, isWanted) }
      if random.once(in: 2) { return BoundPath(target: .ownText, text: "match") }
      let name = random.pick(["word", "lemma", "pos"])
      return corpus.schema.attribute(name, of: .tokens).map {
        BoundPath(target: .matched($0), text: name)
      }
    case .table(let table): return path(of: table, isWanted)
    }
  }

  private mutating func path(
    of table: Table, _ isWanted: (AttributeType) -> Bool
  ) -> BoundPath? {
    let own = corpus.schema.attributes(of: table)
    let references = own.filter { if case .reference = $0.type { true } else { false } }
    let wanted = own.filter { isWanted($0.type) }
    if !references.isEmpty, wanted.isEmpty || random.once(in: 2) {
      let hop = random.pick(references)
      if case .reference(let next) = hop.type, let tail = path(of: next, isWanted),
        tail.hops.count < 2
      {
        return BoundPath(
          hops: [hop] + tail.hops, target: tail.target, part: tail.part,
          text: hop.name + "." + tail.text)
      }
    }
    guard !wanted.isEmpty else { return nil }
    let attribute = random.pick(wanted)
    let part: DatePart? =
      attribute.type == .date && random.once(in: 2) ? random.pick(DatePart.allCases) : nil
    return BoundPath(target: .attribute(attribute), part: part, text: attribute.name)
  }

  /// Returns the path to the day of rows of a table, if they have one.
  func datePath(of table: Table) -> BoundPath? {
    guard let date = corpus.schema.attribute("date", of: .documents) else { return nil }
    if table == .documents { return BoundPath(target: .attribute(date), text: "date") }
    return corpus.schema.attribute("document", of: table).map {
      BoundPath(hops: [$0], target: .attribute(date), text: "date")
    }
  }

  /// Returns an attribute by which words are told apart.
  mutating func tokenAttribute() -> Attribute {
    let names = corpus.schema.attributes(of: .tokens).filter {
      ["word", "lemma"].contains($0.name)
    }
    return random.pick(names)
  }
}

extension BoundPath {
  /// The path to a part of the date.
  func with(_ part: DatePart) -> BoundPath {
    BoundPath(hops: hops, target: target, part: part, text: text)
  }
}

extension Column {
  /// The number of codes in its dictionary.
  var codeCount: Int {
    switch self {
    case .codes(let column): column.dictionary.count
    case .codeLists(let column): column.dictionary.count
    case .integers, .decimals, .dates, .texts: 0
    }
  }
}
