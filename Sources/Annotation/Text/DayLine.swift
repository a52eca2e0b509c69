/// A line that names a day, and beside it only what news has there: the place, the edition, the time.
///
///     "Otterburg, 3 March 2025 — evening edition", "No. 12, 3 March 2025", "3 March 2025 | 4 min read"
package struct DayLine {

  /// The day: that of publication where the line tells another one on which the text was changed.
  package let day: CalendarDay
  /// Whether it is the day of a change, and no other is told.
  package let isChange: Bool

  /// Reads a line; nil where it names no day for certain, or says anything else.
  package init?(_ line: String) {
    let bytes = Array(line.utf8)
    let words = DateWord.words(in: bytes)
    guard bytes.count <= 120, let (day, range) = CalendarDay.first(in: words),
      let start = words[range].first?.range.lowerBound,
      let end = words[range].last?.range.upperBound
    else { return nil }
    let before = Self.pieces(bytes[..<start])
    let behind = Self.pieces(bytes[end...])
    // What no mark parts from the day is a part of what the line says of it: "Born 3 March 1931".
    guard let last = before.last, let first = behind.first, Self.isCompany(last),
      Self.isCompany(first) || Self.isLaterDay(first),
      before.dropLast().allSatisfy(Self.isBeside)
    else { return nil }
    // "3 March 2025, updated on Tuesday, 4 March 2025": the parts of a later day, too.
    let change = behind.firstIndex { Self.isLaterDay($0) } ?? behind.endIndex
    guard behind[..<change].dropFirst().allSatisfy(Self.isBeside),
      behind[change...].allSatisfy({ Self.isLaterDay($0, isBehindWord: true) || Self.isBeside($0) })
    else { return nil }
    let published = Self.days(in: words, of: bytes).first { !$0.isChange }
    self.day = published?.day ?? day
    isChange = published == nil
  }

  /// The days that words name, each with whether the words before it tell that a text was changed then.
  private static func days(
    in words: [DateWord], of bytes: [UInt8]
  ) -> [(day: CalendarDay, isChange: Bool)] {
    var days: [(day: CalendarDay, isChange: Bool)] = []
    var rest = words
    while let (day, range) = CalendarDay.first(in: rest) {
      days.append((day, tellsChange(rest[..<range.lowerBound], of: bytes)))
      rest.removeFirst(range.upperBound)
    }
    return days
  }

  /// Whether the last of some words that says what was done to a text says that it was changed.
  private static func tellsChange(
    _ words: some BidirectionalCollection<DateWord>, of bytes: [UInt8]
  )
    -> Bool
  {
    let names = words.lazy.map { String(decoding: bytes[$0.range], as: UTF8.self).lowercased() }
    return names.last(where: isPublication).map(changes.contains) ?? false
  }

  /// Whether the words of a part say that a text was changed, and not after that that it was published.
  package static func tellsChange(_ part: String) -> Bool {
    let bytes = Array(part.utf8)
    return tellsChange(DateWord.words(in: bytes), of: bytes)
  }

  /// Whether a part names a day, whole or in part, on which a text was published or changed.
  ///
  /// - Parameters:
  ///   - part: The part.
  ///   - isBehindWord: Whether a part before it tells that; else it has to.
  /// - Returns: Whether it does.
  private static func isLaterDay(_ part: String, isBehindWord: Bool = false) -> Bool {
    let bytes = Array(part.utf8)
    var isTold = isBehindWord
    for word in DateWord.words(in: bytes) {
      let name = String(decoding: bytes[word.range], as: UTF8.self).lowercased()
      if isPublication(name) {
        isTold = true
      } else if case .month = word.content {
        continue
      } else if !Byline.isCompany(word.content), !company.contains(name) {
        return false
      }
    }
    return isTold
  }

  /// Whether a part of a line says which edition a text is from, how long it is, or when it was changed.
  package static func isCompany(_ part: String) -> Bool {
    let bytes = Array(part.utf8)
    let words = DateWord.words(in: bytes)
    let names = words.map { String(decoding: bytes[$0.range], as: UTF8.self).lowercased() }
    let isNumbered = part.utf8.contains { (0x30...0x39).contains($0) }
    if words.count <= 4,
      names.contains(where: { editions.contains($0) || isNumbered && numbered.contains($0) })
    {
      return true
    }
    return zip(words, names).allSatisfy { Byline.isCompany($0.content) || isCompany(word: $1) }
  }

  /// Whether a word in small letters says that something was published or changed.
  package static func isPublication(_ word: String) -> Bool {
    publications.contains(word) || changes.contains(word)
  }

  /// Whether a word in small letters stands beside days, in a time or the length of a text.
  package static func isCompany(word: String) -> Bool {
    company.contains(word) || isPublication(word)
  }

  /// Whether a part stands beside a day: what goes with it, or a place, which begins with no first name.
  private static func isBeside(_ part: String) -> Bool {
    if isCompany(part) { return true }
    let words = part.split(separator: " ")
    guard let first = words.first, words.count <= 4, !BylineWords.isFirstName(String(first)) else {
      return false
    }
    return words.allSatisfy { word in
      word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
    }
  }

  /// The parts of a text between commas, bars, dots and dashes.
  private static func pieces(_ bytes: ArraySlice<UInt8>) -> [String] {
    var pieces = [""]
    for character in String(decoding: bytes, as: UTF8.self) {
      if ",;|·•—–()".contains(character) {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces.flatMap { piece in
      let parts = piece.split(separator: " - ", omittingEmptySubsequences: false)
      return parts.map { $0.split(separator: " ").joined(separator: " ") }
    }
  }

  private static let publications: Set<String> = [
    "published", "posted", "aired", "broadcast", "publié", "publiée", "diffusé", "diffusée",
    "veröffentlicht", "erstellt", "ausgestrahlt", "gesendet",
  ]

  /// What says that a text was changed.
  private static let changes: Set<String> = [
    "updated", "modified", "modifié", "modifiée", "mis", "aktualisiert", "geändert", "stand",
  ]

  /// What else stands beside a day.
  private static let company: Set<String> = [
    "h", "the", "of", "min", "mins", "minute", "minutes", "minuten", "read", "lesezeit", "lecture",
    "edition", "print", "online", "web", "issue", "ausgabe", "vom", "am", "du", "jour", "mo", "di",
    "mi", "do", "fr", "sa", "so", "lun", "mer", "jeu", "ven", "sam", "dim", "mez", "mesz", "noon",
    "midnight", "de", "temps", "originally",
  ]

  /// What tells that a few words beside a day are of the paper and not of what it tells.
  private static let editions: Set<String> = [
    "edition", "editions", "issue", "print", "update", "version", "édition", "ausgabe",
  ]

  /// The same of words with a number.
  private static let numbered: Set<String> = [
    "no", "nr", "vol", "volume", "number", "price", "page", "pages", "numéro", "prix", "heft",
    "jahrgang", "seite", "preis",
  ]
}
