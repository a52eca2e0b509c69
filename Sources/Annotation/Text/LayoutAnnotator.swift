/// Divides a text into paragraphs, title, headings and what is no running text.
///
/// A text that comes without metadata gets its title, categories, authors, day and paper from
/// the lines that name them.
public struct LayoutAnnotator: Annotator {

  /// The first layer, which needs no other.
  public static let requires: Set<Layer> = []
  /// The blocks of a text, and what its lines say of it.
  public static let provides: Set<Layer> = [.layout]

  /// Creates the annotator.
  public init() {}

  /// Divides the text of a document into blocks.
  public func annotate(_ document: inout AnnotatedDocument) {
    let bytes = document.text.bytes
    let classifier = LayoutClassifier(
      bytes, LayoutSegmenter.segments(of: bytes), title: document.metadata.title)
    var blocks: [Block] = []
    var hasText = false
    for segment in classifier.segments {
      let kind = segment.kind ?? .paragraph
      if kind == .paragraph, !hasText || segment.shape.isProse {
        Self.append(segment, to: &blocks, bytes, hasText: hasText)
        hasText = hasText || segment.shape.isProse
      } else {
        blocks.append(Block(kind, segment.range))
      }
    }
    Self.complete(&document.metadata, from: blocks, bytes)
    document.blocks = blocks.map { block in
      let isHeading = block.kind == .title || block.kind == .heading
      return isHeading && Headline.reports(bytes, block.range)
        ? Block(.headline, block.range) : block
    }
  }

  /// Appends a paragraph, and its dateline as a block of its own.
  private static func append(
    _ segment: LayoutSegment, to blocks: inout [Block], _ bytes: [UInt8], hasText: Bool
  ) {
    guard !hasText, let dateline = Dateline(bytes, segment.start, segment.end) else {
      return blocks.append(Block(.paragraph, segment.range))
    }
    blocks.append(Block(.byline, ByteRange(UInt32(segment.start), UInt32(dateline.end))))
    blocks.append(Block(.paragraph, ByteRange(UInt32(dateline.textStart), UInt32(segment.end))))
  }

  /// Fills what the source did not give.
  private static func complete(
    _ metadata: inout DocumentMetadata, from blocks: [Block], _ bytes: [UInt8]
  ) {
    // The day of a change stands for that of the text where no line beside it tells when it was published.
    var changed: CalendarDay?
    defer { metadata.date = metadata.date ?? changed }
    for block in blocks where block.kind != .furniture {
      if block.kind == .paragraph {
        metadata.date = metadata.date ?? changed
        continue
      }
      let segment = LayoutSegment(
        bytes, Int(block.range.start), Int(block.range.end), mark: .none)
      // Metadata has one blank between words, as that of a source has.
      let text = String(decoding: bytes[segment.start..<segment.end], as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      switch block.kind {
      case .title:
        metadata.title = metadata.title ?? text
      case .category where metadata.tags.isEmpty:
        let folded = FoldedLine(bytes, segment.start, segment.end)
        metadata.tags = CategoryLine(folded, bytes, segment)?.categories ?? []
      case .byline:
        let folded = FoldedLine(bytes, segment.start, segment.end)
        let byline = Byline(folded, bytes, segment)
        if byline?.isChange ?? false { changed = changed ?? byline?.date }
        complete(&metadata, from: byline, text)
      default:
        break
      }
    }
  }

  private static func complete(
    _ metadata: inout DocumentMetadata, from byline: Byline?, _ text: String
  ) {
    guard let byline else {
      if let line = NameLine(text) {
        if metadata.authors.isEmpty { metadata.authors = line.authors }
        return
      }
      let isDateline = text.hasSuffix("—") || text.hasSuffix("–") || text.hasSuffix("-")
      if metadata.outlet == nil, !isDateline, Byline.isOutlet(text) { metadata.outlet = text }
      return
    }
    if metadata.authors.isEmpty { metadata.authors = byline.authors }
    if !byline.isChange { metadata.date = metadata.date ?? byline.date }
    metadata.outlet = metadata.outlet ?? byline.outlet
  }
}
