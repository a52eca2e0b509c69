extension MainTextFinder {

  /// Finds the line that names the writer, at the end of a text or right below it.
  ///
  /// - Parameters:
  ///   - text: The blocks of the text, from which the line is taken. A line that may be a name and may be
  ///     something else is added to it.
  ///   - blocks: Those blocks with the ones before and behind them.
  /// - Returns: The line; nil where there is none that is sure to be a name.
  func signature(below text: inout [PageBlock], in blocks: [PageBlock]) -> PageBlock? {
    guard let last = text.last, let end = blocks.firstIndex(where: { $0.node >= last.node })
    else { return nil }
    if text.count > 1, let reading = reading(of: last), reading == .certain,
      isEnd(text[text.count - 2])
    {
      text.removeLast()
      if isAlone(text) { return last }
      text.append(last)
      return nil
    }
    guard end + 1 < blocks.count, let reading = reading(of: blocks[end + 1]),
      isInRow(blocks[end + 1], with: text)
    else { return nil }
    let line = blocks[end + 1]
    // Below one sentence a name may be its last word as well.
    if text.count > 1, reading == .certain, isEnd(last), isAlone(text) { return line }
    text.append(line)
    return nil
  }

  private func reading(of block: PageBlock) -> PageSignature.Reading? {
    isNameLine(block) ? PageSignature.reading(of: block.text) : nil
  }

  /// Whether a block is a line of the kind that names stand in.
  private func isNameLine(_ block: PageBlock) -> Bool {
    block.kind == .paragraph && block.quality == .short && block.links.bytes == 0
      && (tree.tag(block.element) == .p || tree.tag(block.element).isInline)
  }

  /// Whether a block is a line with a name and nothing else, but for a place or an age.
  func isName(_ block: PageBlock) -> Bool { isNameLine(block) && PageSignature.isName(block.text) }

  /// Whether a name below a block may be that of the writer: below a quotation it is the name of who said
  /// that, and below a colon, a question, a name or a heading it is part of the text.
  private func isEnd(_ block: PageBlock) -> Bool {
    guard block.kind == .paragraph || block.kind == .item, let last = block.text.last else {
      return false
    }
    return last != 0x3A && last != 0x3F && last != 0x2C && !block.endsQuotation && !isName(block)
  }

  /// Whether no other line of a text is a name, as in a list of those who speak.
  private func isAlone(_ text: [PageBlock]) -> Bool {
    !text.contains { reading(of: $0) == .certain }
  }

  /// Whether a line stands in the element that holds paragraphs of a text.
  private func isInRow(_ line: PageBlock, with text: [PageBlock]) -> Bool {
    let parent = tree.nodes[line.element].parent
    return text.contains { tree.nodes[$0.element].parent == parent && $0.quality != .short }
  }
}
