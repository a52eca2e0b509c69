internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// The wording of mistakes in patterns, relations between texts, and conditions on other rows.
extension Diagnostic {

  static func emptyPattern(at range: SourceRange) -> Diagnostic {
    .error(
      "empty-pattern", "the pattern has no token that could stand in a text", at: range)
  }

  static func impossibleCount(at range: SourceRange) -> Diagnostic {
    .error("impossible-count", "a number of rows is never below 0", at: range)
  }

  static func labelOnGroup(_ label: Name) -> Diagnostic {
    .error(
      "label-on-group",
      "a label names one token, and what stands behind '\(label.text):' is a group",
      at: label.range)
  }

  static func labelOnRepetition(_ label: Name) -> Diagnostic {
    .error(
      "label-on-repetition",
      "a label names one token, and what stands behind '\(label.text):' can come several times",
      at: label.range)
  }

  static func patternTooLarge(at range: SourceRange) -> Diagnostic {
    .error(
      "pattern-too-large", "the pattern grows too large, as it does where repetitions multiply",
      at: range)
  }

  static func repeatedLabel(_ label: Name) -> Diagnostic {
    .error(
      "repeated-label",
      "two parts of the pattern are called '\(label.text)'; give one another name",
      at: label.range)
  }

  static func unknownLabel(_ label: Name, known: [String]) -> Diagnostic {
    let near = EditDistance.nearest(to: label.text, among: known, most: 1).first
    let hint =
      near.map { "did you mean '\($0)'?" }
      ?? (known.isEmpty
        ? "write '\(label.text):' before a token of the pattern"
        : "there are \(Wording.list(known))")
    return .error(
      "unknown-label", "no token of the pattern is called '\(label.text)'; \(hint)",
      at: label.range, fixIt: near.map { FixIt(replacing: label.range, with: $0) })
  }

  static func unknownTag(_ attribute: String, _ tag: Name, known: [String]) -> Diagnostic {
    let near = EditDistance.nearest(to: tag.text, among: known, most: 1).first
    let meant = PartsOfSpeech.universal(for: tag.text) ?? near
    let list = "it is " + Wording.list(known, "or")
    return .error(
      "unknown-tag",
      "'\(attribute)' is never '\(tag.text)'; " + (meant.map { "did you mean '\($0)'?" } ?? list),
      at: tag.range, notes: meant == nil ? [] : [Note(list)],
      fixIt: meant.map { FixIt(replacing: tag.range, with: "\"\($0)\"") })
  }

  static func unknownTokenAttribute(_ name: Name, known: [String]) -> Diagnostic {
    let meant =
      otherNames[name.text.lowercased()]
      ?? EditDistance.nearest(to: name.text, among: known, most: 1).first
    let list = "a pattern asks for the \(Wording.list(known, "or")) of a token"
    return .error(
      "unknown-token-attribute",
      "no attribute of tokens in a pattern is named '\(name.text)'; "
        + (meant.map { "did you mean '\($0)'?" } ?? list),
      at: name.range, notes: meant == nil ? [] : [Note(list)],
      fixIt: meant.map { FixIt(replacing: name.range, with: $0) })
  }

  /// What other corpora call the attributes of tokens.
  private static let otherNames = [
    "tag": "pos", "upos": "pos", "xpos": "pos", "upostag": "pos", "msd": "pos", "class": "pos",
    "form": "word", "token": "word", "text": "word", "w": "word", "orth": "word",
    "lem": "lemma", "base": "lemma", "hw": "lemma", "lempos": "lemma", "l": "lemma",
    "ne": "entity", "ner": "entity", "name": "entity", "speaker": "entity",
  ]

  static func unlikeAttributes(_ one: LabelPath, _ other: LabelPath) -> Diagnostic {
    .error(
      "unlike-attributes",
      "'\(one.attribute.text)' and '\(other.attribute.text)' have no values in common to compare",
      at: one.label.range.union(other.attribute.range))
  }

  static func unreachable(
    _ kind: RowKindName, from rows: String, known: [RowKind]
  ) -> Diagnostic {
    let list = known.map(\.rawValue)
    return .error(
      "unreachable-rows",
      "no \(kind.kind.rawValue) belong to \(rows); "
        + (list.isEmpty
          ? "ask before the rows are counted" : "they lead to \(Wording.list(list))"),
      at: kind.range)
  }
}
