import Annotation
import Testing

/// A text with its quotes, found by the whole pipeline.
struct QuotedText {
  let document: AnnotatedDocument

  /// Annotates a text whose lines are its paragraphs.
  init(_ text: String) { self.init(NormalizedText(clean: text)) }

  /// Annotates a text that a reader gave.
  init(_ text: NormalizedText) {
    document = AnnotationPipeline.standard().annotate(
      text: text, metadata: DocumentMetadata(id: "t", origin: "t.txt"))
  }

  var quotes: [Quote] { document.quotes }

  /// The content of a quote, its pieces joined by " … ".
  func content(_ quote: Quote) -> String { text(quote.content) }

  func source(_ quote: Quote) -> String { text(quote.source) }

  func cue(_ quote: Quote) -> String { text(quote.cue) }

  /// The name of who speaks, or "–".
  func speaker(_ quote: Quote) -> String { name(quote.speaker) }

  func addressee(_ quote: Quote) -> String { name(quote.addressee) }

  private func name(_ entity: UInt32?) -> String {
    entity.map { document.entities[Int($0)].name } ?? "–"
  }

  private func text(_ ranges: [ByteRange]) -> String {
    ranges.map { document.text.string($0) }.joined(separator: " … ")
  }
}

/// A text with what its one quote of interest must look like.
struct QuoteCase: CustomTestStringConvertible, Sendable {
  let form: String
  let text: String
  let content: String
  let cue: String
  let source: String
  let kind: Quote.Kind
  let speaker: String
  let position: Quote.CuePosition?

  init(
    _ form: String, _ text: String, content: String, cue: String, source: String,
    _ kind: Quote.Kind, speaker: String, _ position: Quote.CuePosition?
  ) {
    self.form = form
    self.text = text
    self.content = content
    self.cue = cue
    self.source = source
    self.kind = kind
    self.speaker = speaker
    self.position = position
  }

  var testDescription: String { form }
}
