internal import Annotation
internal import Rendering

/// The form `quotes-jsonl`: one JSON object a line, for one document.
///
///     {"doc": "a.txt", "quotes": [{"content": [[0, 12]], "cue": [[14, 18]], "source": [[19, 25]],
///      "speaker": "Emmanuel Macron", "kind": "direct", "topics": ["China"],
///      "confidence": 0.97, "reason": "…"}]}
///
/// Offsets count Unicode scalars of the original text; what is not known is null.
public enum QuoteLines {

  /// Reads and annotates files and folders, and returns a line a document, in order.
  ///
  /// - Throws: `OpeningError` when a path is missing, or there is nothing to read.
  public static func read(
    _ paths: [String]
  ) throws(OpeningError) -> (lines: [[UInt8]], warnings: [String]) {
    let (documents, warnings) = try OpenedCorpus.annotate(paths)
    return (documents.map { line(of: $0) }, warnings)
  }

  /// Returns the line of a document, with its line end.
  static func line(of document: AnnotatedDocument) -> [UInt8] {
    let offsets = ScalarOffsets(document.text)
    var out: [UInt8] = Array("{\"doc\": ".utf8) + JSONLiteral.string(document.metadata.id)
    out += ", \"quotes\": [".utf8
    for (index, quote) in document.quotes.enumerated() {
      if index > 0 { out += ", ".utf8 }
      out += object(quote, of: document, offsets)
    }
    return out + Array("]}\n".utf8)
  }

  private static func object(
    _ quote: Quote, of document: AnnotatedDocument, _ offsets: ScalarOffsets
  ) -> [UInt8] {
    var out: [UInt8] = Array("{\"content\": ".utf8) + pairs(quote.content, offsets)
    out += ", \"cue\": ".utf8
    out += pairs(quote.cue, offsets)
    out += ", \"source\": ".utf8
    out += pairs(quote.source, offsets)
    out += ", \"speaker\": ".utf8
    out += string(quote.speaker.map { document.entities[Int($0)].name })
    out += ", \"kind\": \"\(quote.kind.rawValue)\", \"topics\": [".utf8
    out += quote.topics.map { JSONLiteral.string($0.name) }.joined(separator: Array(", ".utf8))
    out += "], \"confidence\": \(hundredths(quote.confidence)), \"reason\": ".utf8
    out += string(quote.reasons.joined(separator: "; "))
    return out + Array("}".utf8)
  }

  private static func pairs(_ ranges: [ByteRange], _ offsets: ScalarOffsets) -> [UInt8] {
    let texts = ranges.map { range in
      let (start, end) = offsets.original(range)
      return "[\(start), \(end)]"
    }
    return Array("[\(texts.joined(separator: ", "))]".utf8)
  }

  private static func string(_ text: String?) -> [UInt8] {
    guard let text, !text.isEmpty else { return Array("null".utf8) }
    return JSONLiteral.string(text)
  }

  private static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

/// Offsets into an original text, in Unicode scalars.
private struct ScalarOffsets {

  private let text: NormalizedText
  /// For each byte of the original and one more, the count of scalars that begin before it.
  private let counts: [UInt32]

  init(_ text: NormalizedText) {
    self.text = text
    var counts: [UInt32] = [0]
    counts.reserveCapacity(text.originalBytes.count + 1)
    var count: UInt32 = 0
    for byte in text.originalBytes {
      // A continuation byte is 10xxxxxx: every other byte begins a scalar.
      if byte & 0xC0 != 0x80 { count += 1 }
      counts.append(count)
    }
    self.counts = counts
  }

  /// Returns the bounds in the original of a run of normalised bytes.
  func original(_ range: ByteRange) -> (start: UInt32, end: UInt32) {
    let original = text.original(range)
    return (count(original.start), count(original.end))
  }

  private func count(_ byte: UInt32) -> UInt32 { counts[min(Int(byte), counts.count - 1)] }
}
