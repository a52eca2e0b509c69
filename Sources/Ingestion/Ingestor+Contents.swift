internal import Annotation

extension Ingestor {

  /// Returns the reader of a format that a file called plain text is of all the same; nil for prose.
  ///
  /// What a text may begin with is not enough: a reader has to recognize its format beyond that.
  ///
  /// - Parameter start: The first bytes of the file.
  /// - Returns: The reader of that format.
  static func misnamedReader(of start: [UInt8]) -> (any DocumentReader)? {
    let mark = start.byteOrderMarkLength
    guard let first = start[mark...].firstIndex(where: { $0 > 0x20 }) else { return nil }
    let names: [String]
    switch start[first] {
    case 0x3C: names = ["html", "xml", "feed", "nitf", "newsml", "tei", "vrt"]
    case 0x5B, 0x7B:
      // “["We will," she said]” may begin a text.
      let next = start[(first + 1)...].first { $0 > 0x20 }
      guard next == (start[first] == 0x5B ? 0x7B : 0x22) else { return nil }
      names = ["webannotation", "corenlp", "quotebank", "jsonl", "json"]
    default:
      names = [
        "markdown", "conllu", "factiva", "nexis", "proquest", "mhtml", "mbox", "ris", "bibtex",
        "csv",
      ]
    }
    return names.lazy.compactMap { reader(named: $0) }.first { $0.recognizes(start) }
  }

  /// Returns the reader of a file whose beginning cannot be that of the format that its name ends in, but
  /// surely is that of another; nil for one that its name tells, or that says too little.
  ///
  /// - Parameters:
  ///   - start: The first bytes of the file.
  ///   - ending: The ending of its name.
  ///   - isPart: Whether more stands behind them.
  /// - Returns: The reader, or nil.
  static func contradictingReader(
    of start: [UInt8], _ ending: String, isPart: Bool
  ) -> (any DocumentReader)? {
    let bytes = start[start.byteOrderMarkLength...].drop { $0 <= 0x20 }
    guard let first = bytes.first else { return nil }
    let family = Family.of(ending)
    switch first {
    case 0x3C where family == .markup:
      // What is called a page may be a feed, or another of the formats in XML.
      guard HTMLReader.extensions.contains(ending), !beginsAsPage(bytes) else { return nil }
      let names = ["feed", "nitf", "newsml", "tei"]
      return names.lazy.compactMap { reader(named: $0) }.first { $0.recognizes(start) }
    case 0x3C:
      // Verticalized text may begin as XML does, and Markdown with an element.
      guard let family, ![.columns, .prose].contains(family) || beginsAsPage(bytes) else {
        return nil
      }
      return misnamedReader(of: start)
    case 0x5B, 0x7B:
      guard let family else { return nil }
      let isOther =
        family == .json
        ? ["jsonl", "ndjson"].contains(ending)
          && (isOneValue(Array(bytes)) || JSONOutline(Array(bytes)).isPage)
          || ending == "jsonld" && JSONOutline(Array(bytes)).isLinkedArticle
        : isOnlyJSON(Array(bytes), isPart: isPart)
      return isOther ? misnamedReader(of: start) : nil
    default:
      // A table of Markdown begins with a bar.
      if family == .prose, first != 0x7C, TableReader.isTable(start) { return TableReader() }
      guard family == .json || family == .markup else { return nil }
      let reader = misnamedReader(of: start)
      return reader is MarkdownReader ? nil : reader
    }
  }

  /// Endings that tell how a file begins.
  private enum Family {
    case json, markup, table, columns, prose

    static func of(_ ending: String) -> Family? {
      switch ending {
      case "json", "jsonl", "ndjson", "jsonld": .json
      case "csv", "tsv": .table
      case "conllu", "vrt", "vert": .columns
      case "md", "markdown": .prose
      default: HTMLReader.extensions.contains(ending) || ending == "xml" ? .markup : nil
      }
    }
  }

  /// Whether a text begins as a page does as a whole.
  private static func beginsAsPage(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = Array(bytes.prefix(64)).lowercasedLetters
    return ["<!doctype html", "<html"].contains { start.starts(with: $0.utf8) }
  }

  /// Whether what is called lines of JSON is a list of objects, or one object that goes over lines.
  private static func isOneValue(_ bytes: [UInt8]) -> Bool {
    let outline = JSONOutline(bytes)
    let inside = outline.skipBlanks(from: 1)
    guard bytes[0] == 0x7B else { return inside < bytes.count && bytes[inside] == 0x7B }
    guard let lineEnd = bytes.firstIndex(of: 0x0A), let end = outline.end(of: 0), end > lineEnd
    else { return false }
    // A line that is cut off is followed by another.
    let next = outline.skipBlanks(from: lineEnd)
    return next < bytes.count && bytes[next] == 0x22
  }

  /// Whether a text consists of values of JSON, as far as it is known.
  private static func isOnlyJSON(_ bytes: [UInt8], isPart: Bool) -> Bool {
    let outline = JSONOutline(bytes)
    guard let end = outline.end(of: 0) else { return isPart }
    let next = outline.skipBlanks(from: end)
    return next >= bytes.count || bytes[next] == 0x7B || bytes[next] == 0x5B
  }
}

extension [UInt8] {

  /// Whether nothing but blanks and a mark of byte order stands in a file.
  var isBlank: Bool {
    dropFirst(byteOrderMarkLength).allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }
}
