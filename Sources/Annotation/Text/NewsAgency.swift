/// Agencies of news, which stand beside the names of writers whose texts they took part in.
package enum NewsAgency {

  /// Whether a name is that of an agency, or stands for several that are not named.
  package static func isNamed(_ name: some StringProtocol) -> Bool {
    names.contains(name.lowercased())
  }

  private static let names: Set<String> = [
    "aap", "afp", "anadolu", "ani", "anp", "ansa", "ap", "apa", "associated press",
    "the associated press", "ats", "belga", "bloomberg", "bns", "bta", "ctk", "čtk", "dpa", "efe",
    "epd", "hina", "interfax", "kna", "kyodo", "lusa", "mti", "ntb", "pa", "pap",
    "press association",
    "pti", "reuters", "ria", "ritzau", "sda", "sid", "stt", "tanjug", "tass", "tt", "ukrinform",
    "upi",
    "xinhua", "agencies", "news agencies", "agences", "agenturen", "agencias", "agenzie", "wires",
    "wire services", "news services", "staff and agencies",
  ]
}
