internal import Annotation

/// Reads feeds: RSS of all versions, and Atom (RFC 4287).
///
/// An item is a document. Its text is the whole article where the feed has it, else the description, else
/// what is said below its film or picture; all are HTML, of which the furniture is left out. The outlet is the source that the item names,
/// else the title of the feed. The export of WordPress, which is a feed of all that a site holds, is
/// read by `WordPressItem`.
public struct FeedReader: DocumentReader {

  /// `feed`.
  public static let name = "feed"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["rss", "atom", "xml"]

  static let roots = ["rss", "feed", "RDF"]

  /// Creates the reader.
  public init() {}

  /// Whether a file begins with the root element of a feed.
  public func recognizes(_ start: [UInt8]) -> Bool {
    MarkupRoot.name(in: start).map { Self.roots.contains($0) } ?? false
  }

  /// Reads a file as a document an item.
  public func read(_ file: SourceFile) -> Reading {
    XMLFile.read(file, roots: Self.roots) { xml, reading in
      let feed = Feed(xml)
      let items = feed.items
      if items.isEmpty {
        reading.warnings.append(.emptyXML(file.origin, line: xml.line(xml.root), xml.rootName))
      }
      let isExport = WordPressItem.isExport(feed)
      for item in items {
        guard isExport else {
          Self.read(item, of: feed, file, into: &reading)
          continue
        }
        let post = WordPressItem(feed, item)
        if post.isArticle {
          read(post, file, into: &reading)
        } else {
          reading.passedOver[post.type, default: 0] += 1
        }
      }
    }
  }

  /// Reads a post or a page.
  private func read(_ post: WordPressItem, _ file: SourceFile, into reading: inout Reading) {
    let line = post.line
    let text = post.text
    guard text.bytes.hasText else {
      return reading.warnings.append(.emptyXML(file.origin, line: line, post.type))
    }
    if let status = post.unpublished {
      reading.warnings.append(.unpublished(status, file.origin, line: line))
    }
    var assembler = MetadataAssembler()
    for field in post.fields { assembler.add(field.name, field.value) }
    let metadata = assembler.assemble(file, line: line, &reading.warnings)
    reading.documents.append(SourceDocument(text: text.normalized, metadata: metadata))
  }

  private static func read(
    _ item: Int, of feed: Feed, _ file: SourceFile, into reading: inout Reading
  ) {
    let line = feed.xml.line(item)
    let text = feed.text(of: item)
    guard text.bytes.hasText else {
      return reading.warnings.append(
        .emptyXML(file.origin, line: line, feed.xml.tree.name(item)))
    }
    var assembler = MetadataAssembler()
    for field in feed.fields(of: item) { assembler.add(field.name, field.value) }
    let metadata = assembler.assemble(file, line: line, &reading.warnings)
    reading.documents.append(SourceDocument(text: text.normalized, metadata: metadata))
  }
}

/// The items of a feed, and what it says of all of them.
struct Feed {

  /// The file.
  let xml: XMLFile

  /// The title of the feed.
  let outlet: String?
  /// Its language.
  let language: String?

  private let furniture: PageFurniture
  private let author: String?

  /// Creates a feed from a file with a root element of one.
  init(_ xml: XMLFile) {
    self.xml = xml
    let tree = xml.tree
    furniture = PageFurniture(tree, usesNames: false)
    let head = tree.child("channel", of: xml.root) ?? xml.root
    outlet = tree.line(of: "title", in: head).flatMap(HTMLFragment.line)
    language = tree.line(of: "language", in: head) ?? tree.attribute("lang", of: xml.root)
    author = tree.child("author", of: head).flatMap { tree.line(of: "name", in: $0) }
  }

  /// The items in the order of the feed.
  var items: [Int] {
    let range = xml.tree.inside(xml.root)
    return xml.rootName == "feed"
      ? xml.tree.all("entry", in: range) : xml.tree.all("item", in: range)
  }

  /// The text of an item, with its title for a headline.
  func text(of item: Int) -> PageText {
    let tree = xml.tree
    let title = title(of: item)
    for name in ["encoded", "content", "description", "summary", "abstract"] {
      guard let element = content(name, of: item) else { continue }
      let hasElements = tree.inside(element).contains { !tree.nodes[$0].isText }
      if !hasElements {
        let text = HTMLFragment.text(Self.parted(tree.content(of: element)), headline: nil)
        return PageText(plain: repeatsTitle(text, item) ? [] : text.bytes, headline: title)
      }
      let blocks = PageBlocks.blocks(of: tree, in: tree.nodes(of: element), furniture)
      return PageText(HTMLFragment.withoutFurniture(blocks), headline: title)
    }
    let caption = tree.first("media:description", in: tree.inside(item))
    let text = caption.map { HTMLFragment.text(tree.content(of: $0), headline: nil) }
    return PageText(plain: text?.bytes ?? [], headline: title)
  }

  /// Puts a dash between headline and paper where a collection of news lists several of both, with two
  /// blanks between them.
  private static func parted(_ html: [UInt8]) -> [UInt8] {
    guard html.holds(Array("<li>".utf8), in: html.indices) else { return html }
    return String(decoding: html, as: UTF8.self)
      .split(separator: "</a>&nbsp;&nbsp;<font", omittingEmptySubsequences: false)
      .joined(separator: "</a> – <font").utf8.map { $0 }
  }

  /// The paper that an item of a collection of news comes from: its `source`, which in Atom has a title.
  private func source(of item: Int) -> String? {
    let tree = xml.tree
    for name in ["source", "Source"] {
      guard let element = tree.child(name, of: item) else { continue }
      let title = tree.line(of: "title", in: element)
      if let line = title ?? tree.line(of: element).flatMap(HTMLFragment.line),
        !line.hasPrefix("http://"), !line.hasPrefix("https://")
      {
        return line
      }
    }
    return nil
  }

  /// The first child of a name that holds text.
  private func content(_ name: String, of item: Int) -> Int? {
    xml.tree.children(item).first { child in
      xml.tree.name(child) == name && xml.tree.inside(child).contains { xml.tree.text($0).hasText }
    }
  }

  /// Whether a text is the title once more, with or without the paper, as in lists of links.
  private func repeatsTitle(_ text: PageText, _ item: Int) -> Bool {
    guard let title = title(of: item), text.bytes.count < title.utf8.count + 100,
      let line = MetadataValue.text(String(decoding: text.bytes, as: UTF8.self)).trimmed
    else { return false }
    return line == title || line == "\(title) \(source(of: item) ?? "")"
  }

  /// The title of an item, without the paper that collections of news put behind it.
  func title(of item: Int) -> String? {
    let title = content("title", of: item).flatMap {
      HTMLFragment.line(String(decoding: xml.tree.content(of: $0), as: UTF8.self))
    }
    guard let title, let source = source(of: item) else { return title }
    for mark in [" - ", " – ", " — ", " | "] where title.hasSuffix(mark + source) {
      let own = title.dropLast(mark.count + source.count)
      if !own.isEmpty { return String(own) }
    }
    return title
  }
}

// MARK: Fields

extension Feed {

  /// The fields of an item with our names for them.
  func fields(of item: Int) -> [(name: String, value: MetadataValue)] {
    let tree = xml.tree
    var fields: [(name: String, value: MetadataValue)] = []
    func add(_ name: String, _ value: String?) {
      if let value { fields.append((name, .text(value))) }
    }
    add("title", title(of: item))
    let dates = ["pubDate", "published", "date", "issued", "created", "updated", "modified"]
    add("date", dates.lazy.compactMap { tree.line(of: $0, in: item) }.first)
    let address = address(of: item)
    let wrapped = address.flatMap(WrappedAddress.unwrapped)
    add("url", wrapped ?? address)
    // A service that wraps addresses lists what others published.
    add("outlet", source(of: item) ?? (wrapped == nil ? outlet : nil))
    let authors = authors(of: item)
    if authors.count == 1 { add("author", authors[0]) }
    if authors.count > 1 { fields.append(("author", .list(authors))) }
    let tags = tree.children(item).filter {
      ["category", "subject", "media:category"].contains(tree.name($0))
    }
    .compactMap {
      tree.attribute("label", of: $0) ?? tree.attribute("term", of: $0) ?? tree.line(of: $0)
    }
    // Many programs write references in their tags twice.
    .compactMap(HTMLFragment.line)
    if !tags.isEmpty { fields.append(("tags", .list(tags))) }
    add("language", tree.attribute("lang", of: item) ?? language)
    add("guid", tree.line(of: "guid", in: item) ?? tree.line(of: "id", in: item))
    return fields
  }

  /// The address of an item.
  func link(of item: Int) -> String? {
    let address = address(of: item)
    return address.flatMap(WrappedAddress.unwrapped) ?? address
  }

  /// The address of an item as it is written, made whole.
  private func address(of item: Int) -> String? {
    let tree = xml.tree
    let links = tree.children(item).filter { tree.name($0) == "link" }
    let shown = links.lazy.compactMap { tree.line(of: $0) }.first
    let alternate = links.first {
      tree.attribute("rel", of: $0).map { $0 == "alternate" } ?? true
    }
    let guid = tree.line(of: "guid", in: item).flatMap { $0.hasPrefix("http") ? $0 : nil }
    let address =
      shown ?? alternate.flatMap { tree.attribute("href", of: $0) } ?? guid
      ?? tree.attribute("about", of: item)
    return address.map { PageAddress.whole($0, base: base(of: alternate ?? item)) ?? $0 }
  }

  /// The address with which those in an element are joined: the `xml:base` of it and of those around it, or
  /// else that of the feed.
  private func base(of element: Int) -> String? {
    let tree = xml.tree
    var bases: [String] = []
    var node = element
    while node >= 0 {
      if let base = tree.attribute("base", of: node) { bases.append(base) }
      node = Int(tree.nodes[node].parent)
    }
    let head = tree.child("channel", of: xml.root) ?? xml.root
    let own = tree.children(head).filter { tree.name($0) == "link" }.lazy
      .compactMap { tree.attribute("href", of: $0) ?? tree.line(of: $0) }.first
    return bases.reversed().reduce(own) { PageAddress.whole($1, base: $0) ?? $0 }
  }

  private func authors(of item: Int) -> [String] {
    let tree = xml.tree
    let creators = tree.children(item).filter { tree.name($0) == "creator" }
      .compactMap { tree.line(of: $0) }
    if !creators.isEmpty { return creators }
    let elements = tree.children(item).filter { tree.name($0) == "author" }
    let authors = elements.compactMap { author in
      tree.line(of: "name", in: author) ?? tree.line(of: author).flatMap(Self.withoutAddress)
    }
    if !authors.isEmpty { return authors }
    return author.map { [$0] } ?? elements.compactMap { tree.line(of: $0) }
  }

  /// The name in `desk@post.example (Jane Doe)`; nil where there is an address alone.
  private static func withoutAddress(_ text: String) -> String? {
    guard text.utf8.contains(0x40) else { return text }
    guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close
    else { return nil }
    return String(text[text.index(after: open)..<close])
  }
}
