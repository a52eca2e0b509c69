/// What people are told below figures: what was counted, and what it was divided by.
enum FigureNotes {

  /// Returns a count with its unit, which is given in the plural: `1 quote`, `1,204 quotes`.
  static func count(_ count: Int, _ unit: String) -> String {
    grouped(count) + " " + (count == 1 ? singular(unit) : unit)
  }

  /// Returns how the words near rows were chosen.
  static func collocates(window: Int, of rows: String, near: Int, all: Int) -> String {
    "\(count(near, "words")) of \(grouped(all)) stand up to \(count(window, "tokens")) from "
      + "\(rows), in the same paragraph; listed are those that do so more often than chance has it"
  }

  /// Returns how many words two sets of rows have.
  static func keywords(
    _ words: Int, in rows: String, against others: Int, in reference: String
  ) -> String {
    "\(count(words, "words")) in \(rows) against \(grouped(others)) in \(reference); listed are "
      + "those that are more frequent in the first; rates are per million words"
  }

  /// Returns what was counted on the two sides of a comparison.
  static func sides(
    _ first: Int, of rows: String, _ second: Int, of others: String, unit: String
  ) -> String {
    "first: \(count(first, unit)) in \(rows); second: \(count(second, unit)) in \(others); "
      + "a log ratio above 0 is more of the first"
  }

  /// Returns how many rows were left out for having no value.
  static func missing(_ first: Int, _ second: Int, of name: String) -> String {
    "left out for having no \(name): \(grouped(first)) of the first, \(grouped(second)) of the second"
  }

  /// Returns what a rate was divided by.
  static func rate(_ name: String, of meaning: String, total: String) -> String {
    "\(name): of \(meaning) (\(total) in all)"
  }

  /// Returns a number with its thousands apart.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var result = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// Returns the plural of what values are called: `cues`, `countries`.
  static func plural(_ name: String) -> String {
    let isConsonant = name.dropLast().last.map { !"aeiou".contains($0) } ?? false
    if name.hasSuffix("y"), isConsonant { return name.dropLast() + "ies" }
    return name.hasSuffix("s") ? name : name + "s"
  }

  private static func singular(_ plural: String) -> String {
    if plural == "matches" { return "match" }
    if plural.hasSuffix("ies") { return plural.dropLast(3) + "y" }
    return plural.hasSuffix("s") ? String(plural.dropLast()) : plural
  }
}
