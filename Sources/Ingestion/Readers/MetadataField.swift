internal import CorpusStore

/// A field of a document's metadata, by all the names that sources give it: English, German and French.
enum MetadataField: CaseIterable {
  case id, title, date, url, outlet, author, tags, section, language, text

  /// The names, in lower case and without accents and marks between words; the first is our own.
  private var names: [String] {
    switch self {
    case .id: ["id", "docid", "documentid"]
    case .title:
      [
        "title", "headline", "heading", "webtitle", "titel", "uberschrift", "ueberschrift",
        "schlagzeile", "titre", "articletitle", "titredelarticle", "titrearticle",
      ]
    case .date:
      [
        "date", "published", "publishedat", "publishedtime", "datepublished", "pubdate",
        "publicationdate", "publishdate", "pubtime", "webpublicationdate", "publishedon",
        "datefrom", "datepublish", "datecreated", "datum", "erscheinungsdatum", "erscheinungstag",
        "veroffentlicht", "veroffentlichtam", "veroeffentlicht", "publikationsdatum",
        "datedepublication", "datepublication", "datedeparution", "publiele", "parution",
        "createdat", "publisheddate",
        "created", "datetime", "timestamp", "seendate", "issued",
      ]
    case .url:
      [
        "url", "sourceurl", "link", "permalink", "weburl", "canonicalurl", "lien",
        "canonical.href", "alternate.href",
      ]
    case .outlet:
      [
        "outlet", "source", "publisher", "publication", "site", "newspaper", "sitename",
        "sourcehostname", "hostname", "sourcedomain", "medianame", "zeitung", "journal", "quelle",
        "medium", "publicationtitle", "domain", "containertitle", "yoastheadjson.ogsitename",
        "sourcename", "outletname", "publishername", "publicationname", "newspapername",
        "origin.title",
      ]
    case .author:
      [
        "author", "authors", "byline", "writer", "creator", "autor", "autoren", "autorin",
        "verfasser", "authorname", "authornames", "authorfullname",
        "auteur", "auteurs", "auteure", "account.displayname", "user.name",
        "journalist", "journalists", "journaliste", "journalistes", "bylinetext", "reporter",
        "signature",
      ]
    case .tags:
      [
        "tags", "keywords", "categories", "schlagworte", "schlagworter", "stichworte", "motscles",
        "manualtags",
        "automatictags",
      ]
    case .section: ["section", "category", "sectionname", "ressort", "rubrik", "rubrique"]
    case .language: ["language", "lang", "sprache", "langue"]
    case .text:
      [
        "text", "body", "content", "fulltext", "articlebody", "articletext", "bodytext", "story",
        "transcript", "paragraphs", "article", "maintext", "rawtext", "leadparagraph", "abstract",
        "inhalt", "volltext", "artikeltext", "contenu", "texte", "texteintegral", "abstractnote",
        "contenthtml", "contenttext", "plaintext", "selftext", "speech", "html",
        "summary.content",
      ]
    }
  }

  /// Names of what may stand for a text where there is no other, and is kept beside one.
  static func isPartOfText(_ name: String) -> Bool {
    ["leadparagraph", "abstract", "summary.content"].contains(key(name))
  }

  /// Whether a name is one of what may be all of a page, with its furniture.
  static func isPage(_ name: String) -> Bool { key(name) == "html" }

  private static let byName: [String: (field: MetadataField, rank: Int)] = {
    var table: [String: (field: MetadataField, rank: Int)] = [:]
    for field in allCases {
      for (rank, name) in field.names.enumerated() { table[name] = (field, rank) }
    }
    return table
  }()

  /// Finds the field of a name and the rank of that name: the lowest rank is taken where a
  /// source has several.
  ///
  /// With `_` before it a name is of something else, but for the `_id` of databases.
  static func named(_ name: String) -> (field: MetadataField, rank: Int)? {
    name.hasPrefix("_") && name != "_id" ? nil : byName[key(name)]
  }

  /// A name as names are compared: in lower case, without accents and the marks between words.
  static func key(_ name: String) -> String {
    let plain = name.utf8.contains(0xE2) ? name.filter { $0 != "’" } : name
    let key = plain.utf8.filter { $0 != 0x5F && $0 != 0x2D && $0 != 0x20 && $0 != 0x27 }
    return String(decoding: TextFolding.fold(bytes: key), as: UTF8.self)
  }

  /// Our own name of the field.
  var name: String { names[0] }
}
