/// The fields of a `teiHeader` (TEI P5, chapter 2).
struct TEIHeader {

  private let tree: MarkupTree
  private let element: Int
  private let range: Range<Int>

  /// Creates the header of a text; `element` is its `TEI`.
  init(_ tree: MarkupTree, of element: Int) {
    self.tree = tree
    self.element = element
    range = tree.child("teiHeader", of: element).map { tree.nodes(of: $0) } ?? element..<element
  }

  private func part(_ name: String) -> Range<Int> {
    tree.first(name, in: range).map { tree.nodes(of: $0) } ?? range.lowerBound..<range.lowerBound
  }

  /// The title of the text.
  var title: String? {
    let titles = tree.all("title", in: part("titleStmt"))
    let main = titles.first { tree.attribute("type", of: $0) == "main" } ?? titles.first
    return main.flatMap { tree.line(of: $0) }
  }

  /// The elements of which it says that they do not occur in the text (TEI P5, 2.3.4).
  var unused: Set<String> {
    let usages = tree.all("tagUsage", in: part("tagsDecl"))
    return Set(
      usages.filter { tree.attribute("occurs", of: $0) == "0" }
        .compactMap { tree.attribute("gi", of: $0) })
  }

  /// The fields with our names for them.
  var fields: [(name: String, value: MetadataValue)] {
    var fields: [(name: String, value: MetadataValue)] = []
    func add(_ name: String, _ value: String?) {
      if let value { fields.append((name, .text(value))) }
    }
    add("id", identifier)
    add("title", title)
    add("date", date)
    add("url", url)
    add("outlet", journal ?? publisher)
    if journal != nil { add("publisher", publisher) }
    let authors = authors
    if !authors.isEmpty { fields.append(("author", .list(authors))) }
    let tags = tree.all("term", in: part("textClass")).compactMap { tree.line(of: $0) }
    if !tags.isEmpty { fields.append(("tags", .list(tags))) }
    add("section", tree.first("classCode", in: part("textClass")).flatMap { tree.line(of: $0) })
    add("language", language)
    for note in tree.all("note", in: part("notesStmt")) {
      let name = tree.attribute("n", of: note) ?? tree.attribute("type", of: note)
      add(name ?? "note", tree.line(of: note))
    }
    return fields
  }

  /// The tag of the language, or its name where the tag is that of none; the language of the text where the
  /// header lists several or none.
  private var language: String? {
    let listed = tree.all("language", in: part("langUsage"))
    if listed.count != 1, let own = textLanguage { return own }
    guard let index = listed.first else { return nil }
    let tag = tree.attribute("ident", of: index)
    return tag == nil || tag == "und" ? tree.line(of: index) ?? tag : tag
  }

  /// The `xml:lang` of the text, or of what holds it.
  private var textLanguage: String? {
    var next = tree.child("text", of: element) ?? element
    while next >= 0 {
      if let tag = tree.attribute("lang", of: next), !tag.isEmpty, tag != "und" { return tag }
      next = Int(tree.nodes[next].parent)
    }
    return nil
  }

  private var identifiers: [Int] {
    tree.all("idno", in: part("publicationStmt")) + tree.all("idno", in: part("sourceDesc"))
  }

  /// Whether a number is an address: by its type, or by its beginning where the type says neither.
  private func isAddress(_ index: Int) -> Bool {
    let type = tree.attribute("type", of: index)?.lowercased()
    if type == "id" { return false }
    return type == "url" || type == "uri" || tree.line(of: index)?.hasPrefix("http") ?? false
  }

  private var identifier: String? {
    identifiers.first { !isAddress($0) }.flatMap { tree.line(of: $0) }
  }

  private var url: String? { identifiers.first(where: isAddress).flatMap { tree.line(of: $0) } }

  /// The day of the source, which is that of the paper; else of the edition, else of the writing.
  private var date: String? {
    for name in ["sourceDesc", "publicationStmt", "settingDesc", "creation"] {
      for date in tree.all("date", in: part(name)) {
        let values = ["when", "notBefore", "from"].compactMap { tree.attribute($0, of: date) }
        if let value = values.first ?? tree.line(of: date) { return value }
      }
    }
    return nil
  }

  /// The journal or paper in which the source stands.
  private var journal: String? {
    tree.all("title", in: part("sourceDesc")).first { tree.attribute("level", of: $0) == "j" }
      .flatMap { tree.line(of: $0) }
  }

  private var publisher: String? {
    for name in ["sourceDesc", "publicationStmt"] {
      guard let found = tree.first("publisher", in: part(name)) else { continue }
      // Beside the name an address may stand, and a link.
      let names = ["orgName", "persName", "name"].compactMap {
        tree.first($0, in: tree.inside(found))
      }
      if let line = names.min().flatMap({ tree.line(of: $0) }) ?? tree.line(of: found) {
        return line
      }
    }
    return nil
  }

  private var authors: [String] {
    for name in ["titleStmt", "sourceDesc"] {
      let authors = tree.all("author", in: part(name)).compactMap {
        TEIPeople.words(of: tree.first("persName", in: tree.inside($0)) ?? $0, in: tree)
      }
      if !authors.isEmpty { return authors }
    }
    return []
  }
}
