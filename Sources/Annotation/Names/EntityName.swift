/// Names as text: folded for comparison, and cut into words.
enum EntityName {

  /// Returns a name in lower case, without the marks of Latin letters in common use.
  static func folded(_ name: some StringProtocol) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
    return String(String.UnicodeScalarView(name.lowercased().unicodeScalars.map(base)))
  }

  /// Returns the surname of a person's name of several words, with the particles before it.
  ///
  ///     "Ursula von der Leyen" → "von der Leyen", "Wang Yi" → "Wang"
  static func surname(of name: String) -> String? {
    let words = wordsWithoutSuffix(name)
    guard words.count > 1, let first = words.first else { return nil }
    if NameWords.leadingSurnames.contains(WordHash(first)) { return String(first) }
    var start = words.count - 1
    while start > 1, NameWords.particles.contains(WordHash(words[start - 1])) { start -= 1 }
    return words[start...].joined(separator: " ")
  }

  /// The words of a name without "Jr." behind it.
  static func wordsWithoutSuffix(_ name: String) -> ArraySlice<Substring> {
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last else { return words[...] }
    let isSuffixed =
      PersonName.isSuffix(last) || words.count > 2 && PersonName.suffix(String(last)) != nil
    return isSuffixed ? words.dropLast() : words[...]
  }

  /// Whether a role is only a form of address.
  static func isHonorific(_ role: String) -> Bool { NameWords.honorifics.contains(WordHash(role)) }

  /// The gender that forms of address tell: "m", "f" or nothing.
  static func gender(ofRoles roles: [String]) -> String {
    for role in roles {
      let hash = WordHash(role)
      if NameWords.femaleHonorifics.contains(hash) || NameWords.femaleRoles.contains(hash) {
        return "f"
      }
      if NameWords.maleHonorifics.contains(hash) || NameWords.maleRoles.contains(hash) {
        return "m"
      }
    }
    return ""
  }

  private static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "à"..."å", "ā", "ă", "ą": "a"
    case "ç", "ć", "č": "c"
    case "ď", "đ": "d"
    case "è"..."ë", "ē", "ė", "ę", "ě": "e"
    case "ğ", "ģ": "g"
    case "ì"..."ï", "ī", "į", "ı": "i"
    case "ķ": "k"
    case "ļ", "ł": "l"
    case "ñ", "ń", "ň", "ņ": "n"
    case "ò"..."ö", "ø", "ō", "ő": "o"
    case "ř": "r"
    case "ś", "ş", "š", "ș": "s"
    case "ť", "ț", "ţ": "t"
    case "ù"..."ü", "ū", "ů", "ű", "ų": "u"
    case "ý", "ÿ": "y"
    case "ź", "ż", "ž": "z"
    case "’": "'"
    default: scalar
    }
  }
}

extension NameWords {
  static let femaleRoles = WordSet(
    "spokeswoman chairwoman congresswoman queen princess actress businesswoman duchess")
  static let maleRoles = WordSet(
    "spokesman chairman congressman king prince pope actor businessman duke")
}
