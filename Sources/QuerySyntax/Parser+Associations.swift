internal import Diagnostics

extension Parser {

  /// Similar = "similar" "to" STRING.
  mutating func parseSimilar() -> Step.Kind {
    guard consumeRequired(.to, after: "similar") else { return .invalid }
    expect(.phrase)
    guard current.kind == .string else {
      reportExpected(.quotedText)
      return .invalid
    }
    return .similar(to: parsePhrase())
  }

  /// Collocates = "collocates" [ "window" Number ] [ "of" WORD ] [ "by" WORD ].
  mutating func parseCollocates() -> Step.Kind {
    var window: Value?
    if consume(.window) {
      window = parseNumber(after: "window")
      if window == nil { return .invalid }
    }
    guard let tail = parseTail() else { return .invalid }
    guard let by = parseMeasure() else { return .invalid }
    return .collocates(window: window, of: tail.name, by: by.name)
  }

  /// Keywords = "keywords" [ "of" WORD ] "against" Operand [ "by" WORD ].
  mutating func parseKeywords() -> Step.Kind {
    guard let tail = parseTail(), consumeRequired(.against, after: "keywords") else {
      return .invalid
    }
    let source = parseOperand(after: "against")
    guard source.kind != .invalid, let by = parseMeasure() else { return .invalid }
    return .keywords(of: tail.name, against: source, by: by.name)
  }

  /// A name that may be left out.
  private struct OptionalName {
    var name: Name?
  }

  private mutating func parseTail() -> OptionalName? {
    guard consume(.of) else { return OptionalName() }
    expect(.tokenAttribute)
    return parseName(as: .tokenAttribute).map { OptionalName(name: $0) }
  }

  private mutating func parseMeasure() -> OptionalName? {
    guard consume(.by) else { return OptionalName() }
    expect(.measure)
    return parseName(as: .measure).map { OptionalName(name: $0) }
  }

  /// Combine = ( "union" | "except" | "intersect" ) Operand.
  mutating func parseCombine(_ operation: SetOperator) -> Step.Kind {
    let operand = parseOperand(after: operation.rawValue)
    return operand.kind == .invalid ? .invalid : .combine(operation, operand)
  }
}
