/// Words in columns that are not those of CoNLL-U: the tasks of the Conference on Natural Language
/// Learning had others each year, and call their files alike.
///
/// Source: https://conll.cemantix.org/2012/data.html.
struct OtherColumns {

  /// What they are, in words.
  let format: String

  /// The first line of words.
  let line: Int

  /// How many bytes of a file are looked at.
  private static let sampleLength = 65_536

  /// Looks at the beginning of a file; nil where a line of it is a word of CoNLL-U, or none is a word.
  init?(_ bytes: [UInt8]) {
    var first: (line: Int, columns: [Substring])?
    var number = 0
    for line in bytes.prefix(Self.sampleLength).split(
      separator: 0x0A, omittingEmptySubsequences: false)
    {
      number += 1
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("#") { continue }
      if Self.isWord(text) { return nil }
      let columns = text.split { $0 == "\t" || $0 == " " || $0 == "\r" || $0 == "\r\n" }
      if first == nil, columns.count > 1 { first = (number, columns) }
    }
    guard let first else { return nil }
    line = first.line
    format = Self.format(of: first.columns)
  }

  /// Whether a number and a tab begin a line.
  private static func isWord(_ line: String) -> Bool {
    guard let tab = line.firstIndex(of: "\t") else { return false }
    return tab > line.startIndex && line[..<tab].utf8.allSatisfy { (0x2D...0x39).contains($0) }
  }

  private static func format(of columns: [Substring]) -> String {
    switch columns.count {
    case 11... where Int(columns[1]) != nil && Int(columns[2]) != nil:
      return "words in \(columns.count) columns, as of CoNLL-2012"
    default: return "lines of \(columns.count) columns"
    }
  }
}
