/// Where in a page something stands, seen from its article.
struct PagePlace {

  /// A part of a page.
  enum Region: Hashable {
    /// From the headline on, up to the end of the text and between its paragraphs.
    case head
    /// Above the headline, in the article.
    case above
    /// Below the text, in the article.
    case below
    /// Anywhere else, but for what is about other pages.
    case page
  }

  private let tree: MarkupTree
  private let furniture: PageFurniture
  private let text: [PageBlock]
  /// The heading that is the headline.
  let headline: Int?
  /// The headline and the first words of the text.
  private let own: [Int]

  /// Looks for the headline of a page, which in one that Word saved has a class of its own.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - words: The words of the headline, if they are known.
  ///   - text: The blocks of its text, if they are known.
  init(_ tree: MarkupTree, headline words: String?, text: [PageBlock]) {
    self.tree = tree
    self.text = text
    let furniture = PageFurniture(tree, usesNames: true)
    self.furniture = furniture
    let before = tree.indices.prefix(text.first?.node ?? tree.nodes.count)
    let headings = before.filter { tree.tag($0).headingRank != nil }
    let first = headings.filter { tree.tag($0) == .h1 }
    headline =
      words.flatMap { words in headings.last { tree.line(of: $0) == words } }
      ?? (text.isEmpty ? first.first : first.last { !furniture.isElsewhere($0) })
      ?? tree.first("h1", in: tree.indices)
      ?? tree.indices.first { tree.attribute("class", of: $0) == "MsoTitle" }
    own = [headline, text.first?.node].compactMap(\.self)
  }

  /// The part of the page in which a node stands; nil for what is about other pages, for what is quoted, and
  /// for the sentences of the text.
  func region(of index: Int) -> Region? {
    if furniture.isElsewhere(index, from: own) || isInset(index) || isInHeader(index) { return nil }
    if isInSentences(index) { return nil }
    let (start, end) = (headline ?? 0, text.last?.node ?? tree.nodes.count)
    if index >= start, index <= end { return .head }
    guard furniture.isInArticle(index, of: own) else { return .page }
    return index < start ? .above : .below
  }

  /// Whether a node stands in a quotation or below a picture.
  private func isInset(_ index: Int) -> Bool {
    ["blockquote", "figure", "figcaption", "caption"].contains { tree.isInside(index, $0) }
  }

  /// Whether a node stands in the header of the site: that of the article holds its headline, or stands
  /// in it.
  private func isInHeader(_ index: Int) -> Bool {
    guard let headline, !furniture.isInArticle(index, of: own) else { return false }
    var node = index
    while node >= 0 {
      if tree.tag(node) == .header, !furniture.holds(node, [headline]) { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  /// Whether a node stands behind the beginning of a paragraph of the text.
  private func isInSentences(_ index: Int) -> Bool {
    let block = block(around: index)
    return text.contains {
      $0.element == block && $0.node <= index && ($0.quality == .good || $0.quality == .fair)
    }
  }

  /// The element around a node that begins and ends lines.
  func block(around index: Int) -> Int {
    var node = index
    while node > 0, tree.tag(node).isInline { node = Int(tree.nodes[node].parent) }
    return max(node, 0)
  }

  /// Whether a node stands beside a link to another page, as days do in lists of articles; one that tells
  /// of publication is of the page at hand.
  func isTeaser(_ index: Int) -> Bool {
    let block = block(around: index)
    let inside = tree.inside(block)
    let around = inside.clamped(to: max(0, index - Self.reach)..<index + Self.reach)
    let isBeside = tree.all("a", in: around).contains { link in
      !tree.nodes(of: link).contains(index) && !tree.nodes(of: index).contains(link)
        && tree.line(of: link) != nil
    }
    guard isBeside, inside.count <= Self.reach, let line = tree.line(of: block) else {
      return isBeside
    }
    return line.utf8.count > 200 || PageDateLine(line) != .publication
  }

  /// So many nodes around another are looked at.
  private static let reach = 64

  /// The lines between the headline and the third paragraph of the text, and those right below the text, between
  /// bars, each with a node of it.
  ///
  /// The rows of a table are none. Where the text is not known, they are those of the first elements.
  func lines() -> [(line: String, index: Int)] {
    let bare = PageFurniture(tree, usesNames: false)
    let paragraphs = Set(text.map(\.node))
    let blocks = [rangeOfHead, rangeBelowText].flatMap { PageBlocks.blocks(of: tree, in: $0, bare) }
      .filter { [.paragraph, .item].contains($0.kind) && !paragraphs.contains($0.node) }
    return blocks.flatMap { block in
      block.text.split { $0 == 0x0A }.flatMap { line in
        String(decoding: line, as: UTF8.self).split { "|·•".contains($0) }
          .compactMap { MetadataValue.text(String($0)).trimmed }.map { ($0, block.node) }
      }
    }
  }

  /// The nodes behind the headline in which lines are looked for.
  private var rangeOfHead: Range<Int> {
    guard let headline else { return 0..<0 }
    let start = Int(tree.nodes[headline].end)
    if !text.isEmpty { return start..<max(start, text.prefix(3).last?.node ?? start) }
    guard tree.nodes[headline].parent >= 0 else { return 0..<0 }
    let children = tree.children(Int(tree.nodes[headline].parent)).filter {
      $0 > headline && !tree.nodes[$0].isText
    }
    return start..<max(start, children.prefix(3).last.map { Int(tree.nodes[$0].end) } ?? start)
  }

  /// The nodes of the next two elements beside the last paragraph of the text.
  private var rangeBelowText: Range<Int> {
    guard let last = text.last?.element, tree.nodes[last].parent >= 0 else { return 0..<0 }
    let start = Int(tree.nodes[last].end)
    let next = tree.children(Int(tree.nodes[last].parent)).filter {
      $0 >= start && !tree.nodes[$0].isText
    }
    return start..<max(start, next.prefix(2).last.map { Int(tree.nodes[$0].end) } ?? start)
  }
}
