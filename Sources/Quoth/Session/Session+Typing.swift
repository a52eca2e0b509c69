internal import Diagnostics
internal import QuerySyntax

/// What a piece of a statement is, for whoever colours it.
public enum StatementRole: Hashable, Sendable {
  case keyword, name, string, number, mark, comment, error
}

extension Session {

  /// Returns whether a text is a statement that can run as it stands.
  public func isComplete(_ text: String) -> Bool { Parser.isComplete(text) }

  /// Returns the pieces of a statement that have a role, in order, by their UTF-8 bytes.
  public func roles(in text: String) -> [(range: Range<Int>, role: StatementRole)] {
    Parser.classify(text).compactMap { piece in
      StatementRole(piece.role).map { (piece.range.start..<piece.range.end, $0) }
    }
  }

  /// Returns what `word` is most likely meant to be, if one of the candidates is near enough.
  public func nearest(to word: String, among candidates: [String]) -> String? {
    EditDistance.nearest(to: word, among: candidates, most: 1).first
  }
}

extension StatementRole {

  /// Creates the role of a piece of syntax; values without quotation marks have none.
  fileprivate init?(_ role: SyntaxRole) {
    switch role {
    case .keyword: self = .keyword
    case .rowKind, .attribute, .name, .parameter: self = .name
    case .string: self = .string
    case .number, .date: self = .number
    case .mark: self = .mark
    case .comment: self = .comment
    case .error: self = .error
    case .value: return nil
    }
  }
}
