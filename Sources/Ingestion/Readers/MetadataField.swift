/// A field of a document's metadata, by all the names that sources give it.
enum MetadataField: CaseIterable {
  case id, title, date, url, outlet, author, tags, section, language, text

  /// The names, in lower case and without the marks between words; the first is our own.
  private var names: [String] {
    switch self {
    case .id: ["id"]
    case .title: ["title", "headline", "heading", "webtitle"]
    case .date:
      [
        "date", "published", "publishedat", "publishedtime", "datepublished", "pubdate",
        "publicationdate", "publishdate", "pubtime", "webpublicationdate", "publishedon",
        "datefrom", "datepublish", "datecreated",
      ]
    case .url: ["url", "sourceurl", "link", "permalink", "weburl", "canonicalurl"]
    case .outlet:
      [
        "outlet", "source", "publisher", "publication", "site", "newspaper", "sitename",
        "sourcehostname", "hostname", "sourcedomain", "medianame",
      ]
    case .author: ["author", "authors", "byline", "writer", "creator"]
    case .tags: ["tags", "keywords", "categories"]
    case .section: ["section", "category", "sectionname"]
    case .language: ["language", "lang"]
    case .text:
      [
        "text", "body", "content", "fulltext", "articlebody", "articletext", "bodytext", "story",
        "transcript", "paragraphs", "article", "maintext", "rawtext", "leadparagraph", "abstract",
      ]
    }
  }

  /// Names of what may stand for a text where there is no other, and is kept beside one.
  static func isPartOfText(_ name: String) -> Bool {
    ["leadparagraph", "abstract"].contains(key(name))
  }

  private static let byName: [String: (field: MetadataField, rank: Int)] = {
    var table: [String: (field: MetadataField, rank: Int)] = [:]
    for field in allCases {
      for (rank, name) in field.names.enumerated() { table[name] = (field, rank) }
    }
    return table
  }()

  /// Finds the field of a name and the rank of that name: the lowest rank is taken where a
  /// source has several.
  static func named(_ name: String) -> (field: MetadataField, rank: Int)? {
    byName[key(name)]
  }

  /// A name as names are compared: in lower case, and without the marks between words.
  static func key(_ name: String) -> String {
    let key = name.utf8.filter { $0 != 0x5F && $0 != 0x2D && $0 != 0x20 }
    return String(decoding: key, as: UTF8.self).lowercased()
  }

  /// Our own name of the field.
  var name: String { names[0] }
}
