internal import Annotation

/// The articles of a page that holds several, as a database of news writes them into one file, or as the
/// first page of a blog shows them.
///
/// Each stands in an `article` with a headline and a day of its own. A page that says that it is one
/// article is that, and a teaser is none: its headline leads to another page, and little stands below it.
struct PageArticles {

  /// One of the articles.
  struct Article {
    /// The article as a page of its own, with its headline in a heading of the first rank.
    let page: MarkupTree
    /// What its head says of it, by our names of fields.
    let fields: [PageMetadata.Field]
    /// Its place in the page, by which an address leads to it.
    let anchor: String?
    /// The text without the headline.
    fileprivate let blocks: [PageBlock]
    /// Whether its head names a day.
    fileprivate let isDated: Bool
    /// Whether its headline is the first of a page.
    fileprivate let isFirst: Bool
    /// Whether it is no more than the beginning of what its headline leads to.
    fileprivate let isTeaser: Bool
  }

  /// The articles, if the page consists of several; else none.
  let documents: [Article]

  /// Articles with a headline and a text, where the page is read as one document.
  private let others: [Article]

  /// Beginnings of articles that stand on pages of their own.
  private let teasers: [Article]

  /// How many articles are looked at.
  private static let most = 10_000

  /// Looks for the articles of a page.
  init(_ tree: MarkupTree, _ metadata: PageMetadata) {
    var all: [Article] = []
    let articles = tree.all("article", in: tree.indices).prefix(Self.most)
    if articles.count > 1, !metadata.isOfOneArticle {
      let base = metadata.base
      let furniture = PageFurniture(tree, usesNames: true)
      for index in articles where Self.isWhole(index, in: tree, furniture) {
        if let article = Self.article(index, in: tree, base: base) { all.append(article) }
      }
    }
    let found = all.filter { !$0.isTeaser }
    teasers = all.filter(\.isTeaser)
    // Beside an article with the headline of the page others are what it leads to.
    let isEven = Set(found.map(\.isFirst)).count == 1
    let isSeveral = found.count > 1 && isEven && found.allSatisfy(\.isDated)
    documents = isSeveral ? found : []
    others = isSeveral || found.count < 2 ? [] : found
  }

  /// Returns how many articles with headlines of their own are not in the text that was read of a page, and
  /// how many there are.
  func missing(in text: [UInt8]) -> (count: Int, all: Int) {
    let count = others.count { !Self.isRead($0, in: text) }
    if count > 0 || teasers.count < 2 { return (count, others.count) }
    // Beside a text of its own the beginnings of others are no part of a page.
    let read = teasers.filter { Self.isRead($0, in: text) }
    let length = read.reduce(0) { $0 + $1.blocks.reduce(0) { $0 + $1.text.count } }
    guard length * 2 >= text.count else { return (0, others.count) }
    return (teasers.count - read.count, teasers.count)
  }

  private static func isRead(_ article: Article, in text: [UInt8]) -> Bool {
    guard
      let first = article.blocks.first(where: { $0.quality == .good || $0.quality == .fair })
    else { return true }
    return text.holds(first.text, in: text.indices)
  }

  /// Whether an article stands in no other, and in no part of the page that is about other pages.
  private static func isWhole(
    _ index: Int, in tree: MarkupTree, _ furniture: PageFurniture
  ) -> Bool {
    let parent = Int(tree.nodes[index].parent)
    return !furniture.isElsewhere(index) && (parent < 0 || !tree.isInside(parent, "article"))
  }

  /// Reads an article; nil for one without a headline or a text.
  private static func article(_ index: Int, in tree: MarkupTree, base: String?) -> Article? {
    guard let headline = headline(of: index, in: tree) else { return nil }
    let page = tree.page(of: index, headline: headline)
    let title = tree.line(of: headline)
    let text = MainTextFinder.find(in: page, titles: title.map { [$0] } ?? [])
    guard text.blocks.contains(where: { $0.quality == .good || $0.quality == .fair }) else {
      return nil
    }
    let link = tree.link(of: headline)
    var fields: [PageMetadata.Field] = []
    let address = link.flatMap { PageAddress.whole($0, base: base) }
    if let address { fields.append(("url", .text(address))) }
    if let paper = paper(of: index, in: tree) { fields.append(("outlet", .text(paper))) }
    let isMarked = PageMetadata(page).date != nil
    let day = isMarked ? nil : day(of: index, in: tree)
    if let day { fields.append(("date", .text(day))) }
    return Article(
      page: page, fields: fields, anchor: tree.attribute("id", of: index), blocks: text.blocks,
      isDated: isMarked || day != nil,
      isFirst: tree.tag(headline) == .h1, isTeaser: link != nil && isTeaser(text.blocks))
  }

  /// The first heading, or else the innermost of the first elements that are called a title.
  private static func headline(of index: Int, in tree: MarkupTree) -> Int? {
    let inside = tree.inside(index)
    let heading = inside.first { node in
      tree.tag(node).headingRank != nil && tree.line(of: node) != nil
    }
    if let heading { return heading }
    let named = inside.first { node in
      isCalledTitle(node, in: tree) && tree.line(of: node) != nil
    }
    return named.map { first in
      tree.inside(first).last { isCalledTitle($0, in: tree) && tree.line(of: $0) != nil } ?? first
    }
  }

  private static func isCalledTitle(_ index: Int, in tree: MarkupTree) -> Bool {
    if tree.attribute("itemprop", of: index) == "headline" { return true }
    guard let name = tree.attribute("class", of: index)?.lowercased() else { return false }
    return ["title", "headline", "titre", "titel"].contains { name.contains($0) }
  }

  /// Whether a text whose headline leads to another page is no more than the beginning of that.
  private static func isTeaser(_ blocks: [PageBlock]) -> Bool {
    let length = blocks.reduce(0) { $0 + $1.text.count }
    guard length >= 300, let last = blocks.last?.text else { return true }
    let end = String(decoding: last.suffix(8), as: UTF8.self).filter { $0 != "]" && $0 != " " }
    return blocks.count < 2 && length < 600 || end.hasSuffix("…") || end.hasSuffix("...")
  }

  /// The paper that the head of an article of Europresse names, without the number of the issue.
  private static func paper(of index: Int, in tree: MarkupTree) -> String? {
    let named = tree.inside(index).first { node in
      tree.attribute("class", of: node)?.lowercased().contains("docpublicationname") ?? false
    }
    guard let line = named.flatMap({ tree.line(of: $0) }) else { return nil }
    return MetadataValue.text(String(line.prefix { $0 != "," })).trimmed
  }

  /// The day that a line in the `header` of an article names, perhaps among other things.
  ///
  /// “France, samedi 8 mars 2025 1234 mots, p. 4” is how Europresse writes it.
  private static func day(of index: Int, in tree: MarkupTree) -> String? {
    let texts = tree.inside(index).lazy.filter { node in
      tree.nodes[node].isText && tree.text(node).count <= 200 && tree.isInside(node, "header")
    }
    return texts.compactMap { node -> String? in
      let words = MetadataValue.words(String(decoding: tree.text(node), as: UTF8.self))
      for length in [5, 4, 3] where words.count >= length {
        for start in 0...(words.count - length) {
          let line = words[start..<(start + length)].joined(separator: " ")
          if CalendarDay(line) != nil { return line }
        }
      }
      return nil
    }.first
  }
}

extension MarkupTree {

  /// Where a heading leads, or a link in it.
  fileprivate func link(of heading: Int) -> String? {
    var node = heading
    while node >= 0 {
      if tag(node) == .a { return attribute("href", of: node) }
      node = Int(nodes[node].parent)
    }
    return first("a", in: inside(heading)).flatMap { attribute("href", of: $0) }
  }

  /// An element as a page of its own, in which another one in it is the heading of the first rank.
  fileprivate func page(of index: Int, headline: Int) -> MarkupTree {
    var page = MarkupTree()
    let root = first("html", in: indices)
    let language = root.flatMap { attribute("lang", of: $0) }
    page.openElement(
      "html", line: nodes[index].line,
      attributes: language.map { [(name: "lang", value: Array($0.utf8))] } ?? [])
    page.openElement("body", line: nodes[index].line, attributes: [])
    var ends: [Int32] = []
    for node in self.nodes(of: index) {
      while let end = ends.last, end <= Int32(truncatingIfNeeded: node) {
        page.closeElement()
        ends.removeLast()
      }
      let line = nodes[node].line
      if nodes[node].isText {
        page.appendText(text(node), line: line)
        continue
      }
      let range = nodes[node].content
      let values = attributes[Int(range.start)..<Int(range.end)].map { attribute in
        (
          name: names[Int(attribute.name)],
          value: Array(bytes[Int(attribute.value.start)..<Int(attribute.value.end)])
        )
      }
      page.openElement(node == headline ? "h1" : name(node), line: line, attributes: values)
      ends.append(nodes[node].end)
    }
    page.finish()
    return page
  }
}

extension IngestionReport.Warning {

  static func articlesLeftOut(_ count: Int, of all: Int, _ file: String) -> Self {
    Self(
      file: file,
      message: "the page has \(all) articles with headlines of their own, and was read as one "
        + "document without \(count) of them",
      mend: "save each from its own address")
  }
}
