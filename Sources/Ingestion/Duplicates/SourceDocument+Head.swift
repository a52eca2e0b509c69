package import Annotation

extension SourceDocument {

  /// What is known of the document, with what the head of its text tells and its source does not:
  /// title, date, outlet, authors and tags, as the annotation finds them in the layout.
  ///
  /// Where the source gives words or blocks the annotation does not look for a layout, nor is it done
  /// here.
  package var metadataWithHead: DocumentMetadata {
    let isGiven = given.map { !$0.blocks.isEmpty || !$0.tokens.isEmpty } ?? false
    // A source that names these names those who wrote it, too, or nobody does; an address stands for
    // an outlet.
    let isComplete =
      metadata.title != nil && metadata.date != nil
      && (metadata.outlet != nil || metadata.url != nil)
    if isGiven || isComplete { return metadata }
    var document = AnnotatedDocument(text: head, metadata: metadata)
    LayoutAnnotator().annotate(&document)
    return document.metadata
  }

  /// So many bytes hold the head of a text, and enough paragraphs behind it to tell it from them.
  private static let headLength = 3072

  /// The first lines of the text.
  private var head: NormalizedText {
    let bytes = text.bytes
    guard bytes.count > Self.headLength else { return text }
    let start = bytes.prefix(Self.headLength)
    let end = start.lastIndex { $0 == 0x0A } ?? start.lastIndex { $0 == 0x20 } ?? start.startIndex
    return NormalizedText(clean: String(decoding: start[..<end], as: UTF8.self))
  }
}
