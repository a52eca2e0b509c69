internal import Annotation

/// Reads NITF, the News Industry Text Format of the IPTC (3.6).
///
/// A file is a document: its headline and the blocks of `body.content`. Captions are left out; what the head
/// of the story tells beside our fields is kept, and names that are marked in the text are taken (`NITFNames`).
public struct NITFReader: DocumentReader {

  /// `nitf`.
  public static let name = "nitf"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["nitf", "xml"]

  static let roots = ["nitf"]

  /// Creates the reader.
  public init() {}

  /// Whether a file begins with the root element of NITF.
  public func recognizes(_ start: [UInt8]) -> Bool {
    MarkupRoot.name(in: start).map { Self.roots.contains($0) } ?? false
  }

  /// Reads a file as one document.
  public func read(_ file: SourceFile) -> Reading {
    XMLFile.read(file, roots: Self.roots) { xml, reading in
      let article = NITFArticle(xml.tree, xml.root, PageFurniture(xml.tree, usesNames: false))
      guard article.text.bytes.hasText else {
        return reading.warnings.append(.emptyXML(file.origin, line: xml.line(xml.root), "nitf"))
      }
      var assembler = MetadataAssembler()
      for field in article.fields { assembler.add(field.name, field.value) }
      let metadata = assembler.assemble(file, line: nil, &reading.warnings)
      let text = article.text.normalized
      reading.documents.append(
        SourceDocument(text: text, metadata: metadata, given: article.names(in: text)))
    }
  }
}

/// An element `nitf` with its text and fields.
struct NITFArticle {

  let tree: MarkupTree
  let range: Range<Int>
  private let furniture: PageFurniture

  /// Creates an article from an element of a tree.
  init(_ tree: MarkupTree, _ element: Int, _ furniture: PageFurniture) {
    self.tree = tree
    self.furniture = furniture
    range = tree.nodes(of: element)
  }

  func line(_ name: String) -> String? {
    tree.first(name, in: range).flatMap { tree.line(of: $0) }
  }

  private func attribute(_ name: String, _ element: String) -> String? {
    tree.all(element, in: range).lazy.compactMap { tree.attribute(name, of: $0) }.first
  }

  /// The headline.
  var title: String? { line("hl1") ?? line("hedline") ?? line("title") }

  /// The blocks of the content.
  var blocks: [PageBlock] {
    guard let content = tree.first("body.content", in: range) ?? tree.first("body", in: range)
    else { return [] }
    let isWhole = tree.name(content) == "body"
    let head = isWhole ? tree.child("body.head", of: content) : nil
    let start = head.map { Int(tree.nodes[$0].end) } ?? content
    let parts = tree.children(content)
    if parts.contains(where: { tree.attribute("class", of: $0) == "full_text" }) {
      // The archive of the New York Times repeats the beginning in a block of its own.
      return parts.filter { !Self.leads.contains(tree.attribute("class", of: $0) ?? "") }
        .flatMap { PageBlocks.blocks(of: tree, in: tree.nodes(of: $0), furniture) }
    }
    return PageBlocks.blocks(of: tree, in: start..<Int(tree.nodes[content].end), furniture)
  }

  private static let leads: Set<String> = ["lead_paragraph", "online_lead_paragraph"]

  /// The headline and the blocks as a text.
  var text: PageText { PageText(blocks, headline: title) }

  /// The fields with our names for them.
  var fields: [(name: String, value: MetadataValue)] {
    var fields: [(name: String, value: MetadataValue)] = []
    func add(_ name: String, _ value: String?) {
      if let value { fields.append((name, .text(value))) }
    }
    add("id", attribute("id-string", "doc-id"))
    add("title", title)
    add(
      "date",
      (attribute("norm", "date.issue") ?? attribute("date.publication", "pubdata")
        ?? attribute("norm", "date.release") ?? attribute("norm", "story.date"))
        .map(NewsDate.dashed))
    add("url", attribute("ex-ref", "pubdata"))
    let paper = attribute("name", "pubdata")
    add("outlet", paper ?? line("distributor"))
    add("distributor", paper == nil ? nil : line("distributor"))
    add("author", byline)
    add("section", attribute("position.section", "pubdata") ?? meta("dsk"))
    let hasSection = fields.contains { $0.name == "section" }
    add(hasSection ? "online_sections" : "section", meta("online_sections"))
    if !tags.isEmpty { fields.append(("tags", .list(tags))) }
    add("language", tree.attribute("lang", of: range.lowerBound) ?? attribute("lang", "body"))
    add("dateline", line("dateline"))
    add("copyright", attribute("holder", "doc.copyright"))
    return fields + others.all
  }

  private func meta(_ name: String) -> String? {
    tree.all("meta", in: range).first { tree.attribute("name", of: $0) == name }
      .flatMap { tree.attribute("content", of: $0) }
  }

  /// The keywords, or else the descriptors of an archive, each once.
  private var tags: [String] {
    let keys = tree.all("keyword", in: range).compactMap { tree.attribute("key", of: $0) }
    let descriptors = tree.all("classifier", in: range).filter(isDescriptor)
    var seen: Set<String> = []
    return (keys + descriptors.compactMap { tree.line(of: $0) })
      .filter { seen.insert($0.lowercased()).inserted }
  }

  /// Whether a classifier is a word for the subject.
  func isDescriptor(_ classifier: Int) -> Bool {
    tree.attribute("type", of: classifier)?.hasSuffix("descriptor") ?? false
  }

  /// The persons of the by-line, or else its words without the line of their office.
  private var byline: String? {
    guard let byline = tree.first("byline", in: range) else { return nil }
    let people = tree.all("person", in: tree.inside(byline)).compactMap { tree.line(of: $0) }
    if !people.isEmpty, !Self.joinsName(tree, byline) { return people.joined(separator: "; ") }
    let own = tree.children(byline).filter { tree.name($0) != "byttl" }
    return MetadataValue.text(
      own.map { String(decoding: tree.content(of: $0), as: UTF8.self) }.joined()
    ).trimmed
  }

  /// Whether a by-line names somebody beside those whom it marks: two words with capitals before or behind
  /// an “and”.
  private static func joinsName(_ tree: MarkupTree, _ byline: Int) -> Bool {
    tree.children(byline).contains { child in
      let words = MetadataValue.words(String(decoding: tree.text(child), as: UTF8.self))
      guard let join = words.firstIndex(where: { joins.contains($0.lowercased()) }) else {
        return false
      }
      return isName(words[..<join].suffix(2)) || isName(words[(join + 1)...].prefix(2))
    }
  }

  private static func isName(_ words: ArraySlice<Substring>) -> Bool {
    words.count == 2 && words.allSatisfy { $0.first?.isUppercase ?? false }
      && words.last?.last?.isLetter ?? false
  }

  private static let joins: Set<String> = ["and", "&", "et", "und", "y", "e", "en", "og", "och"]
}

/// Days as the standards of the IPTC write them.
enum NewsDate {

  /// A day like `20250303T120000Z` with dashes; any other text as it is.
  static func dashed(_ text: String) -> String {
    let digits = Array(text.utf8.prefix(8))
    let isCompact = digits.count == 8 && digits.allSatisfy { (0x30...0x39).contains($0) }
    guard isCompact, text.utf8.count == 8 || text.utf8.dropFirst(8).first == 0x54 else {
      return text
    }
    func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
  }
}
