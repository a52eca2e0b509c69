/// What exports of LexisNexis call their parts in other languages than English.
enum NexisLabels {

  /// “of” in “3 of 20 DOCUMENTS”.
  static let of: Set<Substring> = ["of", "von", "de", "van", "di"]

  /// Whether a word in lower case is “document”, or its plural.
  static func isDocument(_ word: Substring) -> Bool {
    word.hasPrefix("document") || word.hasPrefix("dokument")
  }

  /// Returns the English name of a field; one that is not known stays what it is.
  static func english(_ label: String) -> String { names[label] ?? label }

  private static let names = [
    "autor": "byline", "auteur": "byline", "autore": "byline", "signature": "byline",
    "rubrik": "section", "rubrique": "section", "rubriek": "section", "sección": "section",
    "sezione": "section",
    "länge": "length", "longueur": "length", "lengte": "length", "longitud": "length",
    "lunghezza": "length",
    "überschrift": "headline", "titre": "headline", "titular": "headline",
    "sprache": "language", "langue": "language", "taal": "language", "idioma": "language",
    "lingua": "language",
    "ladedatum": "load-date", "date-chargement": "load-date", "date de chargement": "load-date",
    "publikationsart": "publication-type", "type-publication": "publication-type",
    "type de publication": "publication-type",
    "schlagwörter": "subject", "sujet": "subject", "onderwerp": "subject",
  ]
}
