internal import Annotation

/// Words that tell a sentence of an article from what a page says to its readers.
enum SentenceWords {

  /// Whether a text holds a verb of saying.
  static func report(_ text: [UInt8]) -> Bool {
    ReportClause.holdsVerb(text)
  }

  /// Whether a text speaks to its reader, or of those who make the page.
  static func addressReader(_ text: [UInt8]) -> Bool { holds(text, address) }

  /// Whether a text asks its reader to take what the page offers, as "Get the morning briefing" does.
  static func isCall(_ text: [UInt8]) -> Bool {
    words(Array(text.prefix(16))).first.map { calls.contains($0) } ?? false && holds(text, offers)
  }

  /// Whether a text begins as a sentence of few words does.
  static func begins(_ text: [UInt8]) -> Bool {
    words(Array(text.prefix(16))).first.map { beginnings.contains($0) } ?? false
  }

  /// Whether a word begins with a small letter, or with one of a script that has no others.
  static func startsLow(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, first >= 0x80 else {
      return word.first.map { (0x61...0x7A).contains($0) } ?? false
    }
    let scalar = String(decoding: word.prefix(4), as: UTF8.self).unicodeScalars.first?.properties
    return scalar.map { $0.isAlphabetic && !$0.isUppercase } ?? false
  }

  /// Whether a part of a text has a word of two letters or more that begins so.
  static func holdsLow(_ text: ArraySlice<UInt8>) -> Bool {
    text.split { $0 <= 0x20 }.contains { $0.count > 1 && startsLow($0) }
  }

  private static func holds(_ text: [UInt8], _ sought: Set<[UInt8]>) -> Bool {
    words(text).contains { sought.contains($0) }
  }

  /// The words of a text in small letters, but for those of other scripts than ASCII.
  static func words(_ text: [UInt8]) -> [[UInt8]] {
    text.split { !isLetter($0) }
      .map(\.lowercasedLetters)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0xC3 || (0x80...0xBF).contains(byte)
  }

  private static func set(_ words: String) -> Set<[UInt8]> {
    Set(words.utf8.split(separator: 0x20).map(Array.init))
  }

  private static let address = set(
    "our us we your you my me newsletter inbox app browser site website nos notre vos votre vous "
      + "unser unsere unseren unserer ihr ihre ihren ihnen sie uns wir")

  private static let calls = set(
    "get receive join try download register discover unlock never stay want recevez rejoignez "
      + "découvrez téléchargez profitez recevoir erhalten holen jetzt abonnieren melden bleiben")

  private static let offers = set(
    "newsletter newsletters briefing briefings inbox app apps alerts updates subscription digest "
      + "podcast infolettre appli alertes abonnement postfach abo probeabo")

  private static let beginnings = set(
    "he she it they we i you the a an this that these those there no not his her their our my "
      + "il elle ils elles on nous je le la les un une ce cette er sie es wir ich der die das ein "
      + "eine dies")
}
