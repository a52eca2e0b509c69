/// A name from the `class` or `id` of an element, by its words.
struct ElementName {

  /// Whether it is one of what readers write below an article.
  let isComment: Bool
  /// Whether it is one of an article of opinion, which papers call a comment.
  let isOpinion: Bool
  /// Whether it is one of what is read aloud only, to people who do not see the page.
  let isUnseen: Bool
  /// Whether it is one that only furniture has.
  let isFirm: Bool
  /// Whether it is one that furniture has, but text sometimes too.
  let isVague: Bool
  /// Whether it ends with a word for the text of a page.
  let isText: Bool

  /// The names that stand in the value of an attribute.
  static func names(in value: String) -> [ElementName] {
    let parts = value.utf8.split { $0 <= 0x20 }.prefix(32).map { Array($0.prefix(128)) }
    // WordPress names what a post is about in its classes, which says nothing of the element.
    return parts.filter { part in !subjects.contains { part.starts(with: $0) } }
      .map { ElementName(words($0), isModified: $0.hasModifier) }
  }

  private init(_ words: [String], isModified: Bool) {
    let isComment = words.contains { Self.comments.contains($0) }
    // "no-comments" and "comments-open" say of an article what it has below.
    let isState = isComment && words.contains { Self.states.contains($0) }
    isOpinion =
      words.contains { Self.opinions.contains($0) }
      || isModified && Self.columns.contains(words.last ?? "") && Self.text.contains(words[0])
      || Self.columns.contains(words.first ?? "") && words.contains { Self.pieces.contains($0) }
    self.isComment = isComment && !isState && !isOpinion
    let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
    isUnseen = pairs.contains { Self.unseen.contains($0) }
    isFirm =
      words.contains { Self.firm.contains($0) } || pairs.contains { Self.pairs.contains($0) }
    // What stands below a headline is text: "sub-head".
    let isSubhead = pairs.contains("sub head") || pairs.contains("sub header")
    isVague = isState || !isSubhead && words.contains { Self.vague.contains($0) }
    isText = words.last.map { Self.text.contains($0) } ?? false
  }

  /// The words of a name in lower case, parted by any mark and where a capital follows a small
  /// letter.
  static func words(_ name: [UInt8]) -> [String] {
    var words: [[UInt8]] = [[]]
    var isSmall = false
    for byte in name {
      let isCapital = (0x41...0x5A).contains(byte)
      if isCapital && isSmall { words.append([]) }
      if isCapital || (0x61...0x7A).contains(byte) {
        words[words.count - 1].append(byte | 0x20)
      } else {
        words.append([])
      }
      isSmall = (0x61...0x7A).contains(byte)
    }
    return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static let subjects = ["category-", "tag-", "topic-"].map { Array($0.utf8) }

  private static let comments: Set<String> = [
    "comment", "comments", "commentlist", "respond", "disqus", "kommentare",
    "kommentar", "commentaires", "commentaire", "livefyre", "coral",
  ]

  private static let states: Set<String> = [
    "no", "has", "have", "with", "without", "open", "opened", "closed", "off", "on", "enabled",
    "disabled", "allowed",
  ]

  private static let opinions: Set<String> = ["opinion", "opinions", "editorial", "oped"]

  private static let columns: Set<String> = ["comment", "kommentar", "commentaire"]

  private static let pieces: Set<String> = [
    "article", "piece", "story", "column", "page", "opinion", "analysis", "leader", "artikel",
  ]

  private static let firm: Set<String> = [
    "cookie", "cookies", "consent", "gdpr", "cmp", "onetrust", "didomi", "usercentrics", "share",
    "sharing", "sharebar", "sharedaddy", "social", "socials", "addthis", "addtoany", "related",
    "relatedposts", "recommended", "recommendations", "recommendation",
    "recirc", "recirculation", "trending", "newsletter", "newsletters", "subscribe", "subscription",
    "signup", "promo", "promos", "promotion", "advert", "adverts", "advertisement",
    "advertisements", "advertising", "ad", "ads", "adslot", "adunit", "adsbygoogle", "dfp",
    "sponsor", "sponsored", "sponsors", "outbrain", "taboola", "plista", "breadcrumb",
    "breadcrumbs", "pagination", "pager", "pagenav", "sidebar", "popup", "modal", "lightbox",
    "sitemap", "masthead", "caption", "captions", "figcaption", "navigation",
    "navbar", "nav", "navi", "menu", "submenu", "toolbar", "pullquote", "anzeige", "werbung",
    "publicite", "partage", "teilen", "mostread", "printfriendly", "skiplink", "skiplinks",
    "offcanvas", "hamburger", "megamenu", "ticker", "topbar", "carousel",
  ]

  private static let unseen: Set<String> = [
    "sr only", "visually hidden", "screen reader",
  ]

  private static let pairs: Set<String> = [
    "most read", "most popular", "read more",
    "read next", "also read", "see also", "more stories", "more news", "author bio", "author box",
    "post navigation", "site header", "site footer", "page header", "page footer", "site info",
    "skip link", "mehr zum", "lire aussi", "back top", "follow us", "tag list", "tag cloud",
  ]

  private static let vague: Set<String> = [
    "footer", "header", "head", "widget", "banner", "meta", "metadata", "tags", "tag", "tagcloud",
    "byline", "author", "authors", "autor", "auteur", "date", "dateline", "datetime", "timestamp",
    "time", "published", "pubdate", "bio", "tools", "print", "poll", "rating", "overlay", "login",
    "donate", "donation", "callout", "toc", "copyright", "credit", "credits", "embed", "infobox",
    "category", "categories", "kicker", "topic", "topics", "keywords", "schlagworte", "reading",
    "readingtime", "duration", "views", "counter", "actions", "buttons", "button", "controls",
    "player", "gallery", "slideshow", "video", "links", "linklist", "disclaimer",
    "feedback", "contact", "search", "language", "languages", "notice", "alert", "warning",
  ]

  private static let text: Set<String> = [
    "article", "body", "content", "contents", "entry", "main", "story", "text", "post", "page",
    "copy", "inhalt", "contenu", "corps", "texte", "wrapper", "container", "layout",
  ]
}

extension [UInt8] {

  /// Whether a name has a modifier, `--` and a word, by the convention of BEM (block, element,
  /// modifier).
  fileprivate var hasModifier: Bool {
    zip(self, dropFirst()).contains { $0 == 0x2D && $1 == 0x2D }
  }
}
