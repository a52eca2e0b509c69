internal import Annotation

/// What the day in a line of a page is that of.
enum PageDateLine: Hashable {

  /// The page: the line says when it was published, and perhaps where and by whom.
  case publication
  /// Something else, as a life or a birth: the line names two years, or has words that no date has.
  case other

  /// Reads a line; nil where it names no day and no two years.
  init?(_ line: String) {
    let years = Self.years(in: line)
    guard years > 1 || PageMetadata.isDate(line) else { return nil }
    let isPublication =
      PageByline.name(in: line) != nil || Self.beginsPublication(line)
      || Self.isDate(line)
        && (years < 2 || Self.words(line).contains(where: DayLine.isPublication))
    self = isPublication ? .publication : .other
  }

  /// Whether a line says when something was published and where, and nothing else.
  static func isDate(_ line: String) -> Bool {
    if DayLine(line) != nil { return true }
    return BylineWords.wordsBesideDate(in: withoutPlace(line)).allSatisfy {
      DayLine.isCompany(word: $0.lowercased())
    }
  }

  private static func beginsPublication(_ line: String) -> Bool {
    words(line).prefix(2).contains(where: DayLine.isPublication)
  }

  private static func words(_ line: String) -> [String] {
    line.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// The line without the place before it, as in "Rill, 12 March 2024".
  private static func withoutPlace(_ line: String) -> String {
    let words = line.split(separator: " ")
    let place = words.prefix(4).prefix { $0.first?.isUppercase ?? false }
    let end = place.indices.first { index in
      words[index].last == ","
        || index + 1 < words.count && ["-", "–", "—"].contains(words[index + 1])
    }
    return end.map { words[($0 + 1)...].joined(separator: " ") } ?? line
  }

  /// Counts the numbers of a line that are years.
  private static func years(in line: String) -> Int {
    line.utf8.split { !(0x30...0x39).contains($0) }.count { digits in
      digits.count == 4 && ("1700"..."2199").contains(String(Substring(digits)))
    }
  }
}
