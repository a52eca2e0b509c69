/// The names of what is counted, in one and in many.
public enum Plural {

  /// Returns a count with its unit: `1,204 quotes`, `1 person`, `no families`.
  ///
  /// The unit is given in the plural.
  public static func counted(_ count: Int, _ unit: String) -> String {
    switch count {
    case 0: "no " + unit
    case 1: "1 " + singular(of: unit)
    default: Numerals.grouped(count) + " " + unit
    }
  }

  /// Returns the singular of a plural; of several words, that of the last.
  ///
  /// The plural of units that the language does not know (`series`) must be one that its own rules
  /// take apart; a word that is no plural stays as it is.
  public static func singular(of unit: String) -> String {
    if let space = unit.lastIndex(of: " ") {
      return String(unit[...space]) + singular(of: String(unit[unit.index(after: space)...]))
    }
    if let irregular = irregular(unit.lowercased()) { return irregular }
    if unit.hasSuffix("ies") { return unit.dropLast(3) + "y" }
    if esEndings.contains(where: unit.hasSuffix) { return String(unit.dropLast(2)) }
    if unit.hasSuffix("s"), !unit.hasSuffix("ss") { return String(unit.dropLast()) }
    return unit
  }

  private static func irregular(_ unit: String) -> String? {
    switch unit {
    case "people": "person"
    case "series": "series"
    case "media": "medium"
    default: nil
    }
  }

  private static let esEndings = ["ches", "shes", "sses", "xes", "zes"]
}
