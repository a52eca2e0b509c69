/// What the grammar wants at a place, in the words of a message.
enum Wanted: Equatable {
  case source, step, condition, attribute, comparisonOfExpectation, rowKind
  case value(of: String?)
  case number(after: String)
  case keyword(String, after: String)
  case timeUnit, fileName, quotedText, pattern, state, concordanceKey, distanceInWords
  case patternPart, patternText, tokenAttribute, label, text, function, measure, chart
  case equality(after: String)
  case reach(after: String)
  case operand(after: String)
  case conditionInParentheses(of: String)
  case countTest, parameter, otherName
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
    case .patternPart: "a part of a pattern, like [lemma = \"send\"] or []"
    case .patternText: "a text between quotation marks, like \"send\""
    case .tokenAttribute: "an attribute of a token: word, lemma, pos or entity"
    case .label: "the label of a token, like a in a:[]"
    case .text: "a phrase or a token pattern"
    case .function: "what to sum up, like count, sum(words) or median(words)"
    case .measure: "a measure, like logdice"
    case .chart: "a form of chart: bars, line, heat or dots"
    case .equality(let place): "= or != behind '\(place)'"
    case .reach(let relation):
      "how far, like \(relation)/5, \(relation)/sentence or \(relation)/3 days"
    case .operand(let place): "a query in parentheses behind '\(place)', like (quotes by Macron)"
    case .conditionInParentheses(let kind): "a condition in parentheses behind '\(kind)', or ()"
    case .countTest: "a comparison with a number, like >= 3"
    case .parameter: "a parameter, like $who"
    case .otherName: "the other name"
    case .nameOfQuery: "a name for the query"
    case .nameOfTopic: "the name of the topic"
    case .nameOfParameter: "the name of the parameter"
    case .heading: "a heading"
    case .phrase: "a phrase between quotation marks"
    }
  }

  /// Whether any word may stand at the place, so that a keyword is not what was meant.
  var isName: Bool {
    switch self {
    case .nameOfQuery, .nameOfTopic, .nameOfParameter, .heading, .otherName, .label: true
    default: false
    }
  }
}
