/// Takes every stretch of text between blank lines as a paragraph of running text.
///
/// For texts that are known to be clean.
public struct ParagraphAnnotator: Annotator {

  public static let requires: Set<Layer> = []
  public static let provides: Set<Layer> = [.layout]

  /// Creates an annotator.
  public init() {}

  public func annotate(_ document: inout AnnotatedDocument) {
    let bytes = document.text.bytes
    var start: Int?
    var end = 0
    var lineFeeds = 0
    for index in bytes.indices {
      if bytes[index] == 0x0A {
        lineFeeds += 1
      } else if bytes[index] > 0x20 {
        if let first = start, lineFeeds > 1 {
          document.blocks.append(Block(.paragraph, ByteRange(UInt32(first), UInt32(end))))
          start = nil
        }
        start = start ?? index
        end = index + 1
        lineFeeds = 0
      }
    }
    if let start {
      document.blocks.append(Block(.paragraph, ByteRange(UInt32(start), UInt32(end))))
    }
  }
}
