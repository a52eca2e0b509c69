/// The choice among readings that contradict each other: the likeliest first.
struct QuoteSelection {
  private let reading: QuoteReading
  private var taken: [FoundQuote] = []
  /// For each sentence, the readings taken whose content stands there, as indices into `taken`.
  private var ofSentence: [[Int32]]
  private var isRunTaken: [Bool]
  private var isHeadTaken: [Bool]
  /// For each reading taken, the last that was compared with it, counted from one.
  private var comparedWith: [Int] = []
  private var comparisons = 0

  private init(_ reading: QuoteReading) {
    self.reading = reading
    ofSentence = Array(repeating: [], count: reading.sentences.count)
    isRunTaken = Array(repeating: false, count: reading.runs.count)
    isHeadTaken = Array(repeating: false, count: reading.tokens.count)
  }

  /// Returns the readings that stand, in the order of their content.
  static func select(_ quotes: [FoundQuote], _ reading: QuoteReading) -> [FoundQuote] {
    var selection = QuoteSelection(reading)
    let likely = quotes.indices.filter {
      quotes[$0].probability >= QuoteJudge.threshold || selection.standsAlone(quotes[$0])
    }
    let order = likely.sorted { (quotes[$1].probability, $0) < (quotes[$0].probability, $1) }
    for index in order { selection.take(quotes[index]) }
    return selection.taken.sorted { $0.start < $1.start }
  }

  /// Whether a quote stands whatever the judge holds of it.
  ///
  /// That is a paragraph between marks, or a quote in a quote: news that teaches the judge knows few
  /// of them.
  private func standsAlone(_ quote: FoundQuote) -> Bool {
    guard quote.variant == .rule, let run = quote.runs.first, let last = quote.runs.last else {
      return false
    }
    if quote.rule == .signed { return true }
    if reading.runs[run].parent != nil { return quote.clause != nil }
    return quote.clause == nil && reading.startsBlock(run) && reading.endsBlock(last)
  }

  private mutating func take(_ quote: FoundQuote) {
    if let head = head(of: quote), isHeadTaken[head] { return }
    guard !quote.runs.contains(where: { isRunTaken[$0] }) else { return }
    let others = takenBeside(quote)
    guard !others.contains(where: { isAlike(quote, taken[$0]) || tear(quote, taken[$0]) }) else {
      return
    }
    if let head = head(of: quote) { isHeadTaken[head] = true }
    for run in quote.runs { isRunTaken[run] = true }
    for sentence in sentences(of: quote) { ofSentence[sentence].append(Int32(taken.count)) }
    taken.append(quote)
    comparedWith.append(0)
  }

  /// The readings taken whose content stands in a sentence of a quote, each once however many
  /// sentences both go over.
  private mutating func takenBeside(_ quote: FoundQuote) -> [Int] {
    comparisons += 1
    var others: [Int] = []
    for sentence in sentences(of: quote) {
      for other in ofSentence[sentence] where comparedWith[Int(other)] != comparisons {
        comparedWith[Int(other)] = comparisons
        others.append(Int(other))
      }
    }
    return others
  }

  /// Whether a cue that has been taken lies in the content without its source, or the other way
  /// round: a word has one part to play.
  private func tear(_ quote: FoundQuote, _ other: FoundQuote) -> Bool {
    Self.tears(quote, other) || Self.tears(other, quote)
  }

  /// Whether the content of one quote holds the cue of another, but not the start of its source.
  private static func tears(_ outer: FoundQuote, _ inner: FoundQuote) -> Bool {
    guard let clause = inner.clause, let source = clause.source, !inner.isCarriedOn,
      source.upperBound <= clause.head
    else { return false }
    return outer.pieces.contains {
      $0.contains(clause.head) && $0.contains(source.upperBound - 1)
        && !$0.contains(source.lowerBound)
    }
  }

  private func head(of quote: FoundQuote) -> Int? {
    quote.isCarriedOn ? nil : quote.clause?.head
  }

  /// Whether most of a content is the content of a reading that has been taken.
  private func isAlike(_ a: FoundQuote, _ b: FoundQuote) -> Bool {
    let common = Self.common(a.pieces, b.pieces)
    let all = a.length + b.length - common
    let limit = isNested(a, in: b) || isNested(b, in: a) ? 0.8 : 0.5
    return Double(common) >= Double(all) * limit
  }

  /// The number of tokens that two contents share.
  private static func common(_ a: [Range<Int>], _ b: [Range<Int>]) -> Int {
    if a.count < 8, b.count < 8 {
      return a.reduce(0) { sum, piece in
        b.reduce(sum) { $0 + piece.clamped(to: $1).count }
      }
    }
    let first = a.sorted { $0.lowerBound < $1.lowerBound }
    let second = b.sorted { $0.lowerBound < $1.lowerBound }
    var (common, left, right) = (0, 0, 0)
    while left < first.count, right < second.count {
      common += first[left].clamped(to: second[right]).count
      if first[left].upperBound < second[right].upperBound { left += 1 } else { right += 1 }
    }
    return common
  }

  /// Whether the rules hold a quote for one in the content of another, its source and cue with it.
  private func isNested(_ inner: FoundQuote, in outer: FoundQuote) -> Bool {
    guard inner.variant == .rule, !inner.isCarriedOn,
      let clause = inner.clause, let source = clause.source
    else { return false }
    return outer.pieces.contains {
      $0.contains(clause.head) && $0.contains(source.lowerBound) && $0.contains(inner.start)
    }
  }

  private func sentences(of quote: FoundQuote) -> Range<Int> {
    guard let first = quote.pieces.first?.first, let last = quote.pieces.last?.last,
      let low = reading.sentenceIndex(of: first), let high = reading.sentenceIndex(of: last)
    else { return 0..<0 }
    return low..<max(low, high) + 1
  }
}

extension FoundQuote {

  /// The number of tokens of the content.
  var length: Int { pieces.reduce(0) { $0 + $1.count } }
}
