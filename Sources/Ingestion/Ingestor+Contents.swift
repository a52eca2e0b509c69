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
    default: names = ["markdown", "conllu", "factiva", "nexis", "mbox", "ris", "bibtex", "csv"]
    }
    return names.lazy.compactMap { reader(named: $0) }.first { $0.recognizes(start) }
  }
}
