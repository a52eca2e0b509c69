internal import Annotation

/// Reads the plain-text exports of LexisNexis: articles behind “1 of 20 DOCUMENTS”, or up to “End of
/// Document”.
///
/// Paper, day and headline stand above lines like `LENGTH: 512 words`, the text behind the last of
/// them or behind `Body`, and lines like `LOAD-DATE:` close it. Newer exports have the headline above
/// the paper, and may begin with a page on the search. Fields that are none of ours are kept under their
/// names.
public struct NexisReader: DocumentReader {

  /// `nexis`.
  public static let name = "nexis"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["txt"]

  /// Creates the reader.
  public init() {}

  /// Whether the first lines hold the marks of such an export.
  ///
  /// These are the number of an article, or what begins or ends its text, with its fields; a number alone
  /// may stand in any text.
  public func recognizes(_ start: [UInt8]) -> Bool {
    var isCounted = false
    var fields: Set<String> = []
    for (number, line) in TrimmedLines(start, firstLine: 1) {
      isCounted = isCounted || Self.isCount(line)
      if let field = Self.field(of: line) {
        if field.isCapital || field.name == "length" { fields.insert(field.name) }
      }
      let isMarked =
        isCounted || Self.isWord(line, "Body") || Self.isWord(line, "End of Document")
      if isMarked, fields.contains("length") || isCounted && fields.count > 1 { return true }
      if number > 2000 { break }
    }
    return false
  }

  /// Reads a file as an article between each two of the marks that part them.
  public func read(_ file: SourceFile) -> Reading {
    var reading = Reading()
    var article: NexisArticle?
    var ends = ArticleEnds()
    for (number, line) in TrimmedLines(DecodedText(file.bytes).bytes, firstLine: file.firstLine) {
      let isEnd = Self.isWord(line, "End of Document")
      if isEnd || Self.isCount(line) {
        article?.finish(file, isEnded: isEnd, &ends, into: &reading)
        article = nil
        continue
      }
      if article == nil {
        if line.isEmpty { continue }
        article = NexisArticle(line: number)
      }
      article?.take(line)
    }
    article?.finish(file, isEnded: false, &ends, into: &reading)
    ends.tell(file, in: &reading)
    if reading.documents.isEmpty, reading.warnings.isEmpty {
      reading.warnings.append(
        .noArticles("LexisNexis", "'1 of 2 DOCUMENTS' or 'End of Document'", file.origin))
    }
    return reading
  }

  /// “3 of 20 DOCUMENTS”, “Document 3 of 20”, “3 von 20 DOKUMENTEN”.
  static func isCount(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 40, line.count > 10 else { return false }
    let words = line.text.lowercased().split(separator: " ")
    guard words.count == 4 else { return false }
    let isFirst = NexisLabels.isDocument(words[3]) && NexisLabels.of.contains(words[1])
    let isLast = NexisLabels.isDocument(words[0]) && NexisLabels.of.contains(words[2])
    let numbers = isFirst ? [words[0], words[2]] : isLast ? [words[1], words[3]] : []
    return !numbers.isEmpty && numbers.allSatisfy { Int($0) != nil }
  }

  static func isWord(_ line: ArraySlice<UInt8>, _ word: String) -> Bool {
    line.elementsEqual(word.utf8)
  }

  /// A field that a line gives.
  struct Field {
    /// Its English name in lower case.
    let name: String
    /// Its name as it is written.
    let label: String
    /// What stands behind the colon.
    var value: String
    /// Whether its name is in capitals.
    var isCapital: Bool { label == label.uppercased() }
  }

  /// The field that a line like `LENGTH: 512 words` gives.
  static func field(of line: ArraySlice<UInt8>) -> Field? {
    guard let colon = line.prefix(24).firstIndex(of: 0x3A) else { return nil }
    let label = line[..<colon].text
    let name = NexisLabels.english(label.lowercased())
    guard names.contains(name) else { return nil }
    return Field(name: name, label: label, value: line[(colon + 1)...].text)
  }

  private static let names = Set(
    [
      "byline", "section", "length", "dateline", "headline", "highlight", "series", "source",
      "correction",
    ] + closing)

  /// The fields that stand behind the text.
  static let closing: Set<String> = [
    "load-date", "language", "publication-type", "document-type", "journal-code", "subject",
    "organization", "person", "company", "ticker", "industry", "geographic", "classification",
    "acc-no", "pub-type", "notes", "type", "city", "state", "country", "update",
    "graphic", "url",
  ]
}
