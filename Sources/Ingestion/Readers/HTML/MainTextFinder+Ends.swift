extension MainTextFinder {

  /// Cuts off what stands before the first sentence and behind the last one.
  func trimmed(_ blocks: [PageBlock]) -> [PageBlock] {
    let goodEnough = blocks.contains { $0.quality == .good }
    guard let last = blocks.lastIndex(where: Self.isText), goodEnough,
      let first = blocks.firstIndex(where: { $0.isHeading || Self.isText($0) })
    else { return blocks }
    guard first <= last else { return [] }
    return Self.withoutEmptyHeadings(Array(blocks[withLines(first...last, of: blocks)]))
  }

  private static func isText(_ block: PageBlock) -> Bool {
    if block.isHeading { return false }
    let isSet = block.kind == .item || block.kind == .quotation
    return block.quality != .short || isSet && block.words > 3
  }

  /// Leaves out the headings that another of the same rank or a higher one follows at once.
  private static func withoutEmptyHeadings(_ blocks: [PageBlock]) -> [PageBlock] {
    blocks.indices.compactMap { index in
      let block = blocks[index]
      guard index + 1 < blocks.count, case .heading(let rank) = block.kind, rank > 1,
        case .heading(let next) = blocks[index + 1].kind, next <= rank
      else { return block }
      return nil
    }
  }
}

// MARK: Lines at the ends

extension MainTextFinder {

  /// Adds the paragraphs at both ends that are too short to tell but stand in a row with the others.
  private func withLines(_ range: ClosedRange<Int>, of blocks: [PageBlock]) -> ClosedRange<Int> {
    let containers = Set(blocks[range].filter(Self.isText).map(container))
    func isInRow(_ block: PageBlock) -> Bool {
      block.kind == .paragraph && tree.tag(block.element) == .p
        && containers.contains(container(block)) && block.links.bytes * 2 <= block.text.count
    }
    var (first, last) = (range.lowerBound, range.upperBound)
    while first > 0, isInRow(blocks[first - 1]),
      Self.introduces(blocks[first - 1])
        || !blocks[first].isHeading && Self.isLine(blocks[first - 1])
    {
      first -= 1
    }
    while last + 1 < blocks.count, isInRow(blocks[last + 1]), Self.isLine(blocks[last + 1]) {
      last += 1
    }
    return first...last
  }

  /// The element that holds a block beside others; a quotation or a list stands for its parts.
  private func container(_ block: PageBlock) -> Int {
    var parent = Int(tree.nodes[block.element].parent)
    while parent >= 0, [.blockquote, .ul, .ol, .li].contains(tree.tag(parent)) {
      parent = Int(tree.nodes[parent].parent)
    }
    return parent
  }

  /// Whether a line leads to what follows, as the one before a quotation does.
  private static func introduces(_ block: PageBlock) -> Bool { block.text.last == 0x3A }

  /// Whether a line reads as text: it ends as a sentence, holds a quotation, or has words in small
  /// letters and nothing that stands in dates, names of writers and counts.
  private static func isLine(_ block: PageBlock) -> Bool {
    if block.endsSentence || block.hasQuotationMark { return true }
    let text = block.text
    guard !introduces(block), !text.contains(where: marks.contains), let first = text.first,
      (0x41...0x5A).contains(first) || first >= 0xC3
    else { return false }
    let words = text.split { $0 <= 0x20 }
    let isBare = words.dropFirst().contains { (0x61...0x7A).contains($0[$0.startIndex]) }
    guard isBare, PageByline.name(in: String(decoding: text, as: UTF8.self)) == nil else {
      return false
    }
    return words.count > 3 || SentenceWords.begins(text)
  }

  /// Figures, `@`, `|`, `/` and `(`.
  private static let marks: Set<UInt8> = Set(0x30...0x39).union([0x40, 0x7C, 0x2F, 0x28])
}
