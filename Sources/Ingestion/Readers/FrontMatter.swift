/// The YAML between two lines of `---` at the start of a text, or the TOML between two of `+++`.
struct FrontMatter {

  /// The fields in their order; a field inside of another is named `outer.inner`.
  private(set) var fields: [(name: String, value: MetadataValue)] = []

  /// The number of bytes up to the first line of the text.
  let length: Int

  /// Whether it is TOML.
  let isTOML: Bool

  /// Whether no line ends it: it goes to the first empty line then.
  private(set) var isUnclosed = false

  /// What is wrong with it, and the line of the file.
  private(set) var fault: (message: String, line: Int)?

  /// Reads the front matter of a text, or returns nil where it has none.
  ///
  /// Where no line ends it, what begins with a field of ours is one up to the first empty line. If the
  /// YAML is not valid, its lines of the form `key: value` are read as plain text. What has no fields
  /// between the lines is text between two rules.
  init?(_ bytes: [UInt8]) {
    let start = bytes.byteOrderMarkLength
    guard let first = Self.line(bytes, from: start),
      Self.isFence(bytes[first.content], [0x2D, 0x2B])
    else { return nil }
    isTOML = bytes[start] == 0x2B
    var next = first.end
    var empty: Int?
    while let line = Self.line(bytes, from: next) {
      if Self.isFence(bytes[line.content], isTOML ? [0x2B] : [0x2D, 0x2E]) {
        length = line.end
        let inside = bytes[first.end..<next]
        if isTOML { readTOML(inside) } else { read(inside) }
        guard holdsFields || inside.allSatisfy({ $0 <= 0x20 }) else { return nil }
        return
      }
      if empty == nil, bytes[line.content].allSatisfy({ $0 <= 0x20 }) { empty = next }
      next = line.end
    }
    length = empty ?? next
    isUnclosed = true
    if isTOML { readTOML(bytes[first.end..<length]) } else { read(bytes[first.end..<length]) }
    // A rule before a text is no front matter.
    guard fields.contains(where: { MetadataField.named($0.name) != nil }) else { return nil }
  }

  /// Whether fields stand in it: one of ours, or some whose names are no words of a sentence, as in “Jon
  /// Roe said: it rained”.
  private var holdsFields: Bool {
    if fields.contains(where: { MetadataField.named($0.name) != nil }) { return true }
    let areWords = fields.contains { field in
      let words = MetadataValue.words(field.name)
      return words.first?.first?.isUppercase == true
        && words.dropFirst().contains { $0.first?.isLowercase == true }
    }
    return !fields.isEmpty && !areWords
  }

  /// The content of the line that begins at `start`, and the offset behind its end.
  private static func line(_ bytes: [UInt8], from start: Int) -> (content: Range<Int>, end: Int)? {
    guard start < bytes.count else { return nil }
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
    return (start..<end, min(end + (isPair ? 2 : 1), bytes.count))
  }

  /// Whether a line consists of three of one of the marks, with nothing but blanks behind them.
  private static func isFence(_ line: ArraySlice<UInt8>, _ marks: [UInt8]) -> Bool {
    guard let mark = line.first, marks.contains(mark), line.prefix(3).count == 3 else {
      return false
    }
    return line.prefix(3).allSatisfy { $0 == mark }
      && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private mutating func read(_ source: ArraySlice<UInt8>) {
    do {
      fields = try YAMLEventReader(source).readFields().map { (Self.bare($0.name), $0.value) }
    } catch {
      fault = (error.message, error.line + 2)
      fields = Self.plainFields(source)
    }
  }

  private mutating func readTOML(_ source: ArraySlice<UInt8>) {
    var table = PlainTOML()
    table.read(source)
    fields = table.fields.map { (Self.bare($0.name), $0.value) }
    fault = table.faultLine.map { ("", $0 + 1) }
  }

  /// A name without that of a table in which programs want what they do not know themselves: `params` of
  /// Hugo, `extra` and `taxonomies` of Zola.
  private static func bare(_ name: String) -> String {
    let parts = name.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, ["params", "extra", "taxonomies"].contains(parts[0]) else {
      return name
    }
    return String(parts[1])
  }

  /// The lines of the form `key: value`, as they stand.
  private static func plainFields(
    _ source: ArraySlice<UInt8>
  ) -> [(name: String, value: MetadataValue)] {
    source.split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
      guard let colon = line.firstIndex(of: 0x3A), line.first != 0x20, line.first != 0x2D,
        line.first != 0x23, colon + 1 < line.endIndex, line[colon + 1] == 0x20
      else { return nil }
      let name = String(decoding: line[..<colon], as: UTF8.self)
      return (name, .text(String(decoding: line[(colon + 2)...], as: UTF8.self)))
    }
  }
}
