internal import Annotation

/// Reads references as BibTeX and BibLaTeX write them: `@article{key, title = {…}, abstract = {…}}`.
///
/// The text is the longest of abstract and text. Letters and marks of TeX are read (`TeXText`), names of
/// months and `@string` are followed. Source: http://tug.ctan.org/info/bibtex/tamethebeast/ttb_en.pdf.
public struct BibTeXReader: DocumentReader {

  /// `bibtex`.
  public static let name = "bibtex"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["bib", "bibtex"]

  /// Creates the reader.
  public init() {}

  /// Whether the first entry has a type, a key, and a field.
  public func recognizes(_ start: [UInt8]) -> Bool {
    guard let first = start.firstIndex(where: { $0 > 0x20 && $0 < 0x80 }), start[first] == 0x40
    else { return false }
    var scanner = BibTeXScanner(Array(start), firstLine: 1)
    return scanner.next().map { !$0.fields.isEmpty } ?? false
  }

  /// True: a file holds many references.
  public var isDivisible: Bool { true }

  /// Returns where the last reference begins.
  public func boundary(in bytes: [UInt8]) -> Int? {
    bytes.lastLine(beginningWithOneOf: [[0x40]])
  }

  /// Reads a file as a document a reference.
  public func read(_ file: SourceFile) -> Reading {
    var reading = Reading()
    var scanner = BibTeXScanner(DecodedText(file.bytes).bytes, firstLine: file.firstLine)
    while let entry = scanner.next() {
      if let problem = entry.problem {
        reading.warnings.append(.cutOff(problem, file.origin, line: entry.line))
      }
      var reference = Reference(line: entry.line)
      reference.add("type", entry.type.utf8)
      reference.add("key", entry.key.utf8)
      for field in entry.fields { reference.add(field.name, Self.value(field)) }
      reference.finish(Self.names, texts: Self.texts, file, into: &reading)
    }
    if reading.documents.isEmpty, reading.warnings.isEmpty, file.firstLine == 1 {
      reading.warnings.append(
        .noContent("list of references in BibTeX", "'@type{key,'", file.origin, line: nil))
    }
    return reading
  }

  private static func value(_ field: (name: String, value: [UInt8])) -> [UInt8] {
    switch field.name {
    // An address has no letters of TeX but for those that it escapes.
    case "url", "doi", "file", "eprint": TeXText.unescaped(field.value)
    case "author", "editor":
      Array(TeXText.names(field.value).map(Reference.uprightName).joined(separator: "; ").utf8)
    default: TeXText.plain(field.value)
    }
  }

  private static let texts = ["abstract", "fulltext", "text", "annote", "annotation"]

  private static let names: [(name: String, tags: [String])] = [
    ("title", ["title"]), ("author", ["author"]), ("date", ["date", "day", "month", "year"]),
    (
      "outlet",
      ["journal", "journaltitle", "newspaper", "booktitle", "howpublished", "organization"]
    ), ("url", ["url"]), ("tags", ["keywords", "keyword"]),
    ("language", ["language", "langid"]), ("id", ["key"]), ("type", ["type"]),
  ]
}
