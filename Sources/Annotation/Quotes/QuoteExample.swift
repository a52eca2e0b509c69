/// A reading with its features, for training.
package struct QuoteExample: Sendable {
  /// Its content, as the annotator would give it.
  package let content: [ByteRange]
  /// Its source.
  package let source: [ByteRange]
  /// Its cue.
  package let cue: [ByteRange]
  /// The kind, as the calibration knows it.
  package let kind: Quote.Kind
  /// The rows of its features.
  package let rows: [UInt32]

  /// The logarithm of the number of rows.
  package static let rowBits = QuoteFeatures.rowBits

  /// Returns every reading of a document that has all layers but quotes.
  package static func all(in document: AnnotatedDocument) -> [QuoteExample] {
    let reading = QuoteReading(document)
    let resolver = SpeakerResolver(reading: reading, entities: document.entities)
    var features = QuoteFeatures(reading: reading, entities: document.entities)
    return QuoteFinder.quotes(in: reading, isWide: true).compactMap { found in
      guard let quote = resolver.quote(of: found) else { return nil }
      features.fill(found)
      return QuoteExample(
        content: quote.content, source: quote.source, cue: quote.cue, kind: found.kind,
        rows: features.rows)
    }
  }
}
