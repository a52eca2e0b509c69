internal import Diagnostics
internal import QuerySyntax

/// A source as it was written, with the two sides of its relation.
struct WrittenSource {

  /// Its text.
  let text: String

  private let tree: Source

  /// Reads the source of a statement; nil where it has none.
  init?(_ statement: String) {
    guard case .query(let query)? = Parser.parse(statement).script.statements.first?.kind else {
      return nil
    }
    self.init(query.source, in: SourceText(statement, name: ""))
  }

  private init(_ tree: Source, in source: SourceText) {
    self.tree = tree
    self.source = source
    text = source.substring(tree.range)
  }

  private let source: SourceText

  /// What stands in front of the relation.
  var left: WrittenSource? {
    guard case .region(let left, _, _) = tree.kind else { return nil }
    return WrittenSource(left, in: source)
  }

  /// What stands behind it.
  var right: WrittenSource? {
    guard case .region(_, _, let right) = tree.kind else { return nil }
    return WrittenSource(right, in: source)
  }
}
