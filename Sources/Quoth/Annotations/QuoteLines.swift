internal import Annotation
internal import Rendering

/// The form `quotes-jsonl`: one JSON object a line, for one document.
///
///     {"doc": "a.txt", "quotes": [{"content": [[0, 12]], "cue": [[14, 18]], "source": [[19, 25]],
///      "speaker": "Emmanuel Macron", "kind": "direct", "topics": ["China"],
///      "confidence": 0.97, "reason": "…"}]}
///
/// Offsets count Unicode scalars of the original text; what is not known is null. An export adds
/// what it takes to read a quote back: `"addressee"`, `"lemma"` of the cue, `"speech"`, the steps of
/// the chain as a list of `"reasons"`, and all digits of the confidence.
enum QuoteLines {

  /// Returns the line of a document, with its line end.
  static func line(of document: AnnotatedDocument) -> [UInt8] {
    let offsets = ScalarOffsets(document.text)
    var out: [UInt8] = Array("{\"doc\": ".utf8) + JSONLiteral.string(document.metadata.id)
    out += ", \"quotes\": [".utf8
    out += objects(of: document, offsets)
    return out + Array("]}\n".utf8)
  }

  /// Returns the quotes of a document, parted by commas.
  static func objects(
    of document: AnnotatedDocument, _ offsets: ScalarOffsets, isWhole: Bool = false
  ) -> [UInt8] {
    JSONText.joined(document.quotes.map { object($0, of: document, offsets, isWhole) })
  }

  private static func object(
    _ quote: Quote, of document: AnnotatedDocument, _ offsets: ScalarOffsets, _ isWhole: Bool
  ) -> [UInt8] {
    var out: [UInt8] = Array("{\"content\": ".utf8) + pairs(quote.content, offsets)
    out += ", \"cue\": ".utf8
    out += pairs(quote.cue, offsets)
    out += ", \"source\": ".utf8
    out += pairs(quote.source, offsets)
    out += ", \"speaker\": ".utf8
    out += string(quote.speaker.map { document.entities[Int($0)].name })
    out += ", \"kind\": \"\(quote.kind.rawValue)\", \"topics\": [".utf8
    out += JSONText.joined(quote.topics.map { JSONLiteral.string($0.name) })
    if isWhole {
      out += "], ".utf8
      out += rest(of: quote, in: document)
    } else {
      out += "], \"confidence\": \(hundredths(quote.confidence)), \"reason\": ".utf8
      out += string(quote.reasons.joined(separator: "; "))
    }
    return out + Array("}".utf8)
  }

  /// What it takes to read a quote back.
  private static func rest(of quote: Quote, in document: AnnotatedDocument) -> [UInt8] {
    var out = Array("\"confidence\": \(quote.confidence), \"lemma\": ".utf8)
    out += string(quote.cueLemma)
    out += ", \"addressee\": ".utf8
    out += string(quote.addressee.map { document.entities[Int($0)].name })
    out += ", \"speech\": \(quote.isSpeech), \"reasons\": [".utf8
    out += JSONText.joined(quote.reasons.map { JSONLiteral.string($0) })
    return out + Array("]".utf8)
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
