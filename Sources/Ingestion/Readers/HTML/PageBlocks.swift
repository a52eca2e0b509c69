/// Reads the blocks of a page, or of a part of one, from its tree.
///
/// Blanks are what the standard makes of them: a run is one, at the ends of a block there are none.
/// One `<br>` is a line feed, two part paragraphs.
struct PageBlocks {

  /// An element that was begun and not yet ended, and what it means for the texts inside.
  private struct Open {
    let end: Int
    let tag: HTMLTag
    let node: Int
  }

  private let tree: MarkupTree
  private let furniture: PageFurniture
  private var open: [Open] = []
  private var blocks: [PageBlock] = []

  private var text: [UInt8] = []
  /// The node of the first text of the block.
  private var start = 0
  private var linked = PageBlock.Links()
  private var breaks = 0
  private var hasBlank = false
  /// How many elements of a kind are open.
  private var links = 0
  private var verbatim = 0
  private var headers = 0
  /// The row of a table of figures that is open: its cells are parts of one block.
  private var row: Int?
  /// The post from elsewhere that is open: its lines are one block, so that its writer stays with it.
  private var post: Int?
  /// The element that names who said the quotation at hand, with the offset at which its text begins.
  private var attribution: (quotation: Int, start: Int, end: Int)?
  /// The marks that close the quotations in a line that are open; nil where the text has its own.
  private var quotations: [String?] = []
  /// The offset behind the last mark that opens one, where no blank stands.
  private var markEnd = 0
  /// Where the element ends whose numbers are raised.
  private var raisedEnd = 0

  /// Returns the blocks of a part of a tree, without the furniture.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - range: The nodes of the part.
  ///   - furniture: What is not part of the text.
  ///   - trustsLinks: Whether sentences that are links for the most part are text.
  /// - Returns: The blocks, with those told that only their neighbours can tell.
  static func blocks(
    of tree: MarkupTree, in range: Range<Int>, _ furniture: PageFurniture,
    trustsLinks: Bool = false
  ) -> [PageBlock] {
    var reader = PageBlocks(tree: tree, furniture: furniture)
    reader.run(range)
    return reader.blocks.judgedByNeighbours(trustingLinks: trustsLinks)
  }

  private init(tree: MarkupTree, furniture: PageFurniture) {
    self.tree = tree
    self.furniture = furniture
  }

  private mutating func run(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      closeElements(before: index)
      if tree.nodes[index].isText {
        append(index)
        index += 1
      } else if furniture.isFurniture(index) || furniture.isNoteMark(index, behind: text) {
        if tree.tag(index).endsLine { flush() }
        index = Int(tree.nodes[index].end)
      } else {
        begin(index)
        index += 1
      }
    }
    closeElements(before: .max)
    flush()
  }

  private mutating func closeElements(before index: Int) {
    while let last = open.last, last.end <= index {
      end(last)
      open.removeLast()
    }
  }
}

// MARK: Elements

extension PageBlocks {

  private mutating func begin(_ index: Int) {
    let tag = tree.tag(index)
    switch tag {
    case .br: return addBreak()
    case .hr: return flush()
    case .sup: raisedEnd = Int(tree.nodes[index].end)
    case .a: links += 1
    case .pre, .listing, .plaintext, .xmp: verbatim += 1
    case .header: headers += 1
    case .tr where furniture.isRowOfFigures(index):
      flush()
      row = index
    case .td, .th: if row != nil { separateCells() }
    case .blockquote where furniture.isPost(index) && !isJoined:
      flush()
      post = index
    default: break
    }
    let end = Int(tree.nodes[index].end)
    defer { beginAttribution(index) }
    if tag == .q, end > index + 1 { beginQuotation(index) }
    if !tag.isInline || tag == .a || tag == .q {
      if !tag.isInline { part() }
      if end > index + 1 {
        open.append(Open(end: end, tag: tag, node: index))
      } else {
        endCount(tag)
      }
    }
  }

  private mutating func end(_ element: Open) {
    if element.node == row || element.node == post {
      flush()
      (row, post) = (nil, nil)
    } else if element.tag == .q {
      endQuotation()
    } else if !element.tag.isInline {
      part()
      if element.tag == .blockquote, !isJoined {
        blocks.markIntroduced(
          in: element.node, QuotationMarks.of(language: language(of: element.node)).outer)
      }
    }
    endCount(element.tag)
  }

  /// Whether the elements that are open are parts of one block.
  private var isJoined: Bool { row != nil || post != nil }

  /// Ends the block, or parts its words from the next ones.
  private mutating func part() {
    if !isJoined { flush() } else if post != nil { hasBlank = true }
  }

  private mutating func endCount(_ tag: HTMLTag) {
    switch tag {
    case .a: links -= 1
    case .pre, .listing, .plaintext, .xmp: verbatim -= 1
    case .header: headers -= 1
    default: break
    }
  }

  private mutating func separateCells() {
    guard !text.isEmpty else { return }
    trim()
    text += " | ".utf8
    hasBlank = false
  }

  private mutating func addBreak() {
    breaks += 1
    if breaks > 1, !isJoined { flush() }
  }

  private mutating func flush() {
    trim()
    defer {
      text = []
      linked = PageBlock.Links()
      breaks = 0
      hasBlank = false
      markEnd = 0
    }
    guard text.contains(where: { $0 > 0x20 && $0 != 0x7C }) else { return }
    if post != nil {
      linked = PageBlock.Links()
      markPost()
    }
    if attribute() { return }
    let element = open.last { !$0.tag.isInline }?.node ?? start
    let block = PageBlock(
      text, linked, kind: kind, node: start, element: element, isInHeader: headers > 0)
    blocks.append(post == nil ? block : block.judged(.fair))
  }

  /// Sets the words of a post between quotation marks, before the dash behind which its writer stands.
  private mutating func markPost() {
    let dash = Array(" — ".utf8)
    let last = text.indices.dropLast(dash.count).last { text[$0...].starts(with: dash) }
    guard let last, last > 0, !PageBlock.isMarked(text) else { return }
    text.replaceSubrange(..<last, with: "“".utf8 + text[..<last] + "”".utf8)
  }

  private var kind: PageBlock.Kind {
    if row != nil { return .row }
    if post != nil { return .quotation }
    for element in open.reversed() {
      if let rank = element.tag.headingRank { return .heading(rank: rank) }
      switch element.tag {
      case .li, .dd: return isFirst(in: element.node) ? .item : .paragraph
      case .blockquote: return .quotation
      case .article, .main, .section, .td, .body: return .paragraph
      default: continue
      }
    }
    return .paragraph
  }

  /// Whether no block of an item stands yet: only the first one bears its mark.
  private func isFirst(in item: Int) -> Bool {
    guard let last = blocks.last else { return true }
    return last.node < item
  }

  private mutating func trim() {
    while let last = text.last, last == 0x20 || last == 0x0A { text.removeLast() }
  }
}

// MARK: Text

extension PageBlocks {

  private mutating func append(_ index: Int) {
    let before = text.count
    if text.isEmpty { start = index }
    let own = tree.text(index)
    for byte in index < raisedEnd ? Superscript.raised(own) : own {
      if verbatim > 0, byte == 0x0A {
        addBreak()
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        hasBlank = true
      } else {
        appendGap()
        text.append(byte)
      }
    }
    if links > 0, text.count > before { linked.add(before..<text.count) }
  }

  private mutating func appendGap() {
    if breaks > 0 {
      if !text.isEmpty { text.append(isJoined ? 0x20 : 0x0A) }
    } else if hasBlank, text.count > markEnd, let last = text.last, last != 0x20, last != 0x0A {
      text.append(0x20)
    }
    breaks = 0
    hasBlank = false
  }
}

// MARK: Quotations with those who said them

extension PageBlocks {

  /// Notes where the name of who is quoted begins; in a line it stands behind the end of a sentence, a
  /// mark, a dash or a break.
  private mutating func beginAttribution(_ index: Int) {
    guard !isJoined, attribution == nil, let quotation = furniture.quotation(attributedBy: index)
    else { return }
    trim()
    let isApart =
      text.isEmpty || breaks > 0 || PageBlock.endsSentence(text)
      || PageBlock.dashes.contains { text.reversed().starts(with: $0.reversed()) }
    guard isApart else { return }
    attribution = (quotation, text.count, Int(tree.nodes[index].end))
  }

  /// Adds the block at hand as a quotation with the name behind it, if it holds that name: behind a dash, as
  /// posts have it, with the words between marks.
  ///
  /// - Returns: Whether it was added.
  private mutating func attribute() -> Bool {
    guard let (quotation, offset, end) = attribution ?? signedLine else { return false }
    attribution = nil
    guard start < end, offset <= text.count else { return false }
    var words = PageBlock.withoutDashes(text[..<offset])
    let name = PageBlock.withoutDashes(text[offset...])
    guard !name.isEmpty else { return false }
    var (node, element) = (start, open.last { !$0.tag.isInline }?.node ?? start)
    if words.isEmpty, let last = blocks.last, last.node > quotation, last.kind == .quotation {
      (words, node, element) = (last.text, last.node, last.element)
      blocks.removeLast()
    }
    guard !words.isEmpty else { return false }
    let marks = QuotationMarks.of(language: language(of: quotation)).outer
    if !PageBlock.isMarked(words) {
      words = marks.open.utf8 + words + marks.close.utf8
      openParagraphs(of: quotation, marks.open)
    }
    let signed = PageBlock(
      words + Array(" — ".utf8) + name, PageBlock.Links(), kind: .quotation, node: node,
      element: element, isInHeader: headers > 0)
    blocks.append(signed.judged(.fair))
    return true
  }

  /// The last line of a quotation, where a dash and a name stand in it and a break before it.
  private var signedLine: (quotation: Int, start: Int, end: Int)? {
    guard !isJoined, kind == .quotation, let start = text.lastIndex(of: 0x0A),
      text.count - start < 80,
      PageBlock.dashes.contains(where: { text[(start + 1)...].starts(with: $0) }),
      !PageBlock.endsSentence(text), let quotation = open.last(where: { $0.tag == .blockquote })
    else { return nil }
    return (quotation.node, start, quotation.end)
  }

  /// Sets the mark before each paragraph of a quotation that goes on in another.
  private mutating func openParagraphs(of quotation: Int, _ mark: String) {
    for index in blocks.indices.reversed() {
      let block = blocks[index]
      guard block.node > quotation, block.kind == .quotation, !PageBlock.isMarked(block.text) else {
        return
      }
      blocks[index] = block.opened(with: mark)
    }
  }
}

// MARK: Quotations in a line

extension PageBlocks {

  /// Writes the mark of the page's language that a browser shows before a `q`, unless its text has one.
  private mutating func beginQuotation(_ index: Int) {
    let first = tree.inside(index).first { tree.text($0).contains { $0 > 0x20 } }
    guard let content = first.map({ tree.text($0).drop { $0 <= 0x20 } }),
      !PageBlock.isMarked(content)
    else { return quotations.append(nil) }
    if text.isEmpty { start = index }
    appendGap()
    let isInner = quotations.contains { $0 != nil }
    let marks = QuotationMarks.of(language: language(of: index))
    let own = isInner ? marks.inner : marks.outer
    text += own.open.utf8
    quotations.append(own.close)
    markEnd = text.count
  }

  /// The language of an element, which it or one around it tells; empty where none does.
  private func language(of index: Int) -> String {
    var node = index
    while node >= 0 {
      if let language = tree.attribute("lang", of: node), !language.isEmpty { return language }
      node = Int(tree.nodes[node].parent)
    }
    return ""
  }

  private mutating func endQuotation() {
    guard let mark = quotations.popLast() ?? nil, !text.isEmpty else { return }
    text += mark.utf8
  }
}
