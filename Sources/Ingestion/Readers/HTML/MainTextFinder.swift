/// The text of an article.
struct MainText {

  /// The headline, if the page shows one.
  let headline: String?
  /// The blocks of the text behind it.
  let blocks: [PageBlock]
  /// The line below the text that names who wrote it, if there is one.
  let signature: PageBlock?
  /// The lines between the headline and the text, as those of its date and its writer.
  let lines: [String]

  /// The blocks with that line.
  var signedBlocks: [PageBlock] { blocks + (signature.map { [$0] } ?? []) }
}

/// Looks for the text of an article among the blocks of a page.
///
/// Where a page says what its article is, by `itemprop="articleBody"`, `<article>` or `<main>`, that
/// is believed if it holds text enough; else the element of greatest worth is taken (see `PageBlock`).
/// At its ends only sentences, headings and lines that stand among the paragraphs are kept, and no
/// headings without text.
struct MainTextFinder {

  let tree: MarkupTree
  let blocks: [PageBlock]
  /// The worth of the blocks before each of them, and of all.
  private let worthBefore: [Int]
  /// The number of blocks before each of them, and of all, that hold a link and no sentence.
  private let linkedBefore: [Int]

  /// Finds the text of a page.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - titles: What its metadata has for its title, the likeliest first.
  /// - Returns: The headline and the blocks of the text.
  static func find(in tree: MarkupTree, titles: [String]) -> MainText {
    let found = read(tree, titles, PageFurniture(tree, usesNames: true))
    if let gallery = gallery(in: tree, titles, found) { return gallery }
    let length = worth(found)
    if length >= 250 { return found }
    let all = read(tree, titles, PageFurniture(tree, usesNames: false))
    // Where names took nearly all away, they did not mean what they say.
    let isMisled = worth(all) >= 400 && worth(all) > length * 3
    let best = isMisled ? all : found
    if best.blocks.contains(where: { $0.quality == .good }) { return best }
    let bare = read(
      tree, titles, PageFurniture(tree, usesNames: false, usesComments: false))
    if worth(bare) >= 60, worth(bare) > worth(best) * 3 { return bare }
    if !best.blocks.isEmpty { return best }
    let linked = linkedText(in: tree, titles)
    if !linked.blocks.isEmpty || !PageFurniture.hasLabelOfOthers(tree) { return linked }
    return read(
      tree, titles, PageFurniture(tree, usesNames: false, usesComments: false, usesHeadings: false))
  }

  /// The text of a page of pictures with what stands below them, if that is most of what it says.
  private static func gallery(
    in tree: MarkupTree, _ titles: [String], _ found: MainText
  ) -> MainText? {
    let captions = tree.all("figcaption", in: tree.indices)
    guard captions.count >= 3 else { return nil }
    let shown = read(
      tree, titles, PageFurniture(tree, usesNames: true, usesCaptions: false))
    return length(shown) >= length(found) * 2 ? shown : nil
  }

  /// The text of a page that holds no sentence but those whose words lead to other pages.
  private static func linkedText(in tree: MarkupTree, _ titles: [String]) -> MainText {
    read(tree, titles, PageFurniture(tree, usesNames: true), trustsLinks: true)
  }

  private static func worth(_ text: MainText) -> Int { text.blocks.reduce(0) { $0 + $1.worth } }

  private static func length(_ text: MainText) -> Int {
    text.blocks.reduce(0) { $0 + $1.text.count }
  }

  private static func read(
    _ tree: MarkupTree, _ titles: [String], _ furniture: PageFurniture, trustsLinks: Bool = false
  ) -> MainText {
    let blocks = PageBlocks.blocks(
      of: tree, in: tree.indices, furniture, trustsLinks: trustsLinks)
    return MainTextFinder(tree, blocks).select(titles)
  }

  private init(_ tree: MarkupTree, _ blocks: [PageBlock]) {
    self.tree = tree
    self.blocks = blocks
    worthBefore = blocks.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.worth) }
    linkedBefore = blocks.reduce(into: [0]) {
      let isLinked = $1.links.bytes > 0 && ($1.quality == .bad || $1.quality == .short)
      $0.append(($0.last ?? 0) + (isLinked ? 1 : 0))
    }
  }

  private func select(_ titles: [String]) -> MainText {
    let ranges = textRanges()
    let headline = headline(titles, before: ranges.first)
    let first = headline.map { $0 + 1 } ?? 0
    let parts = ranges.map { range in
      blocks[max(range.lowerBound, min(first, range.upperBound))..<range.upperBound]
    }
    var text: [PageBlock] = []
    var signature: PageBlock?
    var bylines: [PageBlock] = []
    for (number, part) in parts.enumerated() {
      let writer = number == 0 ? writerHeading(in: part) : nil
      let kept = part.indices.filter {
        part[$0].quality != .bad && !isLabel($0, in: part) && $0 != writer
      }.map { part[$0] }
      bylines += part.filter { $0.quality != .bad && isByline($0) }
      var lines = trimmed(kept)
      if number == parts.count - 1 { signature = self.signature(below: &lines, in: kept) }
      text += lines
    }
    let standfirst = text.first.map { self.standfirst(between: headline, and: $0) } ?? []
    return MainText(
      headline: headline.map { words(of: blocks[$0], titles) }, blocks: standfirst + text,
      signature: signature,
      lines: text.first.map { lines(between: headline, and: $0, bylines) } ?? [])
  }

  /// Whether a block stands for no text by its place: in a `header`, before a list of links, or as the
  /// line that names the writer.
  private func isLabel(_ index: Int, in part: ArraySlice<PageBlock>) -> Bool {
    let block = part[index]
    if isHeaderLine(block) { return true }
    let isByline = isByline(block)
    if case .heading(let rank) = block.kind {
      guard rank > 1, index + 1 < part.endIndex else { return false }
      let next = part[index + 1]
      return isByline || next.quality == .bad && next.kind == .item && next.links.bytes > 0
    }
    return block.kind == .paragraph && isByline
  }

  /// Whether a block stands in a `header` and is neither a heading nor a sentence.
  private func isHeaderLine(_ block: PageBlock) -> Bool {
    block.isInHeader && !block.isHeading && block.quality == .short
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
    let articles = articles(all)
    if !articles.isEmpty { return articles.map { range(of: tree.nodes(of: $0)) } }
    let main = tree.indices.first {
      tree.tag($0) == .main || tree.attribute("role", of: $0) == "main"
    }
    if let main, worth(inside: main) * 2 >= all, worth(inside: main) > 0 {
      return [best(in: tree.nodes(of: main)) ?? range(of: tree.nodes(of: main))]
    }
    return [best(in: tree.indices) ?? 0..<blocks.count]
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

  /// The article of the page: the one with the headline; or those beside each other that hold most
  /// of the text and are no teasers; or one with most of the text.
  private func articles(_ all: Int) -> [Int] {
    let articles = tree.all("article", in: tree.indices)
    let headlined = articles.first { article in
      tree.first("h1", in: tree.inside(article)) != nil && worth(inside: article) >= 100
    }
    if let headlined, worth(inside: headlined) * 2 >= all || articles.count > 1 {
      return [headlined]
    }
    guard let best = articles.max(by: { worth(inside: $0) < worth(inside: $1) }) else { return [] }
    let parent = tree.nodes[best].parent
    let others = articles.filter { tree.nodes[$0].parent == parent && isWhole($0) }
    if others.count > 1, others.reduce(0, { $0 + worth(inside: $1) }) * 2 >= all { return others }
    if worth(inside: best) * 2 >= all, worth(inside: best) > 0 { return [best] }
    // Links in an article do not make it less of one, if it has the headline and most sentences.
    guard let whole = articles.first, tree.first("h1", in: tree.inside(whole)) != nil else {
      return []
    }
    let own = gain(of: tree.nodes(of: whole))
    return own > 0 && own * 2 >= gain(of: tree.indices) ? [whole] : []
  }

  /// Whether an article has sentences and a heading that does not lead to another page, as that of a
  /// teaser does.
  private func isWhole(_ article: Int) -> Bool {
    guard blocks[range(of: tree.nodes(of: article))].contains(where: { $0.quality == .good }),
      let heading = tree.inside(article).first(where: { tree.tag($0).headingRank != nil })
    else { return false }
    return !tree.isInside(heading, "a") && tree.first("a", in: tree.inside(heading)) == nil
  }

  /// The blocks of the smallest element of greatest worth in a range, and those around it.
  private func best(in range: Range<Int>) -> Range<Int>? {
    var best: (node: Int, worth: Int)?
    for node in range where !tree.nodes[node].isText && !tree.tag(node).isInline {
      let worth = worth(inside: node)
      if worth > 0, worth >= best?.worth ?? 0 { best = (node, worth) }
    }
    return best.map { widened($0.node, in: range) }
  }

  /// The blocks of the largest element around another in which no links stand beside it: a short list
  /// or table, and the lines that lead to it, take from the worth of what holds them and are text
  /// nonetheless.
  private func widened(_ node: Int, in nodes: Range<Int>) -> Range<Int> {
    var node = node
    var parent = Int(tree.nodes[node].parent)
    while nodes.contains(parent), linked(inside: parent) == linked(inside: node) {
      node = parent
      parent = Int(tree.nodes[parent].parent)
    }
    guard nodes.contains(parent), isPart(node) || isLeaf(node) else {
      return range(of: tree.nodes(of: node))
    }
    // One paragraph is no article: those beside it are text up to the next link.
    let children = tree.children(parent)
    let place = children.firstIndex(of: node) ?? 0
    let isText = { (other: Int) in
      linked(inside: other) == 0 && (isPart(other) || isLeaf(node) && isLeaf(other))
    }
    let before = children[..<place].reversed().prefix(while: isText).count
    let behind = children[(place + 1)...].prefix(while: isText).count
    let around = isPart(node) ? beyondLinks(children, (place - before)...(place + behind)) : nil
    let first = around?.lowerBound ?? place - before
    let last = children[around?.upperBound ?? place + behind]
    return range(of: children[first]..<Int(tree.nodes[last].end))
  }

  /// Widens a run of paragraphs by those of sentences beyond boxes of links: up to the headline, and down
  /// to a heading of links.
  private func beyondLinks(_ children: [Int], _ run: ClosedRange<Int>) -> ClosedRange<Int> {
    func isParagraph(_ child: Int) -> Bool {
      isPart(child) && linked(inside: child) == 0
        && blocks[range(of: tree.nodes(of: child))].contains {
          $0.quality == .good || $0.quality == .fair
        }
    }
    var last = run.upperBound
    for index in children.indices.dropFirst(last + 1) {
      let isEnd = index + 1 < children.count && linked(inside: children[index + 1]) > 0
      if isEnd, tree.tag(children[index]).headingRank != nil { break }
      if isParagraph(children[index]) { last = index }
    }
    let headline = children[..<run.lowerBound].lastIndex { tree.tag($0) == .h1 }
    let first = headline.flatMap { start in
      children.indices[start..<run.lowerBound].first { isParagraph(children[$0]) }
    }
    return (first ?? run.lowerBound)...last
  }

  /// Whether a node stands beside others of a text: in a line, or as a paragraph, a heading or a list.
  private func isPart(_ node: Int) -> Bool {
    switch tree.tag(node) {
    case .p, .ul, .ol, .dl, .pre, .blockquote, .table, .details, .figure, .br: true
    case let tag: tag.isInline || tag.headingRank != nil
    }
  }

  /// Whether a division holds one block, as where divisions stand for paragraphs.
  private func isLeaf(_ node: Int) -> Bool {
    tree.tag(node) == .div && range(of: tree.nodes(of: node)).count == 1
  }

  private func linked(inside node: Int) -> Int {
    let range = range(of: tree.nodes(of: node))
    return linkedBefore[range.upperBound] - linkedBefore[range.lowerBound]
  }

  private func worth(inside node: Int) -> Int { worth(of: tree.nodes(of: node)) }

  private func worth(of nodes: Range<Int>) -> Int {
    let range = range(of: nodes)
    return worthBefore[range.upperBound] - worthBefore[range.lowerBound]
  }

  /// The worth of the blocks in a range of nodes that are text.
  private func gain(of nodes: Range<Int>) -> Int {
    blocks[range(of: nodes)].reduce(0) { $0 + max($1.worth, 0) }
  }

  /// The blocks that begin in a range of nodes.
  private func range(of nodes: Range<Int>) -> Range<Int> {
    let start = firstBlock(from: nodes.lowerBound)
    return start..<max(start, firstBlock(from: nodes.upperBound))
  }

  func firstBlock(from node: Int) -> Int {
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

  /// The index of the headline: the first heading whose words are those of a title, or begin or
  /// end it, as where a page has the name of its site there as well; or the last short block before
  /// the text of which that is true; or else the last heading of the first rank there.
  private func headline(_ titles: [String], before range: Range<Int>?) -> Int? {
    guard let range else { return nil }
    let end = firstSentence(in: range) ?? range.lowerBound
    let candidates = blocks[..<end].indices.filter { blocks[$0].words <= 40 }
    let headings = blocks[..<range.upperBound].indices.filter { blocks[$0].isHeading }
    let sought = titles.map { Self.letters(Array($0.utf8)) }
    let match =
      sought.lazy.compactMap { letters in
        headings.first { Self.letters(blocks[$0].text) == letters }
          ?? headings.first { Self.isSame(Self.letters(blocks[$0].text), letters) }
      }.first
      ?? sought.lazy.compactMap { letters in
        candidates.last { Self.isSame(Self.letters(firstLine(of: blocks[$0])), letters) }
      }.first
    if let match { return match }
    return candidates.last { blocks[$0].kind == .heading(rank: 1) && blocks[$0].words > 1 }
  }

  /// The first block of sentences in a range, or else of one short sentence.
  private func firstSentence(in range: Range<Int>) -> Int? {
    let texts = blocks[range].indices.filter { !blocks[$0].isHeading }
    return texts.first { blocks[$0].quality == .good }
      ?? texts.first { blocks[$0].quality == .fair }
  }

  private func firstLine(of block: PageBlock) -> [UInt8] {
    block.isHeading ? block.text : Array(block.text.prefix { $0 != 0x0A })
  }

  /// The words of a headline; the title where more than these stands in its block.
  private func words(of block: PageBlock, _ titles: [String]) -> String {
    let shown = Self.letters(firstLine(of: block))
    let title = titles.first { title in
      let letters = Self.letters(Array(title.utf8))
      return shown.count > letters.count && Self.isSame(letters, shown)
    }
    let line = String(decoding: firstLine(of: block), as: UTF8.self)
    return title ?? MetadataValue.text(line).trimmed ?? ""
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
