/// The text of an article.
struct MainText {

  /// The headline, if the page shows one.
  let headline: String?
  /// The blocks of the text behind it.
  let blocks: [PageBlock]
}

/// Looks for the text of an article among the blocks of a page.
///
/// Where a page says what its article is, by `itemprop="articleBody"`, `<article>` or `<main>`, that
/// is believed if it holds text enough; else the element of greatest worth is taken (see `PageBlock`).
/// At its ends only sentences and headings are kept, and no headings without text.
struct MainTextFinder {

  private let tree: MarkupTree
  private let blocks: [PageBlock]
  /// The worth of the blocks before each of them, and of all.
  private let worthBefore: [Int]

  /// Finds the text of a page.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - title: Its title by its metadata.
  /// - Returns: The headline and the blocks of the text.
  static func find(in tree: MarkupTree, title: String?) -> MainText {
    let found = read(tree, title, usesNames: true)
    let length = found.blocks.reduce(0) { $0 + $1.worth }
    if length >= 250 { return found }
    let all = read(tree, title, usesNames: false)
    let whole = all.blocks.reduce(0) { $0 + $1.worth }
    // Where names took nearly all away, they did not mean what they say.
    return whole >= 400 && whole > length * 3 ? all : found
  }

  private static func read(
    _ tree: MarkupTree, _ title: String?, usesNames: Bool
  ) -> MainText {
    let furniture = PageFurniture(tree, usesNames: usesNames)
    let blocks = PageBlocks.blocks(of: tree, in: tree.indices, furniture)
    return MainTextFinder(tree, blocks).select(title)
  }

  private init(_ tree: MarkupTree, _ blocks: [PageBlock]) {
    self.tree = tree
    self.blocks = blocks
    worthBefore = blocks.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.worth) }
  }

  private func select(_ title: String?) -> MainText {
    let ranges = textRanges()
    let headline = headline(title, before: ranges.first)
    let first = headline.map { $0 + 1 } ?? 0
    let parts = ranges.map { range in
      blocks[max(range.lowerBound, min(first, range.upperBound))..<range.upperBound]
    }
    let kept = parts.flatMap { part in
      Self.trimmed(part.filter { $0.quality != .bad && !isHeaderLine($0) })
    }
    return MainText(headline: headline.map { words(of: blocks[$0], title) }, blocks: kept)
  }

  /// Whether a block stands in a `header` and is neither a heading nor a sentence.
  private func isHeaderLine(_ block: PageBlock) -> Bool {
    block.isInHeader && !block.isHeading && block.quality == .short
  }

  /// Cuts off what stands before the first sentence and behind the last one.
  private static func trimmed(_ blocks: [PageBlock]) -> [PageBlock] {
    let goodEnough = blocks.contains { $0.quality == .good }
    func isText(_ block: PageBlock) -> Bool {
      let isListed = block.kind == .item && block.words > 3
      return !block.isHeading && (block.quality != .short || isListed)
    }
    guard let last = blocks.lastIndex(where: isText), goodEnough,
      let first = blocks.firstIndex(where: { $0.isHeading || isText($0) })
    else { return blocks }
    let kept = first <= last ? blocks[first...last] : []
    return withoutEmptyHeadings(Array(kept))
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

// MARK: Where the text stands

extension MainTextFinder {

  /// The blocks of the text, as ranges.
  private func textRanges() -> [Range<Int>] {
    let all = worth(of: tree.indices)
    if let body = articleBodies(), body.reduce(0, { $0 + worth(inside: $1) }) * 3 >= all {
      return body.map { range(of: tree.nodes(of: $0)) }
    }
    if let article = article(all) { return [range(of: tree.nodes(of: article))] }
    let main = tree.indices.first {
      tree.tag($0) == .main || tree.attribute("role", of: $0) == "main"
    }
    if let main, worth(inside: main) * 2 >= all, worth(inside: main) > 0 {
      return [range(of: tree.nodes(of: best(in: tree.nodes(of: main)) ?? main))]
    }
    guard let best = best(in: tree.indices) else { return [0..<blocks.count] }
    return [range(of: tree.nodes(of: best))]
  }

  /// The elements that are said to be the body of the first article.
  private func articleBodies() -> [Int]? {
    let marked = tree.indices.filter { tree.attribute("itemprop", of: $0) == "articleBody" }
    guard let first = marked.first else { return nil }
    let parent = article(around: first)
    var bodies: [Int] = []
    for node in marked where article(around: node) == parent {
      if let last = bodies.last, tree.inside(last).contains(node) { continue }
      bodies.append(node)
    }
    return bodies
  }

  private func article(around node: Int) -> Int? {
    var parent = Int(tree.nodes[node].parent)
    while parent >= 0 {
      if tree.tag(parent) == .article { return parent }
      parent = Int(tree.nodes[parent].parent)
    }
    return nil
  }

  /// The article of the page: the one with the headline, or one with most of the text.
  private func article(_ all: Int) -> Int? {
    let articles = tree.all("article", in: tree.indices)
    let headlined = articles.first { article in
      tree.first("h1", in: tree.inside(article)) != nil && worth(inside: article) >= 100
    }
    if let headlined, worth(inside: headlined) * 2 >= all || articles.count > 1 {
      return headlined
    }
    let best = articles.max { worth(inside: $0) < worth(inside: $1) }
    return best.flatMap { worth(inside: $0) * 2 >= all && worth(inside: $0) > 0 ? $0 : nil }
  }

  /// The smallest element of greatest worth in a range.
  private func best(in range: Range<Int>) -> Int? {
    var best: (node: Int, worth: Int)?
    for node in range where !tree.nodes[node].isText && !tree.tag(node).isInline {
      let worth = worth(inside: node)
      if worth > 0, worth >= best?.worth ?? 0 { best = (node, worth) }
    }
    return best?.node
  }

  private func worth(inside node: Int) -> Int { worth(of: tree.nodes(of: node)) }

  private func worth(of nodes: Range<Int>) -> Int {
    let range = range(of: nodes)
    return worthBefore[range.upperBound] - worthBefore[range.lowerBound]
  }

  /// The blocks that begin in a range of nodes.
  private func range(of nodes: Range<Int>) -> Range<Int> {
    let start = firstBlock(from: nodes.lowerBound)
    return start..<max(start, firstBlock(from: nodes.upperBound))
  }

  private func firstBlock(from node: Int) -> Int {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

// MARK: The headline

extension MainTextFinder {

  /// The index of the headline: the first heading whose words are those of the title, or begin or
  /// end it, as where a page has the name of its site there as well; or the last short block before
  /// the text of which that is true; or else the last heading of the first rank there.
  private func headline(_ title: String?, before range: Range<Int>?) -> Int? {
    guard let range else { return nil }
    let end = blocks[range].firstIndex { $0.quality == .good && !$0.isHeading } ?? range.lowerBound
    let candidates = blocks[..<end].indices.filter { blocks[$0].words <= 40 }
    if let title {
      let letters = Self.letters(Array(title.utf8))
      let headings = blocks[..<range.upperBound].indices.filter { blocks[$0].isHeading }
      let match =
        headings.first { Self.letters(blocks[$0].text) == letters }
        ?? headings.first { Self.isSame(Self.letters(blocks[$0].text), letters) }
        ?? candidates.last { Self.isSame(Self.letters(firstLine(of: blocks[$0])), letters) }
      if let match { return match }
    }
    return candidates.last { blocks[$0].kind == .heading(rank: 1) && blocks[$0].words > 1 }
  }

  private func firstLine(of block: PageBlock) -> [UInt8] {
    block.isHeading ? block.text : Array(block.text.prefix { $0 != 0x0A })
  }

  /// The words of a headline; the title where more than these stands in its block.
  private func words(of block: PageBlock, _ title: String?) -> String {
    let isLonger = title.map {
      let letters = Self.letters(Array($0.utf8))
      let shown = Self.letters(firstLine(of: block))
      return shown.count > letters.count && Self.isSame(letters, shown)
    }
    if let title, isLonger ?? false { return title }
    return MetadataValue.text(String(decoding: firstLine(of: block), as: UTF8.self)).trimmed ?? ""
  }

  /// Whether one of two texts is the other, or begins or ends it and is no mere name.
  private static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b { return !a.isEmpty }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return short.count >= 16 && short.count * 2 > long.count
      && (long.starts(with: short) || long.reversed().starts(with: short.reversed()))
  }

  private static func letters(_ text: some Sequence<UInt8>) -> [UInt8] {
    text.filter { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }.map { $0 | 0x20 }
  }
}

extension MarkupTree {

  /// An element and the nodes inside of it.
  func nodes(of index: Int) -> Range<Int> { index..<Int(nodes[index].end) }
}
