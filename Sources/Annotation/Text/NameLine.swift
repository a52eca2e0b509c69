/// A line below a headline that names who wrote the text without "By".
///
/// It is "Ida Lund", "Ida Lund, staff writer", "Correspondent Ida Lund" or "Ida Lund reports from Oslo", or two
/// such names with "and". A line that can be a heading, a place or the name of whom a text is about is none:
/// no author is better than a wrong one.
package struct NameLine {

  /// The writers.
  package private(set) var authors: [String] = []
  /// Whether the words of it are common ones, too, as in "Grace Period" and "John Brown".
  package private(set) var isDoubtful = false
  /// Whether an office or a verb says that they write; a name alone may be that of a person in the text.
  package private(set) var isTold = false

  /// Reads a line, or returns nil where it says anything else.
  package init?(_ line: String) {
    guard line.utf8.count <= 90 else { return nil }
    var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    isTold = Self.takeReport(from: &words) || Self.takeOffice(from: &words)
    for person in Self.people(words) {
      guard let name = Self.name(person) else { return nil }
      authors.append(name)
      isDoubtful = isDoubtful || person.last.map { BylineWords.isCommon($0.lowercased()) } ?? true
    }
    guard (1...3).contains(authors.count), Set(authors).count == authors.count else { return nil }
  }

  /// Whether other words of a text name one of the writers: then it is about them.
  package func isNamed(in text: ArraySlice<UInt8>) -> Bool {
    let families = Set(authors.compactMap { $0.split(separator: " ").last.map { Array($0.utf8) } })
    return text.split(whereSeparator: { !($0 >= 0x80 || $0 == 0x2D || isLetter($0)) })
      .contains { families.contains(Array($0)) }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  // MARK: What says that someone writes

  /// Removes "reports from Oslo" behind a name.
  private static func takeReport(from words: inout [String]) -> Bool {
    guard let verb = words.firstIndex(where: { verbs.contains($0.lowercased().withoutStop) }),
      verb >= 2
    else { return false }
    let rest = words[(verb + 1)...]
    guard let first = rest.first else {
      words.removeSubrange(verb...)
      return true
    }
    guard ["from", "in"].contains(first.lowercased()), (2...4).contains(rest.count),
      rest.dropFirst().allSatisfy({ isCapital($0) })
    else { return false }
    words.removeSubrange(verb...)
    return true
  }

  private static let verbs: Set<String> = ["reports", "reporting"]

  /// Removes the office in front of a name, or behind the comma of one.
  private static func takeOffice(from words: inout [String]) -> Bool {
    if let comma = words.firstIndex(where: { $0.hasSuffix(",") }), comma > 0 {
      let office = words[(comma + 1)...].map { $0.lowercased() }
      guard (1...5).contains(office.count), let last = office.last, writes(last) else {
        return false
      }
      words.removeSubrange((comma + 1)...)
      words[comma].removeLast()
      return true
    }
    guard let end = words.prefix(4).lastIndex(where: { writes($0.lowercased()) }),
      words[...end].allSatisfy({ isCapital($0) || writes($0.lowercased()) })
    else { return false }
    words.removeSubrange(...end)
    return true
  }

  /// Whether a word in small letters is what those are called who write.
  private static func writes(_ word: String) -> Bool {
    BylineWords.isOffice(word)
      && !["analyst", "chief", "producer", "photographer", "staff"].contains(word)
  }

  // MARK: Names

  private static func people(_ words: [String]) -> [[String]] {
    words.split(omittingEmptySubsequences: false) { $0 == "and" || $0 == "&" }.map(Array.init)
  }

  /// The name that words are; nil where they can be something else.
  private static func name(_ words: [String]) -> String? {
    guard (2...4).contains(words.count), let first = words.first, let last = words.last,
      isCapital(first), isCapital(last),
      words.allSatisfy({ isNameWord($0) || InvertedName.isParticle($0) })
    else { return nil }
    let plain = PersonName.unshouted(words)
    let name = plain.joined(separator: " ")
    let low = plain.map { $0.lowercased() }
    let given = PersonName.capitalized(first)
    guard InvertedName.isGiven(given), !Byline.isOutlet(name), !isListed(plain),
      !low.contains(where: isThing)
    else { return nil }
    // "Grace Period", "Georgia Politics" and "Harry Wins Prize" are headings.
    let mayGoOn = words.count > 2 || BylineWords.isCommon(low[0]) || isPlace(given)
    return mayGoOn && BylineWords.isCommon(low[low.count - 1]) ? nil : name
  }

  /// Whether a word stands in the names of bodies and places, or heads a part of a paper.
  private static func isThing(_ word: String) -> Bool {
    let hash = WordHash(word)
    return NameWords.organizations.contains(hash) || NameWords.places.contains(hash)
      || NameWords.waters.contains(hash) || NameWords.nothing.contains(hash)
      || NameWords.roles.contains(hash)
  }

  /// Whether the gazetteer knows what is called so: a place, or somebody whom texts are about.
  private static func isListed(_ words: [String]) -> Bool {
    let name = words.joined(separator: " ")
    if firms.contains(name) || Gazetteer.world.lookup(name).map({ $0.kind != .firstName }) ?? false
    {
      return true
    }
    let person = DocumentEntity(name: name, type: .person, aliases: [name])
    return PersonName.plain(person).known != nil
  }

  /// Firms that are called like people.
  private static let firms: Set<String> = [
    "Morgan Stanley", "Philip Morris", "Charles Schwab", "Eli Lilly", "Merrill Lynch",
    "Ralph Lauren", "Hugo Boss", "Calvin Klein", "Tommy Hilfiger", "Louis Vuitton", "Aston Martin",
    "Harley Davidson", "John Deere", "John Lewis", "Mary Kay", "Warner Bros", "Jack Daniels",
  ]

  private static func isPlace(_ word: String) -> Bool {
    Gazetteer.world.lookup(word).map { $0.kind != .firstName } ?? false
  }

  private static func isNameWord(_ word: String) -> Bool {
    isCapital(word)
      && word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || "-'’.".unicodeScalars.contains($0)
      } && (word.last != "." || word.utf8.count <= 4)
  }

  private static func isCapital(_ word: String) -> Bool {
    word.unicodeScalars.first?.properties.isUppercase ?? false
  }
}

extension String {

  /// The word without the stop of a sentence.
  fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension NameWords {

  /// What waters and sights are called that bear the first name of somebody, and are no words of `places`.
  fileprivate static let waters = WordSet("falls springs station point harbour harbor cross common")
}
