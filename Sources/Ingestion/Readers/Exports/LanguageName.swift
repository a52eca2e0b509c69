/// The tags of languages by their English names, as exports have them.
enum LanguageName {

  /// Returns the BCP 47 tag of a language, like `en` for “English”; others as they are.
  static func code(_ name: String) -> String {
    let word = name.split { !$0.isLetter }.first.map { $0.lowercased() } ?? ""
    return tags[word] ?? name
  }

  /// Whether a line is the name of a language, and nothing else.
  static func isKnown(_ line: String) -> Bool { tags[line.lowercased()] != nil }

  private static let tags = [
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it",
    "portuguese": "pt", "dutch": "nl", "russian": "ru", "ukrainian": "uk", "polish": "pl",
    "chinese": "zh", "japanese": "ja", "arabic": "ar", "turkish": "tr", "swedish": "sv",
    "danish": "da", "norwegian": "no", "finnish": "fi", "czech": "cs", "hungarian": "hu",
  ]
}
