internal import Annotation

/// The day that a page shows its readers, where no field gives one.
enum PageDate {

  /// Returns the day of the first element that is called a date, or else of the first line that says
  /// when something was published, or that stands right below the headline.
  static func shown(in tree: MarkupTree) -> String? {
    let named = tree.indices.lazy.filter { isCalledDate($0, in: tree) && isRead($0, in: tree) }
    if let line = named.compactMap({ line(of: $0, in: tree) }).first { return line }
    let texts = tree.indices.lazy.filter { index in
      tree.nodes[index].isText && begins(tree.text(index)) && isRead(index, in: tree)
    }
    let told = texts.compactMap { index in
      line(of: index, in: tree) ?? line(of: Int(tree.nodes[index].parent), in: tree)
    }.first
    return told ?? below(headline(in: tree), in: tree)
  }

  /// The headline, which in a page that Word saved has a class of its own.
  private static func headline(in tree: MarkupTree) -> Int? {
    tree.first("h1", in: tree.indices)
      ?? tree.indices.first { tree.attribute("class", of: $0) == "MsoTitle" }
  }

  /// A day that is all of one of the first elements beside the headline.
  private static func below(_ headline: Int?, in tree: MarkupTree) -> String? {
    guard let headline, tree.nodes[headline].parent >= 0 else { return nil }
    let children = tree.children(Int(tree.nodes[headline].parent)).filter {
      $0 > headline && !tree.nodes[$0].isText && isRead($0, in: tree)
    }
    return children.prefix(3).lazy.compactMap { line(of: $0, in: tree) }.first { line in
      line.utf8.count <= 40 && MetadataValue.words(line).count <= 6
        && PageDateLine(line) == .publication
    }
  }

  /// A line that is a day and nothing else.
  private static func line(of index: Int, in tree: MarkupTree) -> String? {
    guard index >= 0, Int(tree.nodes[index].end) - index <= 32,
      let line = tree.line(of: index), line.utf8.count <= 120, CalendarDay(line) != nil
    else { return nil }
    return line
  }

  private static func isCalledDate(_ index: Int, in tree: MarkupTree) -> Bool {
    guard let name = tree.attribute("class", of: index)?.lowercased() else { return false }
    return name.utf8.split { $0 <= 0x20 }.contains { names.contains(Array($0)) }
  }

  /// Whether an element stands in no part of a page that is about other pages.
  static func isRead(_ index: Int, in tree: MarkupTree) -> Bool {
    var parent = index
    while parent >= 0 {
      let tag = tree.tag(parent)
      if tag.isUnread || [.aside, .nav, .footer].contains(tag) { return false }
      let names = ["class", "id"].compactMap { tree.attribute($0, of: parent) }
        .flatMap { ElementName.names(in: $0) }
      if names.contains(where: \.isComment), !names.contains(where: \.isOpinion) { return false }
      if tag != .body, tag != .html, names.contains(where: \.isFirm) { return false }
      parent = Int(tree.nodes[parent].parent)
    }
    return true
  }

  private static func begins(_ text: ArraySlice<UInt8>) -> Bool {
    let start = text.drop { $0 <= 0x20 }.prefix(24).lowercasedLetters
    return openings.contains { start.starts(with: $0) }
  }

  private static let names = Set(
    [
      "date", "dateline", "datetime", "date-time", "timestamp", "time", "published", "pubdate",
      "pub-date", "published-date", "publish-date", "publication-date", "post-date", "postdate",
      "posted-on", "entry-date", "article-date", "article__date", "story-date", "datum",
    ].map { Array($0.utf8) })

  private static let openings = [
    "published", "posted", "first published", "updated", "last updated", "publié", "veröffentlicht",
    "stand:", "erstellt",
  ].map { Array($0.utf8) }
}
