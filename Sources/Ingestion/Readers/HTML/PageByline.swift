/// A line of a page that says who wrote it, like "By Ida Strand | 1 June 2025".
enum PageByline {

  private static let openings: Set<Substring> = [
    "By", "BY", "by", "Von", "VON", "von", "Par", "PAR", "par", "Text:", "Interview:", "Autor:",
    "Author:", "Auteur:",
  ]

  /// What stands before "by".
  private static let activities: Set<Substring> = [
    "Posted", "Written", "Published", "Story", "Words", "Reported", "Text", "Submitted",
  ]

  /// Whether a text is the word that such a line begins with and nothing else.
  static func isOpening(_ text: String) -> Bool { openings.contains(text[...]) }

  /// Returns the names in a line that begins with "By", "Posted by", "Von" or "Par"; nil in any other.
  static func name(in line: String) -> String? {
    let words = line.split(separator: " ")
    guard words.count > 1, words.count <= 16 else { return nil }
    let isActivity = activities.contains(words[0]) && words[1] == "by"
    guard isActivity || openings.contains(words[0]) else { return nil }
    let names = words.dropFirst(isActivity ? 2 : 1).prefix { word in
      let first = word.unicodeScalars.first?.properties
      return first?.isUppercase ?? false || links.contains(word)
    }
    guard names.count >= 2, names.count <= 10 else { return nil }
    // What ends with a comma before a place or an office ends the names.
    let name = names.joined(separator: " ")
    return name.hasSuffix(",") ? String(name.dropLast()) : name
  }

  /// Whether a word in small letters stands in names, as "von" does.
  static func isParticle(_ word: Substring) -> Bool {
    links.contains(word) && !joins.contains(word)
  }

  private static let joins: Set<Substring> = ["and", "&", "et", "und"]
  private static let links: Set<Substring> = [
    "and", "&", "et", "und", "von", "van", "de", "der", "den", "du", "di", "da", "la", "le", "al",
  ]
}
