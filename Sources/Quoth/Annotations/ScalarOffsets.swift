internal import Annotation

/// Offsets into an original text, in Unicode scalars.
struct ScalarOffsets {

  private let text: NormalizedText
  /// For each byte of the original and one more, the count of scalars that begin before it.
  private let counts: [UInt32]

  init(_ text: NormalizedText) {
    self.text = text
    var counts: [UInt32] = [0]
    counts.reserveCapacity(text.originalBytes.count + 1)
    var count: UInt32 = 0
    for byte in text.originalBytes {
      // A continuation byte is 10xxxxxx: every other byte begins a scalar.
      if byte & 0xC0 != 0x80 { count += 1 }
      counts.append(count)
    }
    self.counts = counts
  }

  /// Returns the bounds in the original of a run of normalised bytes.
  func original(_ range: ByteRange) -> (start: UInt32, end: UInt32) {
    let original = text.original(range)
    return (count(original.start), count(original.end))
  }

  private func count(_ byte: UInt32) -> UInt32 { counts[min(Int(byte), counts.count - 1)] }
}
