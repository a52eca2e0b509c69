internal import Annotation

/// The lines at the top of a plain text that tell of it: `Title: …`, `Date: …`, `By Ada Morel`.
///
/// At least two of them have to be fields of ours, nothing else may stand among them, and a blank line
/// parts them from the text, if there is any; else they are text.
struct TextHeader {

  /// The fields, by the names that they have.
  private(set) var fields: [(name: String, value: String)] = []
  /// How many bytes it takes, with the blank lines behind it.
  private(set) var length = 0

  /// How many lines it has at most.
  private static let most = 24

  /// Reads the header of a text; nil where it has none.
  init?(_ text: [UInt8], _ options: ReadingOptions) {
    var position = text.byteOrderMarkLength
    var known: Set<MetadataField> = []
    var isEnded = false
    while position < text.count {
      let end = text[position...].firstIndex(of: 0x0A) ?? text.count
      let line = text[position..<end]
      let isBlank = line.allSatisfy { $0 <= 0x20 }
      if isBlank, !fields.isEmpty { isEnded = true }
      if !isBlank {
        if isEnded { break }
        guard line.count < 1000, fields.count < Self.most, let field = Self.field(line) else {
          return nil
        }
        if let own = options.field(named: field.name)?.field { known.insert(own) }
        fields.append(field)
      }
      position = min(end + 1, text.count)
    }
    known.remove(.text)
    guard known.count > 1 else { return nil }
    length = position
  }

  /// Reads `Title: The ferry sails`, and `By Ada Morel`.
  private static func field(_ line: ArraySlice<UInt8>) -> (name: String, value: String)? {
    let text = String(decoding: line, as: UTF8.self)
    let words = MetadataValue.words(text)
    if let first = words.first,
      ["By", "BY", "Von", "VON", "Par", "PAR", "Por", "POR"].contains(first), words.count < 12
    {
      return ("author", words.dropFirst().joined(separator: " "))
    }
    guard let colon = line.prefix(32).firstIndex(of: 0x3A) else { return nil }
    let name = MetadataValue.words(String(decoding: line[..<colon], as: UTF8.self))
    guard (1...3).contains(name.count), let first = name.first?.first, first.isLetter else {
      return nil
    }
    let rest = MetadataValue.words(String(decoding: line[(colon + 1)...], as: UTF8.self))
    // `https://…` is no field, and a time no name.
    guard !(rest.first?.hasPrefix("//") ?? false) else { return nil }
    let key = name.joined(separator: " ")
    let own = ["by", "von", "par"].contains(key.lowercased()) ? "author" : key
    return (own, rest.joined(separator: " "))
  }
}
