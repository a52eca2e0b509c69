/// The tags of languages by their names, as exports have them in English, German, French and Spanish, and by their codes of three
/// letters (ISO 639-2).
enum LanguageName {

  /// Returns the BCP 47 tag of a language, like `en` for “English”; others as they are.
  static func code(_ name: String) -> String {
    let word = name.split { !$0.isLetter }.first.map { $0.lowercased() } ?? ""
    return tags[word] ?? name
  }

  /// Returns the tag of a language that a field names by a name or code alone; others as they are.
  static func tag(_ value: String) -> String {
    let word = value.lowercased()
    return codes[word] ?? tags[word] ?? value
  }

  private static let codes = [
    "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "ita": "it",
    "por": "pt", "nld": "nl", "dut": "nl", "rus": "ru", "ukr": "uk", "pol": "pl", "zho": "zh",
    "chi": "zh", "jpn": "ja", "ara": "ar", "tur": "tr", "swe": "sv", "dan": "da", "nor": "no",
    "fin": "fi", "ces": "cs", "cze": "cs", "hun": "hu", "ell": "el", "gre": "el", "ron": "ro",
  ]

  /// Whether a line is the name of a language, and nothing else.
  static func isKnown(_ line: String) -> Bool { tags[line.lowercased()] != nil }

  private static let tags = [
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it",
    "portuguese": "pt", "dutch": "nl", "russian": "ru", "ukrainian": "uk", "polish": "pl",
    "chinese": "zh", "japanese": "ja", "arabic": "ar", "turkish": "tr", "swedish": "sv",
    "danish": "da", "norwegian": "no", "finnish": "fi", "czech": "cs", "hungarian": "hu",
    "deutsch": "de", "englisch": "en", "französisch": "fr", "spanisch": "es", "italienisch": "it",
    "anglais": "en", "français": "fr", "allemand": "de", "espagnol": "es", "italien": "it",
    "inglés": "en", "francés": "fr", "alemán": "de", "español": "es", "italiano": "it",
  ]
}
