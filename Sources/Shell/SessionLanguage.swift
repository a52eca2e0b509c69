internal import Quoth

/// What a session tells the line editor about a statement that is being typed.
struct SessionLanguage: LineLanguage {

  let session: Session

  func isComplete(_ text: String) -> Bool { session.isComplete(text) }

  func completions(in text: String, at cursor: Int) -> Completions {
    let found = session.suggestions(in: text, at: cursor)
    return Completions(
      replacing: found.range, with: found.items.map { Completion($0.text, note: $0.note) })
  }

  func highlights(of text: String) -> [Highlight] {
    session.roles(in: text).map { Highlight($0.range, Role($0.role)) }
  }

  /// The rest of the word that is being typed, where only one can be meant.
  func hint(for text: String, at cursor: Int) -> String? {
    guard let (range, only) = session.onlySuggestion(in: text, at: cursor), !range.isEmpty else {
      return nil
    }
    let typed = Array(text.utf8)[range]
    let whole = Array(only.text.utf8)
    guard whole.count > typed.count, whole.starts(with: typed) else { return nil }
    return String(decoding: whole[typed.count...], as: UTF8.self)
  }

  /// The first things that can stand here, where nothing of them is typed yet.
  func footer(for text: String, at cursor: Int) -> String? { nil }
}

extension Role {

  /// Creates the role of a piece of a statement.
  init(_ role: StatementRole) {
    switch role {
    case .keyword: self = .keyword
    case .name: self = .name
    case .string: self = .string
    case .number: self = .number
    case .mark: self = .mark
    case .comment: self = .comment
    case .error: self = .error
    }
  }
}
