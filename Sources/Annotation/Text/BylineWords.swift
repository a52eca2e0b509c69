/// What the words of a byline are: names of people and of papers, and how names are written.
package enum BylineWords {

  /// Whether people have this for a first name.
  package static func isFirstName(_ word: String) -> Bool { Gazetteer.world.isFirstName(word) }

  /// Whether a name is that of a paper, by the words that papers are called.
  package static func isOutlet(_ name: String) -> Bool { Byline.isOutlet(name) }

  /// Whether a word in small letters is a common one of English, and so no name by itself.
  package static func isCommon(_ word: String) -> Bool { Lexicon.english.isCommon(word) }

  /// Returns a name that stands in capitals as it is written else: “Jean-Pierre” for “JEAN-PIERRE”.
  package static func capitalized(_ word: String) -> String { PersonName.capitalized(word) }

  /// The words of a line that are no part of a date: no figure, no month, no weekday, and none that goes with
  /// them, like "published".
  package static func wordsBesideDate(in line: String) -> [String] {
    let bytes = Array(line.utf8)
    return DateWord.words(in: bytes).filter { $0.content == .other }
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }
}
