internal import Diagnostics

extension Diagnostic {

  static func expected(_ wanted: Wanted, found: String, at range: SourceRange) -> Diagnostic {
    .error("expected", "expected \(wanted.description), found \(found)", at: range)
  }

  static func foreignQuery(
    source: String, at range: SourceRange, mended: SourceRange
  ) -> Diagnostic {
    .error(
      "foreign-query", "a query starts with what it returns; write '\(source) where …'", at: range,
      notes: [.init("columns are chosen by a step behind it: '\(source) | select speaker, text'")],
      fixIt: .init(replacing: mended, with: ""))
  }

  static func foreignStep(_ word: String, quoth: String, at range: SourceRange) -> Diagnostic {
    .error(
      "foreign-step", "'\(word)' is written '\(quoth)' here", at: range,
      fixIt: .init(
        replacing: range, with: quoth.hasSuffix(" by") ? String(quoth.dropLast(3)) : quoth))
  }

  static func foreignWord(_ word: String, quoth: String, at range: SourceRange) -> Diagnostic {
    .error(
      "foreign-word", "'\(word)' is written '\(quoth)' here", at: range,
      notes: quoth == "contains"
        ? [.init("'*' and '?' stand for any letters: text contains \"tax*\"")] : [],
      fixIt: .init(replacing: range, with: quoth))
  }

  static func listWithoutIn(at range: SourceRange) -> Diagnostic {
    .error(
      "list-without-in", "several values stand behind 'in'", at: range,
      notes: [.init("'= all (…)' asks for all of them at once")],
      fixIt: .init(replacing: range, with: "in"))
  }

  static func misplacedAnd(at range: SourceRange) -> Diagnostic {
    .error(
      "misplaced-and",
      "'and' joins conditions behind where; directly behind the source it is left out",
      at: range)
  }

  static func misplacedLadder(_ word: String, at range: SourceRange) -> Diagnostic {
    .error(
      "misplaced-condition",
      "'\(word)' stands directly behind the source, or behind where", at: range)
  }

  static func misspeltKeyword(
    _ word: String, didYouMean candidates: [String], at range: SourceRange
  ) -> Diagnostic {
    .error(
      "misspelt-keyword", "'\(word)' means nothing here" + suggestion(candidates), at: range,
      fixIt: repair(range, candidates))
  }

  static func promptCommand(_ name: String, at range: SourceRange) -> Diagnostic {
    .error(
      "prompt-command", "'.\(name)' is a command of the prompt, and no statement of a script",
      at: range)
  }

  static func missingAnd(at range: SourceRange) -> Diagnostic {
    .error(
      "missing-and", "two conditions are joined by 'and' or 'or'", at: range,
      fixIt: .init(replacing: SourceRange(at: range.start), with: "and "))
  }

  static func missingComparison(
    of path: String, found: String, at range: SourceRange
  ) -> Diagnostic {
    .error(
      "missing-comparison", "expected a comparison behind '\(path)', like =, found \(found)",
      at: range)
  }

  static func missingSource(at range: SourceRange) -> Diagnostic {
    .error(
      "missing-source", "a query starts with what it returns; write 'quotes where …'", at: range,
      fixIt: .init(replacing: SourceRange(at: range.start), with: "quotes where "))
  }

  static func missingStatementEnd(at range: SourceRange) -> Diagnostic {
    .error(
      "missing-statement-end",
      "a new statement follows ';' or an empty line", at: range,
      notes: [.init("inside a statement a new line is a space")],
      fixIt: .init(replacing: SourceRange(at: range.start), with: ";\n"))
  }

  static func numberTooLarge(at range: SourceRange) -> Diagnostic {
    .error("number-too-large", "the number is too large", at: range)
  }

  static func tooDeep(at range: SourceRange) -> Diagnostic {
    .error("too-deep", "more than 100 levels of parentheses are too many", at: range)
  }

  static func unclosedParenthesis(at range: SourceRange) -> Diagnostic {
    .error("unclosed-parenthesis", "the parenthesis is not closed", at: range)
  }

  static func unexpected(_ found: String, at range: SourceRange) -> Diagnostic {
    .error("unexpected", "\(found) cannot stand here", at: range)
  }

  static func unknownRowKind(
    _ word: String, didYouMean candidates: [String], at range: SourceRange
  ) -> Diagnostic {
    .error(
      "unknown-row-kind", "no rows are named '\(word)'" + suggestion(candidates), at: range,
      fixIt: repair(range, candidates))
  }

  static func unknownStep(
    _ word: String, didYouMean candidates: [String], at range: SourceRange
  ) -> Diagnostic {
    let steps = Keyword.steps.map(\.phrase).joined(separator: ", ")
    return .error(
      "unknown-step", "no step is named '\(word)'" + suggestion(candidates), at: range,
      notes: candidates.isEmpty ? [.init("the steps are \(steps)")] : [],
      fixIt: repair(range, candidates))
  }

  static func unknownTimeUnit(
    _ word: String, didYouMean candidates: [String], at range: SourceRange
  ) -> Diagnostic {
    .error(
      "unknown-time-unit", "no unit of time is named '\(word)'" + suggestion(candidates), at: range,
      notes: candidates.isEmpty
        ? [.init("the units are day, week, month, quarter and year")] : [],
      fixIt: repair(range, candidates))
  }

  static func unopenedParenthesis(at range: SourceRange) -> Diagnostic {
    .error(
      "unopened-parenthesis", "the parenthesis closes nothing", at: range,
      fixIt: .init(replacing: range, with: ""))
  }

  private static func suggestion(_ candidates: [String]) -> String {
    candidates.first.map { "; did you mean '\($0)'?" } ?? ""
  }

  private static func repair(_ range: SourceRange, _ candidates: [String]) -> FixIt? {
    candidates.first.map { FixIt(replacing: range, with: $0) }
  }
}
