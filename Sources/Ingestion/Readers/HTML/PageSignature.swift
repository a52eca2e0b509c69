internal import Annotation

/// A line below a text that names who wrote it and nothing else, like "Ida Strand, Rill".
enum PageSignature {

  /// How sure a line is to be a name.
  enum Reading: Hashable {
    /// Nothing in it speaks against a name, and nothing for it.
    case possible
    /// It begins with a first name.
    case certain
  }

  /// Tells whether a line is a name, with the place or the agency behind it; nil for any other.
  static func reading(of text: [UInt8]) -> Reading? {
    guard text.count <= 80, !text.contains(0x0A) else { return nil }
    let words = String(decoding: text, as: UTF8.self).split(separator: " ")
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

  /// Whether what stands behind a name is a place or an agency: "in Rill", ", Rill", "(AFP)", "/dpa".
  private static func isAddition(
    _ words: ArraySlice<Substring>, behind name: ArraySlice<Substring>
  ) -> Bool {
    guard let first = words.first else { return name.last?.last != "," }
    guard words.count <= 3 else { return false }
    if name.last?.last == "," { return words.allSatisfy(isPart) }
    if first == "in" { return words.count > 1 && words.dropFirst().allSatisfy(isPart) }
    return first.first == "(" && words.last?.last == ")" || words.count == 1 && first.first == "/"
  }
}
