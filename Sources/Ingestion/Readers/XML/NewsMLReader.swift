internal import Annotation

/// Reads NewsML of the IPTC: each `newsItem` of a message or of a package of NewsML-G2 (2.x) is a
/// document, and so is each story of a `NewsItem` of NewsML 1.
///
/// Its text is the NITF, XHTML or plain text of its `contentSet`, its day that of its first version. Items
/// without text, such as pictures, are left out, each with a warning.
public struct NewsMLReader: DocumentReader {

  /// `newsml`.
  public static let name = "newsml"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["newsml", "xml"]

  static let roots = ["newsMessage", "newsItem", "NewsML", "NewsItem"]

  /// Creates the reader.
  public init() {}

  /// Whether a file begins with the root element of NewsML-G2.
  public func recognizes(_ start: [UInt8]) -> Bool {
    MarkupRoot.name(in: start).map { Self.roots.contains($0) } ?? false
  }

  /// Reads a file as a document an item.
  public func read(_ file: SourceFile) -> Reading {
    XMLFile.read(file, roots: Self.roots) { xml, reading in
      if xml.rootName.hasPrefix("N") { return NewsML1.read(xml, file, into: &reading) }
      let items = xml.tree.all("newsItem", in: xml.tree.nodes(of: xml.root))
      if items.isEmpty {
        reading.warnings.append(.emptyXML(file.origin, line: xml.line(xml.root), xml.rootName))
      }
      let furniture = PageFurniture(xml.tree, usesNames: false)
      for element in items {
        let item = NewsItem(xml.tree, element, furniture)
        let text = item.text
        guard text.bytes.hasText else {
          reading.warnings.append(.emptyXML(file.origin, line: xml.line(element), "newsItem"))
          continue
        }
        var assembler = MetadataAssembler()
        for field in item.fields { assembler.add(field.name, field.value) }
        let metadata = assembler.assemble(file, line: xml.line(element), &reading.warnings)
        reading.documents.append(SourceDocument(text: text.normalized, metadata: metadata))
      }
    }
  }
}

/// An element `newsItem` with its text and fields.
struct NewsItem {

  private let tree: MarkupTree
  private let element: Int
  private let furniture: PageFurniture

  /// Creates an item from an element of a tree.
  init(_ tree: MarkupTree, _ element: Int, _ furniture: PageFurniture) {
    self.tree = tree
    self.element = element
    self.furniture = furniture
  }

  private var meta: Range<Int> { range("contentMeta") }
  private var itemMeta: Range<Int> { range("itemMeta") }

  private func range(_ name: String) -> Range<Int> {
    tree.child(name, of: element).map { tree.nodes(of: $0) } ?? element..<element
  }

  private func line(_ name: String, _ range: Range<Int>) -> String? {
    tree.first(name, in: range).flatMap { tree.line(of: $0) }
  }

  /// The words of an element, or those of its code where it has no words.
  private func value(_ name: String, _ range: Range<Int>) -> String? {
    tree.first(name, in: range).flatMap { value(of: $0) }
  }

  private func value(of found: Int) -> String? {
    if let line = tree.line(of: "name", in: found) ?? tree.line(of: found) { return line }
    let code = tree.attribute("literal", of: found) ?? tree.attribute("qcode", of: found)
    return code.map { String($0.split(separator: ":").last ?? $0[...]) }
  }
}

// MARK: Text and fields

extension NewsItem {

  /// The headline and the content as a text.
  var text: PageText {
    let title = title
    guard let set = tree.child("contentSet", of: element) else {
      return PageText([], headline: nil)
    }
    for child in tree.children(set) where tree.name(child) == "inlineXML" {
      let content = tree.inside(child)
      if let nitf = tree.first("nitf", in: content) {
        let article = NITFArticle(tree, nitf, furniture)
        return PageText(article.blocks, headline: article.title ?? title)
      }
      if !content.contains(where: { !tree.nodes[$0].isText }) {
        return HTMLFragment.text(tree.content(of: child), headline: title)
      }
      let blocks = PageBlocks.blocks(of: tree, in: content, furniture)
      let isHeadline = blocks.first.map { $0.kind == .heading(rank: 1) } ?? false
      return PageText(blocks, headline: isHeadline ? nil : title)
    }
    guard let data = tree.child("inlineData", of: set) else { return PageText([], headline: nil) }
    return HTMLFragment.text(tree.content(of: data), headline: title)
  }

  private var title: String? {
    line("headline", meta) ?? line("slugline", meta) ?? line("title", itemMeta)
  }

  /// The fields with our names for them.
  var fields: [(name: String, value: MetadataValue)] {
    var fields: [(name: String, value: MetadataValue)] = []
    func add(_ name: String, _ value: String?) {
      if let value { fields.append((name, .text(value))) }
    }
    add("id", tree.attribute("guid", of: element))
    add("title", title)
    let dates = [
      line("contentCreated", meta), line("firstCreated", itemMeta), line("contentModified", meta),
      line("versionCreated", itemMeta),
    ]
    add("date", dates.lazy.compactMap(\.self).first.map(NewsDate.dashed))
    add("outlet", line("creditline", meta) ?? value("provider", itemMeta))
    add("author", line("by", meta))
    let subjects = tree.all("subject", in: meta).compactMap { tree.line(of: "name", in: $0) }
    let keywords = tree.all("keyword", in: meta).compactMap { tree.line(of: $0) }
    if !subjects.isEmpty || !keywords.isEmpty {
      fields.append(("tags", .list(subjects + keywords)))
    }
    let language = tree.first("language", in: meta).flatMap { tree.attribute("tag", of: $0) }
    add("language", language ?? tree.attribute("lang", of: element))
    add("section", value("service", itemMeta))
    add("dateline", line("dateline", meta))
    fields += others
    // What only the story itself tells.
    let story = tree.child("contentSet", of: element).flatMap {
      tree.first("nitf", in: tree.nodes(of: $0))
    }
    for field in story.map({ NITFArticle(tree, $0, furniture).fields }) ?? []
    where !fields.contains(where: { $0.name == field.name }) {
      fields.append(field)
    }
    return fields
  }

  /// What the item tells of itself beside our fields, by the names that it has for that.
  private var others: [(name: String, value: MetadataValue)] {
    var kept = KeptFields()
    for part in ["rightsInfo", "itemMeta", "contentMeta"] {
      guard let part = tree.child(part, of: element) else { continue }
      for child in tree.children(part) where !tree.nodes[child].isText {
        let name = tree.name(child)
        if Self.ours.contains(name) || name == "slugline" && line("headline", meta) == nil {
          continue
        }
        kept.add(name, value(of: child))
      }
    }
    if line("creditline", meta) != nil { kept.add("provider", value("provider", itemMeta)) }
    return kept.all
  }

  /// The elements that our fields are taken from, and those of the file rather than of the item.
  private static let ours: Set<String> = [
    "headline", "title", "by", "keyword", "subject", "language", "creditline", "dateline",
    "provider", "service", "contentCreated", "firstCreated", "itemClass", "generator", "fileName",
    "profile", "link", "icon", "hash", "remoteInfo",
  ]
}
