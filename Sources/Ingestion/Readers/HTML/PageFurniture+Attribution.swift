// MARK: Who is quoted

extension PageFurniture {

  /// The quotation whose speaker an element names: the footer of a quotation, a `cite` or a line with a dash
  /// at its end, or what stands below one in a figure; nil for any other element.
  func quotation(attributedBy index: Int) -> Int? {
    let parent = Int(tree.nodes[index].parent)
    guard parent >= 0 else { return nil }
    switch tree.tag(index) {
    case .footer: return tree.tag(parent) == .blockquote ? parent : nil
    case .figcaption:
      // As NITF names whom it credits with a quotation.
      if tree.tag(parent) == .blockquote { return quotation(around: index) }
      guard tree.tag(parent) == .figure else { return nil }
      return tree.children(parent).last { $0 < index && tree.tag($0) == .blockquote }
    case .cite: return quotation(around: index)
    case .p, .div:
      guard tree.tag(parent) == .blockquote, beginsWithDash(index) else { return nil }
      return quotation(around: index)
    default: return nil
    }
  }

  /// The quotation that ends with an element and holds more than that.
  private func quotation(around index: Int) -> Int? {
    var parent = Int(tree.nodes[index].parent)
    var depth = 0
    while parent >= 0, depth < 8, tree.tag(parent) != .blockquote {
      parent = Int(tree.nodes[parent].parent)
      depth += 1
    }
    guard parent >= 0, tree.tag(parent) == .blockquote, !isPost(parent) else { return nil }
    let behind = Int(tree.nodes[index].end)..<Int(tree.nodes[parent].end)
    let isLast =
      behind.count < 32 && behind.allSatisfy { node in tree.text(node).allSatisfy { $0 <= 0x20 } }
    let isMore = (parent..<index).contains { node in tree.text(node).contains { $0 > 0x20 } }
    return isLast && isMore ? parent : nil
  }

  private func beginsWithDash(_ index: Int) -> Bool {
    let words = tree.inside(index).lazy.map { tree.text($0).drop { $0 <= 0x20 } }
    guard let first = words.first(where: { !$0.isEmpty }) else { return false }
    return PageBlock.dashes.contains { first.starts(with: $0) }
  }
}
