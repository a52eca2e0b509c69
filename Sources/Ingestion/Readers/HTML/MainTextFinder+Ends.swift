extension MainTextFinder {

  /// Cuts off what stands before the first sentence and behind the last one.
  func trimmed(_ blocks: [PageBlock]) -> [PageBlock] {
    let goodEnough = blocks.contains { $0.quality == .good || $0.quality == .fair }
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

  /// Adds the blocks at both ends that are too short to tell but stand in a row with the others.
  private func withLines(_ range: ClosedRange<Int>, of blocks: [PageBlock]) -> ClosedRange<Int> {
    var row = TextRow(self, blocks, in: Set(blocks[range].filter(Self.isText).map(container)))
    var (first, last) = (range.lowerBound, range.upperBound)
    while first > 0 {
      if let start = row.start(before: first) {
        first = start
        continue
      }
      let (block, next) = (blocks[first - 1], blocks[first])
      let isNamed = next.tellsLife && isName(block)
      let isLine =
        Self.introduces(block) || block.text.last == 0x2C || !next.isHeading && isFirstLine(block)
        || isNamed || block.begins("1.") && blocks[range].contains { $0.begins("2.") }
      let isPart = row.isInRow(block) && areParts(block, next)
      guard row.isParagraph(block, beside: next) && isLine || isPart else { break }
      first -= 1
    }
    while last + 1 < blocks.count {
      let count = row.count(behind: last)
      if count > 0 {
        last += count
        continue
      }
      let (block, next) = (blocks[last], blocks[last + 1])
      let isPart = next.kind == .row || areParts(block, next) || row.leads(block, to: next)
      let isLeading = last + 2 < blocks.count && row.leads(next, to: blocks[last + 2])
      let isOwn =
        row.isParagraph(next, beside: block) && isLastLine(next) || row.isInRow(next) && isPart
        || row.isItem(next)
      // Below a last heading one word may be all.
      let isPair =
        next.isHeading && last + 2 < blocks.count && blocks[last + 2].isClear
        && row.isParagraph(blocks[last + 2], beside: block)
      guard isOwn || isLeading || isPair else { break }
      last += isPair ? 2 : 1
    }
    return first...last
  }

  /// Whether a line in front reads as text; a long paragraph does so with a figure or two, too.
  private func isFirstLine(_ block: PageBlock) -> Bool {
    if Self.isLine(block) || block.tellsLife && !isCredit(block) { return true }
    let words = block.text.split { $0 <= 0x20 }
    let figures = words.count { $0.contains(where: Self.figures.contains) }
    return tree.tag(block.element) == .p && words.count >= 8 && figures * 5 < words.count
      && !isCredit(block)
  }

  /// Whether a line at the end reads as text: a paragraph does unless it looks like a name, a date or
  /// a count, and what stands between paragraphs does if it begins in small letters, as what goes on.
  private func isLastLine(_ block: PageBlock) -> Bool {
    if Self.isLine(block) { return true }
    switch tree.tag(block.element) {
    case .p:
      return isClosing(block) || PageSignature.isFarewell(block.text)
        || block.tellsLife && !isCredit(block)
    case .div, .td, .section, .article:
      return block.words > 2 && block.text.allSatisfy { $0 == 0x20 || (0x61...0x7A).contains($0) }
    default: return false
    }
  }

  /// Whether two elements are right beside each other, a division and one like it or a paragraph.
  func areRows(_ element: Int, _ other: Int) -> Bool {
    tree.tag(element) == .div && (tree.tag(other) == .div || tree.tag(other) == .p)
      && tree.nodes[element].parent == tree.nodes[other].parent
  }

  /// The element that holds a block beside others; a quotation, a list or a table of figures stands
  /// for its parts.
  func container(_ block: PageBlock) -> Int { ancestors(of: block).last ?? block.element }

  /// Whether two blocks are parts of one list, table or element that folds.
  private func areParts(_ block: PageBlock, _ other: PageBlock) -> Bool {
    guard let whole = ancestors(of: block).dropLast().last else { return false }
    return tree.nodes(of: whole).contains(other.node)
  }

  /// The elements around a block, from inside out, that stand for their parts, and the one around them.
  private func ancestors(of block: PageBlock) -> [Int] {
    var result: [Int] = []
    var parent = Int(tree.nodes[block.element].parent)
    if Self.parts.contains(tree.tag(block.element)) { result.append(block.element) }
    while parent >= 0 {
      let tag = tree.tag(parent)
      if tag.isInline {
        parent = Int(tree.nodes[parent].parent)
        continue
      }
      result.append(parent)
      guard Self.parts.contains(tag) || block.kind == .row && Self.tables.contains(tag) else {
        break
      }
      parent = Int(tree.nodes[parent].parent)
    }
    return result
  }

  private static let parts: Set<HTMLTag> = [
    .blockquote, .ul, .ol, .li, .dl, .dt, .dd, .details, .summary, .figure, .figcaption,
  ]
  private static let tables: Set<HTMLTag> = [.table, .thead, .tbody, .tfoot, .tr]

  /// Whether a line leads to what follows, as the one before a quotation does.
  private static func introduces(_ block: PageBlock) -> Bool { block.text.last == 0x3A }

  /// Whether a line reads as text: it ends as a sentence, holds a quotation, or has words in small
  /// letters and nothing that stands in dates, names of writers and counts.
  private static func isLine(_ block: PageBlock) -> Bool {
    if block.isClear || block.hasQuotationMark { return true }
    let text = block.text
    guard !introduces(block), !text.contains(where: marks.contains), let first = text.first,
      (0x41...0x5A).contains(first) || first >= 0xC3
    else { return false }
    let words = text.split { $0 <= 0x20 }
    let isBare = words.dropFirst().contains(where: SentenceWords.startsLow)
    guard isBare, PageByline.name(in: String(decoding: text, as: UTF8.self)) == nil,
      PageSignature.reading(of: text) != .certain
    else { return false }
    return words.count > 3 || SentenceWords.begins(text)
  }

  /// Whether a paragraph at the end says something: it begins with a dash, as speech does, or has three
  /// words, not all of them names, and is no date and no count.
  private func isClosing(_ block: PageBlock) -> Bool {
    if isCredit(block) || Self.introduces(block) { return false }
    if block.text.starts(with: "—".utf8) || block.text.starts(with: "–".utf8) { return true }
    let words = block.text.split { $0 <= 0x20 }
    guard words.count > 2, let first = words[0].first, !Self.marks.contains(first) else {
      return false
    }
    let isDated = words.contains { word in
      let count = word.count(where: Self.figures.contains)
      return count > 3 || count > 1 && word.contains(0x3A)
    }
    if isDated, words.count < 8 { return false }
    return words.dropFirst().contains {
      SentenceWords.startsLow($0) || $0.contains(where: Self.figures.contains)
    }
  }

  /// Whether a line names the writer, an address or a row of labels.
  func isCredit(_ block: PageBlock) -> Bool {
    block.text.contains { $0 == 0x40 || $0 == 0x7C }
      || PageByline.name(in: String(decoding: block.text, as: UTF8.self)) != nil
  }

  private static let figures = Set<UInt8>(0x30...0x39)
  /// Figures, `@`, `|`, `/` and `(`.
  private static let marks = figures.union([0x40, 0x7C, 0x2F, 0x28])
}

extension PageBlock {

  /// Whether a line ends as a sentence, or begins as a question or an answer, with “Q:” or “A:”.
  var isClear: Bool {
    endsSentence || text.count > 2 && text[1] == 0x3A && (0x41...0x5A).contains(text[0])
  }
}

extension PageBlock {

  /// Whether its text begins so, with a blank behind it.
  fileprivate func begins(_ mark: String) -> Bool {
    text.starts(with: mark.utf8) && text.count > mark.utf8.count && text[mark.utf8.count] == 0x20
  }
}

extension PageBlock.Kind {

  /// Whether it is part of what a line leads to.
  var isSet: Bool { self == .item || self == .quotation || self == .row }
}
