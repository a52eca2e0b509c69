/// The marks that a language sets around the words of others.
struct QuotationMarks {

  /// The marks around what is said, and around what is said in it.
  let outer: (open: String, close: String)
  let inner: (open: String, close: String)

  /// The marks of English.
  static let english = QuotationMarks(outer: ("“", "”"), inner: ("‘", "’"))

  private static let german = QuotationMarks(outer: ("„", "“"), inner: ("‚", "‘"))
  private static let polish = QuotationMarks(outer: ("„", "”"), inner: ("‚", "’"))
  private static let french = QuotationMarks(outer: ("«", "»"), inner: ("“", "”"))
  private static let swiss = QuotationMarks(outer: ("«", "»"), inner: ("‹", "›"))
  private static let russian = QuotationMarks(outer: ("«", "»"), inner: ("„", "“"))

  /// Returns the marks of a language by its BCP 47 tag, as those of the Unicode Common Locale Data
  /// Repository are; those of English where it is not known, and for Swedish and Finnish, whose two marks
  /// are the same and do not tell where a quotation ends.
  static func of(language tag: String) -> QuotationMarks {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
    guard let language = parts.first.map(String.init) else { return english }
    if parts.dropFirst().contains("ch"), ["de", "fr", "it"].contains(language) { return swiss }
    return byLanguage[language] ?? english
  }

  private static let byLanguage: [String: QuotationMarks] = {
    let table: [(QuotationMarks, String)] = [
      (german, "de cs sk sl lt lv et bg is lb mk"), (polish, "pl ro hu hr sr bs nl"),
      (french, "fr es it el ca eu gl pt no nb nn sq"),
      (russian, "ru uk be kk"),
    ]
    var marks: [String: QuotationMarks] = [:]
    for (own, languages) in table {
      for language in languages.split(separator: " ") { marks[String(language)] = own }
    }
    return marks
  }()
}
