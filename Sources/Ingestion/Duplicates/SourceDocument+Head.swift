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

extension SourceDocument {

  /// What tells the words of the quotes that the source gives from those of others, marks and blanks
  /// left out; nil where it gives none.
  var quotesHash: UInt64? {
    guard let quotes = given?.quotes else { return nil }
    let hashes = quotes.map { quote in
      let content = quote.content.flatMap { text.bytes[Int($0.start)..<Int($0.end)] }
      return NormalizedText.hash(content.filter(Self.isOfWord))
    }
    var writer = RecordWriter()
    for hash in hashes.sorted() { writer.append(fixed: hash) }
    return NormalizedText.hash(writer.bytes + [1])
  }

  /// Whether a byte is part of a letter or a digit; typographic marks begin with E2.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xDF: true
    default: false
    }
  }
}
