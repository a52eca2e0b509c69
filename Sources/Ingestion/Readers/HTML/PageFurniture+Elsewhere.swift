// MARK: Other pages

extension PageFurniture {

  /// Whether a node stands in a part of the page that is about something else than its article: comments,
  /// what is related to it, the bars beside it.
  ///
  /// Names that the lines of an article have themselves, like `date` and `byline`, tell nothing here.
  ///
  /// - Parameters:
  ///   - index: The node.
  ///   - own: Nodes of the article, as its headline: what holds one of them is its own, whatever it is called.
  /// - Returns: Whether it does.
  func isElsewhere(_ index: Int, from own: [Int] = []) -> Bool {
    var node = index
    while node >= 0 {
      if isOther(node, from: own), !holds(node, own) { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  /// Whether an element holds one of some nodes.
  func holds(_ index: Int, _ nodes: [Int]) -> Bool {
    let range = tree.nodes(of: index)
    return nodes.contains { range.contains($0) }
  }

  private func isOther(_ index: Int, from own: [Int]) -> Bool {
    let tag = tree.tag(index)
    switch tag {
    case .text: return false
    case .aside, .nav, .menu, .dialog, .search: return true
    // An article ends with a footer of its own.
    case .footer: return !isInArticle(index, of: own)
    // Beside the article of a page others are what it leads to.
    case .article where !own.isEmpty: return true
    default: break
    }
    if tag.isUnread || hasFurnitureRole(index) { return true }
    let names = names(index)
    return isComment(names)
      || tag != .body && tag != .html && names.contains(where: \.isFirm)
  }

  /// Whether an element stands in the `article` or the `main` part that holds some nodes.
  func isInArticle(_ index: Int, of own: [Int]) -> Bool {
    var node = index
    while node >= 0 {
      if tree.tag(node) == .article || tree.tag(node) == .main, holds(node, own) { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }
}
