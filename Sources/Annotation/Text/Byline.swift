/// A line that says who wrote an article, or when, and nothing else.
struct Byline {

  /// The writers.
  private(set) var authors: [String] = []
  /// The day.
  private(set) var date: CalendarDay?
  /// Whether that is the day on which the article was changed.
  private(set) var isChange = false
  /// What it says of a day that it does not name for certain, like "Tue 12 Mar" and "03/04/2025".
  private(set) var uncertainDate: String?
  /// The paper.
  private(set) var outlet: String?
  /// Whether it says a time of day.
  private var isTime = false

  /// Reads a line like "By Jane Doe and John Roe, Paris" or "24 February 2025 · Jane Doe", or
  /// returns nil where it says anything else.
  init?(_ folded: FoldedLine, _ bytes: [UInt8], _ segment: LayoutSegment) {
    let shape = segment.shape
    guard shape.length <= 160, !shape.hasQuotationMark, shape.words <= 20,
      !shape.endsSentence || Self.endsWithClock(folded.bytes), Self.isPossible(folded.bytes)
    else { return nil }
    var names: [String] = []
    for part in Self.parts(bytes[segment.start..<segment.end]) {
      guard read(part, &names) else {
        guard
          let line = DayLine(String(decoding: bytes[segment.start..<segment.end], as: UTF8.self))
        else { return nil }
        self = Byline(line)
        return
      }
    }
    guard !authors.isEmpty || date != nil || uncertainDate != nil || isTime else { return nil }
    for name in names {
      if Self.isOutlet(name) {
        outlet = outlet ?? name
      } else if authors.isEmpty {
        authors = [name]
      }
    }
  }

  private init(_ line: DayLine) {
    date = line.day
    isChange = line.isChange
  }

  /// Takes a day, which goes before that of a change.
  private mutating func take(_ day: CalendarDay, isChange isLater: Bool) {
    guard date == nil || isChange && !isLater else { return }
    (date, isChange) = (day, isLater)
  }

  /// Whether a line has a figure, or "by" or "author" among its first two words, or begins with "von", "par"
  /// or the label of a writer.
  private static func isPossible(_ folded: [UInt8]) -> Bool {
    if folded.contains(where: { (0x30...0x39).contains($0) }) { return true }
    let words = folded.split(separator: 0x20, maxSplits: 2)
    if let first = words.first, first.last == 0x3A,
      BylineWords.isLabel(String(decoding: first, as: UTF8.self))
    {
      return true
    }
    return words.prefix(2).contains { $0.elementsEqual(by) || $0.starts(with: author) }
      || words.first.map {
        $0.starts(with: by) || foreign.contains(String(decoding: $0, as: UTF8.self))
      }
        ?? false
  }

  /// Whether a line ends with "a.m." or "p.m.", whose stop ends no sentence.
  private static func endsWithClock(_ folded: [UInt8]) -> Bool {
    folded.suffix(4).elementsEqual("a.m.".utf8) || folded.suffix(4).elementsEqual("p.m.".utf8)
  }

  /// "By" in German, French and Spanish, where two words of a name have to stand behind it: "Von Otterburg"
  /// is a heading.
  private static let foreign: Set<String> = ["von", "par", "por"]

  private static let by = Array("by".utf8)
  private static let author = Array("author".utf8)

  /// Whether a name is that of a paper, by the words that papers are called.
  static func isOutlet(_ name: String) -> Bool {
    name.split(separator: " ").contains { outletWords.contains(String($0)) }
  }

  private static let outletWords: Set<String> = [
    "Times", "Post", "Herald", "Tribune", "Clarion", "Observer", "Gazette", "Journal", "Guardian",
    "Telegraph", "Chronicle", "News", "Wire", "Press", "Mail", "Standard", "Independent", "Mirror",
    "Globe", "Courier", "Daily", "Review", "Monitor", "Express", "Echo", "Register", "Dispatch",
    "Examiner", "Inquirer", "Sentinel", "Ledger", "Bulletin", "Weekly", "Today",
  ]

  /// Splits a line at the marks that part author, day and paper: a bar, a dot, a dash among blanks.
  private static func parts(_ line: ArraySlice<UInt8>) -> [String] {
    var parts = [""]
    for word in String(decoding: line, as: UTF8.self).split(separator: " ") {
      if ["|", "·", "•", "—", "–", "-", "/"].contains(word) {
        parts.append("")
      } else {
        parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + word
        if word.hasSuffix(";") {
          parts[parts.count - 1].removeLast()
          parts.append("")
        }
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}

// MARK: Parts

extension Byline {

  /// Takes in one part of the line; returns whether it is one that bylines have.
  private mutating func read(_ part: String, _ names: inout [String]) -> Bool {
    let words = part.split(separator: " ").map(String.init)
    if let length = Self.introductionLength(words) {
      let writers = authors
      let isRead = readAuthors(Array(words.dropFirst(length)))
      if words[0].lowercased().hasPrefix("edit") { authors = writers }
      return isRead
    }
    if let day = Self.dayAlone(part) {
      // "3 March 1931 – 2 March 2025" is a life.
      if let date, date.year != day.year, Self.beginsWithDay(part) { return false }
      take(day, isChange: DayLine.tellsChange(part))
      return true
    }
    if Self.isUncertainDay(part) {
      uncertainDate = uncertainDate ?? part
      return true
    }
    if Self.isTimeAlone(part) {
      isTime = true
      return true
    }
    if let line = DayLine(part) {
      take(line.day, isChange: line.isChange)
      return true
    }
    if DayLine.isCompany(part) { return true }
    guard (2...5).contains(words.count), words.allSatisfy(Self.isNameWord) else { return false }
    names.append(part)
    return true
  }

  /// Returns the number of words like "By" and "Reporting by" at the start; nil where there are none.
  private static func introductionLength(_ words: [String]) -> Int? {
    let low = words.prefix(2).map { $0.lowercased() }
    guard let first = low.first, words.count > 1 else { return nil }
    if first == "by" || first == "by:" || first == "author:" || first == "authors:" { return 1 }
    // “Story: The Ferry” names nobody.
    if BylineWords.isLabel(first) { return InvertedName.isGiven(words[1]) ? 1 : nil }
    if foreign.contains(first) {
      let isName = words.count > 2 && words[0].first?.isUppercase == true
      return isName && !InvertedName.isParticle(words[1]) ? 1 : nil
    }
    let isTwo = low.count == 2 && low[1] == "by" && activities.contains(first)
    return isTwo && words.count > 2 ? 2 : nil
  }

  private static let activities: Set<String> = [
    "written", "reporting", "reported", "story", "analysis", "words", "editing", "edited",
    "compiled", "posted", "published", "additional",
  ]

  /// Reads names parted by commas and "and"; a day may stand behind them.
  private mutating func readAuthors(_ words: [String]) -> Bool {
    var words = words.flatMap { Conjunctions.parted($0[...]) }.map(String.init)
    if let (day, first) = Self.dayAtEnd(words) {
      take(day, isChange: DayLine.tellsChange(words[first...].joined(separator: " ")))
      words.removeSubrange(first...)
    }
    guard !words.isEmpty, words.count <= 16 else { return false }
    var groups: [[String]] = [[]]
    for (index, word) in words.enumerated() {
      let isPlace = ["in", "at", "for", "aus", "à"].contains(word)
      if Conjunctions.isOne(word, between: groups[groups.count - 1], words[(index + 1)...]) {
        groups.append([])
      } else if isPlace {
        groups.append([Self.behindComma])
      } else {
        groups[groups.count - 1].append(word.filter { $0 != "," && $0 != ";" })
      }
      if word.hasSuffix(",") || word.hasSuffix(";") { groups.append([Self.behindComma]) }
    }
    return take(groups)
  }

  /// What stands first in a group behind a comma or "in".
  private static let behindComma = "\u{0}"

  /// Takes names from groups of words.
  ///
  /// A group behind a comma is a place, an office or a paper
  /// unless it has the two words or more of a name.
  private mutating func take(_ groups: [[String]]) -> Bool {
    for group in groups {
      let isBehindComma = group.first == Self.behindComma
      let words = group.filter { $0 != Self.behindComma && !$0.isEmpty }
      if words.isEmpty { continue }
      let isName =
        words.count <= 5 && words.allSatisfy { Self.isNameWord($0) || Self.particles.contains($0) }
      let isOffice = words.allSatisfy { Self.isNameWord($0) || Self.officeWords.contains($0) }
      guard isName || isOffice && !authors.isEmpty else { return false }
      let name = words.joined(separator: " ")
      if NewsAgency.isNamed(name), !authors.isEmpty { continue }
      let isAcronym = words.count == 1 && (name.count < 4 || NewsAgency.isNamed(name))
      if Self.isOutlet(name) {
        outlet = outlet ?? name
      } else if isName, !isBehindComma || words.count >= 2 && authors.count < 2 && groups.count > 2
      {
        authors.append(isAcronym ? name : PersonName.unshouted(words).joined(separator: " "))
      }
    }
    return !authors.isEmpty || outlet != nil
  }

  private static let particles: Set<String> = [
    "de", "da", "di", "du", "del", "della", "van", "von", "der", "den", "la", "le", "al", "el",
    "bin", "ibn", "ter", "zu",
  ]

  private static let officeWords: Set<String> = [
    "in", "at", "for", "of", "the", "and", "senior", "staff", "chief", "political", "foreign",
    "diplomatic", "defence", "writer", "editor", "reporter", "correspondent", "correspondents",
    "bureau", "world", "news", "affairs", "economics", "business",
  ]

  private static func isNameWord(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, first.properties.isUppercase else { return false }
    return word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "-'’.()".unicodeScalars.contains($0)
    }
  }
}
