internal import CorpusStore
internal import Diagnostics
internal import QueryExecution
internal import QuerySemantics
internal import QuerySyntax
internal import Rendering

/// Why a source has no rows.
extension Session {

  /// Returns, for a source without rows, how many its parts have.
  func parts(
    of source: BoundSource, _ written: WrittenSource?, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    switch source {
    case .region(let rows, let relation, let others):
      return try sides(rows, relation, others, written, interruption: interruption)
    case .phrase(let phrase): return words(of: phrase)
    case .pattern(let pattern): return try tokens(of: pattern, interruption: interruption)
    case .table(let table):
      return corpus.rowCount(of: table) == 0 ? ["  the corpus has no \(table.name)"] : []
    case .query, .compare: return []
    }
  }

  /// Returns, for two sources of which no rows stand together so, how many rows each has.
  private func sides(
    _ rows: BoundSource, _ relation: RegionRelation, _ others: BoundSource,
    _ written: WrittenSource?, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    var lines: [String] = []
    var counts: [Int] = []
    for (side, text) in [(rows, written?.left), (others, written?.right)] {
      let found = try count(of: BoundQuery(source: side), interruption: interruption)
      let name = text.map { "`\(Self.inLine($0.text))`" } ?? ReadBack(corpus).text(of: side)
      lines.append("  \(name): " + Plural.counted(found, unit(of: side)))
      counts.append(found)
      if found == 0 {
        return lines + (try parts(of: side, text, interruption: interruption).map { "  " + $0 })
      }
    }
    return lines + ["  none of the first is \(relation.name) one of the second"]
  }

  /// Returns how often each word of a phrase stands in the texts.
  private func words(of phrase: PhrasePattern) -> [String] {
    let words = environment.tokenize(phrase.text)
    guard words.count == phrase.places.count else { return [] }
    let postings = corpus.tokens.folds.dictionary.postings
    let counts = zip(words, phrase.places).map { word, codes in
      (word, codes.reduce(0) { $0 + postings.count(of: Int($1)) })
    }
    // Of a word that stands nowhere a notice has told.
    guard counts.count > 1, counts.allSatisfy({ $0.1 > 0 }) else { return [] }
    let texts = counts.map { "`\($0.0)` " + Plural.times($0.1) }
    return ["  " + texts.joined(separator: ", ") + ", never so together"]
  }

  /// Returns how many tokens fulfil each bracket of a pattern.
  private func tokens(
    of pattern: BoundPattern, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    if pattern.constraint != nil {
      let free = BoundPattern(
        text: pattern.text, node: pattern.node, labelCount: pattern.labelCount)
      let found = try count(of: BoundQuery(source: .pattern(free)), interruption: interruption)
      return [
        "  without the condition behind `::`: \(Plural.counted(found, "matches"))",
        found == 0 ? "" : "  for none of these does it hold",
      ].filter { !$0.isEmpty }
    }
    guard case .sequence(let nodes) = pattern.node else { return [] }
    let tests = nodes.filter { if case .token = $0 { true } else { false } }
    let texts = Self.brackets(in: pattern.text)
    guard tests.count == nodes.count, texts.count == nodes.count else { return [] }
    var counts: [String] = []
    for (text, node) in zip(texts, nodes) where node != .token(.any) {
      let alone = BoundQuery(source: .pattern(BoundPattern(text: text, node: node)))
      counts.append(
        "`\(text)` " + Plural.times(try count(of: alone, interruption: interruption)))
    }
    return counts.isEmpty ? [] : ["  " + counts.joined(separator: ", ") + ", never so together"]
  }

  /// Returns the texts between brackets, with them.
  private static func brackets(in pattern: String) -> [String] {
    var texts: [String] = []
    var text = ""
    var isQuoted = false
    for character in pattern {
      if character == "\"" { isQuoted.toggle() }
      if character == "[", !isQuoted { text = "" }
      text.append(character)
      if character == "]", !isQuoted { texts.append(text) }
    }
    return texts
  }
}

extension Plural {

  /// How often something is there: `never`, `once`, `12 times`.
  fileprivate static func times(_ count: Int) -> String {
    switch count {
    case 0: "never"
    case 1: "once"
    default: counted(count, "times")
    }
  }
}
