extension [PageBlock] {

  /// Returns the blocks with those told that only their neighbours can tell: such a block is text
  /// where text stands beside it, and furniture elsewhere.
  ///
  /// After jusText (Pomikálek, "Removing Boilerplate and Duplicate Content from Web Corpora", 2011).
  ///
  /// - Parameter trustsLinks: Whether a sentence that stands in links for the most part is text, with
  ///   no text beside it: in a page that has no other.
  /// - Returns: The blocks.
  func judgedByNeighbours(trustingLinks trustsLinks: Bool) -> [PageBlock] {
    guard contains(where: \.isUntold) else { return self }
    if trustsLinks { return map(\.trusted).judgedByNeighbours(trustingLinks: false) }
    let before = hasTextBefore(indices)
    let after = hasTextBefore(indices.reversed())
    return indices.map { index in
      let block = self[index]
      switch block.quality {
      case .likely: return block.judged(before[index] || after[index] ? .fair : .bad)
      case .doubtful: return block.judged(before[index] && after[index] ? .fair : .bad)
      default: return block
      }
    }
  }

  /// Whether the last block that was passed before each of them, in the given order, is text;
  /// headings and blocks that are not told themselves are passed over.
  private func hasTextBefore(_ order: some Sequence<Int>) -> [Bool] {
    var isText = false
    var result = [Bool](repeating: false, count: count)
    for index in order {
      result[index] = isText
      let block = self[index]
      if !block.isUntold, !block.isHeading { isText = block.isText }
    }
    return result
  }
}

extension PageBlock {

  /// Whether only its neighbours can tell what it is.
  fileprivate var isUntold: Bool { quality == .likely || quality == .doubtful }

  /// Whether it is made of sentences.
  fileprivate var isText: Bool { quality == .good || quality == .fair }

  /// The block as text, if it is a sentence whose links leave a word of it out that is no name.
  fileprivate var trusted: PageBlock {
    quality == .likely && hasWordsBesideLinks ? judged(.fair) : self
  }

  /// Whether a word outside of the links begins with a small letter, or with one of another script.
  private var hasWordsBesideLinks: Bool {
    var rest = text[...]
    for part in links.parts.reversed() {
      if SentenceWords.holdsLow(rest[Swift.min(part.upperBound, rest.endIndex)...]) { return true }
      rest = rest[..<Swift.min(part.lowerBound, rest.endIndex)]
    }
    return SentenceWords.holdsLow(rest)
  }

  /// What a block is worth that stands in links for the most part.
  ///
  /// A sentence that goes on outside of its links may be text; one that is a link as a whole only
  /// where it has a full stop; headings and items never.
  var linkedQuality: Quality {
    guard kind == .paragraph || kind == .quotation, endsSentence, words > 1, !isLabelled else {
      return .bad
    }
    if links.bytes < text.count { return .likely }
    return words > 3 && (text.last == 0x2E || hasQuotationMark) ? .doubtful : .bad
  }

  /// Whether it is a sentence of which a link is a part, and no link with a few words behind it.
  var goesOnBesideLinks: Bool {
    guard kind == .paragraph || kind == .quotation, endsSentence, !isLabelled,
      let first = links.parts.first, hasWordsBesideLinks
    else { return false }
    if first.lowerBound > 0 || hasQuotationMark { return true }
    let rest = text[Swift.min(first.upperBound, text.count)...].drop { $0 == 0x20 || $0 == 0x2C }
    return SentenceWords.startsLow(rest)
  }

  /// Whether a word or a few with a colon lead to the link, as in "More on this:".
  private var isLabelled: Bool {
    let before = text[..<Swift.min(links.range.lowerBound, text.count)]
    guard let last = before.last(where: { $0 != 0x20 }), last == 0x3A else { return false }
    return !SentenceWords.report(Array(before)) && !hasQuotationMark
  }

  /// Whether it holds a mark that opens a quotation.
  var hasQuotationMark: Bool {
    text.indices.contains { index in
      switch text[index] {
      case 0x22: true
      case 0xC2: text[index...].starts(with: "«".utf8) || text[index...].starts(with: "»".utf8)
      case 0xE2: Self.openingMarks.contains { text[index...].starts(with: $0) }
      default: false
      }
    }
  }

  /// Whether it ends with the mark that closes a quotation.
  var endsQuotation: Bool {
    let end = text.reversed().drop { $0 == 0x20 }
    return end.first == 0x22 || Self.closingMarks.contains { end.starts(with: $0.reversed()) }
  }

  private static let closingMarks = ["”", "“", "»", "«", "’"].map { Array($0.utf8) }
  private static let openingMarks = ["“", "”", "„", "‘"].map { Array($0.utf8) }
}
