internal import Annotation

/// A line above or below a text that names who wrote it and nothing else, like "Ida Strand, Rill" and "Ida
/// Strand and Bo Ding".
enum PageSignature {

  /// How sure a line is to be a name.
  enum Reading: Hashable {
    /// Nothing in it speaks against a name, and nothing for it.
    case possible
    /// It begins with a first name.
    case certain
  }

  /// Tells whether a line is a name, with the place, the office or the agency behind it, or several that
  /// are sure; nil for any other.
  static func reading(of text: [UInt8]) -> Reading? {
    guard text.count <= 80, !text.contains(0x0A) else { return nil }
    let words = String(decoding: text, as: UTF8.self).split(separator: " ")
      .flatMap(Conjunctions.parted)
    let all = people(in: words)
    let people = all.filter { $0.count != 1 || !NewsAgency.isNamed($0[0]) }
    if let writer = people.first, people.count == 1, all.count > 1 { return reading(of: writer) }
    if people.count < 2 { return reading(of: words) }
    return people.allSatisfy { reading(of: $0) == .certain } ? .certain : nil
  }

  /// The words of a line between “and”.
  private static func people(in words: [Substring]) -> [[Substring]] {
    var people: [[Substring]] = [[]]
    for (index, word) in words.enumerated() {
      if Conjunctions.isOne(word, between: people[people.count - 1], words[(index + 1)...]) {
        people.append([])
      } else {
        people[people.count - 1].append(word)
      }
    }
    return people
  }

  private static func reading(of words: [Substring]) -> Reading? {
    let name = name(in: words)
    guard (2...4).contains(name.count), isAddition(words[name.count...], behind: name),
      let first = name.first.map(String.init), let last = name.last, isCapital(last),
      !BylineWords.isOutlet(name.joined(separator: " "))
    else { return nil }
    if BylineWords.isFirstName(BylineWords.capitalized(first)) { return .certain }
    // "Latest News" is no name.
    return BylineWords.isCommon(first.lowercased()) || words.count > name.count ? nil : .possible
  }

  /// Whether a line is a name, with the place or the age behind it, as in a list of people.
  static func isName(_ text: [UInt8]) -> Bool {
    let isAge = { (byte: UInt8) in (0x30...0x39).contains(byte) || byte == 0x28 || byte == 0x29 }
    let plain = text.reversed().drop(while: isAge)
    let name = plain.count < text.count ? plain.drop { $0 == 0x20 || $0 == 0x2C } : plain
    return reading(of: name.reversed()) != nil
  }

  /// Whether a line is what a letter ends with, with or without the name behind it.
  static func isFarewell(_ text: [UInt8]) -> Bool {
    let words = text.prefix { $0 != 0x2C && $0 != 0x0A }
    guard words.count <= 40, words.count < text.count else { return false }
    return farewells.contains(String(decoding: words, as: UTF8.self).lowercased())
  }

  private static let farewells: Set<String> = [
    "yours", "yours sincerely", "yours faithfully", "yours truly", "yours etc", "yours ever",
    "sincerely", "sincerely yours", "respectfully", "respectfully yours", "regards",
    "best regards", "kind regards", "warm regards", "best wishes", "cordialement", "sincèrement",
    "bien à vous", "bien cordialement", "mit freundlichen grüßen", "mit freundlichem gruß",
    "freundliche grüße", "viele grüße", "herzliche grüße", "hochachtungsvoll", "ihr", "ihre",
  ]

  /// The words up to a comma, a place or a bracket, of which each may be part of a name.
  private static func name(in words: [Substring]) -> ArraySlice<Substring> {
    let count = words.firstIndex { !isPart($0) } ?? words.count
    if let comma = words[..<count].firstIndex(where: { $0.last == "," }) {
      return words[...comma]
    }
    return words[..<count]
  }

  private static func isPart(_ word: Substring) -> Bool {
    let word = plain(word)
    return PageByline.isParticle(word)
      || isCapital(word)
        && word.unicodeScalars.allSatisfy {
          $0.properties.isAlphabetic || "-'’.".unicodeScalars.contains($0)
        }
  }

  private static func isCapital(_ word: Substring) -> Bool {
    word.unicodeScalars.first?.properties.isUppercase ?? false
  }

  private static func plain(_ word: Substring) -> Substring {
    word.last == "," ? word.dropLast() : word
  }

  /// Whether words are the office of one who writes, like “senior political correspondent”.
  private static func isOffice(_ words: ArraySlice<Substring>) -> Bool {
    guard words.count <= 5, let last = words.last?.lowercased() else { return false }
    return BylineWords.isOffice(last) && !["analyst", "chief", "producer"].contains(last)
  }

  /// Whether what stands behind a name is a place, an office or an agency: "in Rill", ", Rill", "(AFP)", "/dpa".
  private static func isAddition(
    _ words: ArraySlice<Substring>, behind name: ArraySlice<Substring>
  ) -> Bool {
    guard let first = words.first else { return name.last?.last != "," }
    if name.last?.last == ",", isOffice(words) { return true }
    guard words.count <= 3 else { return false }
    if name.last?.last == "," { return words.allSatisfy(isPart) }
    if first == "in" { return words.count > 1 && words.dropFirst().allSatisfy(isPart) }
    return first.first == "(" && words.last?.last == ")" || words.count == 1 && first.first == "/"
  }
}
