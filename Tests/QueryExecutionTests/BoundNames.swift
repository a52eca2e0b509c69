import CorpusStore
import Diagnostics
import QuerySemantics
import Testing

/// Makes parts of bound queries by the names of things.
struct BoundNames {

  let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// Returns the path of an attribute, through the attributes named before it.
  func path(_ name: String, _ table: Table, through hops: String...) throws -> BoundPath {
    var table = table
    var attributes: [Attribute] = []
    for hop in hops {
      let attribute = try #require(corpus.schema.attribute(hop, of: table))
      attributes.append(attribute)
      if case .reference(let next) = attribute.type { table = next }
    }
    let target = try #require(corpus.schema.attribute(name, of: table))
    return BoundPath(hops: attributes, target: .attribute(target), text: name)
  }

  /// Returns the codes of a value in the column that it stands in first.
  func codes(_ value: String) -> [UInt32] {
    guard let symbol = corpus.pool.symbol(of: value) else { return [] }
    for attribute in corpus.schema.attributes {
      guard case .codes(let column)? = corpus.column(of: attribute),
        column.dictionary.domain == .symbols, attribute.table != .tokens,
        let code = column.dictionary.code(of: symbol.rawValue)
      else { continue }
      guard attribute.table == .entities else { return [code] }
      let rows = column.dictionary.postings.rows(of: Int(code))
      guard case .codes(let speakers)? = corpus.column("speaker", of: .quotes) else { return [] }
      return rows.compactMap { speakers.dictionary.code(of: $0.rawValue) }
    }
    return []
  }

  /// Returns the pattern of some words.
  func phrase(_ words: String...) -> PhrasePattern {
    let dictionary = corpus.tokens.folds.dictionary
    return PhrasePattern(
      text: words.joined(separator: " "),
      places: words.map { word in
        corpus.pool.symbol(of: TextFolding.fold(word)).flatMap {
          dictionary.code(of: $0.rawValue)
        }.map { [$0] } ?? []
      })
  }

  func clause(_ predicate: BoundPredicate) -> BoundClause {
    BoundClause(predicate, at: SourceRange(0, 0))
  }
}
