internal import QuerySemantics

/// What people are told below figures: what was counted, and what it was divided by.
enum FigureNotes {

  /// Returns how the words near rows were chosen.
  static func collocates(window: Int, of rows: String, near: Int, all: Int) -> String {
    "\(Wording.count(near, "words")) of \(Wording.grouped(all)) stand up to "
      + "\(Wording.count(window, "tokens")) from \(rows), in the same paragraph; "
      + "listed are those that do so more often than chance has it"
  }

  /// Returns how many words two sets of rows have.
  static func keywords(
    _ words: Int, in rows: String, against others: Int, in reference: String
  ) -> String {
    "\(Wording.count(words, "words")) in \(rows) against \(Wording.grouped(others)) "
      + "in \(reference); listed are those that are more frequent in the first; "
      + "rates are per million words"
  }

  /// Returns what was counted on the two sides of a comparison.
  static func sides(
    _ first: Int, of rows: String, _ second: Int, of others: String, unit: String,
    names: SideNames?
  ) -> String {
    let name = names.map { (", " + $0.first, ", " + $0.second) } ?? ("", "")
    return "first\(name.0): \(Wording.count(first, unit)) in \(rows); "
      + "second\(name.1): \(Wording.count(second, unit)) in \(others); "
      + "a log ratio above 0 is more of the first"
  }

  /// Returns how many rows were left out for having no value.
  static func missing(_ first: Int, _ second: Int, of name: String) -> String {
    "left out for having no \(name): \(Wording.grouped(first)) of the first, "
      + "\(Wording.grouped(second)) of the second"
  }

  /// Returns how many of all rows were left out for having no value.
  static func missing(_ count: Int, of all: Int, _ unit: String, _ name: String) -> String {
    "left out for having no \(name): \(Wording.grouped(count)) of \(Wording.count(all, unit))"
  }

  /// Returns how many of all rows have no value, of which figures are taken.
  static func unfigured(_ count: Int, of all: Int, _ unit: String, _ name: String) -> String {
    "\(Wording.grouped(count)) of \(Wording.count(all, unit)) "
      + "\(count == 1 ? "has" : "have") no \(name); its figures are those of the others"
  }

  /// Returns how many of all rows have no date by which they would be earlier or later.
  static func undated(_ count: Int, of all: Int, _ unit: String, _ name: String) -> String {
    "\(Wording.grouped(count)) of \(Wording.count(all, unit)) "
      + (count == 1 ? "has no \(name), and is" : "have no \(name), and are")
      + " first or last only where no other row has one"
  }

  /// Returns what a rate was divided by.
  ///
  /// `ungrouped` is the part of the total that no row has: for want of a value to be grouped by, or
  /// as nothing was counted there.
  static func rate(
    _ name: String, of meaning: String, total: String, ungrouped: String? = nil
  ) -> String {
    "\(name): of \(meaning) (\(total) in all"
      + (ungrouped.map { ", \($0) of them in none of these rows" } ?? "") + ")"
  }
}
