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
    if trustsLinks { return map(\.trusted).judgedByNeighbours(trustingLinks: false) }
    return withoutItemsOfOthers().judgedByNeighbours()
  }

  private func judgedByNeighbours() -> [PageBlock] {
    guard contains(where: \.isUntold) else { return self }
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
      if !block.isUntold, !block.isHeading { isText = block.isText || block.leadsToQuotation }
    }
    return result
  }

  /// Returns the blocks with the items of a list told to be furniture that a label of such lists leads to, like
  /// “Suggested topics:”, but for sentences without a link.
  private func withoutItemsOfOthers() -> [PageBlock] {
    var isOfOthers = false
    return map { block in
      if block.quality == .bad, block.isLabelOfOthers {
        isOfOthers = true
        return block
      }
      isOfOthers = isOfOthers && block.kind == .item
      let isOther = isOfOthers && (block.links.bytes > 0 || !block.isText)
      return isOther ? block.judged(.bad) : block
    }
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
