internal import Diagnostics
internal import QuerySyntax

/// The wording of mistakes in definitions, calls, names of the user's own, and corrections.
extension Diagnostic {

  static func ambiguousCorrection(
    _ value: Value, _ candidates: [Notice.Candidate]
  ) -> Diagnostic {
    let text = Numeral.text(value)
    return .error(
      "ambiguous-correction",
      "'\(text)' is the name of \(candidates.count), and a correction is one: "
        + candidates.map(\.text).joined(separator: "; "),
      at: value.range,
      notes: candidates.prefix(1).map { Note("for one of them write exactly \"\($0.name)\"") })
  }

  static func noFile(_ name: Name, for word: String) -> Diagnostic {
    .error("no-file", "'\(word)' is followed by the name of a file or folder", at: name.range)
  }

  static func noFunction(_ name: Name) -> Diagnostic {
    .error(
      "no-function", "'\(name.text)' is a query that takes no values; write it without ()",
      at: name.range)
  }

  static func noValueCalled(
    _ value: Value, of attribute: String, nearest: [String]
  ) -> Diagnostic {
    .error(
      "no-such-value",
      "no \(attribute) of the corpus is called '\(Numeral.text(value))'"
        + (nearest.isEmpty ? "" : "; the nearest: " + nearest.joined(separator: ", ")),
      at: value.range, fixIt: nearest.first.map { FixIt(replacing: value.range, with: $0) })
  }

  static func notCorrectable(_ name: Name, known: [String], isAttribute: Bool) -> Diagnostic {
    let near = EditDistance.nearest(to: name.text, among: known, most: 1).first
    let what =
      isAttribute
      ? "'\(name.text)' follows from the text and is not corrected"
      : "no attribute of quotes is named '\(name.text)'"
    let list = "\(Wording.list(known)) of a quote can be corrected"
    return .error(
      "not-correctable",
      what + "; " + (isAttribute ? list : near.map { "did you mean '\($0)'?" } ?? list),
      at: name.range,
      fixIt: isAttribute ? nil : near.map { FixIt(replacing: name.range, with: $0) })
  }

  static func recursiveFunction(_ name: Name) -> Diagnostic {
    .error(
      "recursive-definition", "'\(name.text)' is part of its own definition, which has no end",
      at: name.range)
  }

  static func repeatedParameter(_ name: Name) -> Diagnostic {
    .error("repeated-parameter", "there are two parameters '$\(name.text)'", at: name.range)
  }

  static func tooManyCalls(_ most: Int, at range: SourceRange) -> Diagnostic {
    .error(
      "too-many-calls",
      "named queries multiply: written out, the statement has more than \(Wording.grouped(most))",
      at: range)
  }

  static func unknownEntity(_ value: Value, nearest: [Notice.Candidate]) -> Diagnostic {
    .error(
      "unknown-entity",
      "no person, organization or place of the corpus is called '\(Numeral.text(value))'"
        + (nearest.isEmpty
          ? "" : "; the nearest: " + nearest.map(\.text).joined(separator: "; ")),
      at: value.range,
      fixIt: nearest.count == 1
        ? nearest.first.map { FixIt(replacing: value.range, with: $0.name) } : nil)
  }

  static func unknownDefinition(_ name: Name, known: [String]) -> Diagnostic {
    let near = EditDistance.nearest(to: name.text, among: known, most: 1).first
    let hint =
      near.map { "did you mean '\($0)'?" }
      ?? (known.isEmpty
        ? "define \(name.text)($x) = … defines one" : "there are \(Wording.list(known))")
    return .error(
      "unknown-definition", "no defined query is named '\(name.text)'; \(hint)", at: name.range,
      fixIt: near.map { FixIt(replacing: name.range, with: $0) })
  }

  static func wrongValueCount(
    _ function: QueryEnvironment.Function, given: Int, at range: SourceRange
  ) -> Diagnostic {
    let takes = Wording.count(function.parameters.count, "values")
    let isAre = given == 1 ? "1 is" : "\(given) are"
    return .error(
      "wrong-value-count",
      "'\(function.name)' takes \(takes), and \(isAre) given; it is called as \(function.signature)",
      at: range)
  }
}
