internal import Annotation

/// An item of the export of WordPress (WXR), which is RSS with what the site knows of its posts.
///
/// Posts and pages are articles, also those of types that a site has of its own; attachments, menus and
/// what else the site stores there are none. Of two authors of one name the login tells which is meant.
/// Source: `wp-admin/includes/export.php` of WordPress.
struct WordPressItem {

  private let feed: Feed
  private let item: Int

  /// Whether a feed is such an export.
  static func isExport(_ feed: Feed) -> Bool {
    let tree = feed.xml.tree
    let head = tree.child("channel", of: feed.xml.root) ?? feed.xml.root
    return tree.child("wxr_version", of: head) != nil
      || feed.items.first.map { tree.child("post_type", of: $0) != nil } ?? false
  }

  /// Creates a view of an item of a feed.
  init(_ feed: Feed, _ item: Int) {
    self.feed = feed
    self.item = item
  }

  private var tree: MarkupTree { feed.xml.tree }

  private func line(_ name: String) -> String? { tree.line(of: name, in: item) }

  /// The line in the file at which it begins.
  var line: Int { feed.xml.line(item) }

  /// What the site calls the sort of thing it is: `post`, `page`, `attachment`.
  var type: String { line("post_type") ?? "post" }

  /// Whether it is something to be read.
  var isArticle: Bool {
    !Self.others.contains(type) && !type.hasPrefix("wp_") && line("status") != "trash"
  }

  private static let others: Set<String> = [
    "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache",
    "user_request", "acf-field", "acf-field-group", "elementor_library", "shop_order",
    "product_variation", "feedback",
  ]

  /// What keeps it from being read on the site, like `draft`; nil where nothing does.
  var unpublished: String? {
    line("status").flatMap { ["publish", "inherit"].contains($0) ? nil : $0 }
  }

  /// Its text behind its title.
  var text: PageText {
    let title = feed.title(of: item)
    let contents = tree.children(item).filter { tree.name($0) == "encoded" }
    for content in contents where tree.content(of: content).hasText {
      let value = ShortCodes.removed(from: tree.content(of: content))
      let text = FieldMarkup.text(of: value) ?? HTMLFragment.text(value, headline: nil)
      return PageText(plain: text.bytes, headline: title)
    }
    // A post of a title alone is no text.
    return PageText([], headline: nil)
  }

  /// The fields with our names for them.
  var fields: [(name: String, value: MetadataValue)] {
    var fields: [(name: String, value: MetadataValue)] = []
    func add(_ name: String, _ value: String?) {
      if let value { fields.append((name, .text(value))) }
    }
    add("title", feed.title(of: item))
    let dates = [line("post_date"), line("post_date_gmt"), line("pubDate")]
    add("date", dates.lazy.compactMap(\.self).first { !$0.hasPrefix("0000") })
    add("url", feed.link(of: item))
    add("outlet", feed.outlet)
    add("author", line("creator").map(displayName))
    let categories = terms("category")
    add("section", categories.first)
    let tags = Array(categories.dropFirst()) + terms("post_tag")
    if !tags.isEmpty { fields.append(("tags", .list(tags))) }
    add("language", feed.language)
    add("status", unpublished)
    if type != "post" { add("type", type) }
    return fields
  }

  /// The names of the categories or tags that it has.
  private func terms(_ domain: String) -> [String] {
    tree.children(item).filter {
      tree.name($0) == "category" && tree.attribute("domain", of: $0) == domain
    }
    .compactMap { tree.line(of: $0).flatMap(HTMLFragment.line) }
    .filter { $0 != "Uncategorized" }
  }

  /// The name of a writer, of whom the item knows the login.
  private func displayName(_ login: String) -> String {
    let head = tree.child("channel", of: feed.xml.root) ?? feed.xml.root
    let author = tree.children(head).first {
      tree.name($0) == "author" && tree.line(of: "author_login", in: $0) == login
    }
    return author.flatMap { tree.line(of: "author_display_name", in: $0) } ?? login
  }
}

/// What stands in square brackets in a text of WordPress and calls a program: pictures, videos.
enum ShortCodes {

  /// Returns a text without the pictures, videos and addresses that such calls put there.
  static func removed(from text: [UInt8]) -> [UInt8] {
    guard text.contains(0x5B) else { return text }
    var result: [UInt8] = []
    var place = 0
    while place < text.count {
      guard text[place] == 0x5B, let end = end(of: text, at: place) else {
        result.append(text[place])
        place += 1
        continue
      }
      place = end
    }
    return result
  }

  /// The place behind a call, with what it stands around.
  private static func end(of text: [UInt8], at start: Int) -> Int? {
    guard let (name, range) = names.first(where: { text.holds($0.key, at: start + 1) }),
      let next = text.indices.contains(start + 1 + name.count) ? text[start + 1 + name.count] : nil,
      next <= 0x20 || next == 0x5D || next == 0x2F,
      let close = text[start...].prefix(4096).firstIndex(of: 0x5D)
    else { return nil }
    guard range, text[close - 1] != 0x2F else { return close + 1 }
    let mark = Array("[/".utf8) + name + [0x5D]
    let limit = min(text.count, close + 16_384)
    return (close..<limit).first { text.holds(mark, at: $0) }.map { $0 + mark.count } ?? close + 1
  }

  /// The names of calls, and whether they stand around something.
  private static let names: [[UInt8]: Bool] = [
    "caption": true, "gallery": false, "embed": true, "audio": true, "video": true,
    "playlist": false, "wp_caption": true, "youtube": false, "contact-form-7": false,
  ].reduce(into: [:]) { $0[Array($1.key.utf8)] = $1.value }
}
