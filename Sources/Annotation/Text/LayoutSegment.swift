/// A stretch of text between breaks, on its way to becoming a block.
struct LayoutSegment {

  /// The offset of its first byte.
  var start: Int
  /// The offset behind its last byte.
  var end: Int
  /// The mark in front of it.
  var mark: TextLine.Mark
  /// What it looks like.
  let shape: LineShape
  /// What it is, once that is known.
  var kind: Block.Kind?
  /// What its furniture means for the segments behind it.
  var furniture: FurniturePhrases.Match?

  /// Creates a segment of which only the extent is known.
  init(_ bytes: [UInt8], _ start: Int, _ end: Int, mark: TextLine.Mark) {
    self.start = start
    self.end = end
    self.mark = mark
    shape = LineShape(bytes, start, end)
  }

  /// Its extent as a range of the text.
  var range: ByteRange { ByteRange(UInt32(start), UInt32(end)) }
}
