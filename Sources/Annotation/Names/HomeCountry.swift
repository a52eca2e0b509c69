/// The country in which a document is at home, by where it was published.
///
/// "The President" on a page of a government needs no nationality.
enum HomeCountry {

  /// Returns the name that the gazetteer has for the country, or nil where the address tells none.
  static func of(_ metadata: DocumentMetadata) -> String? {
    guard let url = metadata.url, let host = host(of: url) else { return nil }
    let labels = host.split(separator: ".")
    guard labels.count > 1, let last = labels.last else { return nil }
    if last == "gov" || last == "mil" { return "United States" }
    return governments["\(labels[labels.count - 2]).\(last)"]
  }

  /// The words of a title, without the marks beside them.
  static func words(_ title: String?) -> [String] {
    (title ?? "").split { $0.isWhitespace || $0 == "," || $0 == ":" }.map(String.init)
  }

  private static func host(of url: String) -> Substring? {
    let bytes = url.utf8
    guard let colon = bytes.firstIndex(of: 0x3A) else { return nil }
    let rest = url[colon...].drop { $0 == ":" || $0 == "/" }
    return rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
  }

  private static let governments = [
    "gov.uk": "United Kingdom", "gouv.fr": "France", "gov.au": "Australia", "gc.ca": "Canada",
    "gov.in": "India", "govt.nz": "New Zealand", "gov.ie": "Ireland", "gov.ua": "Ukraine",
    "gov.il": "Israel",
  ]
}
