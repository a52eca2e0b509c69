/// What the words of a byline are: names of people and of papers, and how names are written.
package enum BylineWords {

  /// Whether people have this for a first name.
  package static func isFirstName(_ word: String) -> Bool { Gazetteer.world.isFirstName(word) }

  /// Whether a name is that of a paper, by the words that papers are called.
  package static func isOutlet(_ name: String) -> Bool { Byline.isOutlet(name) }

  /// Whether a word in small letters with a colon stands before the names of writers, like “reporter:”.
  package static func isLabel(_ word: String) -> Bool { labels.contains(word) }

  private static let labels: Set<String> = [
    "by:", "von:", "par:", "por:", "door:", "av:", "af:", "text:", "texto:", "tekst:", "teksti:",
    "testo:", "texte:", "words:", "story:", "byline:", "author:", "authors:", "autor:", "autorin:",
    "autora:", "auteur:", "autrice:", "reporter:", "journalist:", "journaliste:", "correspondent:",
    "writer:", "columnist:", "korrespondent:", "korrespondentin:", "interview:", "bericht:",
  ]

  /// Whether a word in small letters is what writers are called, one or several.
  package static func isOffice(_ word: String) -> Bool {
    offices.contains(word) || word.last == "s" && offices.contains(String(word.dropLast()))
  }

  private static let offices: Set<String> = [
    "editor", "correspondent", "reporter", "writer", "journalist", "columnist", "chief", "staff",
    "producer", "analyst", "photographer", "redakteur", "redakteurin", "korrespondent",
    "korrespondentin", "journaliste", "correspondant", "correspondante", "redaction", "rédaction",
  ]

  /// Whether a word in small letters is a common one of English, and so no name by itself.
  package static func isCommon(_ word: String) -> Bool { Lexicon.english.isCommon(word) }

  /// Returns a word of a name that stands in capitals as it is written else: “Jean-Pierre” for “JEAN-PIERRE”.
  package static func capitalized(_ word: String) -> String { PersonName.capitalized(word) }

  /// Returns the words of a name of which all, or those of the family, stand in capitals as they are written
  /// else: “Jan van der Berg” for “Jan VAN DER BERG”.
  package static func unshouted(_ name: [String]) -> [String] { PersonName.unshouted(name) }

  /// The number of words of a by-line before the day that it ends with, as in “Ida Lund on March 3, 2025”.
  ///
  /// It is that of all where it ends with none. A day may lack its year.
  package static func countBeforeDay(_ words: [String]) -> Int {
    guard words.suffix(8).contains(where: { $0.contains(where: \.isNumber) }) else {
      return words.count
    }
    for years in [[], ["2000"]] {
      if Byline.dayAlone((words + years).joined(separator: " ")) != nil { break }
      if let (_, start) = Byline.dayAtEnd(words + years) { return start }
    }
    return words.count
  }

  /// The words of a line that are no part of a date: no figure, no month, no weekday, and none that goes with
  /// them, like "published".
  package static func wordsBesideDate(in line: String) -> [String] {
    let bytes = Array(line.utf8)
    return DateWord.words(in: bytes).filter { $0.content == .other }
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }
}
