/// Tells the parts of a page that are not its text: by their elements, and by the names that pages
/// give them for their style sheets.
///
/// That names like `sidebar` tell is the way of Readability (Arc90, 2009, and its heirs); that a part
/// is kept which holds the headline or the article guards against names on the wrong element.
struct PageFurniture {

  let tree: MarkupTree
  private let usesNames: Bool
  private let usesComments: Bool
  private let usesCaptions: Bool
  let usesHeadings: Bool
  /// The bytes of text before each node, and of all nodes.
  private var textBefore: [Int32] = [0]
  /// The number of elements before each node that only the text of a page has.
  private var coresBefore: [Int32] = [0]
  /// The number of those of them that are no `article`, which a comment may be, too.
  private var headsBefore: [Int32] = [0]
  /// The bytes of text in posts from elsewhere before each node.
  private var postsBefore: [Int32] = [0]
  private var rows: Set<Int> = []

  /// Looks through a tree.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - usesNames: Whether the names of classes tell other than those of comments.
  ///   - usesComments: Whether the name of a comment tells even of one that holds most of the page
  ///     and no other.
  ///   - usesCaptions: Whether what stands below pictures is furniture.
  ///   - usesHeadings: Whether a heading like “More news” tells that a part is about other pages.
  init(
    _ tree: MarkupTree, usesNames: Bool, usesComments: Bool = true, usesCaptions: Bool = true,
    usesHeadings: Bool = true
  ) {
    self.tree = tree
    self.usesNames = usesNames
    self.usesComments = usesComments
    self.usesCaptions = usesCaptions
    self.usesHeadings = usesHeadings
    textBefore.reserveCapacity(tree.nodes.count + 1)
    coresBefore.reserveCapacity(tree.nodes.count + 1)
    headsBefore.reserveCapacity(tree.nodes.count + 1)
    var (text, cores, heads, posts): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    var (unreadEnd, postEnd) = (0, 0)
    for index in tree.indices {
      if index >= unreadEnd, tree.tag(index).isUnread { unreadEnd = Int(tree.nodes[index].end) }
      if index >= unreadEnd {
        let length = Int32(truncatingIfNeeded: tree.text(index).count)
        if isPost(index) { postEnd = Int(tree.nodes[index].end) }
        text += length
        if index < postEnd { posts += length }
        if isCore(index) {
          cores += 1
          if tree.tag(index) != .article { heads += 1 }
        }
      }
      textBefore.append(text)
      coresBefore.append(cores)
      headsBefore.append(heads)
      postsBefore.append(posts)
    }
    findTables()
  }

  /// Whether an element is the row of a table that is no means of layout.
  func isRowOfFigures(_ index: Int) -> Bool { rows.contains(index) }

  /// Whether an element is not part of the text, with all that it holds.
  func isFurniture(_ index: Int) -> Bool {
    let tag = tree.tag(index)
    if isDeleted(index) { return true }
    if quotation(attributedBy: index) != nil { return isHidden(index) }
    if tag == .figcaption, !usesCaptions { return isHidden(index) }
    if tag.isUnread || tag == .figcaption || tag == .caption { return true }
    if tag == .html || tag == .body || tag == .main || tag == .text { return false }
    let isCore = holdsCore(index)
    switch tag {
    case .nav, .aside, .footer, .menu, .dialog, .search: if !isCore { return true }
    case .form: if !isCore, share(index) < 50 { return true }
    case .other: if !isCore, isWidget(tree.name(index)) { return true }
    default: break
    }
    if isHidden(index) { return true }
    if !isCore, hasFurnitureRole(index) { return true }
    if isPartOfOthers(index) { return true }
    return isNamedFurniture(index, holdsCore: isCore)
  }

  /// Whether an element of AMP shows something else than a part of the text, as those that fold do.
  private func isWidget(_ name: String) -> Bool {
    name.hasPrefix("amp-")
      && !["amp-accordion", "amp-fit-text", "amp-truncate-text"].contains(name)
  }

  private func length(_ index: Int) -> Int {
    Int(textBefore[Int(tree.nodes[index].end)] - textBefore[index])
  }

  /// The part of the page's text that an element holds, in percent.
  func share(_ index: Int) -> Int {
    guard let all = textBefore.last, all > 0 else { return 0 }
    return length(index) * 100 / Int(all)
  }

  private func holdsCore(_ index: Int) -> Bool {
    coresBefore[Int(tree.nodes[index].end)] > coresBefore[index]
  }

  /// Whether the page has a headline or says what its text is.
  var hasHead: Bool { headsBefore.last ?? 0 > 0 }

  /// Whether an element holds the headline of the page or what is said to be its text.
  func holdsHead(_ index: Int) -> Bool {
    headsBefore[Int(tree.nodes[index].end)] > headsBefore[index]
  }

  private func isCore(_ index: Int) -> Bool {
    switch tree.tag(index) {
    case .text: false
    case .h1, .main: true
    case .article: !isComment(names(index)) && !names(index).contains(where: \.isFirm)
    default: tree.attribute("itemprop", of: index) == "articleBody" || role(index) == "main"
    }
  }

  private func role(_ index: Int) -> String? { tree.attribute("role", of: index) }

  func hasFurnitureRole(_ index: Int) -> Bool {
    guard let role = role(index) else { return false }
    return [
      "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
      "menu", "menubar", "toolbar", "alert", "tablist",
    ].contains(role)
  }

  private func isHidden(_ index: Int) -> Bool {
    if tree.attribute("hidden", of: index) != nil { return true }
    if tree.attribute("aria-hidden", of: index) == "true" { return true }
    guard let style = tree.attribute("style", of: index) else { return false }
    let plain = style.utf8.filter { $0 != 0x20 }.lowercasedLetters
    // Word marks the signs and numbers of items so, which its lists bear themselves.
    return plain.starts(with: "display:none".utf8) || Self.holds(plain, ";display:none")
      || Self.holds(plain, "mso-list:ignore")
  }

  private static func holds(_ bytes: [UInt8], _ part: String) -> Bool {
    let part = Array(part.utf8)
    return bytes.indices.contains { bytes[$0] == part[0] && bytes[$0...].starts(with: part) }
  }

  func names(_ index: Int) -> [ElementName] {
    let values = [tree.attribute("class", of: index), tree.attribute("id", of: index)]
    return values.compactMap(\.self).flatMap { ElementName.names(in: $0) }
  }

  private func isNamedFurniture(_ index: Int, holdsCore: Bool) -> Bool {
    let names = names(index)
    if names.isEmpty { return false }
    if names.contains(where: \.isUnseen) { return true }
    if tree.tag(index).isInline, !isAlone(index) { return false }
    if isComment(names) {
      return !holdsHead(index) && (usesComments || share(index) < 50 || holdsComment(index))
    }
    guard usesNames, !holdsPost(index) else { return false }
    if names.contains(where: \.isFirm) { return !holdsCore && share(index) < 50 }
    guard names.contains(where: \.isVague), !names.contains(where: \.isText) else { return false }
    return !holdsCore && length(index) < 600 && share(index) < 30
  }
}

// MARK: Comments and posts

extension PageFurniture {

  /// Whether an element is one that publishing systems put a post from elsewhere in.
  func isPost(_ index: Int) -> Bool {
    guard tree.tag(index) == .blockquote, let names = tree.attribute("class", of: index) else {
      return false
    }
    return names.utf8.split(separator: 0x20).contains { Self.posts.contains(Array($0)) }
  }

  private static let posts = Set(
    [
      "twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "mastodon-embed",
      "bluesky-embed", "reddit-embed-bq", "reddit-card", "text-post-media",
    ].map { Array($0.utf8) })

  /// Whether next to nothing but a post stands in an element.
  private func holdsPost(_ index: Int) -> Bool {
    let posts = Int(postsBefore[Int(tree.nodes[index].end)] - postsBefore[index])
    return posts > 0 && posts * 10 >= length(index) * 9
  }

  func isComment(_ names: [ElementName]) -> Bool {
    names.contains(where: \.isComment) && !names.contains(where: \.isOpinion)
  }

  /// Whether an element of a comment stands inside of another element.
  private func holdsComment(_ index: Int) -> Bool {
    tree.inside(index).contains { isComment(names($0)) }
  }
}

// MARK: Elements in a line

extension PageFurniture {

  /// Whether what holds an element holds next to nothing else: else it is part of a sentence, and
  /// a name like `date` says no more than that.
  private func isAlone(_ index: Int) -> Bool {
    let parent = Int(tree.nodes[index].parent)
    return parent < 0 || length(index) * 10 >= length(parent) * 9
  }
}

// MARK: Tables

extension PageFurniture {

  /// Finds the rows of the tables of figures: two rows or more of two short cells or more.
  private mutating func findTables() {
    let tables = tree.all("table", in: tree.indices)
    for (place, table) in tables.enumerated() {
      let inside = tree.inside(table)
      if place + 1 < tables.count, inside.contains(tables[place + 1]) { continue }
      let found = tree.all("tr", in: inside).filter(isRow)
      if found.count >= 2 { rows.formUnion(found) }
    }
  }

  private func isRow(_ index: Int) -> Bool {
    let cells = tree.children(index).filter { tree.tag($0) == .td || tree.tag($0) == .th }
    return cells.count >= 2 && cells.allSatisfy { length($0) <= 160 && !holdsCore($0) }
      && !tree.inside(index).contains { tree.tag($0).headingRank != nil || tree.tag($0) == .li }
  }
}
