internal import Annotation

/// Reads NewsML 1 (1.0 to 1.2): items of components, whose text is a `DataContent`.
///
/// A component with a headline of its own is a story, and a document; components inside of it that
/// hold the same in another form, or a caption, are not.
struct NewsML1 {

  private let tree: MarkupTree
  private let item: Int
  private let furniture: PageFurniture

  /// Reads all items of a file.
  static func read(_ xml: XMLFile, _ file: SourceFile, into reading: inout Reading) {
    let items = xml.tree.all("NewsItem", in: xml.tree.nodes(of: xml.root))
    if items.isEmpty {
      reading.warnings.append(.emptyXML(file.origin, line: xml.line(xml.root), xml.rootName))
    }
    let furniture = PageFurniture(xml.tree, usesNames: false)
    for element in items {
      let item = NewsML1(tree: xml.tree, item: element, furniture: furniture)
      let stories = item.stories
      if stories.isEmpty {
        reading.warnings.append(.emptyXML(file.origin, line: xml.line(element), "NewsItem"))
      }
      for story in stories {
        var assembler = MetadataAssembler()
        for field in item.fields(of: story, isOne: stories.count == 1) {
          assembler.add(field.name, field.value)
        }
        let line = xml.line(story.component)
        let metadata = assembler.assemble(file, line: line, &reading.warnings)
        let text = item.text(of: story).normalized
        reading.documents.append(SourceDocument(text: text, metadata: metadata))
      }
    }
  }

  /// A component with its text.
  private struct Story {
    let component: Int
    let content: Int
    let blocks: [PageBlock]
    let article: NITFArticle?
    /// How many bytes of text it has.
    let length: Int
  }

  /// The components that are stories, in their order.
  private var stories: [Story] {
    var stories: [Story] = []
    for content in tree.all("DataContent", in: tree.inside(item)) {
      guard let component = component(of: content) else { continue }
      let story = story(component, content)
      guard story.length > 0 else { continue }
      if let index = stories.firstIndex(where: { $0.component == component }) {
        // The same once more, in a form that says less or more.
        if stories[index].length < story.length { stories[index] = story }
      } else {
        stories.append(story)
      }
    }
    return stories
  }

  /// The component that a text belongs to: the innermost with a headline, else the outermost; nil
  /// where it is the caption of something.
  private func component(of content: Int) -> Int? {
    var (node, outermost) = (Int(tree.nodes[content].parent), Int?.none)
    while node > item {
      if tree.name(node) == "NewsComponent" {
        let role = tree.child("Role", of: node).flatMap { tree.attribute("FormalName", of: $0) }
        if role?.lowercased().contains("caption") == true { return nil }
        outermost = node
        if headline(of: node) != nil { return node }
      }
      node = Int(tree.nodes[node].parent)
    }
    return outermost ?? item
  }

  private func headline(of component: Int) -> String? { line("HeadLine", of: component) }

  private func line(_ name: String, of component: Int) -> String? {
    tree.child("NewsLines", of: component).flatMap { tree.line(of: name, in: $0) }
  }

  private func story(_ component: Int, _ content: Int) -> Story {
    let inside = tree.inside(content)
    if let nitf = tree.first("nitf", in: inside) {
      let article = NITFArticle(tree, nitf, furniture)
      return Story(
        component: component, content: content, blocks: article.blocks, article: article,
        length: article.blocks.reduce(0) { $0 + $1.text.count })
    }
    let blocks =
      inside.contains { !tree.nodes[$0].isText }
      ? PageBlocks.blocks(of: tree, in: inside, furniture) : []
    let text = tree.content(of: content)
    return Story(
      component: component, content: content, blocks: blocks, article: nil,
      length: text.hasText ? text.count : 0)
  }
}

// MARK: Text and fields

extension NewsML1 {

  private func text(of story: Story) -> PageText {
    let title = title(of: story)
    if story.blocks.isEmpty {
      return HTMLFragment.text(tree.content(of: story.content), headline: title)
    }
    let isHeadline = story.blocks.first.map { $0.kind == .heading(rank: 1) } ?? false
    return PageText(story.blocks, headline: isHeadline ? nil : title)
  }

  private func title(of story: Story) -> String? {
    headline(of: story.component) ?? story.article?.title ?? line("SlugLine", of: story.component)
  }

  /// The fields of a story with our names for them; those that the component does not have are
  /// those of its article, or of the item.
  private func fields(
    of story: Story, isOne: Bool
  ) -> [(name: String, value: MetadataValue)] {
    var fields: [(name: String, value: MetadataValue)] = []
    func add(_ name: String, _ value: String?) {
      if let value { fields.append((name, .text(value))) }
    }
    add("id", isOne ? first("PublicIdentifier") ?? first("NewsItemId") : nil)
    add("title", title(of: story))
    let date =
      first("DateId") ?? first("FirstCreated") ?? first("ThisRevisionCreated")
    add("date", date.map(NewsDate.dashed))
    add("outlet", line("CreditLine", of: story.component) ?? provider)
    add("author", line("ByLine", of: story.component))
    let keywords = tree.all("KeywordLine", in: tree.inside(story.component))
      .compactMap { tree.line(of: $0) }
    if !keywords.isEmpty { fields.append(("tags", .list(keywords))) }
    let language = tree.first("Language", in: tree.inside(story.component))
      .flatMap { tree.attribute("FormalName", of: $0) }
    add(
      "language",
      language ?? tree.attribute("lang", of: story.component) ?? tree.attribute("lang", of: item))
    add("dateline", line("DateLine", of: story.component))
    add("copyright", line("CopyrightLine", of: story.component))
    fields += others(of: story).all
    let own = Set(fields.map(\.name))
    return fields + (story.article?.fields.filter { !own.contains($0.name) } ?? [])
  }

  /// What the story and the item tell beside our fields, by the names that they have for that.
  private func others(of story: Story) -> KeptFields {
    var kept = KeptFields()
    let title = title(of: story)
    for line in tree.child("NewsLines", of: story.component).map({ tree.children($0) }) ?? []
    where !tree.nodes[line].isText && !Self.ours.contains(tree.name(line)) {
      let (name, value) = (tree.name(line), tree.line(of: line))
      if value != title { kept.add(name == "SubHeadLine" ? "subtitle" : name, value) }
    }
    for name in ["Urgency", "Priority", "Genre", "Status"] {
      let element = tree.first(name, in: tree.inside(item))
      kept.add(name, element.flatMap { tree.attribute("FormalName", of: $0) })
    }
    let isRevised = (first("FirstCreated") ?? first("DateId")) != nil
    kept.add("ThisRevisionCreated", isRevised ? first("ThisRevisionCreated") : nil)
    return kept
  }

  private static let ours: Set<String> = [
    "HeadLine", "ByLine", "CreditLine", "KeywordLine", "DateLine", "CopyrightLine",
  ]

  /// The text of the first element of a name in the item.
  private func first(_ name: String) -> String? {
    tree.first(name, in: tree.inside(item)).flatMap { tree.line(of: $0) }
  }

  private var provider: String? {
    let party = tree.first("Provider", in: tree.inside(item))
      .flatMap { tree.first("Party", in: tree.inside($0)) }
    return party.flatMap { tree.attribute("FormalName", of: $0) } ?? first("ProviderId")
  }
}
