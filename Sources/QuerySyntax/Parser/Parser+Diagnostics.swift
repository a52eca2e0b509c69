internal import Diagnostics

extension Diagnostic {

  static func adjacentPhrases(_ texts: [String], at range: SourceRange) -> Diagnostic {
    let printer = SyntaxPrinter()
    let whole = printer.quoted(texts.joined(separator: " "))
    let parts = texts.prefix(2).map { printer.quoted($0) }.joined(separator: " then/5 ")
    return .error(
      "adjacent-phrases", "texts side by side are written as one phrase: \(whole)", at: range,
      notes: [.init("with words between them: \(parts)")],
      fixIt: .init(replacing: range, with: whole))
  }

  static func choiceWithoutParentheses(at range: SourceRange) -> Diagnostic {
    .error(
      "choice-without-parentheses",
      "a choice of patterns stands in parentheses: ([…] | […]); here '|' leads a step", at: range)
  }

  static func countWithParentheses(at range: SourceRange) -> Diagnostic {
    .error(
      "count-with-parentheses", "'count' stands alone here, without parentheses", at: range,
      fixIt: .init(replacing: range, with: ""))
  }

  static func expected(_ wanted: Wanted, found: String, at range: SourceRange) -> Diagnostic {
    .error("expected", "expected \(wanted.description), found \(found)", at: range)
  }

  static func foreignLike(
    _ word: String, quoth: String, at range: SourceRange, mended: SourceRange
  ) -> Diagnostic {
    .error(
      "foreign-word", "'\(word)' is written 'contains' here", at: range,
      notes: [.init("'*' and '?' stand for any letters: text contains \"tax*\"")],
      fixIt: .init(replacing: mended, with: quoth))
  }

  static func foreignMeet(at range: SourceRange) -> Diagnostic {
    .error(
      "foreign-query", "'MU(meet …)' is written with 'near' here: \"a\" near/2 \"b\"", at: range)
  }

  static func foreignMethod(_ step: String, at range: SourceRange) -> Diagnostic {
    .error(
      "foreign-method", "a blank leads a step, and no dot: 'quotes where …', 'quotes limit 5'",
      at: range, fixIt: .init(replacing: range, with: " \(step)"))
  }

  static func foreignPlace(
    _ path: String, _ text: String, at range: SourceRange, mended: SourceRange
  ) -> Diagnostic {
    .error(
      "foreign-word", "'in' stands behind an attribute; write \(path) contains \(text)", at: range,
      fixIt: .init(replacing: mended, with: "\(path) contains \(text)"))
  }

  static func foreignQuery(
    source: String, at range: SourceRange, mended: SourceRange
  ) -> Diagnostic {
    .error(
      "foreign-query", "a query starts with what it returns; write '\(source) where …'", at: range,
      notes: [.init("columns are chosen by a step behind it: '\(source) | select speaker, text'")],
      fixIt: .init(replacing: mended, with: ""))
  }

  static func foreignReach(_ unit: String, at range: SourceRange) -> Diagnostic {
    .error(
      "foreign-reach", "a number alone counts words: near/5", at: range,
      fixIt: .init(replacing: range, with: ""))
  }

  static func foreignRegion(
    _ word: String, _ kind: RowKind, at range: SourceRange, _ isWhole: Bool
  ) -> Diagnostic {
    .error(
      "foreign-word", "'\(word)' is written '\(kind.rawValue)' here", at: range,
      notes: isWhole ? [] : [.init("a pattern stands in them with 'within': [] within \(kind)")],
      fixIt: isWhole ? .init(replacing: range, with: kind.rawValue) : nil)
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
      fixIt: .init(replacing: range, with: quoth))
  }

  static func leadingStep(_ word: String, at range: SourceRange, isWhole: Bool) -> Diagnostic {
    .error(
      "missing-source",
      "a query starts with what it returns, and '\(word)' stands behind it: quotes \(word) …",
      at: range,
      fixIt: isWhole ? .init(replacing: SourceRange(at: range.start), with: "quotes ") : nil)
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

  static func misplacedDirection(_ word: String, at range: SourceRange) -> Diagnostic {
    .error(
      "unexpected", "'\(word)' stands behind an attribute of 'order by'", at: range,
      notes: [.init("counts are listed with the greatest first: count by speaker")])
  }

  static func misplacedLadder(_ word: String, at range: SourceRange) -> Diagnostic {
    .error(
      "misplaced-condition",
      "'\(word)' stands directly behind the source, or behind where", at: range)
  }

  static func misplacedStep(_ step: String, at range: SourceRange) -> Diagnostic {
    .error(
      "misplaced-step",
      "'\(step)' is a step, and no condition; it stands behind the source or a '|'", at: range)
  }

  static func misspeltKeyword(
    _ word: String, didYouMean candidates: [String], at range: SourceRange
  ) -> Diagnostic {
    .error(
      "misspelt-keyword", "'\(word)' means nothing here" + suggestion(candidates), at: range,
      fixIt: repair(range, candidates))
  }

  static func prose(at range: SourceRange) -> Diagnostic {
    .error(
      "missing-source", "a query starts with what it returns, like quotes or documents", at: range,
      notes: [.init("like: quotes by Macron about China, or quotes containing \"border\"")])
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

  static func missingEqual(_ path: String, before value: String, at range: SourceRange)
    -> Diagnostic
  {
    .error(
      "missing-comparison", "expected a comparison behind '\(path)': write \(path) = \(value)",
      at: range, fixIt: .init(replacing: SourceRange(at: range.start), with: "= "))
  }

  static func needlessAttribute(
    _ path: String, _ condition: String, at range: SourceRange, removing surplus: SourceRange
  ) -> Diagnostic {
    .error(
      "missing-comparison",
      "expected a comparison behind '\(path)'; write \(condition), without '\(path)'",
      at: range, fixIt: .init(replacing: surplus, with: ""))
  }

  static func missingQuotationMarks(_ text: String, at range: SourceRange) -> Diagnostic {
    let quoted = SyntaxPrinter().quoted(text)
    return .error(
      "missing-quotation-marks", "a text in a pattern stands between quotation marks: \(quoted)",
      at: range, fixIt: .init(replacing: range, with: quoted))
  }

  static func missingReach(_ relation: String, at range: SourceRange) -> Diagnostic {
    .error(
      "missing-reach", "'\(relation)' needs how far, like \(relation)/5 or \(relation)/sentence",
      at: range,
      notes: [.init("the number counts the words between; dates are near/3 days")])
  }

  static func missingSlash(
    _ relation: String, _ number: String, at range: SourceRange, gap: SourceRange
  ) -> Diagnostic {
    .error(
      "missing-slash", "how far is joined by a slash: \(relation)/\(number)", at: range,
      fixIt: .init(replacing: gap, with: "/"))
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

  static func repeatedOption(_ word: String, at range: SourceRange) -> Diagnostic {
    .error("repeated-option", "'\(word)' stands twice in this step", at: range)
  }

  static func severalNames(
    _ predicate: Predicate, _ attribute: String, _ names: [String], at range: SourceRange,
    isWhole: Bool
  ) -> Diagnostic {
    let whole = SourceRange(predicate.range.start, range.end)
    let quoth = "where \(attribute) in (\(names.joined(separator: ", ")))"
    return .error(
      "several-names", "one name stands here; for any of several write \(quoth)", at: range,
      fixIt: isWhole ? .init(replacing: whole, with: quoth) : nil)
  }

  static func spokenQuery(
    _ words: String, source: String, at range: SourceRange, mended: SourceRange
  ) -> Diagnostic {
    .error(
      "foreign-query", "a query starts with what it returns, '\(source)', without '\(words)'",
      at: range, fixIt: .init(replacing: mended, with: ""))
  }

  static func tooDeep(at range: SourceRange) -> Diagnostic {
    .error("too-deep", "more than 100 levels of parentheses are too many", at: range)
  }

  static func parameterWithoutMark(_ name: String, at range: SourceRange) -> Diagnostic {
    .error(
      "parameter-without-mark", "a parameter begins with '$': $\(name)", at: range,
      fixIt: .init(replacing: SourceRange(at: range.start), with: "$"))
  }

  static func patternWithoutMatches(
    at range: SourceRange, mended: SourceRange, with text: String
  ) -> Diagnostic {
    .error(
      "pattern-without-matches", "a pattern between slashes stands behind 'matches'", at: range,
      notes: [.init("text matches /ta(x|riff)s?/")], fixIt: .init(replacing: mended, with: text))
  }

  static func unclosedBracket(_ mark: String, at range: SourceRange) -> Diagnostic {
    .error("unclosed-bracket", "the bracket is not closed by '\(mark)'", at: range)
  }

  static func unclosedParenthesis(at range: SourceRange) -> Diagnostic {
    .error("unclosed-parenthesis", "the parenthesis is not closed", at: range)
  }

  static func unexpected(_ found: String, at range: SourceRange) -> Diagnostic {
    .error("unexpected", "\(found) cannot stand here", at: range)
  }

  static func unknownChart(
    _ word: String, didYouMean candidates: [String], at range: SourceRange
  ) -> Diagnostic {
    .error(
      "unknown-chart", "no chart is named '\(word)'" + suggestion(candidates), at: range,
      notes: candidates.isEmpty ? [.init("the charts are bars, line, heat and dots")] : [],
      fixIt: repair(range, candidates))
  }

  static func unknownFlag(_ text: String, at range: SourceRange) -> Diagnostic {
    .error(
      "unknown-flag", "'\(text)' means nothing; the letters are c, d and l", at: range,
      notes: [
        .init("%c lets case go, %d accents, and %l takes the text literally")
      ])
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

  static func unopenedBracket(_ mark: String, at range: SourceRange) -> Diagnostic {
    .error(
      "unopened-bracket", "'\(mark)' closes nothing", at: range,
      fixIt: .init(replacing: range, with: ""))
  }

  static func unopenedParenthesis(at range: SourceRange) -> Diagnostic {
    .error(
      "unopened-parenthesis", "the parenthesis closes nothing", at: range,
      fixIt: .init(replacing: range, with: ""))
  }

  static func wordForMark(_ word: String, mark: String, at range: SourceRange) -> Diagnostic {
    .error(
      "word-for-mark", "'\(word)' is written '\(mark)' inside a pattern", at: range,
      fixIt: .init(replacing: range, with: mark))
  }

  private static func suggestion(_ candidates: [String]) -> String {
    candidates.first.map { "; did you mean '\($0)'?" } ?? ""
  }

  private static func repair(_ range: SourceRange, _ candidates: [String]) -> FixIt? {
    candidates.first.map { FixIt(replacing: range, with: $0) }
  }
}
