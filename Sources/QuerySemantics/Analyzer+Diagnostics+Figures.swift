internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// The wording of mistakes in figures, rates, drawings and sets of rows.
extension Diagnostic {

  static func combinedGroups(_ word: String, at range: SourceRange) -> Diagnostic {
    .error(
      "combined-groups",
      "'\(word)' takes rows of the corpus, and counted groups are none; write it before the count",
      at: range)
  }

  static func differentBasis(
    _ path: Path, _ one: AttributeType, _ other: AttributeType
  ) -> Diagnostic {
    .error(
      "unfit-values",
      "'\(path.text)' is \(Wording.type(one)) on the one side and \(Wording.type(other)) on the "
        + "other, so there is nothing to compare",
      at: path.range)
  }

  static func differentRows(
    _ word: String, _ one: String, _ other: String, at range: SourceRange
  ) -> Diagnostic {
    .error(
      "different-rows",
      "'\(word)' takes rows of one kind, and these are \(other) beside \(one); "
        + "go on with 'to \(one)' in the parentheses",
      at: range)
  }

  static func missingAttribute(_ function: String, at range: SourceRange) -> Diagnostic {
    .error(
      "missing-attribute", "'\(function)' is taken of an attribute; write \(function)(words)",
      at: range)
  }

  static func noCount(_ rate: String, at range: SourceRange) -> Diagnostic {
    .error(
      "no-count",
      "'\(rate)' divides a count of rows, and none of the figures before it is one; "
        + "write 'count by …' or 'summarize n = count by …' before it",
      at: range)
  }

  static func noPairs(at range: SourceRange) -> Diagnostic {
    .error(
      "no-pairs",
      "'pairs' are of values that rows have together, and counted groups are no rows; "
        + "write 'pairs' instead of the count",
      at: range)
  }

  static func noSurroundings(
    _ rows: String, isWhole: Bool, at range: SourceRange
  ) -> Diagnostic {
    .error(
      "no-surroundings",
      isWhole
        ? "'collocates' are words beside the rows, and nothing stands beside \(rows); "
          + "ask for a phrase or for quotes, or write 'keywords against (…)'"
        : "'collocates' are words beside the rows in the text, and \(rows) stand in none",
      at: range)
  }

  static func noWording(_ word: String, _ rows: String, at range: SourceRange) -> Diagnostic {
    .error(
      "no-wording", "'\(word)' looks at the words of the rows, and \(rows) have no text", at: range)
  }

  static func noWordsToCompare(_ text: Name) -> Diagnostic {
    .error(
      "no-words", "'similar to' compares words, and there is none between the quotation marks",
      at: text.range)
  }

  static func nothingCounted(_ rate: String, at range: SourceRange) -> Diagnostic {
    .error(
      "nothing-counted",
      "'\(rate)' divides counts, and nothing has been counted; write 'count by …' before it",
      at: range)
  }

  static func nothingToDraw(_ kind: String, _ rows: String, at range: SourceRange) -> Diagnostic {
    .error(
      "nothing-to-draw",
      "'chart \(kind)' draws figures, and \(rows) are rows; count them first, as in 'count by …'",
      at: range)
  }

  static func repeatedFigure(_ heading: String, at range: SourceRange) -> Diagnostic {
    .error(
      "repeated-figure",
      "two columns would be headed '\(heading)'; name one, as in 'n = \(heading)'", at: range)
  }

  static func severalValues(_ function: String, _ path: Path) -> Diagnostic {
    .error(
      "several-values",
      "a row can have several '\(path.text)', and '\(function)' takes one; "
        + "write 'distinct(\(path.text))' for their number, or count by it",
      at: path.range)
  }

  static func unfitChart(_ kind: String, need: String, at range: SourceRange) -> Diagnostic {
    .error("unfit-chart", "'chart \(kind)' needs \(need)", at: range)
  }

  static func unfitValues(
    _ function: String, _ path: Path, _ type: AttributeType, wanted: String
  ) -> Diagnostic {
    .error(
      "unfit-values",
      "'\(function)' is taken of \(wanted), and '\(path.text)' is \(Wording.type(type))",
      at: path.range)
  }

  static func unknownFigure(_ name: Name, known: [String]) -> Diagnostic {
    .error(
      "unknown-figure", "there is no figure '\(name.text)'; \(hint(name, known))",
      at: name.range, fixIt: repair(name, known))
  }

  static func unknownMeasure(_ name: Name, of step: String, known: [String]) -> Diagnostic {
    .error(
      "unknown-measure",
      "'\(step)' cannot be ordered by '\(name.text)'; \(hint(name, known))", at: name.range,
      fixIt: repair(name, known))
  }

  static func unknownWordAttribute(_ name: Name, known: [String]) -> Diagnostic {
    .error(
      "unknown-word-attribute",
      "words are not told apart by '\(name.text)'; \(hint(name, known))", at: name.range,
      fixIt: repair(name, known))
  }

  static func unwantedAttribute(_ function: String, _ path: Path) -> Diagnostic {
    .error(
      "unwanted-attribute",
      "'\(function)' is of the rows and takes no attribute; "
        + "write distinct(\(path.text)) for the number of different values",
      at: path.range)
  }

  static func wideWindow(_ value: Value, greatest: Int) -> Diagnostic {
    .error(
      "wide-window",
      "'window' takes up to \(Wording.grouped(greatest)) tokens on each side", at: value.range)
  }

  /// The nearest of the words that there are, or all of them.
  private static func hint(_ name: Name, _ known: [String]) -> String {
    EditDistance.nearest(to: name.text, among: known, most: 1).first.map {
      "did you mean '\($0)'?"
    } ?? "write " + Wording.list(known, "or")
  }

  private static func repair(_ name: Name, _ known: [String]) -> FixIt? {
    EditDistance.nearest(to: name.text, among: known, most: 1).first.map {
      FixIt(replacing: name.range, with: $0)
    }
  }
}

extension Notice {

  /// Tells which keys do not tell apart what counts are divided by.
  static func sameDenominator(
    _ keys: [String], _ unit: String, at range: SourceRange
  ) -> Notice {
    let names = Wording.list(keys.map { "'\($0)'" })
    return Notice(
      .chosenReading,
      "\(unit) have no \(names): rows that differ in nothing else are divided by the same number",
      at: range)
  }
}
