internal import CorpusStore

/// The words that messages, notices, the reading-back and the notes below figures share.
package enum Wording {

  /// Returns a count with its unit, which is given in the plural: `1 quote`, `1,204 quotes`.
  package static func count(_ count: Int, _ unit: String) -> String {
    grouped(count) + " " + (count == 1 ? singular(unit) : unit)
  }

  /// Returns a number with its thousands apart.
  package static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var result = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// Returns the name of one row of a kind that is named in the plural.
  static func singular(_ plural: String) -> String {
    switch plural {
    case "people": "person"
    case "matches": "match"
    case _ where plural.hasSuffix("ies"): plural.dropLast(3) + "y"
    case _ where plural.hasSuffix("s"): String(plural.dropLast())
    default: plural
    }
  }

  /// Returns a number that says which: `1st`, `2nd`, `11th`.
  static func ordinal(_ number: Int) -> String {
    let isTeen = (11...13).contains(number % 100)
    let ending =
      switch number % 10 {
      case 1 where !isTeen: "st"
      case 2 where !isTeen: "nd"
      case 3 where !isTeen: "rd"
      default: "th"
      }
    return grouped(number) + ending
  }

  /// Returns the plural of what values are called: `cues`, `countries`, `days`.
  package static func plural(_ singular: String) -> String {
    let isConsonant = singular.dropLast().last.map { !"aeiou".contains($0) } ?? false
    if singular.hasSuffix("y"), isConsonant { return singular.dropLast() + "ies" }
    return singular.hasSuffix("s") ? singular : singular + "s"
  }

  /// Returns what a rate is called: `per 100 quotes`, `per million words`, `per quote`.
  static func rate(per number: Int, of unit: String) -> String {
    let (million, thousand) = (1_000_000, 1_000)
    if number == 1 { return "per " + singular(unit) }
    if number == million || number == thousand {
      return "per \(number == million ? "million" : "thousand") \(unit)"
    }
    if number % million == 0 { return "per \(grouped(number / million)) million \(unit)" }
    return "per \(grouped(number)) \(unit)"
  }

  /// Returns words as a list in a sentence: `a, b and c`.
  static func list(_ words: [String], _ conjunction: String = "and") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// Returns what the values of a type are called.
  static func type(_ type: AttributeType) -> String {
    switch type {
    case .name: "a name"
    case .category: "one of a few names"
    case .text: "running text"
    case .integer: "a whole number"
    case .decimal: "a number"
    case .date: "a date"
    case .flag: "yes or no"
    case .reference(let table): "one of the \(table.name)"
    }
  }

  /// Returns what any number of values of a type are called.
  static func many(_ type: AttributeType) -> String {
    switch type {
    case .name, .category: "any number of names"
    case .text: "any number of texts"
    case .integer, .decimal: "any number of numbers"
    case .date: "any number of dates"
    case .flag: "any number of yes and no"
    case .reference(let table): "any number of \(table.name)"
    }
  }
}

extension RowType {

  /// What the rows are called in the plural.
  var plural: String {
    switch self {
    case .table(let table): table.name
    case .matches: "matches"
    case .groups: "counted groups"
    }
  }
}
