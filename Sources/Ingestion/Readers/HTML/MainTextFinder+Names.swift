/// Tells which blocks stand in a row with the paragraphs of a text, and which lines beside them are
/// part of it: those behind a line with a colon, lists of names, and the days of a life.
struct TextRow {

  private let finder: MainTextFinder
  private let blocks: [PageBlock]
  /// The elements that hold the paragraphs of the text.
  private let containers: Set<Int>
  /// No line above this one leads to those behind it.
  private var searched: Int

  /// Looks at the elements around a text.
  ///
  /// - Parameters:
  ///   - finder: What knows the page.
  ///   - blocks: The blocks of the text with those before and behind them.
  ///   - containers: The elements that hold its paragraphs.
  init(_ finder: MainTextFinder, _ blocks: [PageBlock], in containers: Set<Int>) {
    self.finder = finder
    self.blocks = blocks
    self.containers = containers
    searched = blocks.count
  }

  /// Whether a block stands in an element that holds paragraphs, and is no list of links.
  func isInRow(_ block: PageBlock) -> Bool {
    (containers.contains(finder.container(block)) || containers.contains(block.element))
      && block.links.bytes * 2 <= block.text.count
  }

  /// Whether a block is a paragraph of that row.
  func isParagraph(_ block: PageBlock, beside other: PageBlock) -> Bool {
    block.kind == .paragraph && isInRow(block)
      && (finder.tree.tag(block.element) == .p || block.element == other.element
        || block.element == finder.container(other)
        || (block.isClear || block.words > 4) && finder.areRows(block.element, other.element))
  }

  /// Whether a line has no end but in the list, table or quotation behind it.
  func leads(_ line: PageBlock, to next: PageBlock) -> Bool {
    isParagraph(line, beside: next) && !line.endsSentence && next.kind.isSet && isInRow(next)
  }

  /// Whether a block is an item of a list in that row that leads nowhere.
  func isItem(_ block: PageBlock) -> Bool {
    block.kind == .item && block.quality == .short && block.links.bytes == 0 && isInRow(block)
      && !finder.isCredit(block)
  }
}

// MARK: Lines before and behind a text

extension TextRow {

  /// Finds the first of the lines before a text that are a part of it together: items or short lines
  /// with a line in front that ends with a colon, or two names and more.
  mutating func start(before first: Int) -> Int? {
    guard first <= searched else { return nil }
    var (start, names) = (first, 0)
    while start > 0, isShort(blocks[start - 1], beside: blocks[start]) {
      if names == first - start, finder.isName(blocks[start - 1]) { names += 1 }
      start -= 1
    }
    if start < first, start > 0, isLead(blocks[start - 1], to: blocks[start]) { return start - 1 }
    searched = start
    return names > 1 ? first - names : nil
  }

  /// Counts the lines behind a text that are a part of it together: names behind a line with a colon, or
  /// two names and more.
  func count(behind last: Int) -> Int {
    guard last + 1 < blocks.count else { return 0 }
    let isLed = isLead(blocks[last + 1], to: blocks[last])
    let names = blocks[(last + (isLed ? 2 : 1))...].prefix { block in
      (finder.isName(block) || block.tellsLife) && isParagraph(block, beside: blocks[last])
    }.count
    if isLed { return names > 0 ? names + 1 : 0 }
    return names > 1 ? names : 0
  }

  /// Whether a line may be one of several that a line with a colon leads to.
  private func isShort(_ block: PageBlock, beside other: PageBlock) -> Bool {
    if isItem(block) { return true }
    return block.quality == .short && block.words <= 8 && block.links.bytes == 0
      && block.text.last != 0x3A && isParagraph(block, beside: other)
      && !finder.isCredit(block) && block.dateLine != .publication
  }

  /// Whether a line ends with a colon and names no office of those who made the page.
  private func isLead(_ block: PageBlock, to other: PageBlock) -> Bool {
    block.text.last == 0x3A && block.words > 1 && block.links.bytes == 0
      && isParagraph(block, beside: other) && !PageByline.isLabel(block.line)
  }
}

extension PageBlock {

  /// Its text.
  var line: String { String(decoding: text, as: UTF8.self) }

  /// What the day in it is; nil where it has none, or is no line.
  var dateLine: PageDateLine? {
    guard text.count <= 160 else { return nil }
    let days = text.split(separator: 0x0A).compactMap { line in
      PageDateLine(String(decoding: line, as: UTF8.self))
    }
    return days.first { $0 == .publication } ?? days.first
  }

  /// Whether it is a line with a day on which nothing was published, as those of a life are.
  var tellsLife: Bool {
    guard let dateLine, links.bytes == 0 else { return false }
    return dateLine != .publication
  }
}
