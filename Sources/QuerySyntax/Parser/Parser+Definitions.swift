internal import Diagnostics

extension Parser {

  /// Define = "define" ( DefineTopic | DefineFunction ).
  mutating func parseDefine() -> Statement.Kind {
    advance()
    let isFunction = current.kind == .word && token(1).kind == .leftParenthesis
    return isFunction ? parseDefineFunction() : parseDefineTopic()
  }

  /// DefineTopic = "topic" PhraseOrWords "as" PhraseOrWords { "or" PhraseOrWords }.
  private mutating func parseDefineTopic() -> Statement.Kind {
    guard consumeRequired(.topic, after: "define") else { return .invalid }
    guard let name = parsePhraseOrWords(as: .nameOfTopic) else { return .invalid }
    guard consumeRequired(.as, after: "the name of the topic") else { return .invalid }
    var phrases: [Name] = []
    repeat {
      guard let phrase = parsePhraseOrWords(as: .phrase) else { return .invalid }
      phrases.append(phrase)
    } while consume(.or)
    return .defineTopic(name: name, phrases: phrases)
  }

  /// DefineFunction = WORD "(" [ PARAMETER { "," PARAMETER } [ "," ] ] ")" "=" Query.
  private mutating func parseDefineFunction() -> Statement.Kind {
    guard let name = parseName(as: .nameOfQuery) else { return .invalid }
    let opening = position
    advance()
    var parameters: [Name] = []
    while current.kind != .rightParenthesis {
      guard let parameter = parseParameterName() else { return .invalid }
      parameters.append(parameter)
      guard consume(.comma) else { break }
    }
    close(from: opening)
    guard consumeRequired(.equal, after: "\(name.text)(…)") else { return .invalid }
    return .defineFunction(name: name, parameters: parameters, query: parseQuery())
  }

  /// Reads `$who`; one without its `$` is told and read.
  private mutating func parseParameterName() -> Name? {
    let token = current
    expect(.newParameter)
    if token.kind == .word {
      report(.parameterWithoutMark(text(token), at: token.range))
      return parseName(as: .nameOfParameter)
    }
    guard token.kind == .parameter else {
      reportExpected(.parameter)
      return nil
    }
    advance()
    return Name(String(text(token).dropFirst()), at: token.range)
  }

  /// Alias = "alias" PhraseOrWords "=" Value.
  mutating func parseAlias() -> Statement.Kind {
    advance()
    guard let name = parsePhraseOrWords(as: .otherName),
      consumeRequired(.equal, after: "the other name")
    else { return .invalid }
    let value = parseValue()
    return value.kind == .invalid ? .invalid : .alias(name: name, value: value)
  }

  /// Run = "run" STRING.
  mutating func parseRun() -> Statement.Kind {
    advance()
    return parseFileName().map(Statement.Kind.run) ?? .invalid
  }

  /// Use = "use" STRING.
  mutating func parseUse() -> Statement.Kind {
    advance()
    return parseFileName().map(Statement.Kind.use) ?? .invalid
  }

  mutating func parseFileName() -> Name? {
    expect(.phrase)
    guard current.kind == .string else {
      reportExpected(.fileName)
      return nil
    }
    return parsePhrase()
  }
}

// MARK: Corrections

extension Parser {

  /// Correct = "correct" Number WORD ( "=" Value | "is" "missing" ).
  mutating func parseCorrect() -> Statement.Kind {
    advance()
    guard let row = parseNumber(after: "correct") else { return .invalid }
    expect(.attribute)
    guard let attribute = parseName(as: .attribute) else { return .invalid }
    if consume(.is) {
      guard consumeRequired(.missing, after: "is") else { return .invalid }
      return .correct(row: row, attribute: attribute, value: nil)
    }
    guard consumeRequired(.equal, after: attribute.text) else { return .invalid }
    let value = parseValue(of: Path([attribute], at: attribute.range))
    return value.kind == .invalid
      ? .invalid : .correct(row: row, attribute: attribute, value: value)
  }

  /// Corrections = "corrections" [ "undo" [ Number ] | "save" STRING ].
  mutating func parseCorrections() -> Statement.Kind {
    advance()
    if consume(.undo) {
      expect(.number)
      guard current.kind == .integer || current.kind == .parameter else {
        return .corrections(.undo(nil))
      }
      return parseNumber(after: "undo").map { .corrections(.undo($0)) } ?? .invalid
    }
    guard consume(.save) else { return .corrections(.list) }
    return parseFileName().map { .corrections(.save($0)) } ?? .invalid
  }
}
