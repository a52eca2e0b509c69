extension MainTextFinder {

  /// Finds the line that names the writer, at the end of a text or right below it.
  ///
  /// - Parameters:
  ///   - text: The blocks of the text, from which the line is taken. A line that may be a name and may be
  ///     something else is added to it.
  ///   - blocks: Those blocks with the ones before and behind them.
  /// - Returns: The line; nil where there is none that is sure to be a name.
  func signature(below text: inout [PageBlock], in blocks: [PageBlock]) -> PageBlock? {
    guard text.count > 1, let last = text.last,
      let end = blocks.firstIndex(where: { $0.node >= last.node })
    else { return nil }
    if let reading = reading(of: last), reading == .certain, isEnd(text[text.count - 2]) {
      text.removeLast()
      if isAlone(text) { return last }
      text.append(last)
      return nil
    }
    guard end + 1 < blocks.count, let reading = reading(of: blocks[end + 1]),
      isInRow(blocks[end + 1], with: text)
    else { return nil }
    let line = blocks[end + 1]
    if reading == .certain, isEnd(last), isAlone(text) { return line }
    text.append(line)
    return nil
  }

  private func reading(of block: PageBlock) -> PageSignature.Reading? {
    guard block.kind == .paragraph, block.quality == .short, block.links.bytes == 0,
      tree.tag(block.element) == .p || tree.tag(block.element).isInline
    else { return nil }
    return PageSignature.reading(of: block.text)
  }

  /// Whether a name below a block may be that of the writer: below a quotation it is the name of who said
  /// that, and below a colon or a heading it is part of the text.
  private func isEnd(_ block: PageBlock) -> Bool {
    (block.kind == .paragraph || block.kind == .item) && block.text.last != 0x3A
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
