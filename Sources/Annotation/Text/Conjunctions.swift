/// Words that stand between the names of writers: “and” in the languages of Europe, and “with”.
package enum Conjunctions {

  /// Whether a word parts names wherever it stands between those on its left and on its right.
  ///
  /// What may be a name in another language, as “Un” and “Ja” are in Korean, begins with a small letter or
  /// stands in capitals, behind a full name and before another or an agency.
  package static func isOne(
    _ word: some StringProtocol, between left: some Collection,
    _ right: some Collection<some StringProtocol>
  ) -> Bool {
    let low = word.lowercased()
    if anywhere.contains(low) { return true }
    guard left.count > 1, let first = right.first, low == word || word.uppercased() == word,
      inSmallLetters.contains(low)
    else { return false }
    return right.count > 1 && first.first?.isUppercase == true || NewsAgency.isNamed(first)
  }

  /// The parts of “Lund/Ashe” and “Lund/dpa”, with the stroke between them; addresses stay whole, and “N/A”.
  package static func parted(_ word: Substring) -> [Substring] {
    guard word.utf8.contains(0x2F) else { return [word] }
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    let areNames = parts.allSatisfy {
      $0.count > 1 && ($0.first?.isUppercase == true || NewsAgency.isNamed($0))
    }
    guard areNames else { return [word] }
    return Array(parts.flatMap { [$0, "/"] }.dropLast())
  }

  private static let anywhere: Set<String> = [
    "and", "&", "et", "und", "och", "og", "|", "/", "·", "with",
  ]

  /// “And” in Finnish and Estonian, Hungarian, Polish, Romanian, Lithuanian, Latvian, Turkish, Basque,
  /// Irish, Albanian, German, Italian before a vowel, Russian, Ukrainian and Greek; then “with” in French,
  /// German, Spanish and Italian, Portuguese, Swedish and Danish, and Dutch.
  private static let inSmallLetters: Set<String> = [
    "ja", "és", "oraz", "și", "şi", "ir", "un", "ve", "eta", "agus", "dhe", "sowie", "ed", "и", "і",
    "та", "και", "avec", "mit", "con", "com", "med", "met",
  ]

  /// “And” in languages where the word may be part of a name, or stand for something else (Spanish,
  /// Portuguese and Italian, Catalan and Polish, Dutch, Czech), and what begins by-lines there.
  package static let short: [String: Set<String>] = [
    "y": ["por", "por:", "texto:", "autor:", "autora:"], "e": ["por", "por:", "texto:", "autor:"],
    "i": [], "en": ["door", "door:"], "a": [],
  ]
}
