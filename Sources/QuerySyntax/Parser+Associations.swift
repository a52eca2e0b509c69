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

  /// Collocates = "collocates" { Window | Regarded | Measure }.
  mutating func parseCollocates() -> Step.Kind {
    var options = WordOptions()
    while parseOption(into: &options, takesWindow: true) {}
    guard options.isSound else { return .invalid }
    return .collocates(window: options.window, of: options.regarded, by: options.measure)
  }

  /// Keywords = "keywords" { Regarded | Measure } "against" Operand { Regarded | Measure }.
  mutating func parseKeywords() -> Step.Kind {
    var options = WordOptions()
    while parseOption(into: &options, takesWindow: false) {}
    guard options.isSound, consumeRequired(.against, after: "keywords") else { return .invalid }
    let source = parseOperand(after: "against")
    guard source.kind != .invalid else { return .invalid }
    while parseOption(into: &options, takesWindow: false) {}
    guard options.isSound else { return .invalid }
    return .keywords(of: options.regarded, against: source, by: options.measure)
  }

  /// What a step that finds words may be told, in any order.
  private struct WordOptions {
    var window: Value?
    var regarded: Name?
    var measure: Name?
    var isSound = true
  }

  /// Reads the next option, and returns whether there was a sound one.
  private mutating func parseOption(into options: inout WordOptions, takesWindow: Bool) -> Bool {
    let start = position
    if takesWindow, options.window == nil, consume(.window) {
      options.window = parseWindow()
      options.isSound = options.window != nil
    } else if options.regarded == nil, consume(.of) {
      options.regarded = parseRegarded()
      options.isSound = options.regarded != nil
    } else if options.measure == nil, consume(.by) {
      options.measure = parseMeasure()
      options.isSound = options.measure != nil
    } else if [.window, .of, .by].contains(current.keyword) {
      reportRepeatedOption()
      options.isSound = false
    }
    return options.isSound && position > start
  }

  /// Reports that the next word leads a part of the step that stands there already.
  mutating func reportRepeatedOption() {
    report(.repeatedOption(text(current), at: current.range))
  }

  /// Window = "window" Number.
  private mutating func parseWindow() -> Value? { parseNumber(after: "window") }

  /// Regarded = "of" WORD.
  private mutating func parseRegarded() -> Name? {
    expect(.tokenAttribute)
    return parseName(as: .tokenAttribute)
  }

  /// Measure = "by" WORD.
  private mutating func parseMeasure() -> Name? {
    expect(.measure)
    return parseName(as: .measure)
  }

  /// Combine = ( "union" | "except" | "intersect" ) Operand.
  mutating func parseCombine(_ operation: SetOperator) -> Step.Kind {
    let operand = parseOperand(after: operation.rawValue)
    return operand.kind == .invalid ? .invalid : .combine(operation, operand)
  }
}
