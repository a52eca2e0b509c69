internal import CorpusStore
internal import QuerySemantics

/// Finds the matches of a token pattern, paragraph by paragraph.
struct PatternMatches: MatchCursor {

  private let matcher: PatternMatcher
  private let paragraphs: Regions
  /// The paragraphs that can hold a match; nil for all.
  private let candidates: [RowID]?
  private let interruption: Interruption
  private var position = 0
  private var starts: [RowID] = []
  private var ends: [UInt32] = []

  /// One list of tokens is read where it is so many times shorter than the text.
  private static let selectivity = 4

  init(_ pattern: BoundPattern, _ corpus: Corpus, _ interruption: Interruption) throws(Interrupted)
  {
    matcher = try PatternMatcher(pattern, corpus, interruption)
    paragraphs = corpus.regions(of: .paragraphs) ?? .none
    self.interruption = interruption
    if let requirement = matcher.requirement,
      requirement.count < corpus.tokens.count / Self.selectivity
    {
      candidates = try Self.paragraphs(of: requirement, paragraphs, interruption)
    } else {
      candidates = nil
    }
  }

  mutating func next(_ count: Int) throws(Interrupted) -> RowBlock {
    var rest = 1 << 14
    while starts.count < count, let paragraph = nextParagraph() {
      let run = paragraphs.tokens(of: paragraph)
      rest -= run.count + 1
      if rest < 0 {
        try interruption.check()
        rest = 1 << 14
      }
      try matcher.appendMatches(in: run, to: &starts, &ends)
    }
    let block = RowBlock(Array(starts.prefix(count)), ends: Array(ends.prefix(count)))
    starts.removeFirst(block.ids.count)
    ends.removeFirst(block.ids.count)
    return block
  }

  private mutating func nextParagraph() -> RowID? {
    guard position < candidates?.count ?? paragraphs.count else { return nil }
    position += 1
    return candidates?[position - 1] ?? RowID(UInt32(position - 1))
  }

  private static func paragraphs(
    of requirement: TokenRequirement, _ paragraphs: Regions, _ interruption: Interruption
  ) throws(Interrupted) -> [RowID] {
    var found = Bitmap(count: paragraphs.count)
    for (postings, codes) in requirement.lists {
      for code in codes {
        var place = 0
        let rows = postings.rows(of: Int(code))
        try interruption.forEachStretch(of: rows.indices) { stretch in
          for token in rows.extracting(stretch) {
            place = Gallop.lowerBound(from: place, to: paragraphs.count) {
              paragraphs.end(of: $0) <= token.rawValue
            }
            if place == paragraphs.count { break }
            if paragraphs.start(of: place) <= token.rawValue { found.insert(place) }
          }
        }
      }
    }
    return try found.rows(interruption)
  }
}
