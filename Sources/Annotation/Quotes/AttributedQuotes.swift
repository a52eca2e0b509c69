/// The quotes with a cue, by where the cue stands and by where their content starts.
///
/// Runs that no cue took ask for them one after the other, each for the one that goes before it; no
/// list of all quotes is gone through for that.
struct AttributedQuotes {

  /// For each sentence, the last quote whose cue stands there and has a source; -1 where none does.
  private var ofSentence: [Int] = []
  /// The quotes that there were at first and have a cue, by the start of their content, last first.
  private var ahead: [(start: Int, number: Int)] = []
  /// The highest number among those whose start has been passed.
  private var passed: Int?
  /// The last quote with a cue that was added.
  private var added: Int?

  /// Creates a list of none.
  init() {}

  /// Creates the list of what the cues took.
  init(_ quotes: [FoundQuote], _ reading: QuoteReading) {
    ofSentence = Array(repeating: -1, count: reading.sentences.count)
    for (number, quote) in quotes.enumerated() where quote.clause != nil {
      note(quote, number, reading)
      ahead.append((quote.start, number))
    }
    ahead.sort { ($1.start, $1.number) < ($0.start, $0.number) }
  }

  /// Adds the quote of a run behind all that were added before.
  mutating func add(_ quote: FoundQuote, number: Int, _ reading: QuoteReading) {
    guard quote.clause != nil else { return }
    note(quote, number, reading)
    added = number
  }

  private mutating func note(_ quote: FoundQuote, _ number: Int, _ reading: QuoteReading) {
    guard let clause = quote.clause, clause.source != nil,
      let sentence = reading.sentenceIndex(of: clause.head)
    else { return }
    ofSentence[sentence] = number
  }

  /// The last quote whose cue stands in a sentence and has a source.
  func last(inSentence sentence: Int) -> Int? {
    ofSentence[sentence] < 0 ? nil : ofSentence[sentence]
  }

  /// The last quote whose content starts before a token; tokens are asked for in their order.
  mutating func last(before token: Int) -> Int? {
    while let next = ahead.last, next.start < token {
      passed = max(passed ?? next.number, next.number)
      ahead.removeLast()
    }
    return added ?? passed
  }
}
