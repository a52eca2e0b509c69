/// What a source says in one field: a text, a list of texts, or nothing.
enum MetadataValue: Hashable {
  case text(String)
  case list([String])
  case none

  /// The value in one line.
  var line: String {
    switch self {
    case .text(let text): text
    case .list(let items): items.joined(separator: ", ")
    case .none: ""
    }
  }

  /// The value without the blanks around it, or nil where nothing is left.
  var trimmed: String? {
    let words = Self.words(line)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// The words between blanks of any sort that metadata has.
  static func words(_ text: String) -> [Substring] {
    text.split { $0 == " " || $0 == "\t" || $0.isNewline || $0 == "\u{A0}" }
  }

  /// The items of a list of keywords: of a text, what stands between semicolons or, where there are
  /// none, between commas.
  var keywords: [String] {
    switch self {
    case .text(let text):
      Self.clean(text.split(separator: text.contains(";") ? ";" : ",").map(String.init))
    case .list(let items): Self.clean(items)
    case .none: []
    }
  }

  /// The writers.
  var people: [String] {
    switch self {
    case .text(let text): AuthorNames.names(in: text)
    case .list(let items): AuthorNames.names(of: items)
    case .none: []
    }
  }

  private static func clean(_ items: [String]) -> [String] {
    items.compactMap { MetadataValue.text($0).trimmed }
  }
}
