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

  /// Whether all of a text is what programs write for a missing one: `NA`, `nan`, `NULL`, `-`.
  static func isAbsentText(_ bytes: [UInt8]) -> Bool {
    guard bytes.count < 16 else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    let word = Self.text(text).trimmed ?? ""
    return AuthorNames.absences.contains(word) || otherAbsences.contains(word)
  }

  private static let otherAbsences: Set<String> = ["-", "--", "–", "—", "<NA>", "#N/A", "\\N"]

  /// The words between blanks of any sort that metadata has, and between characters that mean nothing.
  static func words(_ text: String) -> [Substring] {
    text.split { $0 == " " || $0.isNewline || $0 == "\u{A0}" || isControl($0) }
  }

  /// Whether a character is one that XML has no place for, or that ends a column.
  private static func isControl(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return scalar.value < 0x20 || scalar.value == 0x7F || scalar.value & 0xFFFE == 0xFFFE
  }

  /// The items of a list of keywords: of a text, what stands between semicolons or, where there are
  /// none, between commas.
  ///
  /// `\;` is a semicolon in an item.
  var keywords: [String] {
    switch self {
    case .text(let text):
      Self.clean(
        text.contains(";") ? Self.items(text) : text.split(separator: ",").map(String.init))
    case .list(let items): Self.clean(items)
    case .none: []
    }
  }

  /// Reads a list of one of our own exports, which is no line that somebody wrote.
  init(written list: String) { self = .list(Self.text(list).keywords) }

  /// What stands between semicolons.
  ///
  /// Of the backslashes right before a semicolon two are one, and one alone makes it part of an item.
  private static func items(_ text: String) -> [String] {
    var items = [String.UnicodeScalarView()]
    var slashes = 0
    for scalar in text.unicodeScalars {
      let last = items.count - 1
      if scalar == ";" {
        items[last].removeLast((slashes + 1) / 2)
        if slashes % 2 == 0 { items.append(.init()) } else { items[last].append(scalar) }
      } else {
        items[last].append(scalar)
      }
      slashes = scalar == "\\" ? slashes + 1 : 0
    }
    return items.map { String($0) }
  }

  /// The writers.
  var people: [String] {
    switch self {
    case .text(let text):
      (Self.writtenList(text) ?? Self.lines(text)).map { AuthorNames.names(of: $0) }
        ?? AuthorNames.names(in: text)
    case .list(let items): AuthorNames.names(of: items)
    case .none: []
    }
  }

  /// The lines of a text that has several, each of two words or more; nil where one goes on in the next.
  private static func lines(_ text: String) -> [String]? {
    guard text.contains(where: \.isNewline) else { return nil }
    let lines = text.split(whereSeparator: \.isNewline).map { words(String($0)) }
      .filter { !$0.isEmpty }
    guard lines.count > 1, lines.allSatisfy(isName) else { return nil }
    return lines.map { $0.joined(separator: " ") }
  }

  /// Whether words may be a full name: two or more, of which the first and the last have capitals.
  private static func isName(_ words: [Substring]) -> Bool {
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    return first.first?.isUppercase == true && last.first?.isUppercase == true
      && last.last?.isLetter == true
  }

  /// The items of a list that a program wrote into one cell: `["Ben Ashe", "Rosa Quint"]`, or with the
  /// marks of Python; nil where a text is none.
  private static func writtenList(_ text: String) -> [String]? {
    let text = words(text).joined(separator: " ")
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    var rest = text.dropFirst().dropLast().drop { $0 == " " }
    var items: [String] = []
    while let mark = rest.first {
      guard mark == "\"" || mark == "'" else { return nil }
      rest.removeFirst()
      guard let end = rest.firstIndex(of: mark) else { return nil }
      items.append(String(rest[..<end]))
      rest = rest[rest.index(after: end)...].drop { $0 == " " }
      guard rest.isEmpty || rest.first == "," else { return nil }
      rest = rest.dropFirst().drop { $0 == " " }
    }
    return items
  }

  private static func clean(_ items: [String]) -> [String] {
    items.compactMap { MetadataValue.text($0).trimmed }
  }
}
