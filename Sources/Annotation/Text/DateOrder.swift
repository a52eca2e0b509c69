/// Which of two figures of a date like 03/04/2025 is the day.
package enum DateOrder: Hashable, Sendable {
  case dayFirst, monthFirst

  /// Reads the order off a date in figures of which one is too large for a month.
  ///
  /// Nil where both orders are possible, and where there is no date in figures between slashes or
  /// dashes; between dots the day is first everywhere, which says nothing of other dates.
  package init?(writtenIn text: String) {
    guard let figures = CalendarDay.figures(in: text), figures.separator != 0x2E else { return nil }
    if figures.first > 12, figures.second <= 12 {
      self = .dayFirst
    } else if figures.second > 12, figures.first <= 12 {
      self = .monthFirst
    } else {
      return nil
    }
  }

  /// Creates the order that the words around a date tell, by their language or their time zone.
  init?(words text: String) {
    let words = text.lowercased().split { !$0.isLetter }
    if words.contains(where: { Self.european.contains(String($0)) }) {
      self = .dayFirst
    } else if words.contains(where: { Self.american.contains(String($0)) }) {
      self = .monthFirst
    } else {
      return nil
    }
  }

  private static let european: Set<String> = [
    "le", "à", "publié", "modifié", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
    "dimanche", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend",
    "sonntag", "uhr", "den", "veröffentlicht", "aktualisiert", "stand", "bst", "cet", "cest", "mez",
    "mesz", "ist", "aest", "aedt",
  ]

  private static let american: Set<String> = [
    "et", "est", "edt", "ct", "cst", "cdt", "mst", "mdt", "pt", "pst", "pdt", "akst", "hst",
  ]

  /// Creates the order that is usual in a language, which is a BCP 47 tag or an English name.
  ///
  /// Nil for English of no country, and where people write dates in several ways.
  package init?(language tag: String) {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
    guard let language = parts.first else { return nil }
    let country = parts.dropFirst().last
    switch language {
    case "en", "eng", "english":
      guard let country, !["ca", "za", "001"].contains(country) else { return nil }
      self = ["us", "ph"].contains(country) ? .monthFirst : .dayFirst
    case _ where Self.languages.contains(language): self = .dayFirst
    default: return nil
    }
  }

  private static let languages: Set<String> = [
    "fr", "de", "es", "it", "pt", "nl", "da", "no", "nb", "nn", "fi", "pl", "cs", "sk", "ro", "el",
    "tr", "ru", "uk", "ca", "gl", "french", "german", "spanish", "italian", "portuguese", "dutch",
    "polish", "français", "deutsch", "español", "italiano",
  ]

  /// Creates the order that is usual where a host of the web is at home, by its last part.
  package init?(host: String) {
    guard let last = host.split(separator: ".").last.map({ String($0).lowercased() }) else {
      return nil
    }
    if ["us", "gov", "mil"].contains(last) {
      self = .monthFirst
    } else if Self.countries.contains(last) {
      self = .dayFirst
    } else {
      return nil
    }
  }

  private static let countries: Set<String> = [
    "uk", "ie", "fr", "de", "at", "ch", "be", "nl", "lu", "es", "pt", "it", "dk", "no", "fi", "pl",
    "cz", "sk", "ro", "gr", "tr", "ru", "ua", "au", "nz", "in", "pk", "ng", "ke", "br", "ar", "mx",
    "cl", "co", "pe", "ma", "tn", "dz", "sn", "eu",
  ]
}

/// A date as it is written in figures, of which the others of its source may tell the order.
package struct WrittenDate: Hashable, Sendable {

  /// The words of the source.
  package let text: String
  /// The line in the file at which its document begins, from one.
  package let line: Int?

  /// Creates a date.
  package init(_ text: String, line: Int?) {
    self.text = text
    self.line = line
  }
}
