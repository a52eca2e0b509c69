// MARK: What is about other pages, and what is no more

extension PageFurniture {

  /// Whether an element is a part about other pages, as a heading at its beginning says: “More news”.
  ///
  /// A part that holds the headline or the article is none.
  func isPartOfOthers(_ index: Int) -> Bool {
    guard usesHeadings, [.section, .div, .aside, .ul, .ol].contains(tree.tag(index)),
      !holdsHead(index), hasHead || share(index) < 50, let heading = firstHeading(in: index)
    else { return false }
    return PageBlock.isLabelOfOthers(tree.content(of: heading))
  }

  /// Whether a page has a heading that may lead to a part about other pages.
  static func hasLabelOfOthers(_ tree: MarkupTree) -> Bool {
    tree.indices.contains {
      tree.tag($0).headingRank != nil && PageBlock.isLabelOfOthers(tree.content(of: $0))
    }
  }

  /// The heading that the text of an element begins with; nil where something else stands before it.
  private func firstHeading(in index: Int) -> Int? {
    for node in tree.inside(index).prefix(Self.mostNodes) {
      if tree.tag(node).headingRank != nil, tree.inside(node).count <= Self.mostNodes {
        return node
      }
      if tree.text(node).contains(where: { $0 > 0x20 }) { return nil }
    }
    return nil
  }

  /// Among how many nodes the heading of a part is looked for.
  private static let mostNodes = 16

  /// Whether the text of an element was deleted: a reader sees it struck out, if at all, and what stands for it
  /// behind it.
  func isDeleted(_ index: Int) -> Bool {
    switch tree.tag(index) {
    case .del: return true
    case .s, .strike:
      let parent = Int(tree.nodes[index].parent)
      var next = Int(tree.nodes[index].end)
      guard parent >= 0 else { return false }
      let end = Int(tree.nodes[parent].end)
      while next < end, tree.nodes[next].isText, tree.text(next).allSatisfy({ $0 <= 0x20 }) {
        next = Int(tree.nodes[next].end)
      }
      return next < end && tree.tag(next) == .ins
    default: return false
    }
  }
}
