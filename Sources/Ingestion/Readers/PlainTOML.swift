/// The lines of the form `name = value` in a text of TOML, with their tables.
///
/// Values are texts, dates, numbers, and lists of such, which may go over several lines. Others are passed
/// over. Source: https://toml.io/en/v1.0.0.
struct PlainTOML {

  /// The fields in their order; one of a table is named `table.name`.
  private(set) var fields: [(name: String, value: MetadataValue)] = []

  /// The first line that is none of these, from one.
  private(set) var faultLine: Int?

  /// Reads a text.
  mutating func read(_ source: ArraySlice<UInt8>) {
    let lines = source.split(separator: 0x0A, omittingEmptySubsequences: false)
    var table = ""
    // A list that has not ended, with the line at which it began.
    var list: (name: String, value: String, line: Int)?
    for (index, bytes) in lines.enumerated() {
      let words = MetadataValue.words(String(decoding: bytes, as: UTF8.self))
      let line = Self.withoutComment(words.joined(separator: " "))
      if line.isEmpty { continue }
      if let open = list {
        let value = open.value + " " + line
        list = Self.isClosed(value) ? nil : (open.name, value, open.line)
        if list == nil { add(open.name, value, open.line) }
        continue
      }
      if line.hasPrefix("["), line.hasSuffix("]"), !line.contains("=") {
        table = line.filter { !"[]\"' ".contains($0) } + "."
        continue
      }
      guard let sign = line.firstIndex(of: "=") else {
        faultLine = faultLine ?? index + 1
        continue
      }
      let name = table + line[..<sign].filter { $0 != " " && $0 != "\"" }
      let value = String(line[line.index(after: sign)...].drop { $0 == " " })
      if value.hasPrefix("["), !Self.isClosed(value) {
        list = (name, value, index + 1)
      } else {
        add(name, value, index + 1)
      }
    }
    if let list { faultLine = faultLine ?? list.line }
  }

  private mutating func add(_ name: String, _ text: String, _ line: Int) {
    guard let value = Self.value(text) else {
      faultLine = faultLine ?? line
      return
    }
    fields.append((name, value))
  }

  /// A text, a date, a number, or a list of such.
  private static func value(_ text: String) -> MetadataValue? {
    if text.hasPrefix("[") {
      let inside = text.dropFirst().dropLast()
      // A list of lists, or of tables, is no plain value.
      if inside.contains(where: { $0 == "[" || $0 == "{" }) { return nil }
      return .list(items(of: inside))
    }
    guard let mark = text.first, mark == "\"" || mark == "'" else {
      return text.isEmpty || text.hasPrefix("{") ? nil : .text(text)
    }
    guard text.count > 1, text.last == mark else { return nil }
    let inside = text.dropFirst().dropLast()
    // Three marks begin a text of several lines.
    guard inside.first != mark else { return inside.isEmpty ? .text("") : nil }
    return .text(mark == "\"" ? unescaped(inside) : String(inside))
  }

  /// The items of a list; a comma in quotes is part of one.
  private static func items(of list: Substring) -> [String] {
    var items = [""]
    var mark: Character?
    for character in list {
      if let open = mark {
        if character == open { mark = nil } else { items[items.count - 1].append(character) }
      } else if character == "\"" || character == "'" {
        mark = character
      } else if character == "," {
        items.append("")
      } else {
        items[items.count - 1].append(character)
      }
    }
    return items.compactMap { MetadataValue.text($0).trimmed }
  }

  /// A text in which `\"` and `\\` are what they stand for.
  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped, character != "\"", character != "\\" { result.append("\\") }
      isEscaped = !isEscaped && character == "\\"
      if !isEscaped { result.append(character) }
    }
    return result
  }

  /// Whether as many brackets are closed as were opened, outside of texts.
  private static func isClosed(_ value: String) -> Bool {
    var depth = 0
    forEachOutside(value) { if $1 == "[" { depth += 1 } else if $1 == "]" { depth -= 1 } }
    return depth <= 0
  }

  /// A line without what stands behind `#`, outside of texts.
  private static func withoutComment(_ line: String) -> String {
    guard line.contains("#") else { return line }
    var end: String.Index?
    forEachOutside(line) { if $1 == "#", end == nil { end = $0 } }
    let rest = end.map { line[..<$0] } ?? line[...]
    return MetadataValue.text(String(rest)).trimmed ?? ""
  }

  /// Calls `body` with all characters that stand in no text, and where they do.
  private static func forEachOutside(_ line: String, _ body: (String.Index, Character) -> Void) {
    var mark: Character?
    var isEscaped = false
    for index in line.indices {
      let character = line[index]
      if let open = mark {
        if character == open, !isEscaped { mark = nil }
        isEscaped = character == "\\" && !isEscaped && open == "\""
      } else if character == "\"" || character == "'" {
        (mark, isEscaped) = (character, false)
      } else {
        body(index, character)
      }
    }
  }
}
