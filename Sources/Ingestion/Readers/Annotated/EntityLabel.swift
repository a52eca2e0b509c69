internal import Annotation

/// Classes of names by the labels that other programs and collections give them.
enum EntityLabel {

  /// Returns the class of a label, in any letter case and with or without `B-` before it; nil for what
  /// is none of ours, like dates.
  static func type(of label: some StringProtocol) -> EntityType? {
    var key = label.lowercased()
    for prefix in ["b-", "i-", "e-", "s-", "schema:", "http://schema.org/", "https://schema.org/"]
    where key.hasPrefix(prefix) {
      key.removeFirst(prefix.count)
    }
    return types[key]
  }

  private static let types: [String: EntityType] = {
    let labels: [(EntityType, String)] = [
      (.person, "person per people persname pers human politician"),
      (
        .organization,
        "organization organisation org corporation company orgname newsmediaorganization ngo "
          + "governmentorganization politicalparty"
      ),
      (
        .place,
        "place location loc gpe city country state_or_province state facility fac placename "
          + "geogname administrativearea settlement region"
      ),
      (.group, "group norp nationality religion ideology misc-per audience demonym"),
    ]
    var table: [String: EntityType] = [:]
    for (type, names) in labels {
      for name in names.split(separator: " ") { table[String(name)] = type }
    }
    return table
  }()
}
