internal import Annotation

/// A text of which a source tells places by numbers, with the way from these to the normalised text.
///
/// The numbers count from the beginning of the text as it came, before anything was repaired.
struct StandoffText {

  /// What the numbers of a format count.
  enum Unit { case bytes, scalars, utf16 }

  /// The text, repaired.
  let text: NormalizedText

  /// For each byte of the original and one more, how many units begin before it; none for bytes.
  private let counts: [UInt32]

  /// Creates a text of the bytes that numbers count in.
  init(_ bytes: [UInt8], unit: Unit) { self.init(TextNormalizer.normalize(bytes), unit: unit) }

  /// Creates a text that has been repaired.
  init(_ text: NormalizedText, unit: Unit) {
    self.text = text
    guard unit != .bytes else {
      counts = []
      return
    }
    var counts: [UInt32] = [0]
    counts.reserveCapacity(text.originalBytes.count + 1)
    var count: UInt32 = 0
    for byte in text.originalBytes {
      // A continuation byte is 10xxxxxx; four bytes are two units of UTF-16.
      if byte & 0xC0 != 0x80 { count += unit == .utf16 && byte >= 0xF0 ? 2 : 1 }
      counts.append(count)
    }
    self.counts = counts
  }

  /// Returns where a run of units lies; nil where it is empty, or not wholly in the text.
  ///
  /// - Complexity: O(log *n*) for *n* bytes.
  func range(_ start: Int, _ end: Int) -> ByteRange? {
    guard start >= 0, start < end, let first = byte(start), let last = byte(end) else { return nil }
    let range = text.normalized(ByteRange(first, last))
    return range.length > 0 ? range : nil
  }

  /// Returns a run of units of the text as it came; nothing where it is not wholly in the text.
  func original(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
    guard start >= 0, start < end, let first = byte(start), let last = byte(end) else { return [] }
    return text.originalBytes[Int(first)..<Int(last)]
  }

  /// The byte of the original that a unit begins at.
  private func byte(_ unit: Int) -> UInt32? {
    let count = text.originalBytes.count
    guard let last = counts.last else {
      guard unit <= count else { return nil }
      var place = unit
      while place > 0, place < count, text.originalBytes[place] & 0xC0 == 0x80 { place -= 1 }
      return UInt32(place)
    }
    guard unit <= Int(last) else { return nil }
    // The first place before which so many units have begun is behind the first byte of the last.
    var (low, high) = (0, counts.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if Int(counts[middle]) < unit { low = middle + 1 } else { high = middle }
    }
    while low < count, low > 0, text.originalBytes[low] & 0xC0 == 0x80 { low += 1 }
    return UInt32(low)
  }
}
