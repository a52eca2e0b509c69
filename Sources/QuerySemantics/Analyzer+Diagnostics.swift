internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// All wording of the mistakes that analysis finds, by name.
extension Diagnostic {

  static func allOfOne(_ path: Path) -> Diagnostic {
    .error(
      "all-of-one",
      "a row has one '\(path.text)', which cannot be all of several; "
        + "write '\(path.text) in (…)' for any of them",
      at: path.range)
  }

  static func backwardRange(at range: SourceRange) -> Diagnostic {
    .error("backward-range", "the range ends before it starts", at: range)
  }

  static func badCount(of step: String, _ value: Value, least: Int) -> Diagnostic {
    .error(
      "bad-count",
      "'\(step)' takes a whole number from \(least) on, and '\(Numeral.text(value))' is none",
      at: value.range)
  }

  static func cannotMove(_ kind: RowKindName) -> Diagnostic {
    .error(
      "cannot-move", "counted groups lead to no other rows; write 'to \(kind.kind)' before 'count'",
      at: kind.range)
  }

  static func emptyPhrase(_ name: Name) -> Diagnostic {
    .error("empty-phrase", "a phrase has at least one word", at: name.range)
  }

  static func invalidRegex(_ mistake: RegexMistake, in pattern: Name) -> Diagnostic {
    let length = pattern.text.utf8.count
    var range = pattern.range
    // Only where nothing in the literal was escaped do its bytes stand as they are written. Curly
    // marks have three bytes each.
    if range.length == length + 2 || range.length == length + 6 {
      let start = range.start + (range.length - length) / 2
      range = SourceRange(start + mistake.range.lowerBound, start + mistake.range.upperBound)
    }
    return .error("invalid-regex", mistake.kind.message, at: range)
  }

  static func missingComparison(_ path: Path, _ bound: BoundPath) -> Diagnostic {
    .error(
      "missing-comparison",
      "expected a comparison behind '\(path.text)', like =; "
        + "it is \(Wording.type(bound.type)), and only yes or no stands alone",
      at: path.range)
  }

  static func missingParameter(
    _ name: String, at range: SourceRange, known: [String]
  ) -> Diagnostic {
    let near = EditDistance.nearest(to: name, among: known, most: 1).first
    return .error(
      "missing-parameter",
      "the parameter '$\(name)' has no value; give one with --param \(name)=…, "
        + "or a default with 'param \(name) = …'",
      at: range,
      notes: near.map { [Note("there is a parameter '$\($0)'")] } ?? [])
  }

  static func nameAlone(_ name: Name, _ attribute: String) -> Diagnostic {
    .error(
      "missing-comparison",
      "a name is compared with an attribute: \(attribute) = \(name.text); "
        + "for any of several write \(attribute) in (…, \(name.text))",
      at: name.range)
  }

  static func nameless(_ path: String, _ table: Table, at range: SourceRange) -> Diagnostic {
    .error(
      "no-name",
      "\(table.name) have no name to compare '\(path)' with; ask for an attribute of them, "
        + "or whether it 'is known'",
      at: range)
  }

  static func noConcordance(_ rows: String, at range: SourceRange) -> Diagnostic {
    .error(
      "no-concordance",
      "'kwic' shows stretches of text in their surroundings, and \(rows) are none",
      at: range)
  }

  static func noDate(_ rows: String, at range: SourceRange) -> Diagnostic {
    .error("no-date", "\(rows) have no date", at: range)
  }

  static func noLadder(_ word: String, _ rows: String, at range: SourceRange) -> Diagnostic {
    .error(
      "no-such-relation", "'\(word)' is asked of texts and quotes, not of \(rows)",
      at: range)
  }

  static func noListing(_ path: Path) -> Diagnostic {
    .error(
      "no-listing", "'\(path.text)' is running text, and its values are as many as the rows",
      at: path.range)
  }

  static func noParts(_ path: String, _ type: AttributeType, at range: SourceRange) -> Diagnostic {
    .error("no-parts", "'\(path)' is \(Wording.type(type)), and has no parts", at: range)
  }

  static func noSearch(_ path: Path, _ type: AttributeType, word: String) -> Diagnostic {
    .error(
      "no-search",
      "'\(word)' looks into text, and '\(path.text)' is \(Wording.type(type)); compare it with =",
      at: path.range)
  }

  static func noSuchDay(_ value: Value) -> Diagnostic {
    .error(
      "no-such-day", "the calendar has no '\(Numeral.text(value))'", at: value.range)
  }

  static func noText(_ rows: String, at range: SourceRange) -> Diagnostic {
    .error(
      "no-text",
      "a phrase alone looks into the text of a row, and \(rows) have none",
      at: range)
  }

  static func notDate(_ path: BoundPath, _ value: Value) -> Diagnostic {
    let (kind, forms) =
      switch path.part {
      case .week: ("a week", "\"2025-W09\" or a date in it")
      case .quarter: ("a quarter", "\"2025-Q1\"")
      case .month: ("a month of a year", "2025-02")
      case .year: ("a year", "2025")
      case .day, .weekday, nil: ("a date", "2025-02-24, 2025-02 or 2025")
      }
    let meant = path.part == nil ? SpokenDate(Numeral.text(value))?.quoth : nil
    return .error(
      "not-a-date",
      "'\(path.text)' is \(kind); '\(Numeral.text(value))' is not one: "
        + (meant.map { "did you mean \($0)?" } ?? "write \(forms)"),
      at: value.range, fixIt: meant.map { FixIt(replacing: value.range, with: $0) })
  }

  static func notFlag(_ path: String, _ value: Value) -> Diagnostic {
    .error(
      "not-yes-or-no",
      "'\(path)' is yes or no; '\(Numeral.text(value))' is neither",
      at: value.range)
  }

  static func notNumber(_ path: String, _ value: Value) -> Diagnostic {
    .error(
      "not-a-number",
      "'\(path)' is a number; '\(Numeral.text(value))' is not one: write one like 30",
      at: value.range)
  }

  static func notText(
    _ rows: String, relation: String, at range: SourceRange
  ) -> Diagnostic {
    .error(
      "not-in-the-text",
      "'\(relation)' compares stretches of text, and \(rows) are none",
      at: range)
  }

  static func notWeekday(_ path: String, _ value: Value) -> Diagnostic {
    .error(
      "not-a-weekday",
      "'\(path)' is a day of the week; '\(Numeral.text(value))' is not one: "
        + "write Monday to Sunday",
      at: value.range)
  }

  static func orderByMany(_ path: Path) -> Diagnostic {
    .error(
      "order-by-many",
      "a row can have several '\(path.text)', which give it no one place in an order",
      at: path.range)
  }

  static func repeatedHeading(_ heading: String, at range: SourceRange) -> Diagnostic {
    .error(
      "repeated-heading", "two columns would be headed '\(heading)'; name one with 'as'", at: range)
  }

  static func reservedName(_ name: Name) -> Diagnostic {
    .error(
      "reserved-name", "'\(name.text)' is a kind of row, and no name for a query", at: name.range)
  }

  static func textComparison(_ path: String, _ value: Value) -> Diagnostic {
    .error(
      "compared-text",
      "'\(path)' is running text, which equals nothing short; "
        + "write \(path) contains \"\(Numeral.text(value))\"",
      at: value.range)
  }

  static func topByUnordered(_ path: Path, _ type: AttributeType) -> Diagnostic {
    .error(
      "top-by-unordered",
      "'top' goes by a number or a date, and '\(path.text)' is \(Wording.type(type))",
      at: path.range)
  }

  static func unknownAttribute(
    _ name: Name, of scope: Scope, known: [String], owners: [Table]
  ) -> Diagnostic {
    let near = EditDistance.nearest(to: name.text, among: known)
    let owners = owners.map(\.name)
    var message = "no attribute of \(scope.plural) is named '\(name.text)'"
    var notes: [Note] = []
    let isNear = near.first.map { isSlip(name.text, $0) } ?? false
    if !owners.isEmpty, !isNear {
      message += "; it is an attribute of \(Wording.list(owners))"
      if let first = near.first { notes.append(Note("there is '\(first)' here")) }
      notes += way(to: name.text, of: owners[0], from: scope)
    } else if let first = near.first {
      message += "; did you mean '\(first)'?"
      if !owners.isEmpty {
        notes.append(Note("'\(name.text)' is an attribute of \(Wording.list(owners))"))
      }
    } else {
      notes.append(Note("the attributes are " + Wording.list(unique(known))))
    }
    return .error(
      "unknown-attribute", message, at: name.range, notes: notes,
      fixIt: (owners.isEmpty || isNear) && isClear(name.text, near)
        ? fixIt(near, at: name.range) : nil)
  }

  /// Whether the first candidate is nearer than the second, so that it is the obvious repair.
  private static func isClear(_ name: String, _ near: [String]) -> Bool {
    guard near.count > 1 else { return true }
    let distances = near.prefix(2).map { EditDistance.between(name.lowercased(), $0.lowercased()) }
    return (distances[0] ?? .max) < (distances[1] ?? .max)
  }

  /// Whether two names differ by one letter, as a plural does.
  private static func isSlip(_ a: String, _ b: String) -> Bool {
    EditDistance.between(a.lowercased(), b.lowercased(), limit: 1) != nil
  }

  /// How a query gets from rows with the attribute to the rows it wants.
  private static func way(
    to name: String, of owner: String, from scope: Scope
  ) -> [Note] {
    switch scope.rowType {
    case .groups: []
    case .matches: [Note("write: within (\(owner) where \(name) = …)")]
    case .table: [Note("write: \(owner) where \(name) = … | to \(scope.plural)")]
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// The repair that puts the nearest candidate in place of what is written.
  private static func fixIt(_ near: [String], at range: SourceRange) -> FixIt? {
    near.first.map { FixIt(replacing: range, with: $0) }
  }

  static func unknownCategory(_ path: String, _ value: Value, known: [String]) -> Diagnostic {
    let near = EditDistance.nearest(to: Numeral.text(value), among: known, most: 1)
    let list = "it is " + Wording.list(known, "or")
    let hint = near.first.map { "did you mean '\($0)'?" } ?? list
    return .error(
      "unknown-category", "'\(path)' is never '\(Numeral.text(value))'; \(hint)",
      at: value.range, notes: near.isEmpty ? [] : [Note(list)],
      fixIt: fixIt(near, at: value.range))
  }

  static func unknownColumn(_ path: Path, known: [String]) -> Diagnostic {
    let near = EditDistance.nearest(to: path.text, among: known, most: 1)
    let hint = near.first.map { "did you mean '\($0)'?" } ?? "there are \(Wording.list(known))"
    return .error(
      "unknown-column", "no column of the result is headed '\(path.text)'; \(hint)", at: path.range,
      fixIt: fixIt(near, at: path.range))
  }

  static func unknownDatePart(_ name: Name) -> Diagnostic {
    let known = DatePart.allCases.map(\.rawValue)
    let near = EditDistance.nearest(to: name.text, among: known, most: 1)
    return .error(
      "unknown-date-part", "a date has no '\(name.text)'; it has \(Wording.list(known))",
      at: name.range, fixIt: fixIt(near, at: name.range))
  }

  static func unknownEnding(_ name: Name, known: [String]) -> Diagnostic {
    .error(
      "unknown-ending",
      "the ending of a file names its format, and '\(name.text)' has none that is known: "
        + "write " + Wording.list(known.map { "." + $0 }, "or"),
      at: name.range)
  }

  static func unknownListing(_ path: Path, known: [String]) -> Diagnostic {
    let name = path.parts.first ?? Name(path.text, at: path.range)
    let near = EditDistance.nearest(to: name.text, among: unique(known), most: 1)
    return .error(
      "unknown-attribute",
      "no row has an attribute named '\(name.text)'"
        + (near.first.map { "; did you mean '\($0)'?" } ?? ""),
      at: name.range,
      notes: [Note("there are " + Wording.list(unique(known)))],
      fixIt: fixIt(near, at: name.range))
  }

  static func unknownSource(
    _ name: Name, known: [String], didYouMean candidate: String?
  ) -> Diagnostic {
    let hint = candidate.map { "did you mean '\($0)'?" } ?? "a query starts with what it returns"
    return .error(
      "unknown-source", "no kind of row, and no query, is named '\(name.text)'; \(hint)",
      at: name.range,
      notes: candidate == nil ? [Note("there are " + Wording.list(known))] : [],
      fixIt: candidate.map { FixIt(replacing: name.range, with: $0) })
  }

  static func unorderedValues(_ path: Path, _ type: AttributeType) -> Diagnostic {
    .error(
      "unordered-values",
      "'\(path.text)' is \(Wording.type(type)), and such values have no order; compare with = or !=",
      at: path.range)
  }
}

extension RegexMistake.Kind {

  /// What is wrong, in words.
  fileprivate var message: String {
    switch self {
    case .openGroup: "the group that opens here is not closed; write \\( for the mark itself"
    case .strayClose: "no group is open here; write \\) for the mark itself"
    case .openClass: "the set that opens here is not closed; write \\[ for the mark itself"
    case .backwardRange: "the range of characters ends before it starts"
    case .nothingToRepeat: "there is nothing to repeat before this mark"
    case .badCount: "a repetition is written {2}, {2,} or {2,5}, with numbers up to 1,000"
    case .unknownEscape: "a backslash stands before d, w, s, b, n, t or a mark"
    case .unknownGroup: "a group opens with ( or (?:; case does not count, so (?i) is left out"
    case .tooLarge: "the expression grows too large; its repetitions multiply"
    }
  }
}
