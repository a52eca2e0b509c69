internal import Annotation

/// A line of a page that says who wrote it, like "By Ida Strand | 1 June 2025".
enum PageByline {

  private static let openings: Set<Substring> = [
    "By", "BY", "by", "Von", "VON", "von", "Par", "PAR", "par",
  ]

  /// Whether a line begins so that names one who wrote it.
  private static func isOpening(_ word: Substring) -> Bool {
    openings.contains(word)
      || word.first?.isUppercase == true && BylineWords.isLabel(word.lowercased())
  }

  /// What stands before "by".
  private static let activities: Set<Substring> = [
    "Posted", "Written", "Published", "Story", "Words", "Reported", "Text", "Submitted",
    "Updated", "Created", "Uploaded", "Compiled",
  ]

  /// Whether a word is what stands before “by”, in letters of any size.
  static func isActivity(_ word: Substring) -> Bool {
    activities.contains(BylineWords.capitalized(String(word))[...])
  }

  /// Whether a text is the word that such a line begins with and nothing else.
  static func isOpening(_ text: String) -> Bool { isOpening(text[...]) }

  /// Returns the names in a line that begins with "By", "Posted by", "Von" or "Par", or has that
  /// behind a day; nil in any other.
  static func name(in line: String) -> String? {
    let words = line.split(separator: " ")
    guard words.count > 1, words.count <= 16 else { return nil }
    let isActivity = activities.contains(words[0]) && words[1] == "by"
    let isOpened = isActivity || isOpening(words[0])
    guard let start = isOpened ? (isActivity ? 2 : 1) : placeBehindDate(words) else { return nil }
    let names = words.dropFirst(start).prefix { word in
      let first = word.unicodeScalars.first?.properties
      return first?.isUppercase ?? false || links.contains(word)
    }
    .beforeDay(in: words)
    guard names.count >= 2, names.count <= 10 else { return nil }
    // What ends with a comma before a place or an office ends the names.
    let name = names.joined(separator: " ")
    return name.hasSuffix(",") ? String(name.dropLast()) : name
  }

  /// Where the names begin in a line whose first words are a day: "Published 1 June 2025 by Ida Strand".
  private static func placeBehindDate(_ words: [Substring]) -> Int? {
    guard let agent = words.firstIndex(where: agents.contains) else { return nil }
    let date = words[..<agent].joined(separator: " ")
    return PageMetadata.isDate(date) && PageDateLine.isDate(date) ? agent + 1 : nil
  }

  private static let agents: Set<Substring> = [
    "by", "By", "BY", "von", "Von", "VON", "par", "Par", "PAR",
  ]

  /// Whether a line stands before the names of those who made the page, like "Written by:".
  static func isLabel(_ line: String) -> Bool {
    let words = line.split { " :".contains($0) }
    return words.last.map { agents.contains($0) } ?? false || isOpening(line[...])
  }

  /// Whether a line has parts between bars of which one names the writer: it is no sentence, however it ends.
  static func isInParts(_ line: String) -> Bool {
    let parts = line.split { "|·•".contains($0) }
    return parts.count > 1 && line.utf8.count <= 200
      && parts.contains { name(in: String($0)) != nil }
      && parts.allSatisfy { $0.split(separator: " ").count <= 8 }
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

extension ArraySlice<Substring> {

  /// The words up to the month before a figure, or to “posted” before a day: “Ida Lund March 3, 2025”.
  fileprivate func beforeDay(in line: [Substring]) -> ArraySlice<Substring> {
    let day = indices.first { index in
      let low = line[index].lowercased()
      let isNumbered = { (word: Substring) in word.first?.isNumber ?? false }
      if DateWord.month(named: low.filter(\.isLetter)) != nil {
        return index + 1 < line.count && isNumbered(line[index + 1])
      }
      return DayLine.isPublication(low.filter(\.isLetter))
        && line[index...].contains(where: isNumbered)
    }
    return day.map { self[..<$0] } ?? self
  }
}
