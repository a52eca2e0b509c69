/// A text that is safe to read, with the way back to the text as it came.
///
/// Normalising repairs what scraping breaks, and every repair is an edit that maps back, so that
/// offsets shown to people always point into the original.
public struct NormalizedText: Hashable, Sendable {

  /// A run of the normalised text that does not stand in the original as it is.
  public struct Edit: Hashable, Sendable {

    /// The run of normalised bytes.
    public let normalized: ByteRange
    /// The run of original bytes that it stands for.
    public let original: ByteRange

    /// Creates an edit.
    public init(normalized: ByteRange, original: ByteRange) {
      self.normalized = normalized
      self.original = original
    }
  }

  /// The normalised text: valid UTF-8, line ends `\n`, no NUL, no byte order mark.
  public let bytes: [UInt8]

  /// The text as it came, decoded to valid UTF-8 and otherwise unchanged.
  public let originalBytes: [UInt8]

  /// Where the two differ, ascending; between edits they run byte for byte alike.
  public let edits: [Edit]

  /// What was repaired, for the reader's summary: "12 mojibake sequences", one entry a kind.
  public let repairs: [String]

  /// Creates a text from its parts.
  ///
  /// - Precondition: the edits are ascending, and outside of them both texts are alike.
  public init(bytes: [UInt8], originalBytes: [UInt8], edits: [Edit], repairs: [String]) {
    self.bytes = bytes
    self.originalBytes = originalBytes
    self.edits = edits
    self.repairs = repairs
  }

  /// Creates a text that needs no repair.
  public init(clean text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes: bytes, originalBytes: bytes, edits: [], repairs: [])
  }

  /// Returns the run of original bytes that a run of normalised bytes stands for.
  ///
  /// A bound inside an edit is widened to the whole edit.
  ///
  /// - Complexity: O(log *n*) for *n* edits.
  public func original(_ range: ByteRange) -> ByteRange {
    let start = originalStart(range.start)
    return ByteRange(start, range.length > 0 ? max(start, originalEnd(range.end)) : start)
  }

  /// Returns the normalised text of a range.
  public func string(_ range: ByteRange) -> String {
    String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  /// The original offset of the byte at `offset`, or where the edit begins that it stands in.
  private func originalStart(_ offset: UInt32) -> UInt32 {
    let next = firstEdit(endingBehind: offset)
    if next < edits.count, edits[next].normalized.start <= offset {
      return edits[next].original.start
    }
    return next > 0
      ? edits[next - 1].original.end + (offset - edits[next - 1].normalized.end) : offset
  }

  /// The original offset behind the byte before `offset`, or where the edit ends that it stands in.
  ///
  /// What was dropped just before `offset` is not part of the run.
  private func originalEnd(_ offset: UInt32) -> UInt32 {
    let next = firstEdit(endingBehind: offset - 1)
    if next < edits.count, edits[next].normalized.start < offset { return edits[next].original.end }
    return next > 0
      ? edits[next - 1].original.end + (offset - edits[next - 1].normalized.end) : offset
  }

  /// The index of the first edit whose normalised run ends behind `offset`, or their number.
  private func firstEdit(endingBehind offset: UInt32) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].normalized.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
