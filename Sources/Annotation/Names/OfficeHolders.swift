/// The people of the gazetteer by surname, with the offices that they hold or held.
struct OfficeHolders: Sendable {

  /// Those of the one gazetteer.
  static let world = OfficeHolders(Gazetteer.world)

  private struct Holder {
    let name: String
    let country: String
    let offices: [String]
  }

  private var bySurname: [String: [Holder]] = [:]

  private init(_ gazetteer: Gazetteer) {
    for line in gazetteer.people {
      let name = gazetteer.field(1, ofLine: line)
      guard let last = name.split(separator: " ").last else { continue }
      let holder = Holder(
        name: name, country: gazetteer.field(4, ofLine: line),
        offices: gazetteer.items(5, ofLine: line))
      bySurname[EntityName.folded(last), default: []].append(holder)
      for alias in gazetteer.items(2, ofLine: line) where !alias.utf8.contains(0x20) {
        guard EntityName.folded(alias) != EntityName.folded(last) else { continue }
        bySurname[EntityName.folded(alias), default: []].append(holder)
      }
    }
  }

  /// The one person who held an office under a surname: "Vice President Harris".
  func holder(of office: String, surnamed surname: String) -> String? {
    guard let holders = bySurname[EntityName.folded(surname)] else { return nil }
    let fitting = holders.filter { $0.offices.contains { Self.isOffice($0, office) } }
    return fitting.count == 1 ? fitting[0].name : nil
  }

  /// Whether the holder of an office is called so: a secretary of state or of defense is a
  /// "secretary", but a vice president no "president".
  static func isOffice(_ held: String, _ called: String) -> Bool {
    held == called || held.hasPrefix(called) && held.utf8.dropFirst(called.utf8.count).first == 0x20
      || called == "national security advisor" && held == "national security adviser"
      || called == "secretary" && held.hasSuffix(" secretary") && !held.hasPrefix("press")
  }
}
