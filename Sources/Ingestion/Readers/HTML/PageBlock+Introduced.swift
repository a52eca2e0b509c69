extension [PageBlock] {

  /// Sets marks around a quotation that the paragraph before it leads to with a colon and a verb of saying, as
  /// press releases have it: “The minister said:”.
  ///
  /// - Parameters:
  ///   - node: The element of the quotation, which holds the last of the blocks.
  ///   - marks: The marks of its language.
  mutating func markIntroduced(in node: Int, _ marks: (open: String, close: String)) {
    guard let lead = lastIndex(where: { $0.node < node }), lead + 1 < count,
      self[lead].kind == .paragraph, self[lead].leadsToQuotation,
      self[(lead + 1)...].allSatisfy({ $0.kind == .quotation && !$0.isMarked })
    else { return }
    for index in (lead + 1)..<count { self[index] = self[index].opened(with: marks.open) }
    self[count - 1] = self[count - 1].closed(with: marks.close)
  }
}

extension PageBlock {

  /// Whether it ends with a colon and says who says what follows.
  var leadsToQuotation: Bool {
    text.last == 0x3A && text.count <= 400 && SentenceWords.report(text)
  }

  /// Whether it begins with a mark of quotation.
  var isMarked: Bool { Self.isMarked(text) }

  /// Returns the block with a mark behind its text.
  fileprivate func closed(with mark: String) -> PageBlock {
    PageBlock(
      text + Array(mark.utf8), links, kind: kind, node: node, element: element,
      isInHeader: isInHeader)
  }

  /// Whether a text begins with a mark of quotation.
  static func isMarked(_ text: some Sequence<UInt8>) -> Bool {
    quotationMarks.contains { text.starts(with: $0.utf8) }
  }

  private static let quotationMarks = ["\"", "'", "“", "”", "„", "«", "»", "‘", "‹", "›"]
}
