internal import Annotation

/// The names of those who wrote something, out of what sources write about them.
///
/// A line is parted at semicolons, bars and strokes, at “and” in many languages, and at commas between full
/// names, but for one with the family name first (`InvertedName`); “By”, addresses, offices, days, and the paper
/// or agency behind a name are left out. An address of mail, or else the name at a network like “@idalund”,
/// stands for a writer of whom nothing else is told.
enum AuthorNames {

  /// Returns the writers that a line names.
  static func names(in line: String) -> [String] {
    let names = named(in: line)
    return names.isEmpty ? substitutes(in: [line]) : names
  }

  /// The writers that a line names, not those of whom it gives an address alone.
  private static func named(in line: String) -> [String] {
    var names: [String] = []
    for group in groups(of: withoutBrackets(line)) {
      for name in parts(of: group).compactMap(cleaned) where !names.contains(name) {
        names.append(name)
      }
    }
    return people(among: names) { BylineWords.isOutlet($0) }
  }

  /// Leaves agencies, jobs and more out of some names if others are among them.
  private static func people(
    among names: [String], without isOther: (String) -> Bool = { _ in false }
  ) -> [String] {
    let people = names.filter { !NewsAgency.isNamed($0) && !isJob($0) && !isOther($0) }
    return people.isEmpty ? names : people
  }

  /// Whether a name is that of an office and of nobody, like “Political Correspondent”; “The Post Staff” stands
  /// for people.
  private static func isJob(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard let first = words.first, let last = words.last else { return false }
    return BylineWords.isOffice(last.lowercased()) && !BylineWords.isOutlet(name)
      && (words.count == 1 || !BylineWords.isFirstName(String(first)))
  }

  /// Returns the writers of a list, each entry of which may name several.
  static func names(of items: [String]) -> [String] {
    let all = people(among: items.flatMap(named))
    var known: Set<String> = []
    return (all.isEmpty ? substitutes(in: items) : all).filter { known.insert($0).inserted }
  }

  /// What stands for writers who are not named: addresses of mail, or else names at a network.
  private static func substitutes(in lines: [String]) -> [String] {
    let addresses = lines.flatMap(addresses)
    if !addresses.isEmpty { return addresses }
    let words = lines.flatMap { $0.split { $0.isWhitespace || "<>(),;:|/".contains($0) } }
    return words.filter { $0.first == "@" && $0.count > 1 && !$0.dropFirst().contains("@") }
      .map(String.init)
  }

  /// The addresses of mail in a line, but for those to which nobody can write.
  private static func addresses(in line: String) -> [String] {
    line.split { $0.isWhitespace || "<>(),;|".contains($0) }.map(String.init).filter { word in
      let parts = word.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
        && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
        && !["noreply", "no-reply", "donotreply"].contains(parts[0].lowercased())
    }
  }

  /// A line without what stands in brackets behind names; all of it where an address of mail stands there,
  /// which may have the name in them.
  private static func withoutBrackets(_ line: String) -> String {
    guard line.contains("("), !line.contains("@") else { return line }
    var out = ""
    var inside = ""
    var depth = 0
    for character in line {
      if character == "(" { depth += 1 }
      if depth > 0 { inside.append(character) } else { out.append(character) }
      if character == ")", depth > 0 {
        depth -= 1
        if depth == 0 { inside = "" }
      }
    }
    let whole = out + inside
    return whole.contains(where: \.isLetter) ? whole : line
  }

  /// The parts of a line between “and”, semicolons and bars.
  private static func groups(of line: String) -> [[Substring]] {
    var words = MetadataValue.words(line)
    words = words.prefix(BylineWords.countBeforeDay(words.map(String.init)))
      .flatMap(Conjunctions.parted)
    let count = openingLength(words)
    let opening = count > 0 ? words[0].lowercased() : nil
    words.removeFirst(count)
    var groups: [[Substring]] = [[]]
    var isBehindDash = false
    for (index, word) in words.enumerated() {
      let left = groups[groups.count - 1]
      let right = words[(index + 1)...]
      if Conjunctions.isOne(word, between: left, right)
        || joins(word, left, right, behind: opening)
      {
        groups.append([])
        isBehindDash = false
      } else if isBehindDash {
        continue
      } else if let isName = Self.isName(behind: word, left, right) {
        isBehindDash = !isName
        if isName { groups.append([]) }
      } else if word.last == ";" {
        groups[groups.count - 1].append(word.dropLast())
        groups.append([])
      } else {
        groups[groups.count - 1].append(word)
      }
    }
    return groups.filter { !$0.isEmpty }
  }

  /// Whether another name stands behind a dash that follows one, or a paper, a place or an office; nil for any
  /// other word.
  private static func isName(
    behind word: Substring, _ left: [Substring], _ right: ArraySlice<Substring>
  ) -> Bool? {
    guard ["-", "–", "—"].contains(word), let first = left.first, let next = right.first else {
      return nil
    }
    let isName =
      right.count > 1 && InvertedName.isGiven(BylineWords.capitalized(String(next)))
    if left.count == 1, NewsAgency.isNamed(first) { return isName ? true : nil }
    return left.count > 1 && InvertedName.isGiven(BylineWords.capitalized(String(first)))
      ? isName : nil
  }

  /// The number of words before the names, like “By” and “Story by”.
  private static func openingLength(_ words: [Substring]) -> Int {
    guard words.count > 1 else { return 0 }
    let (first, next) = (words[0].lowercased(), words[1].lowercased())
    if ours.contains([first, next]) { return descriptionLength(words) }
    if words.count > 3, ["first", "last", "originally"].contains(first),
      PageByline.isActivity(words[1]), ["by", "by:"].contains(words[2].lowercased())
    {
      return 3
    }
    let isDoubled = next == "by" || next == "by:"
    if isDoubled, words.count > 2, PageByline.isActivity(words[0]) { return 2 }
    // “Von der Leyen” begins with no “by”.
    guard openings.contains(first) || BylineWords.isLabel(first),
      first != "von" || !InvertedName.isParticle(next)
    else { return 0 }
    return isDoubled && words.count > 2 ? 2 : 1
  }

  /// The number of words of “De notre correspondante à Rome,” and “Von unserem Korrespondenten”.
  private static func descriptionLength(_ words: [Substring]) -> Int {
    let comma = words.firstIndex { $0.last == "," } ?? words.count
    return min(comma + 1 < words.count ? comma + 1 : 3, words.count - 1)
  }

  /// Whether “y”, “e”, “i” or “en” stands between two full names; within one it is part of it, like “Ortega
  /// y Gasset”, and “en París” tells a place.
  private static func joins(
    _ word: Substring, _ left: [Substring], _ right: ArraySlice<Substring>,
    behind opening: String?
  ) -> Bool {
    guard let languages = Conjunctions.short[String(word)], left.count > 1, right.count > 1,
      let first = right.first, first.first?.isUppercase == true,
      right.dropFirst().first?.last != "," || right.count > 2
    else { return false }
    return InvertedName.isGiven(String(first)) || opening.map(languages.contains) ?? false
  }

  /// The names of a group that stand between commas, or the line as it is where it may be one name with
  /// the family name first.
  private static func parts(of group: [Substring]) -> [String] {
    let line = group.joined(separator: " ")
    let parts = line.split { $0 == "," || $0 == ";" || $0 == "|" }
      .map { withoutPaper(MetadataValue.words(String($0))).joined(separator: " ") }
      .filter { !$0.isEmpty }
    guard parts.count > 1 else { return parts }
    var rest = InvertedName.withSuffixes(parts)[...]
    if rest.count == 1 { return Array(rest) }
    var names: [String] = []
    while let part = rest.popFirst() {
      // “al-Assad” begins low, as offices and places do.
      let isDescription = Self.isDescription(part)
      if isDescription, part.first?.isLowercase != true { continue }
      if let next = rest.first, !Self.isDescription(next),
        let name = InvertedName.upright([part, next])
      {
        names.append(name)
        rest.removeFirst()
      } else if isDescription {
        continue
      } else if !InvertedName.isFamilyAlone(part) {
        names.append(part)
      } else if names.isEmpty {
        return [line]
      }
      // What follows a full name and is no full name itself is an office, a place or a paper.
    }
    return names.isEmpty ? [line] : names
  }

  /// A name without addresses and brackets, and not all in capitals; nil where none is left.
  private static func cleaned(_ name: String) -> String? {
    var name = name
    if let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")"), open < close {
      let inside = String(name[name.index(after: open)..<close])
      let outside = name[..<open] + name[name.index(after: close)...]
      // “ann@example.org (Ann Lee)” is how feeds name writers.
      let hasName = !outside.contains("@") && outside.contains(where: \.isLetter)
      name = hasName ? String(outside) : inside
    }
    if let open = name.firstIndex(of: "<") { name = String(name[..<open]) }
    let all = MetadataValue.words(name).filter {
      !$0.contains("@") && !$0.hasPrefix("http:") && !$0.hasPrefix("https:")
    }.prefix { !places.contains(String($0)) && $0 != "contributed" }
    let text = withoutAgency(withoutOffice(withoutActivity(Array(all)))).joined(separator: " ")
      .trimmingMarks
    guard text.contains(where: \.isLetter), !absences.contains(text), !others.contains(text),
      !isNobody(text)
    else {
      return nil
    }
    let words = text.split(separator: " ").map(String.init)
    return words.count > 1 ? BylineWords.unshouted(words).joined(separator: " ") : text
  }

  /// The name in “Ida Lund for The Daily Mail”; “The Center for Old Ships” is all of one.
  private static func withoutPaper(_ words: [Substring]) -> ArraySlice<Substring> {
    let place = words.indices.dropFirst(2).first { index in
      words[index].lowercased() == "for" || papers.contains(String(words[index]))
    }
    guard let place, place + 1 < words.count, let first = words.first else { return words[...] }
    let isPaper =
      InvertedName.isGiven(BylineWords.capitalized(String(first)))
      || BylineWords.isOutlet(words[(place + 1)...].joined(separator: " "))
    return isPaper ? words[..<place] : words[...]
  }

  /// “For” in German, French, Spanish and Dutch.
  private static let papers: Set<String> = ["für", "pour", "para", "voor"]

  /// The name in “additional reporting by Jo Lee”.
  private static func withoutActivity(_ words: [Substring]) -> [Substring] {
    guard let by = words.firstIndex(of: "by"), by > 0, by + 1 < words.count,
      words[..<by].allSatisfy({ $0.first?.isLowercase == true })
    else { return words }
    return Array(words[(by + 1)...])
  }

  /// The name in “Ada Morel North of Rill correspondent”, where no comma stands before the office.
  private static func withoutOffice(_ words: [Substring]) -> [Substring] {
    guard words.count > 2, let first = words.first, let last = words.last,
      BylineWords.isOffice(last.lowercased()), BylineWords.isFirstName(String(first)),
      words[1].first?.isUppercase == true
    else { return words }
    // A name has a third word where it has an initial, or small letters begin the office.
    let isInitial = words[1].count == 1 || words[1].last == "."
    let isThird =
      words.count > 4 && words[2].first?.isUppercase == true && words[3].first?.isLowercase == true
      && !["of", "and", "the", "for"].contains(words[3])
    return Array(words.prefix(words.count > 3 && isInitial || isThird ? 3 : 2))
  }

  /// The name in “Ida Lund AFP”.
  private static func withoutAgency(_ words: [Substring]) -> [Substring] {
    guard words.count > 2, let last = words.last, last == last.uppercased(),
      NewsAgency.isNamed(String(last)), words[1] != words[1].uppercased()
    else { return words }
    return words.dropLast()
  }

  /// “Staff Writers”, “3 March 2025”: what stands in by-lines and names nobody.
  private static func isNobody(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ")
    if words.count > 1, words.allSatisfy({ BylineWords.isOffice(String($0)) }) { return true }
    guard text.contains(where: \.isNumber) else { return false }
    // The year may stand behind a comma.
    return CalendarDay(text) != nil || CalendarDay(text + " 2000") != nil
  }

  /// “Political Editor”, “in Paris”, “The Harbour Post”.
  private static func isDescription(_ part: String) -> Bool {
    let words = part.split(separator: " ")
    guard let first = words.first, let last = words.last else { return true }
    return first.first?.isLowercase == true && !InvertedName.isParticle(String(first))
      || BylineWords.isOffice(last.lowercased()) || BylineWords.isOutlet(part)
  }

  private static let openings: Set<String> = [
    "by", "von", "par", "written", "por", "door", "av", "af",
  ]
  private static let ours: Set<[String]> = [
    ["de", "notre"], ["de", "nos"], ["von", "unserem"], ["von", "unserer"], ["von", "unseren"],
  ]
  /// What programs write where nobody is named.
  static let absences: Set<String> = [
    "nan", "NaN", "NAN", "NaT", "null", "NULL", "Null", "none", "NONE", "None", "nil", "N/A", "n/a",
    "NA",
  ]
  /// What stands for further writers that are not named.
  private static let others: Set<String> = [
    "al", "al.", "others", "Others", "agency", "agencies", "Agencies", "wires",
  ]
  /// What stands before the place from which somebody writes.
  private static let places: Set<String> = ["in", "à", "aus", "from", "en", "desde"]
}

extension String {

  /// The text without blanks, commas and stops around it that belong to no name.
  fileprivate var trimmingMarks: String {
    let marks: Set<Character> = [",", ":", "-", "–", "—", " ", "·", "|", "…", "/"]
    return String(drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
  }
}
