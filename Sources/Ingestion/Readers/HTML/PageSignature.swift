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
