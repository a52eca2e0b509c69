extension MainTextFinder {

  /// Whether a block names the writer, with the day beside it or without.
  func isByline(_ block: PageBlock) -> Bool {
    guard block.text.count <= 200 else { return false }
    if PageByline.isInParts(block.line) { return true }
    return block.quality == .short && block.words <= (block.dateLine == nil ? 8 : 16)
      && PageByline.name(in: block.line) != nil
  }

  /// The last lines before a text, up to the headline, and the lines behind its first heading that name
  /// the writer.
  func lines(
    between headline: Int?, and first: PageBlock, _ bylines: [PageBlock]
  ) -> [String] {
    let end = firstBlock(from: first.node)
    let start = max(headline ?? 0, end - 8)
    let before = start < end ? blocks.indices[start..<end].filter(isAboutPage) : []
    let lines = before.flatMap { index in
      blocks[index].text.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        .dropFirst(index == headline ? 1 : 0)
    }
    return lines + bylines.filter { $0.node > first.node }.prefix(2).map(\.line)
  }

  /// The heading at the start of a text that names its writer and nobody whom the text is about: it is the
  /// only one of its rank, and the family name does not stand in the text.
  func writerHeading(in part: ArraySlice<PageBlock>) -> Int? {
    guard
      let index = part.indices.first(where: {
        part[$0].quality != .bad && part[$0].dateLine != .publication
      }), case .heading(let rank) = part[index].kind, rank > 1, part[index].links.bytes == 0,
      PageSignature.reading(of: part[index].text) == .certain,
      !part[(index + 1)...].contains(where: { $0.kind == part[index].kind })
    else { return nil }
    let families = AuthorNames.names(in: part[index].line).compactMap {
      $0.utf8.split(separator: 0x20).last.map { Array($0).lowercasedLetters }
    }
    let isNamed = part[(index + 1)...].contains { block in
      SentenceWords.words(block.text).contains(where: families.contains)
    }
    return isNamed ? nil : index
  }

  /// Whether a block before the text may tell of the page: the names in a table, in a list and behind a
  /// colon, and those that lead elsewhere, are of those whom the text is about.
  private func isAboutPage(_ index: Int) -> Bool {
    let block = blocks[index]
    if block.kind == .row { return false }
    let line = String(decoding: block.text.prefix(200), as: UTF8.self)
    if PageByline.name(in: line) != nil { return true }
    guard block.links.bytes == 0 else { return false }
    let isLed = index > 0 && blocks[index - 1].text.last == 0x3A
    let isListed = block.kind == .item || isLed && !PageByline.isLabel(blocks[index - 1].line)
    return !isListed || !PageSignature.isName(block.text)
  }
}
