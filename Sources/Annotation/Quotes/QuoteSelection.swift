/// The choice among readings that contradict each other: the likeliest first.
struct QuoteSelection {
  private let reading: QuoteReading
  private var taken: [FoundQuote] = []
  /// For each sentence, the readings taken whose content stands there, as indices into `taken`.
  private var ofSentence: [[Int32]]
  private var isRunTaken: [Bool]
  private var isHeadTaken: [Bool]

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
    guard !quote.runs.contains(where: { isRunTaken[$0] }), !overlaps(quote), !contradicts(quote)
    else { return }
    if let head = head(of: quote) { isHeadTaken[head] = true }
    for run in quote.runs { isRunTaken[run] = true }
    for sentence in sentences(of: quote) { ofSentence[sentence].append(Int32(taken.count)) }
    taken.append(quote)
  }

  /// Whether a cue that has been taken lies in the content without its source, or the other way
  /// round: a word has one part to play.
  private func contradicts(_ quote: FoundQuote) -> Bool {
    sentences(of: quote).contains { sentence in
      ofSentence[sentence].contains { other in
        Self.tears(quote, taken[Int(other)]) || Self.tears(taken[Int(other)], quote)
      }
    }
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
  private func overlaps(_ quote: FoundQuote) -> Bool {
    for sentence in sentences(of: quote) {
      for other in ofSentence[sentence] where isAlike(quote, taken[Int(other)]) { return true }
    }
    return false
  }

  private func isAlike(_ a: FoundQuote, _ b: FoundQuote) -> Bool {
    var common = 0
    for piece in a.pieces {
      for other in b.pieces where piece.overlaps(other) { common += piece.clamped(to: other).count }
    }
    let all = a.length + b.length - common
    let limit = isNested(a, in: b) || isNested(b, in: a) ? 0.8 : 0.5
    return Double(common) >= Double(all) * limit
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
