internal import Annotation

/// Reads the plain-text exports of ProQuest: documents between lines of low dashes or behind “Document 1 of
/// 20”, with fields like `Publication title: …` and the text behind `Full text:`.
///
/// A line above the fields is the title. A field that stands behind a blank line closes the text. Fields
/// that are none of ours are kept under their names.
public struct ProQuestReader: DocumentReader {

  /// `proquest`.
  public static let name = "proquest"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["txt"]

  /// How many lines are looked at for the marks of such an export.
  private static let markedLines = 2000

  /// Creates the reader.
  public init() {}

  /// Whether the first lines hold a text as such exports name it, and the number of a document or fields
  /// beside it.
  public func recognizes(_ start: [UInt8]) -> Bool {
    var (hasText, isCounted) = (false, false)
    var fields: Set<String> = []
    for (number, line) in TrimmedLines(start, firstLine: 1) {
      isCounted = isCounted || NexisReader.isCount(line)
      if let name = ProQuestArticle.field(of: line)?.name {
        hasText = hasText || name == "full text"
        if name.contains("publication") || name.contains("proquest") { fields.insert(name) }
      }
      if hasText, isCounted || fields.count > 1 { return true }
      if number > Self.markedLines { break }
    }
    return false
  }

  /// Reads a file as a document between each two of the marks that part them.
  public func read(_ file: SourceFile) -> Reading {
    var reading = Reading()
    var article: ProQuestArticle?
    var ends = ArticleEnds()
    for (number, line) in TrimmedLines(DecodedText(file.bytes).bytes, firstLine: file.firstLine) {
      let isRule = Self.isRule(line)
      if isRule || NexisReader.isCount(line) {
        article?.finish(file, isEnded: isRule, &ends, into: &reading)
        article = nil
        continue
      }
      if article == nil {
        if line.isEmpty { continue }
        article = ProQuestArticle(line: number)
      }
      article?.take(line)
    }
    article?.finish(file, isEnded: false, &ends, into: &reading)
    ends.tell(file, in: &reading)
    if reading.documents.isEmpty, reading.warnings.isEmpty {
      reading.warnings.append(.noArticles("ProQuest", "'Full text:'", file.origin))
    }
    return reading
  }

  /// A line of low dashes.
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 20 && line.allSatisfy { $0 == 0x5F }
  }
}

/// A document of ProQuest while its lines are read.
struct ProQuestArticle {

  private var document: ExportedDocument
  /// The lines above the first field.
  private var head: [String] = []
  private var fields: [String: String] = [:]
  /// The names of the fields in lower case and as they are written, in their order.
  private var labels: [(name: String, label: String)] = []
  private var abstract: [UInt8] = []
  /// The name of the field that lines belong to; empty above the first.
  private var current = ""
  private var isBehindBlank = true

  /// Begins a document at a line.
  init(line: Int) { document = ExportedDocument(line: line) }

  /// Takes its next line in.
  mutating func take(_ line: ArraySlice<UInt8>) {
    defer { isBehindBlank = line.isEmpty }
    let isText = current == "full text"
    if let field = Self.field(of: line), !isText || isBehindBlank && field.name != current {
      current = field.name
      if field.name == "full text" { return document.add(field.value) }
      if field.name == "abstract" { abstract = Array(field.value) }
      if fields[field.name] == nil { labels.append((field.name, field.label)) }
      fields[field.name] = fields[field.name] ?? field.value.text
    } else if isText {
      document.add(line)
    } else if current == "abstract" {
      abstract += [0x0A] + line
    } else if line.starts(with: "http".utf8) {
      fields["address"] = fields["address"] ?? line.text
    } else if current.isEmpty, !line.isEmpty {
      head.append(line.text)
    } else if !isBehindBlank, !line.isEmpty, let value = fields[current] {
      fields[current] = value.isEmpty ? line.text : "\(value) \(line.text)"
    }
  }

  /// Ends the document; a page on the search, which has no fields, is none.
  ///
  /// It has its end, too, where a field or the stop of a sentence is the last of it.
  mutating func finish(
    _ file: SourceFile, isEnded: Bool, _ ends: inout ArticleEnds, into reading: inout Reading
  ) {
    guard !fields.isEmpty || document.hasText else { return }
    let isAbstract = !document.hasText
    if isAbstract {
      for line in abstract.split(separator: 0x0A, omittingEmptySubsequences: false) {
        document.add(line)
      }
    }
    add("title", ["title"], else: head.first ?? "")
    let writers = (fields["author"] ?? "").split(separator: ";").map { name in
      let words = MetadataValue.words(String(name)).joined(separator: " ")
      return Reference.uprightName(words.hasSuffix(".") ? String(words.dropLast()) : words)
    }
    document.add(people: "author", writers)
    let paper = fields["publication info"].map { String($0.prefix { $0 != ";" }) }
    add("outlet", ["publication title"], else: paper ?? "")
    add("date", ["publication date"])
    document.add(
      "language", LanguageName.code(fields["language of publication"] ?? ""),
      from: "Language of publication")
    add("url", ["document url", "address"])
    add("section", ["section"])
    add("tags", ["subject"])
    for name in ["dateline", "pages", "proquest document id"] { add(name, [name]) }
    if !isAbstract { fields["abstract"] = String(decoding: abstract, as: UTF8.self) }
    for (name, label) in labels where !Self.ours.contains(name) {
      if name == "abstract", isAbstract { continue }
      document.keep(label, fields[name] ?? "")
    }
    document.finish(
      file, isEnded: isEnded || current != "full text" || document.endsSentence, &ends,
      into: &reading)
  }

  /// Adds the first of some fields that is there.
  private mutating func add(_ name: String, _ sources: [String], else other: String = "") {
    let source = sources.first { fields[$0] != nil }
    let label = labels.first { $0.name == source }?.label
    document.add(name, source.flatMap { fields[$0] } ?? other, from: label)
  }

  /// The fields that have a meaning of their own here.
  private static let ours: Set<String> = [
    "title", "author", "publication title", "publication date", "language of publication",
    "document url", "section", "subject", "dateline", "pages", "proquest document id",
  ]

  /// The field that a line like `Publication title: The Harbour Post` gives, by its name in lower case and
  /// as it is written.
  static func field(
    of line: ArraySlice<UInt8>
  ) -> (name: String, label: String, value: ArraySlice<UInt8>)? {
    guard let colon = line.prefix(32).firstIndex(of: 0x3A) else { return nil }
    let label = line[..<colon].text
    let name = label.lowercased()
    return names.contains(name) ? (name, label, line[(colon + 1)...].drop { $0 == 0x20 }) : nil
  }

  private static let names: Set<String> = [
    "abstract", "accession number", "author", "classification", "column", "company",
    "company / organization", "copyright", "country of publication", "credit", "database",
    "dateline", "document feature", "document type", "document url", "edition", "full text",
    "identifier / keyword", "issn", "issue", "language of publication", "last updated", "links",
    "location", "number of pages", "pages", "people", "place of publication",
    "proquest document id", "proquest document link", "publication date", "publication info",
    "publication subject", "publication title", "publication year", "publisher", "section",
    "source type", "subject", "title", "volume", "year",
  ]
}
