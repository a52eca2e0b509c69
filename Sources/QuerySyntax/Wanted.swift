/// What the grammar wants at a place, in the words of a message.
enum Wanted: Equatable {
  case source, step, condition, attribute, comparisonOfExpectation, rowKind
  case value(of: String?)
  case number(after: String)
  case keyword(String, after: String)
  case timeUnit, fileName, quotedText, pattern, state, concordanceKey, distanceInWords
  case nameOfQuery, nameOfTopic, nameOfParameter, heading, phrase

  /// The thing as a message names it.
  var description: String {
    switch self {
    case .source: "what to look for, like quotes, documents or \"a phrase\""
    case .step: "a step, like where, order by or count"
    case .condition: "a condition, like speaker = Macron"
    case .attribute: "the name of an attribute"
    case .comparisonOfExpectation: "a comparison with a number, like = 3"
    case .rowKind: "a kind of row, like documents or quotes"
    case .value(of: .some(let name)): "a value for \(name)"
    case .value: "a value"
    case .number(let place): "a whole number behind \(place)"
    case .keyword(let keyword, let place): "'\(keyword)' behind \(place)"
    case .timeUnit: "a unit of time: days, weeks, months, quarters or years"
    case .fileName: "the name of a file between quotation marks"
    case .quotedText: "a text between quotation marks"
    case .pattern: "a pattern between slashes, like /ta(x|riff)s?/"
    case .state: "missing or known"
    case .concordanceKey: "left, right or node"
    case .distanceInWords: "a distance in words, like 1"
    case .nameOfQuery: "a name for the query"
    case .nameOfTopic: "the name of the topic"
    case .nameOfParameter: "the name of the parameter"
    case .heading: "a heading"
    case .phrase: "a phrase between quotation marks"
    }
  }
}
