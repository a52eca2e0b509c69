/// Divides a text into paragraphs, title, headings and what is no running text.
///
/// A text that comes without metadata gets its title, categories, authors, day and paper from
/// the lines that name them.
public struct LayoutAnnotator: Annotator {

  public static let requires: Set<Layer> = []
  public static let provides: Set<Layer> = [.layout]

  /// Creates the annotator.
  public init() {}

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
    document.blocks = blocks
    Self.complete(&document.metadata, from: blocks, bytes)
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
    for block in blocks {
      let (start, end) = (Int(block.range.start), Int(block.range.end))
      switch block.kind {
      case .title where metadata.title == nil:
        metadata.title = String(decoding: bytes[start..<end], as: UTF8.self)
      case .category where metadata.tags.isEmpty:
        metadata.tags = CategoryLine(bytes, start, end)?.categories ?? []
      case .byline:
        complete(&metadata, fromByline: bytes, start, end)
      default:
        break
      }
    }
  }

  private static func complete(
    _ metadata: inout DocumentMetadata, fromByline bytes: [UInt8], _ start: Int, _ end: Int
  ) {
    guard let byline = Byline(bytes, start, end) else {
      let name = String(decoding: bytes[start..<end], as: UTF8.self)
      if metadata.outlet == nil, Byline.isOutlet(name), end - start <= 60,
        Dateline(bytes, start, bytes.count)?.end != end
      {
        metadata.outlet = name
      }
      return
    }
    if metadata.authors.isEmpty { metadata.authors = byline.authors }
    metadata.date = metadata.date ?? byline.date
    metadata.outlet = metadata.outlet ?? byline.outlet
  }
}
