/// Puts a normalised text together from runs of the original and from edits.
struct NormalizedTextBuilder {

  private let original: [UInt8]
  private var bytes: [UInt8] = []
  private var edits: [NormalizedText.Edit] = []
  private var consumed = 0

  /// Creates the builder of a text that has as yet been neither copied nor edited.
  init(original: [UInt8]) {
    self.original = original
    bytes.reserveCapacity(original.count)
  }

  /// Copies what stands before `range`, and puts the scalars in the place of the range.
  ///
  /// - Precondition: ranges come in ascending order and do not overlap.
  mutating func replace(_ range: Range<Int>, with scalars: [UInt32] = []) {
    bytes.append(contentsOf: original[consumed..<range.lowerBound])
    consumed = range.upperBound
    let start = bytes.count
    for scalar in scalars { UTF8Sequence.append(scalar, to: &bytes) }
    record(normalized: start..<bytes.count, original: range)
  }

  /// Copies the rest and returns the text.
  consuming func finish(repairs: [String]) -> NormalizedText {
    bytes.append(contentsOf: original[consumed...])
    return NormalizedText(bytes: bytes, originalBytes: original, edits: edits, repairs: repairs)
  }

  private mutating func record(normalized: Range<Int>, original: Range<Int>) {
    var start = UInt32(original.lowerBound)
    if let last = edits.last, normalized.isEmpty, last.normalized.length == 0,
      last.original.end == start
    {
      start = last.original.start
      edits.removeLast()
    }
    edits.append(
      NormalizedText.Edit(
        normalized: ByteRange(UInt32(normalized.lowerBound), UInt32(normalized.upperBound)),
        original: ByteRange(start, UInt32(original.upperBound))))
  }
}
