internal import Annotation

/// What a page says of its article.
///
/// Sources are asked in the order of trust: JSON-LD, OpenGraph, Dublin Core, other `meta` elements,
/// and last what the page shows.
struct PageMetadata {

  /// A field with our name for it.
  typealias Field = (name: String, value: MetadataValue)

  /// What JSON-LD says.
  private(set) var linked: LinkedData

  /// The headline that stands for the title.
  private(set) var headline: String?

  /// The line below the text that names who wrote it.
  var signature: String?
  /// The day that the page shows.
  var shownDay: String?
  /// Whether its text is known, by which that day was looked for.
  var isComplete = false

  let tree: MarkupTree
  /// The address that stands in the comment of a saved page.
  private let savedFrom: String?
  /// The contents of the `meta` elements by their names in lower case.
  private var metas: [String: [String]] = [:]

  /// Reads the metadata of a page.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - savedFrom: Its address by the comment of the browser that saved it.
  init(_ tree: MarkupTree, savedFrom: String? = nil) {
    self.tree = tree
    self.savedFrom = savedFrom
    linked = LinkedData(tree)
    for meta in tree.all("meta", in: tree.indices) {
      guard let content = tree.attribute("content", of: meta), !content.isEmpty else { continue }
      for key in ["property", "name", "itemprop"] {
        guard let name = tree.attribute(key, of: meta)?.lowercased() else { continue }
        metas[name, default: []].append(content)
      }
    }
  }

  /// The first of some sources that says anything.
  private func first(_ sources: [String]...) -> [String] {
    sources.lazy.map { $0.compactMap(Self.clean) }.first { !$0.isEmpty } ?? []
  }

  /// The contents of the first of some `meta` elements that is there.
  private func meta(_ names: String...) -> [String] {
    names.lazy.compactMap { metas[$0] }.first ?? []
  }

  /// A value in one line, with its entities resolved; nil where nothing is left.
  private static func clean(_ text: String) -> String? {
    let bytes = TextNormalizer.normalize(Array(text.utf8)).bytes
    return MetadataValue.text(String(decoding: bytes, as: UTF8.self)).trimmed
  }
}

// MARK: Fields

extension PageMetadata {

  /// The fields with our names for them.
  var fields: [Field] {
    var fields: [Field] = []
    func add(_ name: String, _ value: String?) {
      if let value { fields.append((name, .text(value))) }
    }
    add("title", title)
    add("date", date)
    add("url", url)
    add("outlet", outlet)
    fields += Self.field("author", authors)
    add("section", section)
    fields += Self.field("tags", tags)
    add("language", language)
    add("description", description)
    add("modified", modified)
    return fields
  }

  /// The field of a list, which is a text where it has one item, and not there where it has none.
  private static func field(_ name: String, _ values: [String]) -> [Field] {
    guard let first = values.first else { return [] }
    return [(name, values.count == 1 ? .text(first) : .list(values))]
  }

  /// What the page says of each of several articles that do not say it themselves.
  ///
  /// What JSON-LD tells of the first article goes for the others only where they are its parts, as in a live
  /// blog. The title of the page is that of no article.
  ///
  /// - Parameter anchor: The place of the article in the page.
  /// - Returns: The fields.
  func shared(by anchor: String?) -> [Field] {
    var page = self
    if !linked.isInParts { page.linked = linked.withoutArticle }
    let place = anchor.map { "#" + $0 } ?? ""
    let address = page.url.map { $0.contains("#") ? $0 : $0 + place }
    let heading = tree.all("h1", in: tree.indices).first { !tree.isInside($0, "article") }
    let title = heading.flatMap { tree.line(of: $0) }
    let told: [(String, String?)] = [
      ("outlet", outlet), ("language", language), ("section", page.section), ("url", address),
      ("page_title", title),
    ]
    return told.compactMap { name, value in value.map { (name, .text($0)) } }
      + Self.field("author", page.givenAuthors) + Self.field("tags", page.tags)
  }

  /// The title without the name of the site behind it.
  var title: String? {
    (headline ?? givenTitle ?? titleBehindSite ?? shownHeadline ?? shownTitle).flatMap(Self.clean)
      .map(withoutSite)
  }

  /// The titles by which the headline is looked for in the page: the one that a field gives, or else
  /// that of the window and the heading, which a page may word otherwise.
  var soughtTitles: [String] {
    let titles =
      givenTitle.map { [$0] } ?? [titleBehindSite ?? shownTitle, shownHeadline].compactMap(\.self)
    return titles.map(withoutSite)
  }

  private var givenTitle: String? {
    first(
      linked.texts("headline", "name"), meta("og:title"),
      meta("dc.title", "dcterms.title", "dc:title", "citation_title"),
      meta("headline", "title", "parsely-title", "sailthru.title", "twitter:title")
    ).first
  }

  /// Takes the headline that the text has for the title where no field gives one.
  mutating func complete(headline shown: String?) {
    if givenTitle == nil { headline = shown }
  }

  /// The first date that can be read, or else the first of all, which is told then.
  var date: String? {
    if let givenDate { return givenDate }
    let shown = isComplete ? shownDay : PageDate(in: tree, headline: nil, text: []).words
    return shown.flatMap { Self.isDate($0) ? $0 : nil } ?? givenDates.first ?? shown
  }

  /// The first date of a field that can be read.
  var givenDate: String? { givenDates.first(where: Self.isDate) }

  private var givenDates: [String] {
    let given = Self.dateNames.flatMap { metas[$0] ?? [] }
    return (linked.texts("datePublished") + linked.texts("dateCreated") + given)
      .compactMap(Self.clean)
  }

  /// Whether a text names a day, be it in one of two orders.
  static func isDate(_ text: String) -> Bool {
    [nil, .dayFirst, .monthFirst].contains { CalendarDay(text, order: $0) != nil }
  }

  /// The names of the `meta` elements that give the date, those that are trusted most first.
  private static let dateNames = [
    "article:published_time", "og:article:published_time", "og:published_time", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dc:date", "dcterms.created", "dc.date.created",
    "parsely-pub-date", "citation_publication_date", "citation_online_date", "citation_date",
    "citation_year", "datepublished", "date", "pubdate", "publishdate", "publish_date",
    "publish-date", "published_time", "sailthru.date", "article.published",
    "cxenseparse:recs:publishtime", "last-modified",
  ]

  /// Whether the page says that it is one article.
  var isOfOneArticle: Bool {
    linked.articleCount == 1 || meta("og:type").contains { $0.lowercased() == "article" }
      || tree.indices.count { tree.attribute("itemprop", of: $0) == "articleBody" } == 1
  }

  /// The address that those in the page are to be joined with.
  var base: String? {
    tree.first("base", in: tree.indices).flatMap { tree.attribute("href", of: $0) } ?? url
  }

  private var url: String? {
    let canonical = tree.all("link", in: tree.indices).first {
      tree.attribute("rel", of: $0)?.lowercased() == "canonical"
    }
    let href = canonical.flatMap { tree.attribute("href", of: $0) }
    let base = tree.first("base", in: tree.indices).flatMap { tree.attribute("href", of: $0) }
    let sources = [
      href.map { [$0] } ?? [], meta("og:url"), linked.texts("url", "mainEntityOfPage"),
      meta("parsely-link"), meta("citation_public_url", "citation_fulltext_html_url"),
      savedFrom.map { [$0] } ?? [],
    ]
    return sources.lazy.joined().compactMap(Self.clean)
      .compactMap { PageAddress.whole($0, base: base ?? savedFrom) }.first
  }

  private var outlet: String? {
    first(
      linked.people("publisher"), meta("og:site_name"),
      meta("dc.publisher", "dcterms.publisher", "dc:publisher"),
      meta(
        "publisher", "application-name", "citation_journal_title", "citation_publisher", "copyright"
      )
    ).first { !$0.hasPrefix("http") }
  }

  var authors: [String] {
    let authors = first(givenAuthors, shownAuthors, signature.map { [$0] } ?? [])
    var seen: Set<String> = []
    return authors.filter { seen.insert($0).inserted }
  }

  /// The authors that fields name.
  private var givenAuthors: [String] {
    first(
      linked.people("author"), Self.names(meta("article:author", "og:article:author")),
      meta("dc.creator", "dcterms.creator", "dc:creator"),
      Self.names(meta("author")), Self.names(meta("byl", "byline")),
      Self.names(meta("parsely-author")), Self.names(meta("citation_author", "citation_authors")),
      Self.names(meta("sailthru.author", "article.author")))
  }

  /// Names without the addresses of profiles that stand in their place.
  private static func names(_ values: [String]) -> [String] {
    values.filter { !$0.hasPrefix("http") && !$0.hasPrefix("@") && !$0.hasPrefix("//") }
  }

  private var section: String? {
    first(
      linked.texts("articleSection"), meta("article:section", "og:section"),
      meta("dc.type.section"),
      meta("section", "parsely-section", "article.section")
    ).first
  }

  private var tags: [String] {
    first(
      linked.texts("keywords"), meta("article:tag", "og:article:tag"),
      meta("dc.subject", "dcterms.subject", "dc:subject"),
      meta("news_keywords", "keywords", "parsely-tags", "citation_keywords", "sailthru.tags"))
  }

  private var language: String? {
    let root = tree.first("html", in: tree.indices)
    let shown = root.flatMap { tree.attribute("lang", of: $0) }
    return first(
      linked.texts("inLanguage"), meta("og:locale"),
      meta("dc.language", "dcterms.language", "dc:language"),
      meta("language", "content-language", "citation_language"),
      shown.map { [$0] } ?? []
    ).first.map { String(decoding: $0.utf8.map { $0 == 0x5F ? 0x2D : $0 }, as: UTF8.self) }
  }

  private var description: String? {
    first(
      linked.texts("description"), meta("og:description"), meta("dc.description"),
      meta("description", "twitter:description")
    ).first
  }

  private var modified: String? {
    first(linked.texts("dateModified"), meta("article:modified_time", "og:updated_time")).first
  }
}

// MARK: What the page shows

extension PageMetadata {

  private var shownHeadline: String? {
    let headings = tree.all("h1", in: tree.indices)
    let inside = headings.first { tree.isInside($0, "article") || tree.isInside($0, "main") }
    return (inside ?? (headings.count == 1 ? headings.first : nil)).flatMap { tree.line(of: $0) }
  }

  var shownTitle: String? {
    tree.first("title", in: tree.indices).flatMap { tree.line(of: $0) }
  }

  /// The names in links to the author and in elements that are called so.
  private var shownAuthors: [String] {
    let marked = tree.indices.filter { index in
      tree.attribute("rel", of: index) == "author"
        || tree.attribute("itemprop", of: index) == "author"
    }
    let named = tree.indices.first { index in
      guard let name = tree.attribute("class", of: index)?.lowercased() else { return false }
      return name.utf8.split(separator: 0x20).contains {
        ["byline", "author", "autor", "auteur", "p-author"].contains(String(Substring($0)))
      }
    }
    let found = (marked.isEmpty ? named.map { [bylineAround($0) ?? $0] } ?? [] : marked)
      .compactMap { index in
        tree.line(of: index).flatMap { $0.utf8.count <= 120 ? PageByline.name(in: $0) ?? $0 : nil }
      }
    return found.isEmpty ? shownByline.map { [$0] } ?? [] : found
  }

  /// The element around another that names more writers beside it: “By <a>Ida Lund</a> and <a>Ben Ashe</a>”.
  private func bylineAround(_ index: Int) -> Int? {
    let parent = Int(tree.nodes[index].parent)
    guard parent >= 0, tree.tag(index).isInline, let line = tree.line(of: parent),
      line.utf8.count <= 120, let name = tree.line(of: index), let all = PageByline.name(in: line)
    else { return nil }
    return AuthorNames.names(in: all).count > AuthorNames.names(in: name).count ? parent : nil
  }

  /// The names in the first short text that begins with "By", outside of what is never read.
  private var shownByline: String? {
    let texts = tree.indices.lazy.filter { tree.nodes[$0].isText && tree.text($0).count <= 200 }
    for index in texts {
      let parent = Int(tree.nodes[index].parent)
      guard parent >= 0, !tree.tag(parent).isUnread,
        let text = MetadataValue.text(String(decoding: tree.text(index), as: UTF8.self)).trimmed
      else { continue }
      if let name = PageByline.name(in: text) { return name }
      if PageByline.isOpening(text), let line = tree.line(of: parent), line.utf8.count <= 200,
        let name = PageByline.name(in: line)
      {
        return name
      }
    }
    return nil
  }

  /// Whether a heading of the page has some words, in letters of any size; behind the name of a section
  /// they are two or more.
  private func isHeading(_ words: String) -> Bool {
    let words = words.lowercased()
    let isLong = words.contains(" ")
    return tree.indices.contains { index in
      guard tree.tag(index).headingRank != nil, let line = tree.line(of: index)?.lowercased() else {
        return false
      }
      return line == words || isLong && line.hasSuffix(" " + words)
    }
  }

  /// A title without " | Site" and the like: what stands behind the last such mark if it is the
  /// name of the site, or if a heading of the page ends before it.
  private func withoutSite(_ title: String) -> String {
    let words = title.split(separator: " ")
    let marks: Set<Substring> = ["|", "-", "–", "—", "·", "»", "::", "•"]
    let places = words.indices.dropFirst().filter { marks.contains(words[$0]) }
    guard let mark = places.last else { return title }
    let end = words[(mark + 1)...].joined(separator: " ")
    let starts = places.suffix(3).map { words[..<$0].joined(separator: " ") }
    if let heading = starts.first(where: isHeading) { return heading }
    let isSite = outlet.map { $0.lowercased() == end.lowercased() } ?? false
    return isSite ? words[..<mark].joined(separator: " ") : title
  }
}
